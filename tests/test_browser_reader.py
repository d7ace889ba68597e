"""A reader's visit, in a real browser."""

import pytest

from tests import factories as make
from tests.factories import SiteTree, block, items

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.fixture
def site():
    tree = SiteTree()
    topic, flash = make.topic("system"), make.category("flash", is_flash=True)
    body = [
        block("key_points", {"points": items("要点の一つ目", "要点の二つ目")}, "k"),
        *[
            b
            for number in range(1, 5)
            for b in (
                block("heading", {"level": "2", "text": f"節{number}"}, f"h{number}"),
                block("paragraph", "<p>" + "本文が続きます。" * 60 + "</p>", f"p{number}"),
                block("heading", {"level": "3", "text": f"小見出し{number}"}, f"s{number}"),
                block("paragraph", "<p>" + "本文が続きます。" * 60 + "</p>", f"q{number}"),
            )
        ],
        block(
            "video",
            {
                "url": "https://www.youtube.com/watch?v=abcdefghijk",
                "title": "動画",
                "duration": "1:00",
                "description": "説明",
                "picture": None,
            },
            "v",
        ),
    ]
    tree.explainer("main", headline_ja="主な解説 何がどう変わるのか", body_ja=body, body_en=body, topics=[topic])
    for number in range(35):
        tree.item(
            f"n{number}", at=f"2025-12-{4 - number // 12:02d} {23 - number % 12:02d}:15", category=flash, topics=[topic],
            headline_ja=f"ニュース{number}番",
        )  # fmt: skip
    return tree


@pytest.mark.parametrize("width", [360, 1280])
def test_a_reader_follows_contents_tabs_days_and_pages(site, visitor, width):
    reader = visitor(width=width)
    page = reader.page
    reader.go("/ja/explainers/main/")
    page.click(".toc a:has-text('節3')")
    assert page.url.endswith("#" + page.locator("h2:has-text('節3')").get_attribute("id"))
    assert page.locator("h2:has-text('節3')").is_visible()
    page.wait_for_selector(
        ".toc a[aria-current]:has-text('節3'), .toc a[aria-current]:has-text('小見出し')", state="attached"
    )

    page.click(".langs a[hreflang=en]")
    assert page.url.startswith(f"{reader.address}/en/explainers/main/")
    assert page.locator("h1").inner_text() == "Headline main"

    reader.go("/ja/news/")
    assert page.locator(".item").count() == 30
    page.click(".tabs a:has-text('種類flash')")
    assert page.locator(".tabs [aria-current=page]").inner_text() == "種類flash"
    page.click(".pager .button")
    assert [page.locator(".item h3").nth(i).inner_text() for i in (0, 4)] == ["ニュース30番", "ニュース34番"]
    page.click(".day__date a")
    assert page.url.endswith("/ja/news/2025/12/02/")
    page.click(".pager [rel=next]")
    assert page.url.endswith("/ja/news/2025/12/03/")
    page.click(".item h3 a >> nth=0")
    assert page.locator("h1").inner_text().startswith("ニュース")
    assert reader.width_of_content() <= width
    assert reader.errors == []


def test_a_video_is_fetched_only_when_asked_for(site, visitor):
    reader = visitor()
    reader.page.route("**://www.youtube-nocookie.com/**", lambda route: route.fulfill(body="player"))
    reader.go("/ja/explainers/main/")
    reader.page.mouse.wheel(0, 9000)
    assert all(request.startswith((reader.address, "data:")) for request in reader.requests)
    reader.page.click(".video__play")
    reader.page.wait_for_selector("iframe[src*='youtube-nocookie.com/embed/abcdefghijk']")
    assert any("youtube-nocookie" in request for request in reader.requests)


def test_everything_is_there_without_javascript(site, visitor):
    reader = visitor(java_script_enabled=False)
    page = reader.page
    reader.go("/ja/")
    page.click(".sections a, .hdline a >> nth=0")
    reader.go("/ja/explainers/main/")
    assert page.locator(".toc a").count() == 8
    assert page.locator(".video__play").get_attribute("href") == "https://www.youtube.com/watch?v=abcdefghijk"
    assert page.locator(".article__rail .brief li").count() == 8


def test_the_chosen_brightness_stays(site, visitor):
    reader = visitor()
    page = reader.page
    reader.go("/ja/")
    page.check("#theme-dark")
    dark = page.evaluate("getComputedStyle(document.body).color")
    reader.go("/ja/news/")
    assert page.is_checked("#theme-dark")
    assert page.evaluate("getComputedStyle(document.body).color") == dark
    page.check("#theme-light")
    assert page.evaluate("getComputedStyle(document.body).color") != dark


def test_news_that_comes_meanwhile_is_told_and_shown_on_a_click(site, visitor):
    window = visitor()
    page = window.page
    page.clock.install()
    window.go("/ja/news/")
    first = page.locator(".item h3").first.inner_text()
    site.item("meanwhile", headline_ja="その間の知らせ")
    page.clock.fast_forward(70_000)
    bar = page.locator("[role=status].livebar button")
    bar.wait_for()
    assert bar.inner_text() == "1件の新着"
    assert page.locator(".item h3").first.inner_text() == first  # nothing moves by itself
    bar.click()
    page.locator(".item h3:has-text('その間の知らせ')").wait_for()
    assert page.locator(".livebar button").count() == 0
    assert page.evaluate("document.activeElement.textContent").replace("\u200b", "") == "その間の知らせ"
    assert not window.errors


def test_the_front_page_tells_what_is_new_too(site, visitor):
    window = visitor(width=360)
    page = window.page
    page.clock.install()
    window.go("/ja/")
    site.item("meanwhile", at="2025-12-04 23:30", headline_ja="その間の知らせ")
    site.item("next-day", at="2025-12-05 06:00", headline_ja="翌日の知らせ")
    page.clock.fast_forward(70_000)
    page.locator("[role=status].livebar button").click()
    page.locator(".brief a:has-text('翌日の知らせ')").wait_for()
    assert page.locator(".daylist h3").count() == 2  # a new day, and the one that was there
    heads = [text.replace("\u200b", "") for text in page.locator(".brief a").all_inner_texts()]
    assert heads[:3] == ["翌日の知らせ", "その間の知らせ", "ニュース0番"]
    assert page.evaluate("document.activeElement.textContent").replace("\u200b", "") == "翌日の知らせ"
    assert window.width_of_content() <= 360
    assert not window.errors
