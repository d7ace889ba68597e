"""Pages of topics, authors and terms: only what readers of the language may see."""

import pytest
from bs4 import BeautifulSoup

from articles.models import GlossaryTerm
from tests import factories as make

pytestmark = pytest.mark.django_db


def soup(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


@pytest.fixture
def filed(site):
    site.topic = make.topic("id", name_ja="マイナンバー", name_en="My Number", description_ja="番号とカード")
    site.author = make.author("desk", role_ja="解説", bio_ja="制度をわかりやすく。")
    site.explainer("main", topics=[site.topic], authors=[site.author])
    site.item("item", topics=[site.topic])
    return site


class TestTopics:
    def test_a_topic_has_its_explainers_and_its_news(self, filed, client):
        page = soup(client, "/ja/topics/id/")
        assert page.h1.text == "マイナンバー"
        links = [link.get("href") for link in page.select("main a")]
        assert "/ja/explainers/main/" in links
        assert "/ja/news/item/" in links
        assert "/ja/feeds/topics/id.xml" in links

    def test_nothing_that_is_not_released_is_on_it(self, filed, client):
        filed.explainer("secret", languages=("ja",), topics=[filed.topic], headline_en="needle")
        filed.item("hidden", languages=("ja",), topics=[filed.topic], headline_en="needle")
        assert "needle" not in soup(client, "/en/topics/id/").text

    def test_a_topic_without_a_name_in_the_language_is_not_there(self, site, client):
        make.topic("only", name_en="")
        assert client.get("/ja/topics/only/").status_code == 200
        assert client.get("/en/topics/only/").status_code == 404
        assert "/topics/only/" not in client.get("/en/topics/").content.decode()
        assert not soup(client, "/ja/topics/only/").select("link[hreflang=en]")

    def test_older_news_is_on_pages_of_its_own(self, filed, client):
        for number in range(31):
            filed.item(f"n{number}", at=f"2025-11-{number % 28 + 1:02} 09:00", topics=[filed.topic])
        first = soup(client, "/ja/topics/id/")
        older = first.select_one(".pager a.button")["href"]
        second = soup(client, f"/ja/topics/id/{older}")
        assert not {a["href"] for a in first.select(".item h4 a")} & {a["href"] for a in second.select(".item h4 a")}

    def test_explainers_lead_to_it(self, filed, client):
        assert soup(client, "/ja/explainers/main/").select("a[href='/ja/topics/id/']")


class TestAuthors:
    def test_an_author_is_introduced_with_what_they_signed(self, filed, client):
        page = soup(client, "/ja/authors/desk/")
        assert "制度をわかりやすく。" in page.text
        assert page.select("a[href='/ja/explainers/main/']")
        assert soup(client, "/ja/explainers/main/").select("a[rel=author][href='/ja/authors/desk/']")


class TestGlossary:
    def test_terms_have_reading_meaning_and_name_elsewhere_and_no_note(self, site, client):
        GlossaryTerm.objects.create(
            slug="vrs",
            name_ja="接種記録システム",
            name_en="Vaccination Record System",
            reading="せっしゅきろくしすてむ",
            definition_ja="接種を記録する仕組み",
            definition_en="A system that records vaccinations",
            forbidden_ja="ワクチン接種システム",
            note="内々の覚え書き",
        )
        page = soup(client, "/ja/glossary/")
        entry = page.find(id="vrs")
        assert entry.dfn.text == "接種記録システム"
        assert "せっしゅきろくしすてむ" in entry.text
        assert entry.find(lang="en").text == "Vaccination Record System"
        assert "覚え書き" not in page.text
        assert "ワクチン接種システム" not in page.text
        assert "A system that records" in soup(client, "/en/glossary/").text

    def test_a_term_without_a_meaning_in_the_language_is_left_out(self, site, client):
        GlossaryTerm.objects.create(slug="x", name_ja="用語", name_en="Term", definition_ja="意味")
        assert soup(client, "/ja/glossary/").find(id="x")
        assert not soup(client, "/en/glossary/").find(id="x")
