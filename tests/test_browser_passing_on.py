"""At the end of an explainer, in a real browser: a reader says whether it was clear, and passes it on."""

import pytest

from articles.models import ClarityCount
from tests.factories import SiteTree, block

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.fixture
def site():
    tree = SiteTree()
    body = [
        block("heading", {"level": "2", "text": "一つ目"}, "h1"),
        block("paragraph", "<p>" + "本文が続きます。" * 200 + "</p>", "p1"),
    ]
    tree.main = tree.explainer("main", body_ja=body, body_en=body)
    return tree


def counted():
    return list(ClarityCount.objects.values_list("language", "version", "yes", "no"))


def test_an_answer_is_thanked_for_in_place_and_counted_once(site, visitor):
    reader = visitor(width=360)
    page = reader.page
    reader.go("/en/explainers/main/")
    yes = page.locator(".ask button").first
    yes.press("Enter")
    page.locator(".ask [role=status]:has-text('Thank you')").wait_for()
    assert page.url == f"{reader.address}/en/explainers/main/"
    assert page.evaluate("document.activeElement.value") == "yes"  # where the reader was
    yes.press("Enter")
    page.locator(".ask button").last.click(force=True)
    assert counted() == [("en", 1, 1, 0)]
    assert reader.width_of_content() <= 360
    assert reader.errors == []


def test_without_javascript_the_page_comes_back_with_thanks(site, visitor):
    reader = visitor(java_script_enabled=False)
    page = reader.page
    reader.go("/en/explainers/main/")
    assert not page.locator(".ask__thanks").is_visible()
    page.click(".ask button >> nth=1")
    page.wait_for_url("**/en/explainers/main/#answered")
    assert page.locator(".ask__thanks").is_visible()
    assert not page.locator(".ask button").first.is_visible()
    assert counted() == [("en", 1, 0, 1)]
    assert not page.locator(".share button").first.is_visible()


def test_an_answer_that_cannot_be_sent_can_be_given_again(site, visitor):
    reader = visitor()
    page = reader.page
    reader.go("/en/explainers/main/")
    page.route("**/answers/**", lambda route: route.abort())
    page.click(".ask button >> nth=0")
    page.locator(".ask [role=status]:has-text('could not be sent')").wait_for()
    page.unroute("**/answers/**")
    page.click(".ask button >> nth=0")
    page.locator(".ask [role=status]:has-text('Thank you')").wait_for()
    assert counted() == [("en", 1, 1, 0)]


def test_the_link_of_the_page_and_of_a_section_is_copied_and_told(site, visitor):
    reader = visitor(permissions=["clipboard-read", "clipboard-write"])
    page = reader.page
    reader.go("/en/explainers/main/")
    page.click(".share [data-copy]")
    page.locator(".said:has-text('The link has been copied.')").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{reader.address}/en/explainers/main/"
    anchor = page.locator(".anchor").first
    page.locator("h2:has(.anchor)").first.hover()
    anchor.click()
    page.locator(".said:has-text('The link has been copied.')").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{reader.address}/en/explainers/main/{anchor.get_attribute('href')}"
    page.locator(".said:empty").wait_for(state="attached")
    assert reader.errors == []


def test_the_sheet_of_the_device_is_offered_where_there_is_one(site, visitor):
    reader = visitor()
    page = reader.page
    page.add_init_script("delete Navigator.prototype.share")
    reader.go("/en/explainers/main/")
    assert not page.locator("[data-share]").is_visible()

    reader = visitor()
    page = reader.page
    page.add_init_script("Navigator.prototype.share = (what) => { window.shared = what; return Promise.resolve(); }")
    reader.go("/en/explainers/main/")
    page.click("[data-share]")
    assert page.evaluate("window.shared") == {
        "url": f"{reader.address}/en/explainers/main/",
        "title": "Headline main",
    }
