"""Readers of an outdated translation are told so: on the page and in the feeds, with the sections that changed."""

from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import lanes
from articles.lanes import Significance
from articles.models.releasing import release_lanes
from articles.newsroom.records import withdrawals
from tests import factories as make
from tests.factories import block
from tests.staff import member

BUDGET = 8
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
PAGES = {"explainers/main/": "feeds/explainers.xml", "news/item/": "feeds/news.xml"}
every_page = pytest.mark.parametrize("address", PAGES)
UPDATED = "The Japanese original was updated on"
CORRECTED = "The Japanese original was corrected on"


def heading(text, key, level="2"):
    return block("heading", {"level": level, "text": text}, key)


def paragraph(text, key):
    return block("paragraph", f"<p>{text}</p>", key)


def text(language, changed=(), extra=()):
    """Two sections, the second with a subsection; the paragraphs in `changed` say something else."""
    keys = ["opening", "h1", "one", "h2", "two", "h21", "sub"]
    blocks = [
        heading(f"{language} {key}", key, "3" if key == "h21" else "2")
        if key.startswith("h")
        else paragraph(f"{language} {key}{' new' if key in changed else ''}", key)
        for key in keys
    ]
    return [*blocks, *extra]


@pytest.fixture
def site_with_both(site):
    site.main = site.explainer("main", body_ja=text("ja"), body_en=text("en"))
    site.item = site.item("item", body_ja=text("ja"), body_en=text("en"))
    return site


def page_of(site, address):
    return site.main if "main" in address else site.item


def rewrite(page, *changed, significance=Significance.UPDATE, extra=(), **fields):
    draft = make.draft(page)
    draft.body_ja = text("ja", changed, extra)
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save_revision()
    release_lanes(draft, [lanes.SHARED, "ja"], significance=significance)


def shown(client, address, language="en"):
    response = client.get(f"/{language}/{address}")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def entry(client, address, language="en"):
    return ElementTree.fromstring(client.get(f"/{language}/{PAGES[address]}").content).find("channel/item")


@every_page
def test_a_translation_that_follows_says_nothing(site_with_both, client, address):
    assert shown(client, address).select_one(".notice") is None
    assert "original" not in entry(client, address).findtext(CONTENT)


@every_page
@pytest.mark.parametrize(
    ("significance", "line"), [(Significance.UPDATE, UPDATED), (Significance.CORRECTION, CORRECTED)]
)
def test_an_outdated_translation_says_that_and_when(site_with_both, client, address, significance, line):
    rewrite(page_of(site_with_both, address), "one", significance=significance)
    notice = shown(client, address).select_one(".notice")
    today = timezone.localdate()
    assert f"{line} {today.day} {today:%B %Y}." in notice.text
    link = notice.select_one("a[hreflang=ja]")
    assert link["href"] == f"/ja/{address}"
    assert shown(client, address, "ja").select_one(".notice") is None


@every_page
@pytest.mark.parametrize("significance", [Significance.NONE, Significance.MINOR])
def test_readers_are_not_bothered_with_small_changes(site_with_both, client, address, significance):
    rewrite(page_of(site_with_both, address), "one", significance=significance)
    assert shown(client, address).select_one(".notice") is None


@every_page
@pytest.mark.parametrize(
    ("changed", "titles"),
    [
        (["one"], ["1 en h1"]),
        (["two"], ["2 en h2"]),
        (["sub"], ["2.1 en h21"]),
        (["opening"], ["Introduction"]),
        (["one", "two", "sub"], ["1 en h1", "2 en h2", "2.1 en h21"]),
    ],
)
def test_the_notice_leads_to_the_sections_that_changed(site_with_both, client, address, changed, titles):
    rewrite(page_of(site_with_both, address), *changed)
    page = shown(client, address)
    links = page.select(".notice__sections a")
    assert [" ".join(link.text.split()) for link in links] == titles
    assert all(page.find(id=link["href"].removeprefix("#")) for link in links)


@every_page
def test_a_new_section_is_linked_in_the_original(site_with_both, client, address):
    rewrite(page_of(site_with_both, address), extra=[heading("新しい節", "h9"), paragraph("新しい文", "nine")])
    links = shown(client, address).select(".notice__sections a")
    assert [(link.text, link["lang"], link["hreflang"]) for link in links] == [("新しい節", "ja", "ja")]
    path, _, anchor = links[0]["href"].partition("#")
    assert path == f"/ja/{address}"
    assert shown(client, address, "ja").find(id=anchor).text


@every_page
def test_a_paragraph_added_to_a_known_section_leads_to_that_section(site_with_both, client, address):
    rewrite(page_of(site_with_both, address), extra=[paragraph("足した文", "added")])
    assert [link.text.split()[0] for link in shown(client, address).select(".notice__sections a")] == ["2.1"]


@every_page
def test_sections_are_named_in_reading_order_whatever_became_of_them(site_with_both, client, address):
    """Changed, gone, new in the middle, in an order of its own in the source."""
    _opening, h1, one, h2, two, h21, sub = text("ja", ["two", "one"])
    new = [heading("新しい節", "h9"), paragraph("新しい文", "nine")]
    rewrite(page_of(site_with_both, address), body_ja=[h2, two, h21, sub, h1, one, *new])
    titles = [" ".join(link.text.split()) for link in shown(client, address).select(".notice__sections a")]
    assert titles == ["Introduction", "1 en h1", "新しい節", "2 en h2"]


@every_page
def test_a_changed_headline_counts_as_the_introduction(site_with_both, client, address):
    rewrite(page_of(site_with_both, address), headline_ja="別の見出し")
    assert [link["href"] for link in shown(client, address).select(".notice__sections a")] == ["#main"]


@every_page
def test_the_notice_goes_when_the_translation_has_followed(site_with_both, client, address):
    page = page_of(site_with_both, address)
    rewrite(page, "one", significance=Significance.CORRECTION)
    assert shown(client, address).select_one(".notice")
    type(page).objects.filter(pk=page.pk).update(outdated_en=None)
    assert shown(client, address).select_one(".notice") is None


@every_page
def test_a_withdrawn_original_is_neither_linked_nor_quoted(site_with_both, client, address):
    page = page_of(site_with_both, address)
    rewrite(page, "one", extra=[heading("needle", "h9")])
    withdrawals.withdraw(page, "ja", member(), "a reason")
    notice = shown(client, address).select_one(".notice")
    assert notice.select("a[hreflang=ja]") == []
    assert "needle" not in client.get(f"/en/{address}").content.decode()
    assert f"/ja/{address}" not in entry(client, address).findtext(CONTENT)


@every_page
def test_the_notice_never_shows_a_draft_of_the_original(site_with_both, client, address):
    page = page_of(site_with_both, address)
    rewrite(page, "one", extra=[heading("公開した節", "h9")])
    draft = make.draft(page)
    draft.body_ja = [heading("needle", "h9"), paragraph("needle", "nine")]
    draft.save_revision()
    for language in ("ja", "en"):
        assert "needle" not in client.get(f"/{language}/{address}").content.decode()
    assert "公開した節" in client.get(f"/en/{address}").content.decode()


@every_page
def test_feeds_carry_the_same_line_first(site_with_both, client, address):
    before = parsedate_to_datetime(entry_updated(client, address))
    rewrite(page_of(site_with_both, address), "one")
    line = shown(client, address).select_one(".notice b").text.strip()
    item = entry(client, address)
    content = BeautifulSoup(item.findtext(CONTENT), "html.parser")
    assert content.p.text.strip().startswith(line)
    assert item.findtext("description").startswith(f"{line} ")
    assert content.p.a["href"].endswith(f"/ja/{address}")
    assert parsedate_to_datetime(entry_updated(client, address)) >= before
    assert UPDATED not in entry(client, address, "ja").findtext(CONTENT)


def entry_updated(client, address):
    root = ElementTree.fromstring(client.get(f"/en/{PAGES[address]}").content)
    return root.findtext("channel/lastBuildDate")


def test_the_time_of_the_change_is_the_time_of_the_entry(site_with_both, client):
    page = site_with_both.main
    since = timezone.now().replace(year=timezone.now().year + 1, microsecond=0)
    notice = {"since": since.isoformat(), "units": [], "correction": False}
    type(page).objects.filter(pk=page.pk).update(outdated_en=notice)
    assert parsedate_to_datetime(entry_updated(client, "explainers/main/")) == since


@every_page
def test_the_notice_costs_no_query(site_with_both, client, address):
    rewrite(page_of(site_with_both, address), "one", "two", "sub")
    for path in (f"/en/{address}", f"/en/{PAGES[address]}"):
        client.get(path)
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        assert len(queries) <= BUDGET
