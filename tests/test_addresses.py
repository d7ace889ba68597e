"""Addresses: which language answers, what an address that makes no sense gets, and the headers that travel along."""

import base64
import hashlib
import re

import pytest
from bs4 import BeautifulSoup
from wagtail.models import PageViewRestriction

from articles.models import HomePage
from tests import factories as make

PAGES = ["", "explainers/", "explainers/main/", "explainers/main/news/", "news/", "news/flash/", "news/2025/12/04/", "news/item/", "feeds/"]  # fmt: skip
every_page = pytest.mark.parametrize("page", PAGES)


@pytest.fixture(scope="module")
def standing(standing_site):
    """Pages in both languages, and `only`: an explainer in Japanese only."""
    site = standing_site
    site.category = make.category("flash")
    site.main = site.explainer("main")
    site.only = site.explainer("only", languages=("ja",))
    site.item("item", at="2025-12-04 10:00", category=site.category, explainers=[site.main])
    return site


@pytest.fixture
def site(db, standing):
    return standing


def soup(response):
    return BeautifulSoup(response.content, "html.parser")


# --- languages


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("", "ja"), ("ja", "ja"), ("en", "en"), ("en-GB,en;q=0.9", "en"), ("ja-JP,en;q=0.5", "ja"), ("fr", "ja"),
        ("fr,en;q=0.8,ja;q=0.2", "en"), ("*", "ja"), ("en;q=0,ja", "ja"), ("x" * 5000, "ja"), (";;;,,,q=", "ja"),
    ],
)  # fmt: skip
def test_the_bare_address_leads_to_the_readers_language(site, client, accepted, language):
    response = client.get("/", headers={"accept-language": accepted})
    assert (response.status_code, response["Location"]) == (302, f"/{language}/")
    assert response["Cache-Control"] == "no-store"
    assert "Accept-Language" in response["Vary"]


@every_page
@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_language_of_the_address_wins_over_the_readers(site, client, page, language):
    other = {"ja": "en", "en": "ja"}[language]
    response = client.get(f"/{language}/{page}", headers={"accept-language": other})
    assert response.status_code == 200
    assert soup(response).html["lang"] == language


def test_a_page_in_an_unreleased_language_is_not_found_but_leads_to_the_released_one(site, client):
    response = client.get("/en/explainers/only/")
    assert response.status_code == 404
    link = soup(response).select_one("main a[hreflang=ja]")
    assert (link["href"], link["lang"]) == ("/ja/explainers/only/", "ja")
    assert client.get(link["href"]).status_code == 200


def test_a_page_that_exists_in_no_language_leads_to_none(site, client):
    assert soup(client.get("/en/explainers/nothing/")).select("main a[hreflang]") == []


@every_page
def test_a_page_names_its_address_in_every_language(site, client, page, settings):
    settings.SITE_URL = "https://news.example"
    for language in ("ja", "en"):
        links = soup(client.get(f"/{language}/{page}")).select("link[rel=alternate][hreflang]")
        named = {link["hreflang"]: link["href"] for link in links}
        assert named == {code: f"https://news.example/{code}/{page}" for code in ("ja", "en")}


def test_only_released_languages_are_named(site, client):
    page = soup(client.get("/ja/explainers/only/"))
    assert [link["hreflang"] for link in page.select("link[hreflang]")] == ["ja"]
    assert page.select(".langs a") == []
    assert page.select("main a[hreflang=en]") == []


@every_page
def test_the_language_switch_leads_to_the_same_page(site, client, page):
    for language, other in (("ja", "en"), ("en", "ja")):
        links = soup(client.get(f"/{language}/{page}")).select(".langs a")
        assert [(link["href"], link["lang"]) for link in links] == [(f"/{other}/{page}", other)]
        assert client.get(links[0]["href"]).status_code == 200


# --- slashes and methods


@pytest.mark.parametrize("page", [page for page in PAGES if page])
def test_a_missing_slash_is_added(site, client, page):
    response = client.get(f"/ja/{page.rstrip('/')}")
    assert (response.status_code, response["Location"]) == (301, f"/ja/{page}")


@every_page
def test_a_page_answers_head_and_refuses_everything_else(site, client, page):
    assert client.head(f"/ja/{page}").status_code == 200
    for method in (client.post, client.put, client.patch, client.delete):
        assert method(f"/ja/{page}").status_code == 405


def test_the_bare_address_refuses_post(site, client):
    assert client.post("/").status_code == 405


# --- addresses that make no sense

ODD = [
    "%00/", "a%00b/", "news/%00/", "news/flash%00/", "explainers/main/%00/", "feeds/%00.xml", "feeds/topics/%00.xml",
    "../", "news/../../etc/passwd", "./", "//", "news//", "news//item/", "%2e%2e/", "%2f%2f/", "news/%2e%2e/item/", "\\", "news\\item/",
    "日本語/", "news/日本語/", "feeds/topics/日本語.xml", "news/%F0%9F%98%80/", "%ff%fe/", "%E3%81/", "news/%C0%AF/", "\u202e/",
    "a" * 5000 + "/", "a/" * 300, "news/" + "a/" * 300, "explainers/main/" + "news/" * 13, "explainers/main/news/more/", "news/item/news/",
    "<script>/", "'; DROP TABLE/", "explainers/%27/", "%", "%zz/", "?", "news/item.html", "feeds/news", "feeds/news.xml/", "feeds/news.json",
    "home/", "home/news/", "1/", "-/", "_util/", "sitemap/", "index.php", ".env", "wp-login.php",
]  # fmt: skip
SAME_AS_A_PAGE = {"./", "?"}


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_an_odd_address_is_answered_calmly(site, client, odd, language):
    response = client.get(f"/{language}/{odd}", follow=True)
    assert response.status_code in ((200,) if odd == "?" else (404, 200)), odd
    if response.status_code == 200:
        assert response.request["PATH_INFO"] in {f"/{language}/{page}" for page in PAGES}
    else:
        assert soup(response).h1


@pytest.mark.parametrize(
    "odd", ["/%00", "/nonsense", "/nonsense/", "/日本語/", "/de/", "/JA/", "/ja-JP/", "/" + "a/" * 300, "/%ff/"]
)
def test_an_odd_address_without_a_language_is_answered_calmly(site, client, odd):
    assert client.get(odd, follow=True).status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_an_address_goes_on_below_no_page(site, client, page):
    assert client.get(f"/ja/{page}nothing/here/").status_code == 404


@pytest.mark.parametrize("query", ["?x=1", "?before=&x=%00", "?%00=1", "?" + "a=1&" * 500, "?before=%FF", "?lang=en"])
def test_an_unknown_question_is_ignored(site, client, query):
    assert client.get(f"/ja/news/{query}").status_code == 200 or "before=%FF" in query


# --- pages for what went wrong


@pytest.mark.parametrize(("language", "words"), [("ja", "ありません"), ("en", "There is no page at this address")])
def test_the_page_for_what_is_not_there_speaks_the_language_of_the_address(site, client, settings, language, words):
    assert settings.DEBUG is False
    for address in (f"/{language}/nothing/", f"/{language}/news/nothing/", f"/{language}/feeds/topics/nothing.xml"):
        response = client.get(address)
        page = soup(response)
        assert (response.status_code, page.html["lang"]) == (404, language)
        assert words in page.h1.text
        assert page.select_one("meta[name=robots]")["content"] == "noindex"
        assert page.select_one(f"main a[href='/{language}/']")


def test_the_page_for_a_fault_of_ours_stands_on_its_own(site, client, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr(HomePage, "view", "nowhere.at_all")
    response = client.get("/ja/")
    page = soup(response)
    assert response.status_code == 500
    assert page.select("link, script, img, [src]") == []
    assert {link["href"] for link in page.select("a")} == {"/ja/", "/en/"}
    assert "nowhere" not in response.content.decode()
    assert "表示できません" in page.text
    assert "could not be shown" in page.text
    digest = base64.b64encode(hashlib.sha256(page.style.string.encode()).digest()).decode()
    assert directives(response)["style-src"] == f"'sha256-{digest}'"


# --- headers


def directives(response):
    return dict(part.strip().split(" ", 1) for part in response["Content-Security-Policy"].split(";"))


@pytest.mark.parametrize("page", [*PAGES, "nothing/", "feeds/news.xml"])
def test_public_pages_allow_no_inline_code_and_no_third_party(site, client, page):
    response = client.get(f"/ja/{page}")
    policy = directives(response)
    assert "unsafe" not in response["Content-Security-Policy"]
    assert policy["default-src"] == "'self'"
    assert policy["object-src"] == policy["base-uri"] == "'none'"
    assert policy["frame-ancestors"] == "'self'"
    if "xml" not in page:
        shown = soup(response)
        assert shown.select("[style], style, [onclick], [onload]") == []
        assert [tag for tag in shown.select("script") if not tag.get("src", "").startswith("/")] == []
        assert [tag for tag in shown.select("link[rel=stylesheet]") if not tag["href"].startswith("/")] == []


@every_page
def test_public_pages_carry_the_headers_of_a_careful_site(site, client, page):
    response = client.get(f"/ja/{page}")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert not response.cookies
    assert re.match(r"text/html", response["Content-Type"])


# --- private pages


@pytest.fixture
def secret(site):
    return PageViewRestriction.objects.create(page=site.main, restriction_type="password", password="open sesame")


def test_a_private_page_asks_for_its_password_and_shows_nothing_of_itself(secret, client):
    response = client.get("/ja/explainers/main/")
    page = soup(response)
    assert response.status_code == 200
    assert page.select_one("input[type=password]")
    assert "見出しmain" not in response.content.decode()
    assert "本文main" not in response.content.decode()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_right_password_opens_a_private_page(secret, client, language):
    address = f"/{language}/explainers/main/"
    form = soup(client.get(address)).select_one("form:has(input[type=password])")
    sent = {field["name"]: field.get("value", "") for field in form.select("input[name]")}
    response = client.post(form["action"], {**sent, "password": "open sesame"})
    assert (response.status_code, response["Location"]) == (302, address)
    assert {"ja": "見出しmain", "en": "Headline main"}[language] in client.get(address).content.decode()


def test_a_wrong_password_opens_nothing(secret, client):
    form = soup(client.get("/ja/explainers/main/")).select_one("form:has(input[type=password])")
    sent = {field["name"]: field.get("value", "") for field in form.select("input[name]")}
    client.post(form["action"], {**sent, "password": "wrong"})
    assert "見出しmain" not in client.get("/ja/explainers/main/").content.decode()


def test_a_private_page_is_not_kept_by_caches(secret, client):
    assert "private" in client.get("/ja/explainers/main/").get("Cache-Control", "")


def test_a_page_for_those_who_are_logged_in_asks_for_the_login(site, client):
    PageViewRestriction.objects.create(page=site.main, restriction_type="login")
    response = client.get("/ja/explainers/main/")
    assert response.status_code == 302
    assert "/login/" in response["Location"]


@pytest.mark.parametrize("address", ["/ja/explainers/main/news/", "/en/explainers/main/news/"])
def test_what_stands_below_a_private_page_asks_for_its_password(secret, client, address):
    page = soup(client.get(address))
    assert page.select_one("form input[type=password]")
    assert not page.select_one(".feed")


def test_a_private_page_has_no_feed(secret, client):
    assert client.get("/ja/feeds/explainers/main.xml").status_code == 404


def test_a_private_page_in_an_unreleased_language_tells_nothing(site, client):
    PageViewRestriction.objects.create(page=site.only, restriction_type="password", password="x")
    response = client.get("/en/explainers/only/")
    assert response.status_code == 404
    assert "explainers/only" not in str(soup(response).main)


def test_what_is_not_there_leads_on_to_the_newest_explainers(site, client):
    site.explainer("newest", headline_ja="新しい解説")
    site.explainer("hidden", languages=("en",), headline_ja="見えない解説")
    page = BeautifulSoup(client.get("/ja/nothing-here/").content, "html.parser")
    assert page.select("a[href='/ja/explainers/newest/']")
    assert "見えない解説" not in page.text
