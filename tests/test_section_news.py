"""News tells the section of an explainer that it makes older, and the section tells its readers; both ways."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from articles.models import LaneRelease, NewsItemExplainer, ReleasedVersion
from tests import factories as make
from tests.factories import block


def soup(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def text(first="一", second="二"):
    return [
        block("heading", {"level": "2", "text": "仕組み"}, "h1"),
        block("paragraph", f"<p>{first}</p>", "p1"),
        block("heading", {"level": "3", "text": "組織"}, "h11"),
        block("paragraph", f"<p>{second}</p>", "p11"),
        block("heading", {"level": "2", "text": "課題"}, "h2"),
        block("paragraph", "<p>三</p>", "p2"),
    ]


SECTION = {key: block("heading", {}, key)["id"] for key in ("h1", "h11", "h2")}
ANCHOR = {key: f"s-{value[:8]}" for key, value in SECTION.items()}


@pytest.fixture
def main(site):
    page = site.explainer("main", body_ja=text(), body_en=text())
    yesterday = timezone.now() - timedelta(days=1)
    ReleasedVersion.objects.filter(page=page.pk).update(released_at=yesterday)
    LaneRelease.objects.filter(page=page.pk).update(released_at=yesterday)
    return page


def news(site, main, slug="item", *, section="h11", ago=timedelta(hours=1), **fields):
    page = site.item(slug, languages=(), published_at=timezone.now() - ago, **fields)
    page.explainer_links.set([NewsItemExplainer(explainer=main, section=SECTION.get(section, section))])
    return make.release(page, *fields.get("languages", ("ja", "en")))


def newer(page):
    return {
        aside.find_previous(["h2", "h3"])["id"]: [a["href"] for a in aside.select("a")]
        for aside in page.select(".newer")
    }


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_section_and_the_item_lead_to_each_other(site, main, client, language):
    news(site, main)
    page = soup(client.get(f"/{language}/explainers/main/"))
    assert newer(page) == {ANCHOR["h11"]: [f"/{language}/news/item/"]}
    item = soup(client.get(f"/{language}/news/item/"))
    link = item.select_one(".rel a")
    assert link["href"] == f"/{language}/explainers/main/#{ANCHOR['h11']}"
    assert {"ja": "1-1 組織", "en": "1.1 組織"}[language] in link.text
    assert page.find(id=ANCHOR["h11"]) is not None
    for surface in ("news/", "feeds/news.xml"):
        assert link["href"] in client.get(f"/{language}/{surface}").content.decode()


def test_the_contents_say_which_section_has_newer_news(site, main, client):
    news(site, main)
    news(site, main, "second", section="h1")
    marks = [(link["href"], mark.text.strip()) for link in soup(client.get("/ja/explainers/main/")).select(".toc a")
             for mark in link.select(".toc__new")]  # fmt: skip
    assert marks == [(f"#{ANCHOR['h1']}", "新着2件")]


def test_news_older_than_the_text_is_no_news(site, main, client):
    news(site, main, ago=timedelta(days=2))
    assert newer(soup(client.get("/ja/explainers/main/"))) == {}


def test_a_new_text_of_the_section_takes_the_mark_away_and_of_another_does_not(site, main, client):
    news(site, main)
    draft = make.draft(main)
    draft.body_ja = text(first="新しい一")
    make.release(draft, "ja")
    assert list(newer(soup(client.get("/ja/explainers/main/")))) == [ANCHOR["h11"]]
    draft = make.draft(main)
    draft.body_ja = text(first="新しい一", second="新しい二")
    make.release(draft, "ja")
    assert newer(soup(client.get("/ja/explainers/main/"))) == {}
    assert list(newer(soup(client.get("/en/explainers/main/")))) == [ANCHOR["h11"]]  # its text is as old as it was


def test_an_item_that_is_not_released_in_the_language_is_not_told(site, main, client):
    page = site.item("item", languages=(), published_at=timezone.now())
    page.explainer_links.set([NewsItemExplainer(explainer=main, section=SECTION["h11"])])
    make.release(page, "ja")
    assert newer(soup(client.get("/ja/explainers/main/"))) != {}
    assert newer(soup(client.get("/en/explainers/main/"))) == {}


def test_a_section_that_is_gone_leads_to_the_explainer(site, main, client):
    news(site, main, section="no-such-heading")
    assert soup(client.get("/ja/news/item/")).select_one(".rel a")["href"] == "/ja/explainers/main/"
    assert newer(soup(client.get("/ja/explainers/main/"))) == {}


def test_an_earlier_text_knows_nothing_of_later_news(site, main, client):
    draft = make.draft(main)
    draft.headline_ja = "別の題"
    make.release(draft, "ja")
    news(site, main, ago=timedelta())
    assert newer(soup(client.get("/ja/explainers/main/"))) != {}
    assert newer(soup(client.get("/ja/explainers/main/versions/1/"))) == {}


def test_a_preview_names_the_section(site, main, client):
    page = news(site, main)
    client.force_login(make.person("publisher"))
    html = client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk])).content.decode()
    assert f"/ja/explainers/main/#{ANCHOR['h11']}" in html


class TestEditor:
    def test_sections_are_listed_with_their_numbers(self, main, client):
        client.force_login(make.person("writer"))
        found = client.get(reverse("desk_sections", args=[main.pk])).json()["sections"]
        assert found == [
            {"id": SECTION["h1"], "title": "1 仕組み"},
            {"id": SECTION["h11"], "title": "1-1 組織"},
            {"id": SECTION["h2"], "title": "2 課題"},
        ]

    def test_a_draft_tells_its_sections_to_nobody_outside(self, site, client):
        page = site.explainer("draft", languages=(), body_ja=text())
        address = reverse("desk_sections", args=[page.pk])
        assert client.get(address).status_code == 302
        client.force_login(make.person("writer"))
        assert len(client.get(address).json()["sections"]) == 3

    def test_nonsense_is_not_found(self, main, client):
        client.force_login(make.person("writer"))
        assert client.get(reverse("desk_sections", args=[999999]), follow=True).status_code == 404
