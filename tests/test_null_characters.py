"""A NUL character, which PostgreSQL refuses to store, is left out of whatever is typed into the desk's own fields."""

import pytest
from django.urls import reverse
from wagtail.models import Comment, PageLogEntry

from articles.desk.review.forms import draft_digest
from articles.models import LaneApproval, ReleasedVersion
from articles.newsroom.review import reviews
from articles.newsroom.translation.work import fingerprint
from tests import factories as make
from tests import translator
from tests.staff import member
from tests.surfaces import stored
from tests.together import send

pytestmark = pytest.mark.django_db
TYPED, KEPT = "The figures were\0 wrong in both tables.", "The figures were wrong in both tables."


@pytest.fixture
def chief(client):
    user = member()
    client.force_login(user)
    return user


@pytest.fixture
def page(site, chief, settings):
    """With a superseded Japanese text, and a newer one that its editor would need an exception to approve."""
    page = site.explainer()
    for text in ("二", "三"):
        draft = make.draft(page)
        draft.headline_ja = text
        draft.save_revision(user=chief)
        if text == "二":
            make.release(draft, "ja")
    settings.APPROVALS_REQUIRED = True
    return stored(page)


def logged(page, action):
    return PageLogEntry.objects.filter(page=page.pk, action=f"articles.lane.{action}").latest("pk").data["reason"]


def withdrawn(client, page):
    client.post(reverse("desk_withdraw", args=[page.pk, "en"]), {"reason": TYPED})
    return logged(page, "withdraw")


def hidden(client, page):
    version = ReleasedVersion.objects.get(page=page, lane="ja", number=1)
    client.post(reverse("desk_versions", args=[page.pk]), {"version": version.pk, "act": "hide", "reason": TYPED})
    return logged(page, "hide_version")


def shown_again(client, page):
    hidden(client, page)
    version = ReleasedVersion.objects.get(page=page, lane="ja", number=1)
    client.post(reverse("desk_versions", args=[page.pk]), {"version": version.pk, "act": "show", "reason": TYPED})
    return logged(page, "show_version")


def overridden(client, page):
    send(client, page, act="override:ja", ja__reason=TYPED)
    return LaneApproval.objects.get(page_id=page.pk, lane="ja").reason


def sent_back_from_the_queue(client, page):
    reviews.submit(page, make.person("writer"))
    row = f"{page.pk}:ja:{draft_digest(page, 'ja')}"
    client.post("/admin/flash/queue/", {"row": row, "answer": "send-back", "comment": TYPED})
    return logged(page, "send_back")


def commented_beside_the_translation(client, page):
    where = reverse("desk_translate", args=[page.pk, "en"])
    client.post(where, {"action": "comment", "key": "headline", "comment": TYPED})
    return Comment.objects.get(page=page).text


def translated(client, page):
    now = translator.work(page)
    digests = {"source": now.source["headline"].digest, "target": fingerprint(now.target["headline"])}
    said = {"action": "update", "key": "headline", "text:": TYPED, **digests}
    client.post(translator.url(page), said)
    return make.draft(page).headline_en


@pytest.mark.parametrize(
    "way",
    [
        withdrawn,
        hidden,
        shown_again,
        overridden,
        sent_back_from_the_queue,
        commented_beside_the_translation,
        translated,
    ],
)
def test_it_is_left_out(way, page, client):
    assert way(client, page) == KEPT


def test_a_reason_of_nothing_else_is_none(page, client):
    response = client.post(reverse("desk_withdraw", args=[page.pk, "en"]), {"reason": "\0 \0"})
    assert 'href="#id_reason"' in response.content.decode()
    assert stored(page).released_languages() == ["ja", "en"]
