"""Readers say whether an explainer was clear: only a count of it is kept, and only of what they can read."""

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from articles.models import ClarityCount
from articles.public import answers
from tests import factories as make
from tests.surfaces import alias_of

pytestmark = pytest.mark.django_db
JSON = {"accept": "application/json"}


@pytest.fixture
def main(site):
    cache.clear()
    return site.explainer("main")


@pytest.fixture
def reader():
    """Somebody whose browser has no cookie, and whom the check of tokens would find out."""
    return Client(enforce_csrf_checks=True)


def send(reader, page, language="ja", clear="yes", version=1, **options):
    return reader.post(f"/{language}/answers/{page.pk}/", {"clear": clear, "version": version}, **options)


def counted(page, language="ja"):
    """`[(version, yes, no)]`"""
    rows = ClarityCount.objects.filter(page=page.pk, language=language).order_by("version")
    return list(rows.values_list("version", "yes", "no"))


def form_of(client, address):
    return BeautifulSoup(client.get(address).content, "html.parser").select_one("form.ask")


class TestAnswering:
    def test_the_buttons_of_the_page_are_counted(self, main, reader):
        form = form_of(reader, "/en/explainers/main/")
        version = form.select_one("[name=version]")["value"]
        for button in (*form.select("button"), form.select("button")[1]):
            reader.post(form["action"], {"version": version, button["name"]: button["value"]})
        assert counted(main, "en") == [(1, 1, 2)]
        assert counted(main, "ja") == []

    def test_it_leads_back_to_the_page_and_its_thanks(self, main, reader):
        answer = send(reader, main)
        assert (answer.status_code, answer["Location"]) == (303, "/ja/explainers/main/#answered")
        assert form_of(reader, "/ja/explainers/main/").select_one("#answered")

    def test_a_script_is_told_in_words_instead(self, main, reader):
        answer = send(reader, main, "en", headers=JSON)
        assert answer.json() == {"said": "Thank you. Your answer has been counted."}

    def test_nothing_of_the_reader_is_kept(self, main, reader):
        with CaptureQueriesContext(connection) as queries:
            answer = send(reader, main, headers={"user-agent": "needle", "x-forwarded-for": "needle"})
        assert not answer.cookies
        written = [query["sql"] for query in queries if not query["sql"].startswith("SELECT")]
        assert written
        assert "needle" not in str(written)
        fields = {field.name for field in ClarityCount._meta.fields}
        assert fields == {"id", "page", "language", "version", "yes", "no"}

    def test_each_new_text_starts_at_nothing(self, main, reader):
        send(reader, main)
        draft = make.draft(main)
        draft.headline_ja = "新しい見出し"
        make.release(draft, "ja")
        send(reader, main, clear="no", version=2)
        assert counted(main) == [(1, 1, 0), (2, 0, 1)]
        assert [row.version for row in ClarityCount.objects.of_present_texts()] == [2]

    def test_a_page_that_was_open_meanwhile_answers_about_the_text_that_was_read(self, main, reader):
        draft = make.draft(main)
        draft.headline_ja = "新しい見出し"
        make.release(draft, "ja")
        send(reader, main, version=1)
        assert counted(main) == [(1, 1, 0)]

    def test_an_alias_answers_for_the_page_whose_text_it_shows(self, main, reader):
        alias = alias_of(main, "twin")
        assert send(reader, alias)["Location"] == "/ja/explainers/twin/#answered"
        assert counted(main) == [(1, 1, 0)]


class TestWhereItIsAsked:
    def test_not_of_an_earlier_text(self, main, reader):
        draft = make.draft(main)
        draft.headline_ja = "新しい見出し"
        make.release(draft, "ja")
        assert form_of(reader, "/ja/explainers/main/versions/1/") is None

    def test_reading_the_page_costs_no_query_for_it(self, main, reader):
        def cost():
            with CaptureQueriesContext(connection) as queries:
                reader.get("/ja/explainers/main/")
            return len(queries)

        cost()
        before = cost()
        send(reader, main)
        assert cost() == before


class TestRefusals:
    @pytest.mark.parametrize(
        "headers",
        [
            {"sec-fetch-site": "cross-site"},
            {"sec-fetch-site": "same-site"},
            {"sec-fetch-site": "none"},
            {"origin": "https://elsewhere.example"},
            {"origin": "null"},
        ],
    )
    def test_another_site_is_refused(self, main, reader, headers):
        assert send(reader, main, headers=headers).status_code == 403
        assert counted(main) == []

    @pytest.mark.parametrize("headers", [{"sec-fetch-site": "same-origin"}, {"origin": "http://testserver"}, {}])
    def test_the_site_itself_is_not(self, main, reader, headers):
        assert send(reader, main, headers=headers).status_code == 303

    @pytest.mark.parametrize("clear", ["", "maybe", "\x00", "はい"])
    def test_neither_yes_nor_no(self, main, reader, clear):
        answer = send(reader, main, "en", clear=clear)
        assert answer.status_code == 400
        page = BeautifulSoup(answer.content, "html.parser")
        assert page.h1.text == "Your answer was not counted"
        assert page.select("main a[href='/en/explainers/main/']")
        assert send(reader, main, "en", clear=clear, headers=JSON).json()["said"].startswith("The answer was neither")

    @pytest.mark.parametrize("version", ["", "0", "2", "-1", "1.0", "１", "9" * 30, "\x00"])
    def test_a_text_that_never_was(self, main, reader, version):
        assert send(reader, main, version=version).status_code == 400
        assert not ClarityCount.objects.exists()

    def test_a_page_that_readers_of_the_language_cannot_see(self, site, main, reader):
        japanese_only = site.explainer("japanese", languages=("ja",))
        assert send(reader, japanese_only, "en").status_code == 404
        assert send(reader, site.explainer("draft", languages=())).status_code == 404
        assert send(reader, site.news).status_code == 404
        PageViewRestriction.objects.create(page=main, restriction_type="login")
        assert send(reader, main).status_code == 404
        assert not ClarityCount.objects.exists()

    @pytest.mark.parametrize("pk", ["0", "99999999", "9" * 30])
    def test_a_page_that_is_not_there(self, main, reader, pk):
        assert reader.post(f"/ja/answers/{pk}/", {"clear": "yes", "version": 1}).status_code == 404

    def test_reading_the_address_is_not_an_answer(self, main, reader):
        assert reader.get(f"/ja/answers/{main.pk}/").status_code == 405


class TestFloods:
    def test_a_page_takes_so_many_answers_in_a_minute_and_says_when_to_come_back(self, site, main, reader, monkeypatch):
        monkeypatch.setattr(answers, "PER_MINUTE", 2)
        last = [send(reader, main) for _answer in range(3)][-1]
        assert (last.status_code, last["Retry-After"]) == (429, "60")
        assert counted(main) == [(1, 2, 0)]
        assert send(reader, site.explainer("other")).status_code == 303
        assert send(reader, main, "en").status_code == 303

    def test_answers_are_counted_while_the_cache_is_out_of_reach(self, main, reader, monkeypatch, settings):
        monkeypatch.setattr(answers, "PER_MINUTE", 2)
        settings.CACHES = {
            "default": {
                "BACKEND": "articles.delivery.cache.FailOpenRedisCache",
                "LOCATION": "redis://127.0.0.1:1/0",
            }
        }
        assert [send(reader, main).status_code for _answer in range(3)] == [303] * 3
