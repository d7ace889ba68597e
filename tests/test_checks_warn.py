"""What had better be mended holds nothing: it is said before a publish, and after it."""

import json

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from articles.models import StandardPage
from articles.models.content_check import content_warnings
from articles.models.releasing import release_lanes
from tests import factories as make
from tests.desk_forms import post_edit
from tests.factories import block
from tests.surfaces import stored

pytestmark = pytest.mark.django_db
ENGLISH = {"headers": {"accept-language": "en"}}
PLAIN = block("paragraph", "<p>本文です。</p>", "plain")
UNDATED = [
    block("heading", {"level": "2", "text": "経緯"}, "h"),
    block("paragraph", "<p>9月に600人が加わった。</p>", "p"),
]


@pytest.fixture
def page(site):
    return site.explainer("checked", headline_ja="元の見出し", languages=("ja",))


def said(client, page):
    """The messages above the form."""
    html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content
    return [message.get_text() for message in BeautifulSoup(html, "html.parser").select(".messages > ul > li")]


class TestWhatHadBetterBeMended:
    def test_it_holds_nothing(self, page):
        make.edited(page, headline_ja="あ" * 41, body_ja=UNDATED)
        assert release_lanes(page, ["ja"]).release == ["ja"]

    def test_the_publishing_screen_lists_it(self, page, desk):
        make.edited(page, headline_ja="あ" * 41, body_ja=UNDATED)
        section = desk.get(reverse("desk_publish", args=[page.pk]), **ENGLISH).context["cards"][0]["section"]
        assert section.blockers == []
        told = " ".join(section.cautions)
        for words in ("41 full-width characters", "“9月”", "“600人”", "under “経緯”"):
            assert words in told

    def test_the_review_lists_it(self, page, desk):
        make.edited(page, body_ja=UNDATED)
        text = desk.get(reverse("lane_review", args=[page.pk, "ja"]), **ENGLISH).content.decode()
        assert "“9月”" in text
        assert "The checks of the text found this to mend:" in text
        assert "“9月”" not in desk.get(reverse("lane_review", args=[page.pk, "shared"]), **ENGLISH).content.decode()

    def test_whoever_has_published_it_is_told(self, page, desk):
        post_edit(desk, make.draft(page), body_ja=UNDATED, **{"action-publish": "ja"})
        *_others, warned = said(desk, page)
        assert "9月" in warned
        assert "600人" in warned

    def test_who_publishes_a_clean_text_is_told_nothing(self, page, desk):
        post_edit(desk, make.draft(page), body_ja=[PLAIN], **{"action-publish": "ja"})
        assert len(said(desk, page)) == 2, "what is public now, and what is not"

    def test_sources_of_the_page_stand_for_its_numbers(self, page):
        source = {"title": "白書", "url": "https://www.example.jp/", "accessed": "2025-12-01"}
        make.edited(page, body_ja=UNDATED, sources=[block("source", source)])
        assert "600" not in " ".join(content_warnings(type(page), stored(page).draft_content(), "ja"))

    def test_news_carry_their_date_and_pages_about_the_site_have_no_sources(self, site):
        item = site.item("dated", body_ja=UNDATED)
        assert content_warnings(type(item), item.draft_content(), "ja") == []
        [line] = content_warnings(StandardPage, {"body_ja": json.dumps(UNDATED)}, "ja")
        assert "9月" in line
