"""The gate: whatever way a page is published, readers see the languages that were asked for, and nothing else."""

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.urls import reverse
from wagtail.actions.copy_page import CopyPageAction
from wagtail.models import PageViewRestriction

from articles import lanes, languages
from articles.models import ExplainerPage, LaneRelease, NewsItemPage
from articles.newsroom.records import withdrawals
from tests import factories as make
from tests.desk_forms import post_edit, post_new
from tests.factories import block
from tests.publishing_paths import PATHS, by_revision, come_due, schedule
from tests.surfaces import MAIN_SURFACES, SURFACES, Newsroom, alias_of, mentions, stored

NEEDLE = "heldback"


@pytest.fixture(scope="module")
def standing_room(standing_site):
    return Newsroom(standing_site)


@pytest.fixture
def room(db, standing_room):
    return standing_room


@pytest.fixture
def editor(db):
    return User.objects.create_superuser("editor", "editor@example.com", "x")


@pytest.fixture
def desk(editor, client):
    client.force_login(editor)
    return client


def write(page, needle=NEEDLE, headline_ja="新しい見出し"):
    """Save a draft with new Japanese, and an English that nobody asked to publish."""
    draft = make.draft(page)
    draft.headline_ja = headline_ja
    for name in lanes.translated_fields(type(page)):
        setattr(draft, languages.column(name, "en"), needle)
    draft.body_en = [block("paragraph", f"<p>{needle}</p>", f"{page.slug}-p")]
    draft.save_revision()
    return make.draft(page)


def assert_row_holds_what_was_released(page):
    page = stored(page)
    content = page.serializable_data()
    for lane, (digest, release) in page.lane_states(content).items():
        if release or lane != lanes.SHARED:
            assert digest == (release.digest if release else ""), lane
        if release is None and lane != lanes.SHARED:
            assert languages.read(page, "released_at", lane) is None


def assert_english_is_held(page, needle=NEEDLE):
    page = stored(page)
    assert page.live
    assert page.headline_ja == "新しい見出し"
    assert page.has_unpublished_changes
    assert make.draft(page).headline_en == needle
    assert_row_holds_what_was_released(page)


@pytest.mark.parametrize("path", PATHS)
def test_publishing_japanese_by_any_path_holds_the_english_back(room, desk, editor, path):
    fresh = room.fresh()
    for page in (room.main, fresh):  # released in both languages, and never
        write(page)
        path(desk, editor, page)
        assert_english_is_held(page)
    assert stored(room.main).headline_en == "Headline main"
    assert stored(fresh).released_languages() == ["ja"]
    assert desk.get("/en/news/fresh/").status_code == 404
    desk.logout()
    assert mentions(desk, NEEDLE, surfaces=MAIN_SURFACES) == []


def test_creating_and_publishing_in_one_step_holds_the_english_back(room, desk):
    new = ExplainerPage(
        slug="new", headline_ja="新規", standfirst_ja="前文", body_ja=[block("paragraph", "<p>本文</p>")],
        headline_en=NEEDLE, standfirst_en=NEEDLE, body_en=[block("paragraph", f"<p>{NEEDLE}</p>")],
    )  # fmt: skip
    response = post_new(desk, room.site.explainers, new, topics=[room.topic], **{"action-publish": "ja"})
    assert response.status_code == 302
    page = ExplainerPage.objects.get(slug="new")
    assert (page.released_languages(), page.has_unpublished_changes) == (["ja"], True)
    assert make.draft(page).headline_en == NEEDLE
    assert_row_holds_what_was_released(page)
    desk.logout()
    assert mentions(desk, NEEDLE, surfaces=[*MAIN_SURFACES, "explainers/new/"]) == []


@pytest.mark.parametrize("name", ["main", "item"])
def test_publishing_english_alone_holds_japanese_and_shared_fields_back(room, desk, name):
    page, another = getattr(room, name), make.topic("another")
    draft = make.draft(page)
    draft.headline_ja, draft.headline_en = "見せない", "New headline"
    draft.topics.set([another])
    draft.save_revision()
    assert post_edit(desk, make.draft(page), **{"action-publish": "en"}).status_code == 302
    page = stored(page)
    assert (page.headline_ja, page.headline_en) == (f"見出し{name}", "New headline")
    assert list(page.topics.all()) == [room.topic]
    assert page.has_unpublished_changes
    assert [topic.slug for topic in make.draft(page).topics.all()] == ["another"]
    assert_row_holds_what_was_released(page)
    desk.logout()
    assert mentions(desk, "見せない") == []


def test_a_news_item_keeps_its_explainers_while_shared_fields_are_held(room, desk):
    draft = make.draft(room.item)
    draft.explainer_links.set([make.NewsItemExplainer(explainer=room.other)])
    draft.headline_en = "New headline"
    draft.release_intent = ["en"]
    draft.save_revision().publish()
    assert [link.explainer_id for link in stored(room.item).explainer_links.all()] == [room.main.pk]
    assert [link.explainer_id for link in make.draft(room.item).explainer_links.all()] == [room.other.pk]


def test_publishing_both_languages_leaves_nothing_to_publish(room, desk):
    for page in room.pages:
        draft = write(page, needle="Both")
        assert post_edit(desk, draft, **{"action-publish": "ja en"}).status_code == 302
        page = stored(page)
        assert (page.headline_ja, page.headline_en, page.has_unpublished_changes) == ("新しい見出し", "Both", False)
        assert_row_holds_what_was_released(page)


def test_asking_once_for_a_language_does_not_ask_for_its_next_draft(room, desk):
    assert post_edit(desk, write(room.main, "Asked for"), **{"action-publish": "ja en"}).status_code == 302
    draft = make.draft(room.main)
    draft.headline_en = NEEDLE
    draft.save_revision().publish()
    assert stored(room.main).headline_en == "Asked for"
    assert stored(room.main).has_unpublished_changes


@pytest.mark.parametrize(("asked", "moved", "stays"), [("ja", "ja", "en"), ("en", "en", "ja")])
def test_the_time_of_release_moves_only_for_what_was_released(room, desk, asked, moved, stays):
    before = stored(room.item)
    assert post_edit(desk, write(room.item), **{"action-publish": asked}).status_code == 302
    after = stored(room.item)
    assert languages.read(after, "released_at", moved) > languages.read(before, "released_at", moved)
    assert languages.read(after, "released_at", stays) == languages.read(before, "released_at", stays)


def test_publishing_an_unchanged_language_again_does_not_move_its_time(room):
    before = stored(room.item)
    make.release(make.draft(room.item))
    assert stored(room.item).released_at_ja == before.released_at_ja


# --- scheduled


def test_a_schedule_shows_nothing_before_its_time(room, client):
    fresh = room.fresh()
    for page in (room.main, fresh):
        write(page, headline_ja="未来の見出し")
        schedule(page, ["shared", "ja", "en"])
    call_command("publish_scheduled")
    assert stored(room.main).live
    assert not stored(fresh).live
    assert mentions(client, "未来の見出し", NEEDLE) == []


def test_a_schedule_releases_the_languages_that_its_editor_named(room):
    write(room.main, needle="On time")
    schedule(room.main, ["shared", "ja", "en"])
    come_due(room.main)
    call_command("publish_scheduled")
    page = stored(room.main)
    assert (page.headline_ja, page.headline_en, page.has_unpublished_changes) == ("新しい見出し", "On time", False)


def test_a_schedule_publishes_its_own_text_and_keeps_the_newer_draft(room, client):
    write(room.main)
    schedule(room.main)
    write(room.main, needle="newerdraft", headline_ja="もっと新しい")
    come_due(room.main)
    call_command("publish_scheduled")
    page = stored(room.main)
    assert (page.headline_ja, page.headline_en) == ("新しい見出し", "Headline main")
    assert (page.has_unpublished_changes, make.draft(page).headline_ja) == (True, "もっと新しい")
    assert_row_holds_what_was_released(page)
    assert mentions(client, NEEDLE, "newerdraft", "もっと新しい") == []


# --- what may not go out


def test_an_emptied_language_stays_as_readers_know_it(room, client):
    draft = make.draft(room.main)
    draft.headline_en = draft.standfirst_en = ""
    draft.body_en = []
    page = make.release(draft)
    assert (page.headline_en, page.has_unpublished_changes) == ("Headline main", True)
    assert client.get("/en/explainers/main/").status_code == 200
    assert_row_holds_what_was_released(page)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("missing", ["headline", "summary"])
def test_a_language_without_its_needed_text_is_held_whoever_asks(room, client, language, missing):
    page = make.release(room.fresh(**{f"{missing}_{language}": ""}))
    other = {"ja": "en", "en": "ja"}[language]
    assert (page.released_languages(), page.has_unpublished_changes) == ([other], True)
    assert client.get(f"/{language}/news/fresh/").status_code == 404
    assert client.get(f"/{other}/news/fresh/").status_code == 200
    assert_row_holds_what_was_released(page)


def test_a_language_with_an_unfinished_block_is_held(room):
    unfinished = [block("heading", {"level": "2", "text": ""}, "h")]
    page = make.release(room.site.explainer(languages=(), body_en=unfinished))
    assert page.released_languages() == ["ja"]


def test_publishing_with_nothing_releasable_shows_nothing(room, client):
    page = make.release(room.fresh(headline_ja="", headline_en=""))
    assert page.released_languages() == []
    assert [client.get(f"/{code}/news/fresh/").status_code for code in ("ja", "en")] == [404, 404]
    assert "要約fresh" not in client.get("/ja/news/").content.decode()


def test_publishing_without_a_japanese_headline_is_refused_beside_the_field(room, desk):
    response = post_edit(desk, make.draft(room.main), headline_ja="", **{"action-publish": "ja"})
    assert response.status_code == 200
    assert "headline_ja" in response.context["form"].errors
    assert stored(room.main).headline_ja == "見出しmain"


def test_english_may_be_unfinished_when_japanese_is_published(room, desk):
    draft = make.draft(room.main)
    response = post_edit(
        desk, draft, headline_ja="新しい見出し", headline_en="", body_en=[], **{"action-publish": "ja"}
    )
    assert response.status_code == 302
    assert (stored(room.main).headline_ja, stored(room.main).headline_en) == ("新しい見出し", "Headline main")


# --- taken back


def withdraw(page, language="en"):
    type(page).objects.filter(pk=page.pk).update(**{languages.column("released_at", language): None})


def test_a_revision_cannot_bring_back_a_withdrawn_language(room, client):
    for page in room.pages:
        withdraw(page)
        draft = make.draft(page)
        draft.headline_ja = "新しい見出し"
        draft.save_revision().publish()
        assert stored(page).released_languages() == ["ja"]
    assert mentions(client, "Headline main", "Headline item") == []


def test_a_withdrawn_language_can_be_released_again(room, client):
    withdraw(room.main)
    page = make.release(make.draft(room.main), "en")
    assert page.released_languages() == ["ja", "en"]
    assert client.get("/en/explainers/main/").status_code == 200


def gone(room, page, how):
    if how == "withdrawn":
        withdraw(page, "ja")
        withdraw(page, "en")
    elif how == "unpublished":
        stored(page).unpublish()
    elif how == "deleted":
        stored(page).delete()
    elif how == "parent-private":
        PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")
    else:
        restriction = PageViewRestriction.objects.create(page=page, restriction_type=how, password="secret")
        restriction.groups.set([Group.objects.create(name="insiders")] if how == "groups" else [])


@pytest.mark.parametrize("name", ["main", "item"])
@pytest.mark.parametrize(
    "how", ["withdrawn", "unpublished", "deleted", "password", "login", "groups", "parent-private"]
)
def test_what_readers_may_not_see_is_on_no_list_feed_or_link(room, client, name, how):
    page = getattr(room, name)
    gone(room, page, how)
    itself = {f"explainers/{name}/", f"explainers/{name}/?ruby=1", f"explainers/{name}/news/", f"news/{name}/"}
    itself |= {f"{section}/{name}/versions/{below}" for section in ("explainers", "news") for below in ("", "1/")}
    texts = (f"見出し{name}", f"Headline {name}", f"/{name}/", f"to {name}")
    # One of each kind everywhere; the other ways to lock a page are the same condition to the database.
    asked = SURFACES if how in ("withdrawn", "password", "parent-private") else MAIN_SURFACES
    assert mentions(client, *texts, surfaces=[surface for surface in asked if surface not in itself]) == []


def test_words_that_linked_to_a_private_page_stay(room, client):
    gone(room, room.main, "password")
    assert "the words stay" in client.get("/en/explainers/other/").content.decode()


@pytest.mark.parametrize(
    "address",
    ["explainers/main/", "explainers/main/news/", "explainers/main/versions/", "feeds/explainers/main.xml"],
)
@pytest.mark.parametrize("how", ["withdrawn", "unpublished", "deleted"])
def test_the_addresses_of_a_page_that_was_taken_back_answer_404(room, client, address, how):
    gone(room, room.main, how)
    assert client.get(f"/ja/{address}").status_code == 404


# --- copies and aliases


@pytest.mark.parametrize("keep_live", [False, True])
def test_a_copy_is_public_in_no_language_until_it_is_released(room, client, editor, keep_live):
    for page in room.pages:
        write(page)
        attributes = {"slug": f"copy-{page.slug}", "headline_ja": "複製"}
        CopyPageAction(
            page=stored(page), to=page.get_parent(), update_attrs=attributes, keep_live=keep_live, user=editor
        ).execute()
    for copy in (ExplainerPage.objects.get(slug="copy-main"), NewsItemPage.objects.get(slug="copy-item")):
        assert copy.released_languages() == []
        assert LaneRelease.objects.filter(page_id=copy.pk).count() == 0
        assert client.get(copy.get_url()).status_code == 404
    assert mentions(client, "copy-", NEEDLE, surfaces=MAIN_SURFACES) == []


def test_publishing_a_copy_releases_only_what_is_asked(room, client):
    make.release(write(room.item, "Copied English"))
    copy = room.item.copy(update_attrs={"slug": "copied"})
    stored(copy).get_latest_revision().publish()
    assert stored(copy).released_languages() == ["ja"]
    assert client.get("/en/news/copied/").status_code == 404
    assert_row_holds_what_was_released(copy)


def test_an_alias_shows_what_its_source_released_and_no_draft(room, client):
    for page in room.pages:
        write(page)
        alias_of(page, f"alias-{page.slug}")
        by_revision(client, None, page)
        alias = type(page).objects.get(slug=f"alias-{page.slug}")
        source = stored(page)
        assert (alias.headline_ja, alias.headline_en) == (source.headline_ja, source.headline_en)
        assert alias.released_languages() == ["ja", "en"]
    assert mentions(client, NEEDLE, surfaces=[*MAIN_SURFACES, "explainers/alias-main/", "news/alias-item/"]) == []
    assert client.get("/en/explainers/alias-main/").status_code == 200


def test_an_alias_leaves_its_source_its_explainers(room):
    alias_of(room.item, "alias")
    by_revision(None, None, room.item)
    for page in (stored(room.item), NewsItemPage.objects.get(slug="alias")):
        assert [link.explainer_id for link in page.explainer_links.all()] == [room.main.pk]


def test_an_alias_of_an_alias_follows_the_source_of_both(room, client):
    alias_of(alias_of(room.main, "first"), "second")
    write(room.main)
    by_revision(client, None, room.main)
    second = ExplainerPage.objects.get(slug="second")
    assert (second.headline_ja, second.headline_en) == ("新しい見出し", "Headline main")


def test_an_alias_made_independent_keeps_its_text_in_every_language(room, desk):
    alias = alias_of(room.main, "alias")
    assert desk.post(reverse("wagtailadmin_pages:convert_alias", args=[alias.pk])).status_code == 302
    draft = make.draft(alias)
    draft.headline_ja = "新しい見出し"
    draft.save_revision().publish()
    page = stored(alias)
    assert (page.headline_ja, page.headline_en) == ("新しい見出し", "Headline main")
    assert "Headline main" in desk.get("/en/explainers/alias/").content.decode()
    assert_row_holds_what_was_released(page)


def test_a_page_taken_offline_comes_back_in_the_language_that_is_asked_for(room, client):
    stored(room.main).unpublish()
    write(room.main)
    by_revision(client, None, room.main)
    assert "新しい見出し" in client.get("/ja/explainers/main/").content.decode()
    assert client.get("/en/explainers/main/").status_code == 404
    withdrawals.restore(stored(room.main), "en", None)
    assert "Headline main" in client.get("/en/explainers/main/").content.decode()
