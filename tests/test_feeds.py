"""RSS: valid for machines, the same as the pages for readers, and cheap to ask again."""

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from html import unescape
from xml.etree import ElementTree

import feedparser
import pytest
from bs4 import BeautifulSoup

from articles.models import Category, ExplainerPage, NewsItemPage, SiteFrame, Topic
from tests import factories as make
from tests.factories import block, items, jst

CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
ATOM_LINK = "{http://www.w3.org/2005/Atom}link"
FEEDS = {  # each feed, and the page whose list it repeats
    "feeds/news.xml": "news/",
    "feeds/news/flash.xml": "news/flash/",
    "feeds/topics/t.xml": None,
    "feeds/explainers.xml": "explainers/",
    "feeds/explainers/main.xml": "explainers/main/news/",
}
NEWS_FEEDS = [feed for feed in FEEDS if feed != "feeds/explainers.xml"]
LANGUAGES = ["ja", "en"]
every_feed = pytest.mark.parametrize("feed", FEEDS)
every_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(autouse=True)
def _public_address(settings):
    settings.SITE_URL = "https://news.example"


@pytest.fixture(scope="module")
def standing(standing_site):
    """Two explainers and two news items, in every feed."""
    site = standing_site
    site.topic, site.category = make.topic("t"), make.category("flash")
    site.other = site.explainer("other", topics=[site.topic], first_published=jst("2024-01-01 10:00"))
    body = [
        block("heading", {"level": "2", "text": "見出し"}, "h"),
        block("paragraph", f'<p><a linktype="page" id="{site.other.pk}">a</a> <a href="#s-x">b</a> <a href="/c/?a=1&amp;b=2">c</a> <a href="https://d.example/">d</a> <a href="mailto:e@example.com">e</a></p>', "p"),
        block("related", {"pages": items(site.other.pk)}, "r"),
    ]  # fmt: skip
    site.main = site.explainer(
        "main", topics=[site.topic], first_published=jst("2025-01-01 10:00"), body_ja=body, body_en=body
    )
    filed = {"topics": [site.topic], "category": site.category, "explainers": [site.main]}
    site.item("old", at="2025-12-03 23:50", **filed)
    site.the_item = site.item("item", at="2025-12-04 05:45", body_ja=body, body_en=body, **filed)
    return site


@pytest.fixture
def filed(db, standing):
    return standing


def read(client, feed, language="ja", **headers):
    response = client.get(f"/{language}/{feed}", headers=headers)
    assert response.status_code == 200, feed
    return response


def channel(client, feed, language="ja"):
    root = ElementTree.fromstring(read(client, feed, language).content)
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    return root.find("channel")


def entries(client, feed, language="ja"):
    return channel(client, feed, language).findall("item")


def change(page, **fields):
    draft = make.draft(page)
    for name, value in fields.items():
        setattr(draft, name, value)
    return make.release(draft)


# --- form


@every_feed
@every_language
def test_a_feed_is_rss_that_a_feed_reader_accepts(filed, client, feed, language):
    response = read(client, feed, language)
    assert response["Content-Type"] == "application/rss+xml; charset=utf-8"
    parsed = feedparser.parse(response.content)
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "rss20"
    assert len(parsed.entries) == 2
    assert all(entry.title and entry.summary and entry.content for entry in parsed.entries)


@every_feed
@every_language
def test_a_feed_names_its_language_title_and_page(filed, client, feed, language):
    found = channel(client, feed, language)
    assert found.findtext("language") == language
    assert found.findtext("title")
    assert found.findtext("description")
    assert found.findtext("link").startswith(f"https://news.example/{language}/")


@every_feed
@every_language
def test_a_feed_says_its_own_address(filed, client, feed, language):
    link = channel(client, feed, language).find(ATOM_LINK)
    assert (link.get("rel"), link.get("href")) == ("self", f"https://news.example/{language}/{feed}")


def test_the_address_of_a_feed_does_not_follow_a_forged_host(filed, client, settings):
    settings.ALLOWED_HOSTS = ["*"]
    assert "evil.example" not in client.get("/ja/feeds/news.xml", headers={"host": "evil.example"}).content.decode()


@every_feed
@every_language
def test_every_address_in_a_feed_is_absolute(filed, client, feed, language):
    found = channel(client, feed, language)
    addresses = [link.text for link in found.iter("link")]
    for content in found.iter(CONTENT):
        page = BeautifulSoup(content.text, "html.parser")
        addresses += [tag.get("href") or tag.get("src") for tag in page.select("[href], [src]")]
    assert addresses
    assert [address for address in addresses if not re.match(r"https://|mailto:", address)] == []


@every_feed
def test_the_addresses_of_pictures_in_a_feed_are_absolute(filed, client, feed):
    picture = {"picture": make.picture().pk, "title": "図", "alt": "代替", "source_name": "出所"}
    body = [block("figure", picture, "f")]
    change(filed.the_item, body_ja=body)
    change(filed.main, body_ja=body)
    content = "".join(node.text for node in channel(client, feed).iter(CONTENT))
    page = BeautifulSoup(content, "html.parser")
    found = [
        page.img["src"],
        *(part.strip().split(" ")[0] for tag in page.select("[srcset]") for part in tag["srcset"].split(",")),
    ]
    assert len(found) > 1
    assert all(address.startswith("https://news.example/media/") for address in found)


def test_an_item_leads_to_its_page_in_the_language_of_the_feed(filed, client):
    links = [entry.findtext("link") for entry in entries(client, "feeds/news.xml", "en")]
    assert links == ["https://news.example/en/news/item/", "https://news.example/en/news/old/"]


@every_feed
def test_an_item_carries_its_whole_text(filed, client, feed):
    content = entries(client, feed)[0].findtext(CONTENT)
    summary = "前文main" if feed == "feeds/explainers.xml" else "要約item"
    assert f"<p>{summary}</p>" in content
    assert "見出し</h2>" in content
    assert "<script" not in content
    assert 'class="anchor"' not in content


@every_language
def test_an_item_names_its_category_and_topics(filed, client, language):
    names = [node.text for node in entries(client, "feeds/news.xml", language)[0].findall("category")]
    assert names == (["種類flash", "分類t"] if language == "ja" else ["Kind flash", "Topic t"])


def test_an_explainer_names_its_topics(filed, client):
    assert [node.text for node in entries(client, "feeds/explainers.xml", "en")[0].findall("category")] == ["Topic t"]


# --- times


@pytest.mark.parametrize("feed", NEWS_FEEDS)
def test_the_time_of_a_news_item_is_that_of_its_page(filed, client, feed):
    said = entries(client, feed)[0].findtext("pubDate")
    assert re.search(r" ([+-]\d{4}|GMT)$", said)
    page = BeautifulSoup(client.get("/ja/news/item/").content, "html.parser")
    assert parsedate_to_datetime(said) == datetime.fromisoformat(page.select_one("main time")["datetime"])


def test_the_time_of_an_explainer_is_that_of_its_page(filed, client):
    said = parsedate_to_datetime(entries(client, "feeds/explainers.xml")[0].findtext("pubDate"))
    page = BeautifulSoup(client.get("/ja/explainers/main/").content, "html.parser")
    assert said == datetime.fromisoformat(page.select_one(".byline time")["datetime"])


# --- identity


def guids(client, feed, language="ja"):
    nodes = [entry.find("guid") for entry in entries(client, feed, language)]
    assert {node.get("isPermaLink") for node in nodes} <= {"false"}
    return [node.text for node in nodes]


def test_an_item_keeps_its_identity_when_headline_slug_and_time_change(filed, client):
    before = guids(client, "feeds/news.xml")[0]
    change(filed.the_item, headline_ja="新", slug="moved", published_at=jst("2025-12-05 01:00"))
    assert entries(client, "feeds/news.xml")[0].findtext("link").endswith("/moved/")
    assert guids(client, "feeds/news.xml")[0] == before


def test_an_explainer_keeps_its_identity_when_headline_and_slug_change(filed, client):
    before = guids(client, "feeds/explainers.xml")[0]
    change(filed.main, headline_ja="新", slug="moved")
    assert guids(client, "feeds/explainers.xml")[0] == before


def test_an_item_has_one_identity_in_all_feeds_and_another_in_each_language(filed, client):
    by_feed = {guids(client, feed)[0] for feed in NEWS_FEEDS}
    assert len(by_feed) == 1
    assert by_feed.isdisjoint(guids(client, "feeds/news.xml", "en"))


def test_no_two_items_share_an_identity(filed, client):
    filed.the_item.copy(update_attrs={"slug": "copy"}).get_latest_revision().publish()
    everything = guids(client, "feeds/news.xml") + guids(client, "feeds/explainers.xml")
    assert len(everything) == len(set(everything)) == 5


# --- agreement with the pages


@pytest.mark.parametrize("feed", ["feeds/news.xml", "feeds/news/flash.xml", "feeds/explainers/main.xml"])
@every_language
def test_a_feed_agrees_with_its_page_item_for_item(filed, client, feed, language):
    page = BeautifulSoup(client.get(f"/{language}/{FEEDS[feed]}").content, "html.parser")
    shown = [
        (
            tag.a.text,
            "https://news.example" + tag.a["href"],
            datetime.fromisoformat(tag.time["datetime"]),
            tag.select_one("h3 + p").text,
        )
        for tag in page.select(".item")
        if tag.a.replace_with(tag.a) is not None
    ]
    parsed = feedparser.parse(read(client, feed, language).content)
    fed = [(e.title, e.link, datetime(*e.published_parsed[:6], tzinfo=UTC), e.summary) for e in parsed.entries]
    assert fed == shown
    assert len(fed) == 2


def test_the_explainers_feed_has_the_explainers_of_the_index(filed, client):
    page = BeautifulSoup(client.get("/en/explainers/").content, "html.parser")
    shown = {(tag.a.text.strip(), "https://news.example" + tag.a["href"]) for tag in page.select(".hit")}
    parsed = feedparser.parse(read(client, "feeds/explainers.xml", "en").content)
    assert {(entry.title, entry.link) for entry in parsed.entries} == shown


@every_feed
def test_a_feed_holds_only_what_is_released_in_its_language(filed, client, feed):
    filed.item("secret", languages=("ja",), topics=[filed.topic], category=filed.category, explainers=[filed.main])
    filed.explainer("secret", languages=("ja",), topics=[filed.topic])
    assert len(entries(client, feed, "ja")) == 3
    assert len(entries(client, feed, "en")) == 2


@every_language
def test_autodiscovery_leads_to_feeds_that_exist(filed, client, language):
    pages = [
        "",
        "news/",
        "news/flash/",
        "news/item/",
        "explainers/",
        "explainers/main/",
        "explainers/main/news/",
        "feeds/",
    ]
    found = set()
    for page in pages:
        soup = BeautifulSoup(client.get(f"/{language}/{page}").content, "html.parser")
        found |= {link["href"] for link in soup.select('link[type="application/rss+xml"]')}
        found |= {"https://news.example" + a["href"] for a in soup.select('a[type="application/rss+xml"]')}
    expected = {f"https://news.example/{language}/{feed}" for feed in FEEDS if "topics" not in feed}
    assert found == expected
    for address in found:
        assert client.get(address.removeprefix("https://news.example")).status_code == 200


@every_language
def test_the_page_of_feeds_lists_every_feed(filed, client, language):
    soup = BeautifulSoup(client.get(f"/{language}/feeds/").content, "html.parser")
    listed = {a["href"] for a in soup.select(".feedlist a")}
    assert listed == {
        f"https://news.example/{language}/{feed}"
        for feed in [*FEEDS, "feeds/explainers/other.xml", "feeds/corrections.xml"]
    }


# --- asking again


@every_feed
def test_an_unchanged_feed_is_not_sent_again(filed, client, feed):
    first = read(client, feed)
    assert client.get(f"/ja/{feed}", headers={"if-none-match": first["ETag"]}).status_code == 304
    assert client.get(f"/ja/{feed}", headers={"if-modified-since": first["Last-Modified"]}).status_code == 304


@pytest.mark.parametrize("feed", NEWS_FEEDS)
def test_an_edited_item_is_sent_again(filed, client, feed):
    first = read(client, feed)
    change(filed.the_item, headline_ja="訂正した見出し")
    again = client.get(f"/ja/{feed}", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 200
    assert "訂正した見出し" in again.content.decode()


def test_an_edited_item_moves_the_time_of_its_feed(filed, client):
    before = parsedate_to_datetime(read(client, "feeds/news.xml")["Last-Modified"])
    edited = change(filed.the_item, headline_ja="訂正した見出し")
    after = parsedate_to_datetime(read(client, "feeds/news.xml")["Last-Modified"])
    assert after == edited.released_at_ja.replace(microsecond=0) >= before


@every_feed
@every_language
def test_an_empty_feed_is_valid_and_keeps_still(filed, client, feed, language):
    NewsItemPage.objects.update(live=False)
    ExplainerPage.objects.exclude(slug="main" if "main" in feed else "").update(live=False)
    first = read(client, feed, language)
    assert not feedparser.parse(first.content).bozo
    said = parsedate_to_datetime(channel(client, feed, language).findtext("lastBuildDate"))
    assert datetime.now(UTC) - said > timedelta(days=1)  # the clock was not asked
    assert client.get(f"/{language}/{feed}", headers={"if-none-match": first["ETag"]}).status_code == 304


# --- what is not there, and how it may be asked


@pytest.mark.parametrize(
    "feed", ["feeds/news/nothing.xml", "feeds/topics/nothing.xml", "feeds/explainers/nothing.xml", "feeds/nothing.xml"]
)
@every_language
def test_the_feed_of_something_unknown_does_not_exist(filed, client, feed, language):
    assert client.get(f"/{language}/{feed}").status_code == 404


@pytest.mark.parametrize("feed", ["feeds/news/flash.xml", "feeds/topics/t.xml"])
@pytest.mark.parametrize("nothing", [None, ""])
def test_a_subject_without_a_name_in_the_language_has_no_feed_in_it(filed, client, feed, nothing):
    Topic.objects.update(name_en=nothing)
    Category.objects.update(name_en=nothing)
    assert client.get(f"/en/{feed}").status_code == 404
    assert client.get(f"/ja/{feed}").status_code == 200
    assert feed not in client.get("/en/feeds/").content.decode()


def test_the_feed_of_an_explainer_exists_only_where_it_is_released(filed, client):
    filed.explainer("only", languages=("ja",))
    assert client.get("/ja/feeds/explainers/only.xml").status_code == 200
    assert client.get("/en/feeds/explainers/only.xml").status_code == 404


@every_feed
def test_a_feed_answers_head_and_refuses_post(filed, client, feed):
    head = client.head(f"/ja/{feed}")
    assert (head.status_code, head.content) == (200, b"")
    assert head["Last-Modified"]
    assert client.post(f"/ja/{feed}").status_code == 405


# --- characters that XML cannot carry

HOSTILE = "a\x0b\x01\x1f\ufffe\uffff<b>&amp;]]>\"'"


@every_feed
def test_characters_that_xml_forbids_do_not_break_a_feed(filed, client, feed):
    SiteFrame.objects.create(name_ja=f"DAJP{HOSTILE}", tagline_ja=HOSTILE)
    Category.objects.update(name_ja=HOSTILE)
    Topic.objects.update(name_ja=HOSTILE)
    body = [block("paragraph", f"<p>{HOSTILE}</p>", "p")]
    change(filed.the_item, headline_ja=f"見出し{HOSTILE}", summary_ja=HOSTILE, body_ja=body)
    change(filed.main, headline_ja=f"見出し{HOSTILE}", standfirst_ja=HOSTILE, body_ja=body)
    parsed = feedparser.parse(read(client, feed).content)
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert unescape(parsed.entries[0].title).startswith("見出しa<b>&")


def test_markup_in_a_headline_stays_words(filed, client):
    change(filed.the_item, headline_ja="<script>alert(1)</script> & co")
    assert entries(client, "feeds/news.xml")[0].findtext("title") == "<script>alert(1)</script> & co"
