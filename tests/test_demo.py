"""The demo newsroom: complete in both languages, loaded once and for all, and never at the cost of other content."""

from pathlib import Path

import pytest
from django.conf import settings as site_settings
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.db import transaction
from wagtail.models import Page, Revision, Site

from articles import lanes
from articles.demo import loader
from articles.demo.accounts import DEMO_ACCOUNTS
from articles.demo.blocks import EXPLAINER_LINK
from articles.demo.explainers import EXPLAINERS
from articles.demo.first_steps import STARTS
from articles.demo.news import NEWS
from articles.demo.pictures import PICTURES, draw
from articles.demo.taxonomy import CATEGORIES
from articles.models import (
    ExplainerPage,
    HomePage,
    NewsItemPage,
)
from tests.demo import reader, stored_rows

SMALL = {"picture_width": 96, "archive_days": 12}
EVERY_BLOCK = {
    "heading", "paragraph", "bullets", "figure", "related", "quote", "key_points", "note", "comparison", "timeline",
    "questions", "promo",
}  # fmt: skip


@pytest.fixture(scope="class")
def _demo(django_db_setup, django_db_blocker):
    """One load for all tests of a class, taken back after the last."""
    with django_db_blocker.unblock():
        with transaction.atomic():
            loader.load(**SMALL)
            yield
            transaction.set_rollback(True)
        cache.clear()  # Wagtail remembers where the site begins


@pytest.fixture
def _forgetful():
    yield
    cache.clear()


def media_files():
    root = Path(site_settings.MEDIA_ROOT)
    return [path for path in root.rglob("*") if path.is_file()] if root.exists() else []


@pytest.mark.usefixtures("_demo", "db")
class TestLoadedDemo:
    @pytest.mark.parametrize("language", ["ja", "en"])
    def test_main_explainer_is_public_with_its_six_sections_and_every_kind_of_block(self, language):
        response = reader(f"/{language}/explainers/digital-agency/")
        assert response.status_code == 200
        body, keys = response.context["body"], response.context["keys"]
        assert len(body.contents) == 6
        shown = [keys, *body.opening, *(block for section in body.sections for block in section.blocks)]
        assert {block.kind for block in shown} >= EVERY_BLOCK
        assert all(block.value["picture"] for block in shown if block.kind == "figure")

    @pytest.mark.parametrize("language", ["ja", "en"])
    def test_what_stands_around_the_explainer_is_there(self, language):
        context = reader(f"/{language}/explainers/digital-agency/").context
        page = context["page"]
        assert all([page.headline, page.standfirst, page.hero, page.hero_alt, page.hero.credit, page.hero.licence])
        assert all([context["topics"], context["authors"], context["sources"], context["related"], context["days"]])
        assert len(context["frame"].navigation) >= 4
        assert context["frame"].site.footer_notice

    @pytest.mark.parametrize("language", ["ja", "en"])
    @pytest.mark.parametrize("path", ["", "explainers/", "news/", "news/2025/12/03/", "feeds/", "feeds/news.xml"])
    def test_the_lists_are_public(self, language, path):
        assert reader(f"/{language}/{path}").status_code == 200

    @pytest.mark.parametrize("language", ["ja", "en"])
    @pytest.mark.parametrize("slug", [row["slug"] for row in EXPLAINERS])
    def test_every_explainer_is_public(self, language, slug):
        assert reader(f"/{language}/explainers/{slug}/").status_code == 200

    def test_links_between_explainers_lead_to_explainers(self):
        html = reader("/en/explainers/digital-agency/").content.decode()
        assert 'href="/en/explainers/one-stop-moving/"' in html
        assert "explainer=" not in html

    @pytest.mark.parametrize("language", ["ja", "en"])
    def test_the_feed_has_the_items_of_the_page_and_an_archive_for_days_tabs_and_pages(self, language):
        items = NewsItemPage.objects.in_stream("all", language)
        assert [item.slug for item in items[: len(NEWS)]] == [row["slug"] for row in NEWS]
        assert len(NEWS) == 15
        assert len(items) > len(NEWS) + 30
        assert len({item.published_at.date() for item in items}) > 10
        for row in CATEGORIES:
            assert reader(f"/{language}/news/{row['slug']}/").context["days"]

    def test_the_front_page_leads_with_the_picks(self):
        context = reader("/ja/").context
        assert context["lead"].slug == "digital-agency"
        assert len(context["picks"]) == 3

    @pytest.mark.parametrize("language", ["ja", "en"])
    def test_the_front_page_says_where_to_begin(self, language):
        context = reader(f"/{language}/").context
        assert len(context["steps"]) == 3
        begun = {group.topic.slug: group.first.slug for group in context["topics"] if group.is_start}
        assert begun == STARTS

    def test_readers_and_editors_see_the_dates_of_the_story(self):
        for page in [*ExplainerPage.objects.live(), *NewsItemPage.objects.all()]:
            times = [page.released_at_ja, page.first_published_at, page.last_published_at]
            times += [release.released_at for release in page.lane_releases.all()]
            times += [revision.created_at for revision in Revision.objects.for_instance(page)]
            assert {time.year for time in times} <= {2025}

    def test_drafts_equal_what_is_released_in_each_language(self):
        for page in [
            *ExplainerPage.objects.exclude(slug="government-cloud").live(),
            *NewsItemPage.objects.all(),
        ]:
            draft = page.get_latest_revision_as_object()
            for lane, (digest, released) in draft.lane_states().items():
                assert digest == (released.digest if released else ""), (page, lane)
            assert not page.has_unpublished_changes
            assert page.live_revision == page.latest_revision

    def test_an_item_without_english_is_public_in_japanese_alone(self):
        (item,) = NewsItemPage.objects.filter(released_at_en=None)
        assert reader(f"/ja/news/{item.slug}/").status_code == 200
        assert reader(f"/en/news/{item.slug}/").status_code == 404

    def test_a_newer_english_draft_is_held_back(self):
        page = ExplainerPage.objects.get(slug="government-cloud")
        draft = page.get_latest_revision_as_object()
        assert page.has_unpublished_changes
        assert draft.standfirst_en != page.standfirst_en
        assert draft.standfirst_ja == page.standfirst_ja
        assert page.standfirst_en in reader("/en/explainers/government-cloud/").context["page"].standfirst

    def test_a_draft_is_not_public(self):
        page = ExplainerPage.objects.get(slug="digital-day")
        assert not page.live
        assert page.get_latest_revision_as_object().headline_ja
        assert reader("/ja/explainers/digital-day/").status_code == 404

    def test_a_second_load_changes_nothing(self):
        before, files = stored_rows(), media_files()
        loader.load(**SMALL)
        assert stored_rows() == before
        assert media_files() == files

    def test_what_editors_changed_stays_changed(self):
        page = ExplainerPage.objects.get(slug="nft").get_latest_revision_as_object()
        page.headline_ja, page.slug = "編集部が直した見出し", "nft-renamed"
        page.release_intent = [lanes.SHARED, "ja"]
        page.save_revision().publish()
        count = Page.objects.count()
        loader.load(**SMALL)
        assert ExplainerPage.objects.get(slug="nft-renamed").headline_ja == "編集部が直した見出し"
        assert Page.objects.count() == count

    def test_known_passwords_exist_on_development_machines_only(self, settings):
        users = get_user_model().objects
        assert not users.exists()
        settings.DEBUG = True
        loader.load(**SMALL)
        assert {user.username for user in users.all()} == {account.username for account in DEMO_ACCOUNTS}
        for account in DEMO_ACCOUNTS:
            assert users.get(username=account.username).check_password(account.password)

    def test_the_demo_editor_may_write_and_publish_but_not_administer(self, settings):
        settings.DEBUG = True
        loader.load(**SMALL)
        editor = get_user_model().objects.get(username="editor")
        rights = Page.objects.get(slug="news").specific.permissions_for_user(editor)
        assert rights.can_add_subpage()
        assert rights.can_publish_subpage()
        assert editor.has_perm("articles.add_topic")
        assert editor.has_perm("wagtailadmin.access_admin")
        assert not editor.is_superuser
        assert not editor.has_perm("auth.change_user")


@pytest.mark.django_db
@pytest.mark.usefixtures("_forgetful")
class TestLoadingIntoAnEmptySite:
    load = staticmethod(lambda: loader.load(picture_width=96, archive_days=1))

    def test_a_failure_leaves_no_row_and_no_file(self, monkeypatch):
        def fail(explainers):
            raise RuntimeError("the lights went out")

        before = stored_rows()
        monkeypatch.setattr(loader, "ensure_picks", fail)
        with pytest.raises(RuntimeError):
            self.load()
        assert stored_rows() == before
        assert media_files() == []

    def test_wagtails_welcome_page_makes_room(self, settings):
        settings.SITE_URL = "https://news.example.jp"
        self.load()
        site = Site.objects.get()
        assert site.root_page.specific == HomePage.objects.get()
        assert (site.hostname, site.port) == ("news.example.jp", 443)
        assert [page.slug for page in Page.objects.filter(depth=2)] == [site.root_page.slug]

    def test_a_front_page_of_others_is_refused(self):
        Page.objects.filter(depth=2).update(title="Our company")
        with pytest.raises(CommandError, match="Our company"):
            call_command("load_demo")
        assert not HomePage.objects.exists()


class TestDemoContent:
    @pytest.mark.parametrize("row", EXPLAINERS, ids=lambda row: row["slug"])
    def test_both_languages_have_the_same_blocks_and_name_only_what_exists(self, row):
        slugs = {other["slug"] for other in EXPLAINERS}
        structures = [[(key, kind) for key, kind, _ in row[code]["body"]] for code in ("ja", "en")]
        assert structures[0] == structures[1]
        assert len({key for key, _ in structures[0]}) == len(structures[0])
        for code in ("ja", "en"):
            assert all(row[code][name] for name in ("headline", "standfirst", "hero_alt", "hero_caption"))
            assert set(EXPLAINER_LINK.findall(repr(row[code]["body"]).replace("\\", ""))) <= slugs
            for _key, kind, value in row[code]["body"]:
                assert kind != "related" or set(value) <= slugs
                assert kind != "figure" or value["picture"] in PICTURES

    def test_rows_of_the_feed_have_both_languages_and_addresses_of_their_own(self):
        rows = [*NEWS, *loader.archive_items()]
        assert len({row["slug"] for row in rows}) == len(rows)
        assert all(row[code][name] for row in rows for code in ("ja", "en") for name in ("headline", "summary"))

    @pytest.mark.parametrize("name", PICTURES)
    def test_pictures_are_the_same_every_time(self, name):
        assert draw(name, 96).tobytes() == draw(name, 96).tobytes()
