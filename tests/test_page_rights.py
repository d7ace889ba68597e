"""What takes a page away from readers or colleagues needs the right to each of its lanes, by whatever way it is tried."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, PageViewRestriction

from articles import lanes, rights
from articles.models import ExplainerIndexPage
from articles.newsroom.records import withdrawals
from articles.newsroom.schedule.scheduler import run_due
from tests import factories as make
from tests.staff import publisher_without
from tests.surfaces import stored

pytestmark = pytest.mark.django_db
ENGLISH = ("headline_en", "standfirst_en", "body_en")


def by_view(client, act, page, **typed):
    where = [page.pk, typed.pop("destination_page_id")] if act == "move" else [page.pk]
    name = "move_confirm" if act == "move" else act
    return client.post(reverse(f"wagtailadmin_pages:{name}", args=where), typed)


def by_bulk(client, act, page, **typed):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", act])
    return client.post(f"{address}?next=/admin/&id={page.pk}", {"chooser": typed.get("destination_page_id", "")})


def by_api(client, act, page, **typed):
    return client.post(f"/admin/api/main/pages/{page.pk}/action/{act}/", {"position": "last-child", **typed})


every_way = pytest.mark.parametrize("way", [by_view, by_bulk, by_api])


@pytest.fixture
def pages(site):
    """Makes a page by what it is: a draft or live, in one language or two."""

    def made(what):
        state, _space, said = what.partition(" ")
        text = dict.fromkeys(ENGLISH) if said == "ja" else {}
        return site.explainer(
            f"{state}-{said}", languages=("ja", "en")[: 1 + (said == "both")] * (state == "live"), **text
        )

    return made


@pytest.fixture
def elsewhere(site):
    site.home.refresh_from_db()
    return site.home.add_child(instance=ExplainerIndexPage(slug="elsewhere", headline_ja="ほか", live=False))


def someone(role):
    """A role, or somebody who may do all that a publisher may except to release English."""
    return publisher_without((rights.RELEASE, "en")) if role == "no-release" else make.person(role)


TAKEN_AWAY = pytest.mark.parametrize(
    ("what", "role", "goes"),
    [
        ("draft both", "en-translator", False),
        ("draft both", "writer", False),
        ("draft both", "ja-editor", False),
        ("draft both", "no-release", True),
        ("draft both", "publisher", True),
        ("draft ja", "writer", True),
        ("draft ja", "en-translator", False),
        ("live ja", "writer", False),
        ("live ja", "ja-editor", True),
        ("live both", "ja-editor", False),
        ("live both", "en-reviewer", False),
        ("live both", "no-release", False),
        ("live both", "publisher", True),
    ],
)


@every_way
@TAKEN_AWAY
def test_a_page_is_deleted_by_those_who_hold_all_of_it(way, what, role, goes, pages, client):
    page = pages(what)
    client.force_login(someone(role))
    way(client, "delete", page)
    assert Page.objects.filter(pk=page.pk).exists() is not goes


@every_way
@TAKEN_AWAY
def test_a_page_is_moved_by_those_who_hold_all_of_it(way, what, role, goes, pages, elsewhere, client):
    page = pages(what)
    client.force_login(someone(role))
    way(client, "move", page, destination_page_id=elsewhere.pk)
    assert (stored(page).get_parent().pk == elsewhere.pk) is goes


@every_way
@pytest.mark.parametrize("act", ["delete", "move"])
def test_a_section_takes_all_its_pages_along(way, act, site, pages, elsewhere, client):
    pages("live both")
    site.explainers.refresh_from_db()
    client.force_login(publisher_without((rights.RELEASE, "en")))
    way(client, act, site.explainers, destination_page_id=elsewhere.pk)
    assert stored(site.explainers).get_parent().pk == site.home.pk


@pytest.mark.parametrize(("role", "made"), [("en-translator", False), ("writer", True), ("ja-editor", True)])
def test_a_copy_is_made_by_who_may_add_pages_and_is_public_in_no_language(role, made, site, pages, client):
    page = pages("live both")
    client.force_login(make.person(role))
    by_api(client, "copy", page, destination_page_id=site.explainers.pk, slug="copied", keep_live=role == "ja-editor")
    copies = type(page).objects.filter(slug="copied")
    assert copies.exists() is made
    assert all(copy.released_languages() == [] for copy in copies)


@pytest.mark.parametrize(("role", "goes"), [("ja-editor", False), ("no-release", False), ("publisher", True)])
def test_hiding_a_page_behind_a_password_takes_it_from_readers_too(role, goes, pages, client):
    page = pages("live both")
    client.force_login(someone(role))
    client.post(reverse("wagtailadmin_pages:set_privacy", args=[page.pk]), {"restriction_type": "login"})
    assert PageViewRestriction.objects.filter(page=page).exists() is goes


@every_way
@pytest.mark.parametrize(
    ("what", "role", "goes"),
    [
        ("live ja", "writer", False),
        ("live ja", "ja-editor", True),
        ("live both", "ja-editor", False),
        ("live both", "en-reviewer", False),
        ("live both", "no-release", False),
        ("live both", "publisher", True),
    ],
)
def test_a_page_is_unpublished_by_those_who_may_release_all_that_is_public(way, what, role, goes, pages, client):
    page = pages(what)
    client.force_login(someone(role))
    way(client, "unpublish", page)
    assert stored(page).live is not goes
    logged = PageLogEntry.objects.filter(page=page.pk, action="articles.lane.unpublish").order_by("pk")
    lost = ["ja", "en"] if what == "live both" else ["ja"]
    assert [entry.data["lane"] for entry in logged] == (lost if goes else [])
    assert all(entry.user and entry.data["digest"] for entry in logged)


@every_way
def test_a_withdrawn_language_does_not_keep_the_page_from_being_unpublished(way, pages, client):
    page = pages("live both")
    withdrawals.withdraw(page, "en", None, "Wrong figures.")
    client.force_login(make.person("ja-editor"))
    way(client, "unpublish", page)
    assert not stored(page).live


@pytest.mark.parametrize("recursive", ["", "on"])
def test_below_a_section_pages_stay_whose_languages_are_not_ones_own(recursive, site, pages, client):
    own, other = pages("live ja"), pages("live both")
    withdrawals.withdraw(site.explainers, "en", None, "Wrong figures.")
    client.force_login(make.person("ja-editor"))
    address = reverse("wagtailadmin_pages:unpublish", args=[site.explainers.pk])
    client.post(address, {"include_descendants": recursive})
    assert [stored(page).live for page in (site.explainers, own, other)] == [False, not recursive, True]


def test_a_page_that_expires_is_logged_language_by_language(pages):
    page = pages("live both")
    type(page).objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    run_due()
    logged = PageLogEntry.objects.filter(page=page.pk, action="articles.lane.unpublish").order_by("pk")
    assert [(entry.user, entry.data["lane"]) for entry in logged] == [(None, "ja"), (None, "en")]
    assert "英語" in logged[1].formatter.format_message(logged[1])


@pytest.mark.parametrize("way", [by_view, by_bulk])
def test_who_may_not_unpublish_is_offered_to_withdraw_their_own_language(way, pages, client):
    page = pages("live both")
    client.force_login(make.person("ja-editor"))
    way(client, "unpublish", page)
    response = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    said = str(next(iter(response.context["messages"])))
    assert "英語" in said
    assert reverse("desk_withdraw", args=[page.pk, "ja"]) in said
    assert reverse("desk_withdraw", args=[page.pk, "en"]) not in said


@pytest.mark.parametrize("url", ["delete", "move"])
def test_who_is_refused_is_told_which_languages_are_missing(url, pages, client):
    page = pages("live both")
    client.force_login(make.person("ja-editor"))
    response = client.get(reverse(f"wagtailadmin_pages:{url}", args=[page.pk]), follow=True)
    assert response.redirect_chain[-1][0] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert "英語" in str(next(iter(response.context["messages"])))


def test_many_at_once_leave_out_what_may_not_go_and_say_so(pages, client):
    own, other = pages("draft ja"), pages("draft both")
    client.force_login(make.person("ja-editor"))
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    response = client.post(f"{address}?next=/admin/&id={own.pk}&id={other.pk}", follow=True)
    assert [Page.objects.filter(pk=page.pk).exists() for page in (own, other)] == [False, True]
    assert other.title in " ".join(map(str, response.context["messages"]))


@pytest.mark.parametrize("role", ["ja-editor", "publisher"])
def test_a_long_list_asks_for_the_rights_of_all_its_pages_at_once(role, site, client):
    client.force_login(make.person(role))

    def count():
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("wagtailadmin_explore", args=[site.explainers.pk]))
        return len(queries)

    for number in range(3):
        site.explainer(f"few-{number}").save_revision()
    count()
    few = count()
    for number in range(12):
        site.explainer(f"more-{number}").save_revision()
    assert count() == few


def test_the_rights_to_lanes_are_all_that_counts_for_an_administrator(pages, admin_user):
    may = pages("live both").permissions_for_user(admin_user)
    assert rights.lanes_for(admin_user, rights.RELEASE) == lanes.all_lanes()
    assert (may.can_delete(), may.can_move(), may.can_unpublish()) == (True, True, True)
