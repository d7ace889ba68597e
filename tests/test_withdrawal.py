"""Withdrawing a language takes it from readers everywhere at once, on purpose and with a reason; restoring brings it back."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from wagtail.models import GroupPagePermission, PageLogEntry

from articles import rights
from articles.models import LaneRelease
from tests import together
from tests.together import EVERYTHING

pytestmark = pytest.mark.django_db
page, person = together.page, together.person
NEEDLE = "Needle in the hay"
SURFACES = ["/en/", "/en/explainers/", "/en/explainers/hay/", "/en/feeds/explainers.xml"]


@pytest.fixture
def hay(site):
    return site.explainer("hay", headline_en=NEEDLE, headline_ja="干し草の中の針")


@pytest.fixture
def desk(client):
    client.force_login(User.objects.create_superuser("chief", "chief@example.jp", "x"))
    return client


def url(page, name="desk_withdraw", lang="en"):
    return reverse(name, args=[page.pk, lang])


def surfaces_with(client, needle):
    found = []
    for address in SURFACES:
        response = client.get(address)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        if response.status_code == 200 and needle in body.decode():
            found.append(address)
    return found


def test_readers_lose_it_everywhere_and_get_it_back(desk, client, hay):
    seen = surfaces_with(client, NEEDLE)
    assert {"/en/", "/en/explainers/hay/", "/en/feeds/explainers.xml"} <= set(seen)
    assert desk.post(url(hay), {"reason": "The figures are wrong."}).status_code == 302
    assert surfaces_with(client, NEEDLE) == []
    assert client.get("/en/explainers/hay/").status_code == 404
    assert client.get("/ja/explainers/hay/").status_code == 200
    assert desk.post(url(hay, "desk_restore")).status_code == 302
    assert surfaces_with(client, NEEDLE) == seen


def test_the_history_says_who_did_it_and_why(desk, hay):
    desk.post(url(hay), {"reason": "The figures are wrong."})
    desk.post(url(hay, "desk_restore"))
    withdrawn, restored = PageLogEntry.objects.filter(
        page=hay.pk, action__in=["articles.lane.withdraw", "articles.lane.restore"]
    ).order_by("pk")
    assert (withdrawn.user.username, withdrawn.data["reason"]) == ("chief", "The figures are wrong.")
    assert (restored.action, restored.data["lane"]) == ("articles.lane.restore", "en")


@pytest.mark.parametrize("reason", ["", "   "])
def test_a_reason_is_needed(desk, hay, reason):
    response = desk.post(url(hay), {"reason": reason})
    assert response.status_code == 200
    assert 'href="#id_reason"' in response.content.decode()
    assert LaneRelease.objects.get(page=hay, lane="en").withdrawn_at is None


def test_looking_at_the_screens_changes_nothing(desk, client, hay):
    assert NEEDLE in desk.get(url(hay)).content.decode()
    assert client.get("/en/explainers/hay/").status_code == 200
    desk.post(url(hay), {"reason": "The figures are wrong."})
    assert NEEDLE in desk.get(url(hay, "desk_restore")).content.decode()
    assert client.get("/en/explainers/hay/").status_code == 404


@pytest.mark.parametrize("name", ["desk_withdraw", "desk_restore"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_without_the_right_to_release_that_language(client, page, person, name, method):
    others = [right for right in EVERYTHING if right != (rights.RELEASE, "en")]
    client.force_login(person("nearly", *others))
    assert getattr(client, method)(url(page, name), {"reason": "because"}).status_code == 403
    assert LaneRelease.objects.get(page=page, lane="en").withdrawn_at is None


def test_without_a_right_to_the_page(client, page, person):
    user = person("elsewhere", *EVERYTHING)
    GroupPagePermission.objects.all().delete()
    client.force_login(user)
    assert client.post(url(page), {"reason": "because"}).status_code == 403


@pytest.mark.parametrize(("name", "lang", "status"), [("desk_restore", "en", 302), ("desk_withdraw", "fr", 404)])
def test_what_cannot_be(desk, hay, name, lang, status):
    response = desk.get(url(hay, name, lang), follow=status == 404)
    assert response.status_code == status


def test_withdrawing_twice_says_so(desk, hay):
    desk.post(url(hay), {"reason": "The figures are wrong."})
    moment = LaneRelease.objects.get(page=hay, lane="en").withdrawn_at
    assert desk.post(url(hay), {"reason": "Once more."}).status_code == 302
    assert LaneRelease.objects.get(page=hay, lane="en").withdrawn_at == moment
