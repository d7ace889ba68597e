"""Whole visits that leave something out: one by the keyboard alone, one without JavaScript."""

import pytest

from articles.models import ClarityCount, GlossaryTerm
from tests import factories as make
from tests.factories import SiteTree, block, items

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
MAIN = "/ja/explainers/main/"
VIDEO = {
    "url": "https://www.youtube.com/watch?v=abcdefghijk",
    "title": "動画",
    "duration": "1:00",
    "description": "説明",
    "picture": None,
}


@pytest.fixture
def site():
    tree = SiteTree()
    GlossaryTerm.objects.create(slug="cloud", name_ja="雲形基盤", name_en="cloud", definition_ja="共に使う機械。")
    topic, author, flash = make.topic("system"), make.author(), make.category("flash", is_flash=True)
    body = [
        block("key_points", {"points": items("要点の一つ目")}, "k"),
        *[
            block(*of_section)
            for number in range(1, 4)
            for of_section in (
                ("heading", {"level": "2", "text": f"節の{number}"}, f"h{number}"),
                ("paragraph", "<p>" + "本文が続きます。" * 60 + "雲形基盤です。</p>", f"p{number}"),
            )
        ],
        block("questions", {"items": items({"question": "問い", "answer": "<p>答え</p>"})}, "q"),
        block("video", VIDEO, "v"),
    ]
    page = tree.explainer("main", body_ja=body, body_en=body, topics=[topic], authors=[author])
    page = make.draft(page)
    page.standfirst_ja = "改めた前文"
    make.release(page, "ja")
    tree.filed = {"category": flash, "topics": [topic]}
    for number in range(4):
        tree.item(f"n{number}", at=f"2025-12-0{4 - number // 2} 09:{number}5", **tree.filed)
    return tree


# What of the page can have focus, and how the element that has it looks.
CONTROLS = """() => [...document.querySelectorAll('a[href], button, summary, input:not([type=hidden])')]
    .filter((it) => it.tabIndex >= 0 && it.checkVisibility() && !(it.type === 'radio' && !it.checked)).length"""
FOCUSED = """() => {
    const it = document.activeElement, before = window.focusedBefore;
    window.focusedBefore = it;
    if (it === document.body || (before && it.matches('.skip'))) return null;
    const box = it.getBoundingClientRect(), style = getComputedStyle(it);
    const line = it.getClientRects()[0] ?? box;
    const hit = document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);
    return {
        name: it.outerHTML.slice(0, 120),
        isInView: box.top >= 0 && box.left >= 0 && box.right <= innerWidth && (box.bottom <= innerHeight || box.height > innerHeight),
        isOnTop: it.contains(hit) || !!hit?.contains(it),
        isOutlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
        isNext: !before?.isConnected || before === it || !!(before.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_FOLLOWING),
        top: box.top + scrollY, left: box.left, right: box.right, bottom: box.bottom + scrollY,
    };
}"""


class Hands:
    """Somebody who has a keyboard and nothing else, and sees where they are at every step."""

    def __init__(self, window):
        self.window, self.page = window, window.page

    def open(self, path):
        self.window.go(path)

    def step(self):
        """One Tab: what has focus now, or None at the end of the page."""
        self.page.keyboard.press("Tab")
        it = self.page.evaluate(FOCUSED)
        if it:
            unseen = [key for key in ("isInView", "isOnTop", "isOutlined", "isNext") if not it[key]]
            assert not unseen, (unseen, it)
        return it

    def reach(self, selector):
        """Tab on until something of this kind has focus."""
        for _ in range(120):
            assert self.step(), f"the end of the page came before {selector}"
            if self.has(selector):
                return
        raise AssertionError(f"{selector} was not reached")

    def press(self, key):
        self.page.keyboard.press(key)

    def follow(self, selector):
        self.reach(selector)
        with self.page.expect_navigation():
            self.press("Enter")

    def has(self, selector):
        return self.page.evaluate("(selector) => document.activeElement.matches(selector)", selector)


@pytest.fixture
def hands(visitor):
    window = visitor(width=360, reduced_motion="reduce", permissions=["clipboard-read", "clipboard-write"])
    return Hands(window)


def test_everything_is_reached_once_seen_and_in_the_order_of_reading(site, hands):
    for path in ("/ja/", MAIN, f"{MAIN}?ruby=1", "/ja/news/", "/ja/news/2025/12/04/", "/ja/glossary/"):
        hands.open(path)
        reached = []
        while it := hands.step():
            if reached:
                before = reached[-1]
                assert it["bottom"] > before["top"] or it["left"] >= before["right"], (before, it)
            reached.append(it)
            assert len(reached) < 150, "no way out"
        assert len(reached) == hands.page.evaluate(CONTROLS), path
    assert hands.window.errors == []


def test_a_visit_by_the_keyboard_alone(site, hands):
    page = hands.page
    hands.open("/ja/")
    hands.step()
    assert hands.has(".skip")
    hands.press("Enter")
    assert hands.has("main")
    hands.follow(f"main a[href='{MAIN}']")

    hands.reach(".toc li:nth-child(3) a")
    hands.press("Enter")
    section = page.locator(".article__text h2").nth(2)
    assert 0 <= section.bounding_box()["y"] < 100
    hands.step()
    assert hands.has(f"#{section.get_attribute('id')} > .anchor")  # reading goes on there
    hands.press("Enter")
    page.locator(".said:not(:empty)").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{page.url.split('#')[0]}#{section.get_attribute('id')}"
    assert hands.has(f"#{section.get_attribute('id')} > .anchor")

    hands.reach("summary")
    hands.press("Enter")
    assert page.locator(".qa[open] p").is_visible()
    hands.reach(".ask button[value=no]")
    hands.press("Enter")
    page.locator(".ask__said:not(:empty)").wait_for()
    assert list(ClarityCount.objects.values_list("version", "yes", "no")) == [(2, 0, 1)]
    hands.reach("[name=theme]")
    ink = page.evaluate("getComputedStyle(document.body).color")
    hands.press("ArrowRight")
    hands.press("ArrowRight")
    assert hands.has("#theme-dark:checked")
    assert page.evaluate("getComputedStyle(document.body).color") != ink

    hands.open(MAIN)
    hands.reach("a.term")
    hands.press("Enter")
    assert hands.has("#pop:popover-open")
    assert "共に使う機械。" in page.evaluate("document.activeElement.textContent")
    hands.press("Escape")
    assert hands.has("a.term")
    assert not page.locator("#pop:popover-open").count()

    hands.open(MAIN)
    for shown in (True, False):
        hands.follow(".furigana")
        assert bool(page.locator("ruby").count()) == shown
    hands.follow(".langs a")
    assert page.url.endswith("/en/explainers/main/")

    hands.follow(".tosearch")
    hands.reach("[name=q]")
    page.keyboard.type("lead main")
    hands.press("Enter")
    page.wait_for_url("**/search/?q=*")
    hands.follow(".hit h3 a[href$='/explainers/main/']")
    assert hands.window.errors == []


def test_the_news_by_the_keyboard_alone(site, hands):
    page = hands.page
    page.clock.install()
    hands.open("/ja/news/")
    hands.follow(".tabs a[href$='/flash/']")
    assert page.locator(".tabs [aria-current=page]").get_attribute("href").endswith("/flash/")
    hands.follow(".item h3 a")
    assert page.locator(".newsitem h1").is_visible()
    page.go_back()
    assert page.url.endswith("/ja/news/flash/")

    site.item("meanwhile", headline_ja="その間の知らせ")
    hands.open("/ja/news/")
    site.item("later", headline_ja="後の知らせ")
    page.clock.fast_forward(70_000)
    page.wait_for_selector(".livebar button")
    hands.reach(".livebar button")
    hands.press("Enter")
    page.wait_for_selector(".item h3 a[href$='/later/']")
    assert hands.has(".item h3 a[href$='/later/']")
    assert hands.window.errors == []


@pytest.fixture
def plain(visitor):
    return visitor(java_script_enabled=False, width=360)


def test_texts_without_javascript(site, plain):
    page = plain.page
    plain.go("/ja/")
    page.click(f"main a[href='{MAIN}']")
    page.click(".toc li:nth-child(2) a")
    assert page.url.split("#")[1] == page.locator(".article__text h2").nth(1).get_attribute("id")
    page.click("summary >> nth=0")
    assert page.locator(".qa p").is_visible()
    assert page.locator(".video__play").get_attribute("href") == VIDEO["url"]
    page.click(".ask button[value=yes]")
    assert page.url.endswith(f"{MAIN}#answered")
    assert page.locator(".ask__thanks").is_visible()
    assert list(ClarityCount.objects.values_list("version", "yes", "no")) == [(2, 1, 0)]

    page.click(".furigana")
    assert page.url.endswith(f"{MAIN}?ruby=1")
    assert page.locator("ruby").count()
    page.click("a.term >> nth=0")
    assert page.url.endswith("/ja/glossary/#cloud")
    assert "共に使う機械。" in page.locator(":target").inner_text()

    light = page.locator("body").evaluate("(body) => getComputedStyle(body).color")
    page.check("#theme-dark")
    assert page.locator("body").evaluate("(body) => getComputedStyle(body).color") != light

    plain.go(MAIN)
    page.click(".langs a[hreflang=en]")
    assert page.locator("h1").inner_text() == "Headline main"
    plain.go(MAIN)
    page.click(".byline a[href$='/versions/']")
    page.click(".log a[href$='/versions/1/']")
    assert page.locator(".standfirst").inner_text() == "前文main"
    page.click(".earlier a >> nth=0")
    assert page.locator(".standfirst").inner_text() == "改めた前文"


def test_searching_without_javascript(site, plain):
    page = plain.page
    plain.go("/ja/")
    page.click(".tosearch")
    page.fill("[name=q]", "改めた　前文")
    page.click("search button")
    assert page.locator(".hit mark").all_inner_texts() == ["改めた前文"]
    assert page.locator("[name=q]").input_value() == "改めた 前文"
    page.click(f".hit a[href='{MAIN}']")
    assert page.locator(".standfirst").inner_text() == "改めた前文"


def test_lists_and_news_without_javascript(site, plain):
    page = plain.page
    for number in range(27):
        site.item(f"older-{number}", at=f"2025-12-02 09:{number + 10}", **site.filed)
    plain.go("/ja/news/")
    site.item("later", headline_ja="後の知らせ")
    page.click(".feed noscript a")
    assert page.locator(".item h3 a >> nth=0").get_attribute("href").endswith("/later/")
    page.click(".tabs a[href$='/flash/']")
    page.click(".pager .button")
    assert page.locator(".item").count() == 1
    page.click(".day__date a")
    assert page.url.endswith("/ja/news/2025/12/02/")
    page.click(".pager [rel=next]")
    assert page.locator(".item").count() == 2
    page.click(".item h3 a >> nth=0")
    assert page.locator(".newsitem h1").is_visible()

    plain.go(MAIN)
    page.click(".byline [rel=author]")
    page.click(f"main a[href='{MAIN}']")
    page.click(".tags a")
    assert page.url.endswith("/ja/topics/system/")
    for path in ("topics", "corrections", "glossary"):
        page.click(f".foot a[href='/ja/{path}/']")
        assert page.locator("h1").is_visible()
    plain.go("/ja/news/")
    page.click(".rail a[href='/ja/feeds/']")
    assert page.locator(".feedlist a[href$='/ja/feeds/topics/system.xml']").is_visible()
    assert plain.go("/ja/nowhere/").status == 404
    page.click(f"main a[href='{MAIN}']")
    assert page.locator("h1").is_visible()
