"""What must not go out as it stands is held on every path, and said with its place and what to do."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import translation

from articles.models.releasing import release_lanes
from tests import factories as make
from tests import publishing_paths as paths
from tests.desk_forms import post_edit
from tests.factories import block
from tests.surfaces import stored

pytestmark = pytest.mark.django_db
ENGLISH = {"headers": {"accept-language": "en"}}
PLAIN = block("paragraph", "<p>本文です。</p>", "plain")
SKIPPED = [PLAIN, block("heading", {"level": "3", "text": "背景"}, "skipped"), PLAIN]
MESSAGE = "“背景” is a subsection with no section above it."


@pytest.fixture
def page(site):
    return site.explainer("checked", headline_ja="元の見出し", languages=("ja",))


def figure(alt="", title=""):
    value = {"picture": make.picture().pk, "alt": alt, "title": title, "source_name": "編集部"}
    return block("figure", value, "figure")


def blockers(page, language="ja"):
    with translation.override("en"):
        return {key: str(words) for key, words in make.draft(page).release_blockers(language).items()}


class TestWhatStopsAPublish:
    def test_it_says_in_which_block_and_what_to_do(self, page):
        make.edited(page, body_ja=SKIPPED)
        words = blockers(page)["checks"]
        assert MESSAGE in words
        assert "Make it a section" in words
        assert "block 2: Heading" in words

    def test_a_figure_is_named_by_its_number_and_its_heading(self, page):
        make.edited(page, body_ja=[block("heading", {"level": "2", "text": "流れ"}, "h"), figure()])
        assert "block 2: Figure, under “流れ”" in blockers(page)["checks"]

    def test_the_main_picture_is_told_at_its_field(self, page):
        make.edited(page, hero=make.picture())
        assert list(blockers(page)) == ["hero_alt_ja"]
        make.edited(page, hero_alt_ja="点の図")
        assert blockers(page) == {}

    @pytest.mark.parametrize(
        "publish",
        [paths.by_revision, paths.by_bulk_action, paths.by_edit_action, paths.by_admin_api, paths.by_workflow],
    )
    def test_no_path_gets_around_it(self, publish, page, desk, admin_user):
        make.edited(page, headline_ja="新しい見出し", body_ja=SKIPPED)
        publish(desk, admin_user, page)
        assert stored(page).headline_ja == "元の見出し"
        assert make.draft(page).headline_ja == "新しい見出し"

    def test_a_schedule_finds_it_too(self, page, desk, admin_user):
        make.edited(page, headline_ja="新しい見出し", body_ja=SKIPPED)
        paths.by_schedule(desk, admin_user, page)
        assert stored(page).headline_ja == "元の見出し"

    def test_the_other_language_goes_out(self, page):
        make.edited(page, body_ja=SKIPPED, headline_en="News")
        assert release_lanes(page, ["ja", "en"]).release == ["en"]

    def test_the_editor_says_so_beside_what_was_typed(self, page, desk):
        response = post_edit(desk, make.draft(page), body_ja=SKIPPED, **{"action-publish": "ja"})
        assert response.status_code == 200
        assert "背景" in str(response.context["form"].non_field_errors())
        assert "背景" in BeautifulSoup(response.content, "html.parser").select_one(".messages").get_text()

    def test_the_publishing_screen_says_so_before(self, page, desk):
        make.edited(page, body_ja=SKIPPED)
        response = desk.get(reverse("desk_publish", args=[page.pk]), **ENGLISH)
        assert MESSAGE in response.content.decode()
