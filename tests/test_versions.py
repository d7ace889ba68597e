"""What readers were shown stays readable under its number, says that it is old, and stays out of search engines."""

import re

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageLogEntry, PageViewRestriction

from articles.models import LaneRelease, ReleasedVersion
from articles.newsroom.records import history, withdrawals
from tests import factories as make
from tests.factories import block
from tests.staff import member
from tests.surfaces import alias_of
from tests.test_public_pages import rich_body

BUDGET = 8
PAGES = ["explainers/main/", "news/item/"]
every_page = pytest.mark.parametrize("address", PAGES)


@pytest.fixture
def rewritten(site):
    """An explainer and a news item, each released three times in Japanese and once in English."""
    site.main, site.item = site.explainer("main"), site.item("item")
    for number in (2, 3):
        for page in (site.main, site.item):
            change(page, number)
    return site


def change(page, number):
    draft = make.draft(page)
    draft.headline_ja, draft.headline_en = f"題{number}", f"needle {number}"
    draft.body_ja = [block("paragraph", f"<p>第{number}稿</p>", f"{page.slug}-p")]
    draft.body_en = [block("paragraph", f"<p>needle {number}</p>", f"{page.slug}-p")]
    return make.release(draft, "ja")


def page_of(site, address):
    return site.main if "main" in address else site.item


def soup(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


@every_page
def test_an_earlier_text_is_readable_under_its_number(rewritten, client, address):
    page = soup(client.get(f"/ja/{address}versions/2/"))
    assert page.h1.text.strip() == "題2"
    assert "第2稿" in page.text
    assert "第3稿" not in page.text
    first = soup(client.get(f"/ja/{address}versions/1/"))
    assert first.h1.text.strip().startswith("見出し")


@every_page
def test_an_earlier_text_says_so_and_leads_to_the_current_one(rewritten, client, address):
    page = soup(client.get(f"/ja/{address}versions/1/"))
    assert page.select_one(".earlier a")["href"] == f"/ja/{address}"
    assert soup(client.get(f"/ja/{address}")).select_one(".earlier") is None


@every_page
@pytest.mark.parametrize("below", ["versions/", "versions/1/"])
def test_earlier_texts_are_kept_from_search_engines(rewritten, client, settings, address, below):
    settings.SITE_URL = "https://news.example"
    response = client.get(f"/ja/{address}{below}")
    page = soup(response)
    assert response["X-Robots-Tag"] == "noindex"
    assert page.select_one("meta[name=robots]")["content"] == "noindex"
    assert page.select_one("link[rel=canonical]")["href"] == f"https://news.example/ja/{address}"
    assert page.select("link[rel=alternate][hreflang]") == []
    assert "X-Robots-Tag" not in client.get(f"/ja/{address}")


@every_page
def test_the_current_number_leads_to_the_page_itself(rewritten, client, address):
    response = client.get(f"/ja/{address}versions/3/")
    assert (response.status_code, response["Location"]) == (302, f"/ja/{address}")


@every_page
def test_the_list_names_every_text_newest_first(rewritten, client, address):
    links = [link["href"] for link in soup(client.get(f"/ja/{address}versions/")).select(".log a")]
    assert links == [f"/ja/{address}", f"/ja/{address}versions/2/", f"/ja/{address}versions/1/"]


@every_page
def test_a_page_says_its_version_once_there_are_several(rewritten, client, address):
    assert soup(client.get(f"/ja/{address}")).select_one(".versionlink")["href"] == f"/ja/{address}versions/"
    assert soup(client.get(f"/en/{address}")).select_one(".versionlink") is None


@every_page
@pytest.mark.parametrize("number", ["0", "4", "01", "-1", "x", "３", "99999999999", "1/2"])
def test_there_is_nothing_at_other_numbers(rewritten, client, address, number):
    assert client.get(f"/ja/{address}versions/{number}/").status_code == 404


@every_page
def test_no_unreleased_word_stands_in_the_history(rewritten, client, address):
    page = page_of(rewritten, address)
    draft = make.draft(page)
    draft.headline_ja = draft.headline_en = "needle"
    draft.save_revision()
    for language in ("ja", "en"):
        for below in ("", "1/", "2/", "3/", "4/"):
            assert "needle" not in client.get(f"/{language}/{address}versions/{below}").content.decode()


def withdrawn(page, user):
    withdrawals.withdraw(page, "ja", user, "a reason")


def unpublished(page, user):
    type(page).objects.get(pk=page.pk).unpublish()


@every_page
@pytest.mark.parametrize("how", [withdrawn, unpublished])
@pytest.mark.parametrize("below", ["", "1/", "3/"])
def test_the_history_of_a_text_that_was_taken_back_is_not_public(rewritten, client, address, how, below):
    how(page_of(rewritten, address), member())
    assert client.get(f"/ja/{address}versions/{below}").status_code == 404


PARTS = ["versions/", "versions/1/", "versions/99/", "nonsense/"]


@every_page
@pytest.mark.parametrize("kind", ["password", "login", "groups"])
@pytest.mark.parametrize("of", ["page", "section"])
def test_the_history_of_a_private_page_asks_for_the_same_key_as_the_page(rewritten, client, address, kind, of):
    page = page_of(rewritten, address)
    restriction = PageViewRestriction.objects.create(
        page=page.get_parent() if of == "section" else page, restriction_type=kind, password="secret"
    )
    asked = client.get(f"/ja/{address}")
    for below in PARTS:
        response = client.get(f"/ja/{address}{below}")
        assert (response.status_code, response["Cache-Control"]) == (asked.status_code, asked["Cache-Control"])
        assert not any(text in response.content.decode() for text in ("見出し", "題2", "本文", "稿"))
    if kind == "password":
        where = f"/ja/_util/authenticate_with_password/{restriction.pk}/{page.pk}/"
        client.post(where, {"password": "secret", "return_url": f"/ja/{address}versions/"})
    else:
        client.force_login(member())
    assert [client.get(f"/ja/{address}{below}").status_code for below in PARTS] == [200, 200, 404, 404]
    shown = client.get(f"/ja/{address}versions/1/")
    assert "no-store" in shown["Cache-Control"]
    assert shown["X-Robots-Tag"] == "noindex"
    assert client.get(f"/en/{address}versions/1/").status_code == 302


@every_page
def test_a_language_that_was_never_released_has_no_history(site, client, address):
    site.explainer("main", languages=("ja",))
    site.item("item", languages=("ja",))
    assert client.get(f"/en/{address}versions/").status_code == 404
    assert client.get(f"/en/{address}versions/1/").status_code == 404


def version(page, number=1):
    return ReleasedVersion.objects.get(page_id=page.pk, lane="ja", number=number)


@every_page
def test_a_hidden_text_is_gone_until_it_is_shown_again(rewritten, client, address):
    page, chief = page_of(rewritten, address), member()
    history.hide_version(version(page), chief, "a private address")
    assert client.get(f"/ja/{address}versions/1/").status_code == 404
    assert f"/ja/{address}versions/1/" not in client.get(f"/ja/{address}versions/").content.decode()
    assert client.get(f"/ja/{address}versions/2/").status_code == 200
    history.show_version(version(page), chief, "was already public")
    assert client.get(f"/ja/{address}versions/1/").status_code == 200
    actions = PageLogEntry.objects.filter(page=page, action__contains="_version").order_by("pk")
    assert [(entry.action, entry.data["reason"]) for entry in actions] == [
        ("articles.lane.hide_version", "a private address"),
        ("articles.lane.show_version", "was already public"),
    ]


@pytest.mark.parametrize(
    ("number", "right", "reason"), [(1, "", "why"), (1, "hide_superseded", " "), (3, "hide_superseded", "why")]
)
def test_hiding_needs_the_right_a_reason_and_a_superseded_text(rewritten, number, right, reason):
    user = member(*([right] if right else ["release_lane_ja", "approve_lane_ja"]), superuser=False)
    with pytest.raises(history.HistoryRefused):
        history.hide_version(version(rewritten.main, number), user, reason)
    assert version(rewritten.main, number).hidden_at is None


def test_a_long_history_comes_in_pages(site, client):
    page = site.item("item")
    old = version(page)
    rows = [
        ReleasedVersion(page=page.page_ptr, lane="ja", number=n, digest=str(n), released_at=old.released_at, superseded_at=old.released_at)
        for n in range(2, 62)
    ]  # fmt: skip
    ReleasedVersion.objects.bulk_create(rows)
    LaneRelease.objects.filter(page_id=page.pk, lane="ja").update(number=61)
    first = soup(client.get("/ja/news/item/versions/"))
    assert len(first.select(".log li")) == 50
    second = soup(client.get("/ja/news/item/versions/" + first.select_one(".pager a")["href"]))
    assert len(second.select(".log li")) == 11


@every_page
@pytest.mark.parametrize("below", ["", "versions/", "versions/1/"])
def test_history_costs_few_queries_and_leaves_no_trace(site, client, address, below):
    body, filed = rich_body(site), {"topics": [make.topic()]}
    site.main = site.explainer("main", authors=[make.author()], body_ja=body, body_en=body, **filed)
    site.item = site.item("item", explainers=[site.main], body_ja=body, body_en=body, **filed)
    draft = make.draft(page_of(site, address))
    draft.headline_ja = "題2"
    make.release(draft, "ja")
    client.get(f"/ja/{address}{below}")
    with CaptureQueriesContext(connection) as queries:
        response = client.get(f"/ja/{address}{below}")
    assert len(queries) <= BUDGET
    assert [query["sql"] for query in queries if not query["sql"].lstrip("(").startswith("SELECT")] == []
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


@every_page
@pytest.mark.parametrize("language", ["ja", "en"])
def test_pictures_and_links_of_an_earlier_text_follow_the_rules_of_today(site, client, address, language):
    target = site.explainer("target")
    linked = [block("paragraph", f'<p><a linktype="page" id="{target.pk}">words</a></p>', "p")]
    site.explainer("main", body_ja=linked, body_en=linked)
    site.item("item", body_ja=linked, body_en=linked)
    for page in (type(target).objects.get(slug="main"), type(site.item("other")).objects.get(slug="item")):
        draft = make.draft(page)
        draft.headline_ja = draft.headline_en = "new"
        make.release(draft)
    assert "/explainers/target/" in client.get(f"/{language}/{address}versions/1/").content.decode()
    type(target).objects.get(pk=target.pk).unpublish()
    assert "/explainers/target/" not in client.get(f"/{language}/{address}versions/1/").content.decode()


@every_page
def test_an_alias_has_the_earlier_texts_of_its_source(rewritten, client, address):
    alias = alias_of(page_of(rewritten, address), "alias")
    section = address.split("/")[0]
    page = soup(client.get(f"/ja/{section}/{alias.slug}/versions/2/"))
    assert page.h1.text.strip() == "題2"
    assert page.find("a", href=f"/ja/{section}/alias/")
    assert soup(client.get(f"/ja/{section}/alias/")).find("a", href=f"/ja/{section}/alias/versions/")
    listed = soup(client.get(f"/ja/{section}/alias/versions/"))
    assert len(listed.find_all("a", href=re.compile("versions/[12]/"))) == 2
