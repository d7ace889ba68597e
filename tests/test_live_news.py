"""An open list of news learns what is new: cheaply, only what is released, and in its own language and tab."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories as make

pytestmark = pytest.mark.django_db


def asked(client, address="/ja/news/"):
    """The address that an open list asks, as it stands in the list."""
    page = BeautifulSoup(client.get(address).content, "html.parser")
    return page.select_one("[data-live]")["data-live"]


@pytest.fixture
def news(site):
    site.flash, site.other = make.category("flash"), make.category("other")
    site.item("first", at="2025-12-04 09:00", category=site.flash)
    return site


def test_nothing_new_is_a_short_answer_and_then_none_at_all(news, client):
    address = asked(client)
    answer = client.get(address)
    assert (answer.json()["count"], answer.json()["days"]) == (0, [])
    assert client.get(address, headers={"if-none-match": answer["ETag"]}).status_code == 304


def test_what_is_new_comes_with_its_day_and_where_to_go_on_from(news, client):
    address = asked(client)
    news.item("second", at="2025-12-04 10:00")
    news.item("third", at="2025-12-05 08:00")
    answer = client.get(address).json()
    assert (answer["count"], answer["said"]) == (2, "2件の新着")
    assert [day["id"] for day in answer["days"]] == ["d20251205", "d20251204"]
    assert "見出しthird" in answer["days"][0]["html"].replace("<wbr>", "")
    again = client.get(f"/ja/news/?live={answer['cursor']}").json()
    assert again["count"] == 0


def test_items_of_the_same_moment_are_not_lost(news, client):
    address = asked(client)
    news.item("twin", at="2025-12-04 09:00")
    assert client.get(address).json()["count"] == 1


def test_only_what_is_released_in_that_language_and_tab(news, client):
    english, flash = asked(client, "/en/news/"), asked(client, "/ja/news/flash/")
    news.item("needle", languages=("ja",), headline_en="needle", category=news.other)
    assert client.get(english).json()["count"] == 0
    assert client.get(flash).json()["count"] == 0


def test_an_empty_list_learns_of_its_first_item(site, client):
    address = asked(client)
    site.item("first")
    assert client.get(address).json()["count"] == 1


class TestFrontPage:
    def test_its_list_asks_for_days_in_its_own_shape(self, news, client):
        address = asked(client, "/ja/")
        assert address.startswith("/ja/news/?")
        news.item("second", at="2025-12-04 10:00")
        answer = client.get(address).json()
        (day,) = answer["days"]
        html = BeautifulSoup(day["html"], "html.parser")
        page = BeautifulSoup(client.get("/ja/").content, "html.parser")
        shown = page.find(id=day["id"]).parent
        assert html.find(id=day["id"]).name == shown.find(id=day["id"]).name
        assert html.select_one("li") == shown.select_one("li")

    def test_nothing_new_is_no_answer_there_either(self, news, client):
        address = asked(client, "/ja/")
        answer = client.get(address)
        assert answer.json()["count"] == 0
        assert client.get(address, headers={"if-none-match": answer["ETag"]}).status_code == 304

    def test_without_news_it_still_learns_of_the_first(self, site, client):
        address = asked(client, "/en/")
        site.item("first")
        assert client.get(address).json()["count"] == 1

    def test_without_a_feed_in_the_language_it_does_not_ask(self, site, client):
        type(site.news).objects.filter(pk=site.news.pk).update(released_at_en=None)
        assert "data-live" not in client.get("/en/").content.decode()


def test_a_list_of_no_known_shape_is_not_found(news, client):
    assert client.get(f"{asked(client)}&shape=nonsense").status_code == 404


@pytest.mark.parametrize("place", ["", "nonsense", "20251204T000000Z~x"])
def test_nonsense_is_not_found(news, client, place):
    assert client.get(f"/ja/news/?live={place}").status_code == 404


def test_older_pages_and_days_do_not_ask(news, client):
    for number in range(31):
        news.item(f"n{number}", at=f"2025-11-{number % 28 + 1:02} 09:00")
    page = BeautifulSoup(client.get("/ja/news/").content, "html.parser")
    older = client.get(f"/ja/news/{page.select_one('.pager a')['href']}")
    day = client.get("/ja/news/2025/12/04/")
    assert all("data-live" not in answer.content.decode() for answer in (older, day))


def test_asking_costs_as_much_for_few_as_for_many(news, client):
    address = asked(client)

    def cost():
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        return len(queries)

    cost()
    few = cost()
    for number in range(12):
        news.item(f"n{number}")
    assert cost() == few <= 4
