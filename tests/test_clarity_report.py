"""The newsroom learns which explainers readers find clear: every text, the newest first or the worst first."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import GroupPagePermission
from wagtail.users.models import UserProfile

from articles.models import ClarityCount
from tests import factories as make

pytestmark = pytest.mark.django_db
REPORT = reverse("desk_clarity")


def count(page, yes, no, version=1, language="ja"):
    ClarityCount.objects.create(page=page, language=language, version=version, yes=yes, no=no)


@pytest.fixture
def answered(site):
    """Three explainers: two answers against one say less than forty against sixty."""
    site.one, site.two, site.few = (site.explainer(slug) for slug in ("one", "two", "few"))
    count(site.one, 90, 10)
    count(site.two, 40, 60)
    count(site.few, 0, 2)
    return site


@pytest.fixture
def desk(client):
    client.force_login(make.person("en-translator"))
    return client


def rows(desk, **question):
    html = BeautifulSoup(desk.get(REPORT, question).content, "html.parser")
    return [
        [cell.get_text(" ", strip=True) for cell in row.select("td, th")]
        for row in html.select("main .listing tbody tr")
    ]


def titles(desk, **question):
    return [row[0] for row in rows(desk, **question)]


def test_a_row_says_page_language_text_answers_and_share(answered, desk):
    row = next(row for row in rows(desk) if row[0] == "見出しone")
    assert row[1] in ("日本語", "Japanese")
    assert (row[2], *row[4:]) == ("1", "90", "10", "90 %")


def test_a_title_leads_to_the_editor(answered, desk):
    html = BeautifulSoup(desk.get(REPORT).content, "html.parser")
    assert html.select(f"a[href='{reverse('wagtailadmin_pages:edit', args=[answered.two.pk])}']")


def test_the_newest_text_comes_first(answered, desk):
    assert titles(desk) == ["見出しfew", "見出しtwo", "見出しone"]
    draft = make.draft(answered.one)
    draft.headline_ja = "新しい"
    make.release(draft, "ja")
    count(answered.one, 1, 0, version=2)
    assert [row[2] for row in rows(desk)] == ["2", "1", "1", "1"]


def test_the_worst_comes_first_when_asked_and_few_answers_weigh_little(answered, desk):
    assert titles(desk, ordering="share")[0] == "見出しtwo"
    assert titles(desk, ordering="-share")[0] == "見出しone"
    assert titles(desk, ordering="nonsense")[0] == "見出しfew"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_it_stands_among_the_reports_in_both_languages(answered, client, language):
    person = make.person("writer")
    UserProfile.objects.create(user=person, preferred_language=language)
    client.force_login(person)
    assert REPORT in client.get(reverse("wagtailadmin_home")).content.decode()
    assert client.get(REPORT).status_code == 200
    assert client.get(reverse("desk_clarity_results")).status_code == 200


def test_nobody_else_reads_it(answered, client):
    person = make.person("writer")
    GroupPagePermission.objects.filter(group__user=person).delete()
    client.force_login(person)
    assert client.get(REPORT).status_code == 302
    client.logout()
    assert client.get(REPORT).status_code == 302


def test_it_can_be_taken_along_as_a_table(answered, desk):
    text = desk.get(REPORT, {"export": "csv"}).getvalue().decode()
    assert "見出しone,ja,1" in text
    assert desk.get(REPORT, {"export": "xlsx"}).status_code == 200


def test_it_costs_the_same_for_few_and_many(answered, desk):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            desk.get(REPORT)
        return len(queries)

    cost()
    few = cost()
    for number in range(9):
        count(site_page := answered.explainer(f"n{number}"), 1, 1)
        count(site_page, 1, 1, language="en")
    assert cost() == few
