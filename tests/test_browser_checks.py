"""The checks of a text in a real browser: the editor's panel and the preview say what was found, in words."""

import pytest

from tests import factories as make
from tests.factories import SiteTree, block

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


ROW = "[data-content-checker-row]"


@pytest.fixture
def page():
    body = [
        block("heading", {"level": "3", "text": "背景"}, "h"),
        block("paragraph", "<p>職員は600人で、9月に増えた。</p>", "p"),
    ]
    page = SiteTree().explainer("checked", languages=(), headline_ja="あ" * 41, body_ja=body)
    page.save_revision()
    return page


@pytest.fixture
def desk(page, visitor):
    user = make.person("publisher", "suzuki")
    user.set_password("a-long-password")
    user.save()
    window = visitor(width=1280)
    window.log_in("suzuki", "a-long-password")
    window.go(f"/admin/pages/{page.pk}/edit/")
    return window


def rows(panel):
    """`{what is said: place}`"""
    found = {}
    for row in panel.locator(ROW).all():
        help_text, place = (row.locator(f"[data-content-checker-{part}]") for part in ("help", "selector-text"))
        found[help_text.inner_text()] = place.inner_text()
    return found


def test_the_checks_panel_names_the_words_and_the_place(desk):
    window = desk.page
    panel = window.locator("[data-checks-panel]")
    window.locator("[data-side-panel-toggle=checks]").click()
    panel.locator(ROW).nth(3).wait_for()
    found = rows(panel)
    for words, place in (("9月", "ブロック2"), ("600人", "ブロック2"), ("背景", "ブロック1"), ("41", "見出し")):
        [said] = [text for text in found if words in text]
        assert place in found[said]
    assert window.locator("[data-side-panel-toggle=checks] [data-side-panel-toggle-counter]").inner_text() == "4"

    window.wait_for_timeout(1500)  # before that, Wagtail takes what is typed for what was there
    window.fill("[name=headline_ja]", "短い見出し")
    panel.locator(ROW).nth(3).wait_for(state="detached")
    assert not any("41" in text for text in rows(panel))


def test_a_preview_of_its_own_leads_to_the_block(desk, page):
    window = desk.page
    window.locator("[data-side-panel-toggle=preview]").click()
    window.frame_locator("#w-preview-iframe").locator("html[lang=ja] main").wait_for()
    desk.go(f"/admin/pages/{page.pk}/edit/preview/?mode=ja")
    window.locator("#wagtail-userbar-trigger").click()
    window.locator("#checker-trigger").click()
    row = window.locator(f"#checker-results {ROW}", has_text="9月")
    row.wait_for()
    row.locator("[data-content-checker-selector]").click()
    outlined = window.locator(".prose p[data-check]")
    assert "outline" in outlined.get_attribute("style")
    assert outlined.inner_text() == "職員は600人で、9月に増えた。"
