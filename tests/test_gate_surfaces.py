"""The gate, with approvals: a text that nobody approved is read nowhere, whatever way the page is published."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.copy_page import CopyPageAction

from articles import lanes, languages
from articles.models import ExplainerPage, LaneSchedule, NewsItemPage, approvals
from articles.models.releasing import release_lanes
from articles.newsroom.review import reviews
from articles.newsroom.schedule import scheduler, schedules
from tests import factories as make
from tests import publishing_paths as paths
from tests import staff
from tests.desk_forms import post_edit, post_new
from tests.factories import block
from tests.surfaces import MAIN_SURFACES, SURFACES, Newsroom, alias_of, mentions, stored

pytestmark = pytest.mark.thorough
LANES = lanes.all_lanes()
NEEDLES = {lane: f"needle{lane}" for lane in LANES}
OTHERS = ["explainers/alias-main/", "news/alias-item/", "explainers/copy-main/", "news/copy-item/", "explainers/new/"]
EVERYWHERE = [*SURFACES, *OTHERS]
DEALT = [surface for surface in SURFACES if surface not in MAIN_SURFACES]


def share(number):
    """A third of the surfaces beside the main ones: the three held lanes of a path go through all of them, and so do
    three paths with the same lane. What readers see is made of the same rows whichever path wrote them."""
    return [*MAIN_SURFACES, *OTHERS, *DEALT[number % len(LANES) :: len(LANES)]]


@pytest.fixture(scope="module")
def standing_room(standing_site):
    room = Newsroom(standing_site)
    room.picture = make.picture(credit_ja=NEEDLES["shared"], credit_en=NEEDLES["shared"])
    return room


@pytest.fixture
def room(db, standing_room, settings):
    settings.APPROVALS_REQUIRED = True
    return standing_room


@pytest.fixture
def editor(db):
    """Somebody who may do everything, but not approve what they wrote."""
    return staff.member()


@pytest.fixture
def desk(editor, client):
    client.force_login(editor)
    return client


def fill(page, picture):
    """Put the needle of each lane wherever its readers would see it."""
    for code in languages.codes():
        for name in lanes.translated_fields(type(page)):
            setattr(page, languages.column(name, code), NEEDLES[code])
        setattr(page, languages.column("body", code), [block("paragraph", f"<p>{NEEDLES[code]}</p>", "p")])
    address = f"https://example.jp/{NEEDLES['shared']}"
    if isinstance(page, ExplainerPage):
        source = {"title": NEEDLES["shared"], "url": address, "accessed": "2025-12-01"}
        page.hero, page.sources = picture, [block("source", source, "source")]
    else:
        page.source_name, page.source_url = NEEDLES["shared"], address


def write(room, page, editor, held):
    """A draft that is new in every lane and asks for all of them; all but `held` are approved."""
    draft = make.draft(page)
    fill(draft, room.picture)
    draft.release_intent = LANES
    draft.save_revision(user=editor)
    approve(page, held)


def approve(page, held):
    approvals.approve_unattended(page, [lane for lane in LANES if lane != held], stored(page).draft_content())


def assert_read(client, pages, expected, surfaces=EVERYWHERE):
    """Readers of these pages come upon the needles `expected`, and nobody comes upon another."""
    client.logout()
    found = mentions(client, *NEEDLES.values(), surfaces=surfaces)
    assert {needle for _address, needle in found} == {NEEDLES[lane] for lane in expected}, found
    for page in pages:
        for code in set(expected) & set(languages.codes()):
            own = f"/{code}/{page.url_path.split('/', 2)[2]}"
            assert (own, NEEDLES[code]) in found
    assert said_to_strangers(client, pages) == []


def said_to_strangers(client, pages):
    """Addresses of the desk at which somebody who has not signed in reads a needle."""
    found = []
    for page in pages:
        revision = stored(page).latest_revision_id
        for name, arguments in [
            ("wagtailadmin_pages:edit", [page.pk]),
            ("wagtailadmin_pages:view_draft", [page.pk]),
            ("wagtailadmin_pages:preview_on_edit", [page.pk]),
            ("wagtailadmin_pages:revisions_view", [page.pk, revision]),
            ("wagtailadmin_pages:revisions_compare", [page.pk, "live", "latest"]),
            ("wagtailadmin_pages:history", [page.pk]),
            ("desk_publish", [page.pk]),
            ("desk_translate", [page.pk, "en"]),
        ]:
            response = client.get(reverse(name, args=arguments), {"mode": "en"})
            assert response.status_code in (302, 401, 403), name
            if any(needle in response.content.decode() for needle in NEEDLES.values()):
                found.append(name)
    return found


# --- paths beside those of Wagtail


def by_button_for_english(desk, editor, page):
    assert post_edit(desk, make.draft(page), **{"action-publish": "en"}).status_code == 302


def by_button_for_both(desk, editor, page):
    assert post_edit(desk, make.draft(page), **{"action-publish": "ja en"}).status_code == 302


def by_function(desk, editor, page):
    release_lanes(stored(page), LANES, user=editor, approving=True)


def by_reviewer(desk, editor, page):
    """Approving one lane publishes it, and no other."""
    reviewer = staff.member()
    draft = stored(page)
    for lane in ("shared", "ja", "en"):
        digest = draft.lane_states(draft.draft_content())[lane][0]
        if draft.is_approved(lane, digest) and reviews.may_release_now(draft, lane, reviewer):
            reviews.approve_and_release(draft, lane, reviewer, digest, significance="update")


def by_schedule_of_all(desk, editor, page):
    paths.schedule(page, LANES)
    paths.come_due(page)
    assert not [result.error for result in scheduler.run_due() if result.error]


def by_schedule_with_a_newer_draft(desk, editor, page):
    """The newer draft is approved in no lane; what was scheduled still goes out."""
    paths.schedule(page, LANES)
    draft = make.draft(page)
    draft.headline_ja = draft.headline_en = "needlelater"
    draft.save_revision(user=editor)
    paths.come_due(page)
    assert not [result.error for result in scheduler.run_due() if result.error]
    assert make.draft(page).headline_ja == "needlelater"


def by_lane_schedule(desk, editor, page):
    at = timezone.now() + timedelta(hours=1)
    for lane in LANES:
        schedules.schedule(page, lane, at, editor, significance="update")
    LaneSchedule.objects.update(at=timezone.now() - timedelta(minutes=1))
    assert not [result.error for result in scheduler.run_due() if result.error]


SOURCE, ENGLISH = ["shared", "ja"], ["en"]
PATHS = [  # and the lanes that each asks for
    (paths.by_editor, SOURCE), (by_button_for_english, ENGLISH), (by_button_for_both, LANES),
    (paths.by_revision, LANES), (paths.by_bulk_action, LANES), (paths.by_edit_action, SOURCE),
    (paths.by_admin_api, LANES), (paths.by_workflow, LANES), (paths.by_schedule, SOURCE), (by_schedule_of_all, LANES),
    (by_schedule_with_a_newer_draft, LANES), (by_lane_schedule, LANES), (paths.by_revert, SOURCE),
    (paths.by_republishing, LANES), (by_function, LANES), (by_reviewer, LANES),
]  # fmt: skip


def rows(paths_and_more):
    """Each path with each held lane, and the surfaces to look at."""
    for number, (path, *more) in enumerate(paths_and_more):
        for index, held in enumerate(LANES):
            yield pytest.param(path, *more, held, share(number + index), id=f"{path.__name__}-{held}")


@pytest.mark.parametrize(("path", "asked", "held", "surfaces"), list(rows(PATHS)))
def test_a_lane_that_is_not_approved_is_read_nowhere(room, desk, editor, path, asked, held, surfaces):
    for page in room.pages:
        write(room, page, editor, held)
        path(desk, editor, page)
        assert stored(page).live
        assert stored(page).has_unpublished_changes
    assert_read(desk, room.pages, [lane for lane in asked if lane != held], surfaces)


# --- beginnings: a page that was never public


BEGINNINGS = [(by_button_for_both,), (by_schedule_of_all,), (by_lane_schedule,), (by_function,)]


@pytest.mark.parametrize(("path", "held", "surfaces"), list(rows(BEGINNINGS)))
def test_a_page_that_was_never_public_shows_only_what_is_approved(room, desk, editor, path, held, surfaces):
    fresh = room.fresh()
    write(room, fresh, editor, held)
    path(desk, editor, fresh)
    # No language can be read without the shared fields, so that they hold all of it back.
    expected = [] if held == lanes.SHARED else [lane for lane in LANES if lane != held]
    assert set(stored(fresh).released_languages()) == set(expected) - {lanes.SHARED}
    assert_read(desk, [fresh], expected, surfaces)


@pytest.mark.parametrize("kind", ["explainer", "item"])
@pytest.mark.parametrize("asked", ["ja", "en", "ja en"])
def test_creating_and_publishing_in_one_step_shows_nothing(room, desk, kind, asked):
    model, parent = {
        "explainer": (ExplainerPage, room.site.explainers),
        "item": (NewsItemPage, room.site.news),
    }[kind]
    new = model(slug="new")
    fill(new, None)
    response = post_new(desk, parent, new, **{"action-publish": asked})
    assert response.status_code == 302
    page = model.objects.get(slug="new")
    assert page.released_languages() == []
    assert make.draft(page).headline_en == NEEDLES["en"]
    assert_read(desk, [page], [])


def test_an_import_that_approves_its_lanes_releases_those_and_no_other(room, desk):
    fresh = room.fresh()
    fill(fresh, None)
    fresh.release_intent = LANES
    revision = fresh.save_revision(clean=False)
    approvals.approve_unattended(fresh, [lanes.SHARED, "ja"], fresh.draft_content())
    revision.publish()
    assert_read(desk, [fresh], [lanes.SHARED, "ja"])


# --- copies and aliases


@pytest.mark.parametrize("keep_live", [False, True])
def test_approvals_do_not_travel_with_a_copy(room, desk, editor, keep_live):
    """Not even when the copy is published in every lane: somebody has to answer for it anew."""
    for page in room.pages:
        write(room, page, editor, None)
        attributes = {"slug": f"copy-{page.slug}"}
        copy = CopyPageAction(stored(page), update_attrs=attributes, keep_live=keep_live, user=editor).execute()
        by_function(desk, editor, copy)
        assert stored(copy).released_languages() == []
    assert_read(desk, [], [])


@pytest.mark.parametrize("held", LANES)
def test_an_alias_shows_only_what_is_approved_and_so_does_a_page_made_of_it(room, desk, editor, held):
    for page in room.pages:
        write(room, page, editor, held)
        alias_of(page, f"alias-{page.slug}")
        paths.by_revision(desk, editor, page)
    expected = [lane for lane in LANES if lane != held]
    aliases = [type(page).objects.get(slug=f"alias-{page.slug}") for page in room.pages]
    for alias in aliases:
        assert desk.post(reverse("wagtailadmin_pages:convert_alias", args=[alias.pk])).status_code == 302
        write(room, alias, editor, held)
        paths.by_revision(desk, editor, alias)
    assert_read(desk, [*room.pages, *aliases], expected)


@pytest.mark.parametrize("who", ["a stranger", "somebody without rights"])
def test_previews_and_drafts_are_no_way_around_the_gate(room, desk, editor, client, who):
    for page in room.pages:
        write(room, page, editor, None)
    client.logout()
    if who != "a stranger":
        client.force_login(staff.member("edit_lane_en"))
    assert said_to_strangers(client, room.pages) == []
