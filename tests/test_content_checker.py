"""The content checker of a preview and of the editor: our findings beside its own, each at its place."""

import json
import re

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from articles import checks
from articles.desk.content_checks.checker import add_checks
from articles.models.releasing import release_lanes
from tests import factories as make
from tests.desk_forms import form_of
from tests.factories import block, items

pytestmark = pytest.mark.django_db
ENGLISH = {"headers": {"accept-language": "en"}}
UNDATED = [
    block("heading", {"level": "2", "text": "経緯"}, "h"),
    block("paragraph", "<p>9月に600人が加わった。</p>", "p"),
]


@pytest.fixture
def page(site):
    return site.explainer("checked", headline_ja="元の見出し", languages=("ja",))


def figure(alt="", title=""):
    value = {"picture": make.picture().pk, "alt": alt, "title": title, "source_name": "編集部"}
    return block("figure", value, "figure")


def view_draft(client, page):
    return client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]), **ENGLISH).content.decode()


def answer(html, name):
    """The JSON that the userbar of a preview carries."""
    return json.loads(BeautifulSoup(html, "html.parser").find(id=name).string)


class TestContentChecker:
    def test_each_finding_leads_to_its_block_and_says_its_words(self, page, desk):
        make.edited(page, body_ja=[*UNDATED, figure()])
        html = view_draft(desk, page)
        marks = {mark["check"]: mark for mark in answer(html, "desk-content-marks")}
        assert set(marks) == {checks.MISSING_ALT, checks.UNDATED_MONTH}, "the figure stands for the number"
        month = marks[checks.UNDATED_MONTH]
        assert "9月" in month["text"]
        shown = BeautifulSoup(html, "html.parser")
        assert shown.select_one(month["selector"]).get_text() == "9月に600人が加わった。"
        assert shown.select_one(marks[checks.MISSING_ALT]["selector"]).name == "figure"

    def test_axe_is_given_a_rule_for_each_with_its_words(self, page, desk):
        make.edited(page, headline_ja="あ" * 41, body_ja=UNDATED)
        config = answer(view_draft(desk, page), "checker-axe-configuration")
        said = [
            config["messages"][rule].get("help_text", "") for rule in config["options"]["runOnly"] if "desk" in rule
        ]
        assert len(said) == 3
        assert all(any(words in text for text in said) for words in ("41", "9月", "600人"))
        known = {rule["id"] for rule in config["spec"]["rules"]}
        assert {f"desk-{check}" for check in checks.ALL_CHECKS} <= known, "the editor's panel asks for these"
        assert "heading-order" in config["options"]["runOnly"], "beside Wagtail's own"

    def test_the_editors_panel_asks_for_every_check(self, page, desk):
        html = desk.get(reverse("wagtailadmin_pages:edit", args=[page.pk]), **ENGLISH).content.decode()
        config = answer(html, "checker-axe-configuration")
        rules = {f"desk-{check}" for check in checks.ALL_CHECKS}
        assert rules <= set(config["options"]["runOnly"])
        assert rules <= {rule["id"] for rule in config["spec"]["rules"]}
        assert rules <= set(config["messages"])

    def test_it_speaks_of_the_language_that_is_shown(self, page, desk):
        url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
        desk.post(url, form_of(make.draft(page), body_ja=UNDATED, headline_en="a" * 81))
        found = {mode: answer(desk.get(f"{url}?mode={mode}").content, "desk-content-marks") for mode in ("ja", "en")}
        assert [mark["check"] for mark in found["ja"]] == [checks.UNDATED_MONTH, checks.UNSOURCED_NUMBER]
        assert [mark["check"] for mark in found["en"]] == [checks.LONG_HEADLINE]

    def test_a_preview_differs_from_the_page_in_nothing_that_is_seen(self, page, desk, client):
        body = [
            *UNDATED,
            block("key_points", {"points": items("要点")}, "k"),
            block("note", {"title": "補足", "text": "<p>補う。</p>"}, "n"),
            block("quote", {"text": "引用", "source_name": "大臣", "source_url": ""}, "q"),
            figure(alt="図", title="題"),
        ]
        make.edited(page, body_ja=body)
        release_lanes(page, ["ja"])
        seen = view_draft(desk, page)
        client.logout()
        public = client.get("/ja/explainers/checked/").content.decode()
        assert "data-check" in seen
        for trace in ("data-check", "check-", "desk-", "wagtail-userbar"):
            assert trace not in public
        assert prose(re.sub(r' (data-check|id)="check-[^"]*"', "", seen)) == prose(public)

    def test_a_block_without_an_element_is_told_at_the_headline(self, page, desk):
        make.edited(page, body_ja=[block("paragraph", "9月の話", "p")])
        [mark] = answer(view_draft(desk, page), "desk-content-marks")
        assert mark["selector"] == "h1"

    def test_what_is_no_page_of_ours_is_left_alone(self, rf):
        items = ["something else"]
        add_checks(rf.get("/"), items, None)
        assert items == ["something else"]


def prose(html):
    return str(BeautifulSoup(html, "html.parser").select_one(".prose"))
