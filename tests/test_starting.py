"""A topic begins with what its editors chose, else with what readers surely found clear, else with the newest."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from articles.models import ClarityCount
from tests import factories as make

pytestmark = pytest.mark.django_db
NEWEST, OLD, OLDER = "/ja/explainers/newest/", "/ja/explainers/old/", "/ja/explainers/older/"


@pytest.fixture
def topic(site):
    site.topic = make.topic("t")
    site.older, site.old, site.newest = (
        site.explainer(slug, topics=[site.topic], last_reviewed="2025-12-04") for slug in ("older", "old", "newest")
    )
    return site


def choose(topic, explainer):
    topic.topic.start_here = explainer
    topic.topic.save()


def found_clear(page, yes, no=0, language="ja", version=1):
    ClarityCount.objects.create(page=page, language=language, version=version, yes=yes, no=no)


def column(client, language="ja"):
    """Of the topic on the front page: its links in their order, and whether the first is named as the start."""
    page = BeautifulSoup(client.get(f"/{language}/").content, "html.parser")
    found = page.select_one(".topic")
    return [link["href"] for link in found.select("h3 a, li a")], bool(found.select(".kicker"))


def topic_page(client, language="ja"):
    """As `column`, of the topic's own page."""
    page = BeautifulSoup(client.get(f"/{language}/topics/t/").content, "html.parser")
    links = [link["href"] for link in page.select("main h3 a") if "/explainers/" in link["href"]]
    return links, bool(page.find(id="topic-start"))


@pytest.fixture(params=[column, topic_page], ids=["front page", "topic page"])
def shown(request, client):
    return lambda language="ja": request.param(client, language)


def test_without_anything_else_the_newest_stands_first(topic, shown):
    assert shown() == ([NEWEST, OLD, OLDER], False)


def test_the_editors_choice_stands_first_and_then_the_newest(topic, shown):
    choose(topic, topic.older)
    assert shown() == ([OLDER, NEWEST, OLD], True)


def test_it_is_shown_with_its_lead_and_when_it_was_reviewed(topic, client):
    choose(topic, topic.older)
    for address, place in (("/ja/", ".topic"), ("/ja/topics/t/", ".start")):
        text = BeautifulSoup(client.get(address).content, "html.parser").select_one(place).text
        assert "前文older" in text
        assert "2025年12月4日" in text


def test_of_a_long_lead_the_front_page_shows_whole_sentences(topic, client):
    choose(
        topic,
        topic.explainer("long", standfirst_ja="一つ目です。" + "長い" * 40 + "。", standfirst_en="One. " + "Two " * 40),
    )
    for language, said in (("ja", "一つ目です。"), ("en", "One.")):
        page = BeautifulSoup(client.get(f"/{language}/").content, "html.parser")
        assert page.select_one(".topic__lead").text == said
        page = BeautifulSoup(client.get(f"/{language}/topics/t/").content, "html.parser")
        assert len(page.select_one(".topic__lead").text) > 80


def test_a_choice_need_not_be_filed_under_the_topic(topic, shown):
    elsewhere = topic.explainer("elsewhere")
    choose(topic, elsewhere)
    assert shown()[0] == ["/ja/explainers/elsewhere/", NEWEST, OLD, OLDER]


def test_a_choice_that_readers_may_not_see_is_passed_over(topic, shown):
    choose(topic, topic.explainer("needle", languages=("ja",), topics=[topic.topic]))
    assert shown("en")[1] is False
    assert "needle" not in str(shown("en"))
    PageViewRestriction.objects.create(page=topic.topic.start_here, restriction_type="login")
    assert shown() == ([NEWEST, OLD, OLDER], False)


def test_what_readers_surely_found_clear_stands_first_where_nothing_was_chosen(topic, shown):
    found_clear(topic.old, 90, 10)
    found_clear(topic.older, 20, 2)  # a higher share, less surely
    assert shown() == ([OLD, NEWEST, OLDER], True)
    choose(topic, topic.older)
    assert shown()[0] == [OLDER, NEWEST, OLD]


@pytest.mark.parametrize("answers", [(19, 0), (12, 10)])
def test_few_answers_or_many_doubts_say_nothing(topic, shown, answers):
    found_clear(topic.older, *answers)
    assert shown() == ([NEWEST, OLD, OLDER], False)


def test_answers_about_an_earlier_text_or_in_another_language_say_nothing(topic, shown):
    found_clear(topic.old, 90, language="en")
    found_clear(topic.older, 90)
    draft = make.draft(topic.older)
    draft.headline_ja = "新しい文章"
    make.release(draft, "ja")
    assert shown() == ([OLDER, NEWEST, OLD], False)  # by its new date alone
    assert shown("en")[1] is True


def test_what_is_found_clear_starts_one_topic_only(topic, client):
    other = make.topic("u", sort_order=200)
    topic.old.topics.add(other)
    topic.old.save()
    topic.explainer("lonely", topics=[other])
    found_clear(topic.old, 90)
    page = BeautifulSoup(client.get("/ja/").content, "html.parser")
    firsts = [link["href"] for link in page.select(".topic h3 a")]
    assert firsts == [OLD, "/ja/explainers/lonely/"]


def test_the_choice_is_made_in_the_topics_form_and_ends_with_the_page(topic, admin_client):
    address = f"/admin/snippets/articles/topic/edit/{topic.topic.pk}/"
    assert "start_here" in admin_client.get(address).content.decode()
    form = {"name_ja": "分類", "slug": "t", "sort_order": 1, "start_here": topic.old.pk}
    assert admin_client.post(address, form).status_code == 302
    topic.topic.refresh_from_db()
    assert topic.topic.start_here == topic.old
    topic.old.delete()
    topic.topic.refresh_from_db()
    assert topic.topic.start_here is None


def test_it_costs_the_same_for_one_topic_and_for_many(topic, client):
    def cost(address):
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        return len(queries)

    before = [cost("/ja/"), cost("/ja/topics/t/")]
    for number in range(6):
        more = make.topic(f"more{number}")
        page = topic.explainer(f"more{number}", topics=[more])
        more.start_here = page
        more.save()
        found_clear(page, 90)
    assert [cost("/ja/"), cost("/ja/topics/t/")] == before
    assert max(before) <= 8
