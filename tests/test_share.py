"""An explainer can be passed on without anybody else's help, and cited so that the text can be found again."""

from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from wagtail.models import PageViewRestriction

from articles.models import SiteFrame
from tests import factories as make

pytestmark = pytest.mark.django_db
ODD = "A & B: 100% “sure”? #1 + 2"


@pytest.fixture
def main(site, settings):
    settings.SITE_URL = "https://news.example.jp"
    SiteFrame.objects.create(name_en="The Site")
    return site.explainer("main", headline_en=ODD, authors=[make.author()])


def share(client, address="/en/explainers/main/"):
    return BeautifulSoup(client.get(address).content, "html.parser").select_one(".share")


def test_a_mail_has_the_headline_and_the_address_whatever_they_contain(main, client):
    address = share(client).select_one("a[href^=mailto]")["href"]
    assert not set(address) & set(' "“”')
    assert "+" not in address  # a mail program would show it
    said = parse_qs(urlsplit(address).query)
    assert said == {"subject": [ODD], "body": ["https://news.example.jp/en/explainers/main/"]}


def test_buttons_that_need_a_script_wait_for_it(main, client):
    buttons = share(client).select("button")
    assert [button.find_parent("li").has_attr("hidden") for button in buttons] == [True, True]
    assert buttons[0]["data-copy"] == buttons[1]["data-share"] == "https://news.example.jp/en/explainers/main/"


def test_a_citation_names_who_wrote_what_where_and_when_and_which_text(main, client):
    draft = make.draft(main)
    draft.headline_en = "Newer"
    main = make.release(draft, "en")
    cited = share(client).select_one(".share__cite")
    day = f"{main.released_at_en.astimezone(make.JST):%Y-%m-%d}"
    expected = ["The editors", "“Newer”", "The Site", day, "Version 2"]
    assert cited.text.split(", ") == [*expected, "https://news.example.jp/en/explainers/main/"]
    assert cited.a["href"] == "/en/explainers/main/versions/2/"
    assert client.get(cited.a["href"]).status_code == 302  # as long as it is the current one


def test_no_other_site_takes_part(main, client):
    outside = [link["href"] for link in share(client).select("a") if "//" in link["href"].partition("?")[0]]
    assert outside == []


def test_an_earlier_text_and_a_private_page_are_not_passed_on(main, client):
    draft = make.draft(main)
    draft.headline_en = "Newer"
    make.release(draft, "en")
    assert share(client, "/en/explainers/main/versions/1/") is None
    PageViewRestriction.objects.create(page=main, restriction_type="login")
    client.force_login(make.person("writer"))
    page = client.get("/en/explainers/main/")
    assert page.status_code == 200
    assert not BeautifulSoup(page.content, "html.parser").select(".share, .ask")
