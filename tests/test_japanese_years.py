"""Years as Japanese offices count them, beside the others where the site wants them."""

from datetime import date

import pytest

from articles.models import SiteFrame
from articles.public.japanese_years import era_year, era_years
from tests.factories import block, items, jst


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2025, 12, 4), "令和7年"), (date(2019, 5, 1), "令和元年"), (date(2019, 4, 30), "平成31年"), (date(1989, 1, 7), "昭和64年"),
        (date(1926, 12, 24), "大正15年"), (date(1912, 7, 29), "明治45年"), (date(1868, 1, 25), "明治元年"), (date(1867, 1, 1), ""),
    ],
)  # fmt: skip
def test_an_era_begins_and_ends_on_its_day(day, expected):
    assert era_year(day) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025", "令和7年"), ("2019", "平成31年・令和元年"), ("2019-04", "平成31年"), ("2019-05", "令和元年"), ("2021-09-01", "令和3年"),
        ("FY2025", "令和7年度"), ("FY2019", "令和元年度"), ("FY1850", ""), ("1850", ""),
    ],
)  # fmt: skip
def test_a_date_of_a_timeline_has_the_names_of_all_it_touches(text, expected):
    assert era_years(text) == expected


@pytest.fixture
def main(site):
    entries = items({"date": "2021-09", "text": "<p>発足</p>"}, {"date": "FY2025", "text": "<p>次</p>"})
    body = [block("timeline", {"entries": entries}, "t")]
    return site.explainer("main", body_ja=body, body_en=body, first_published=jst("2020-01-01 00:30"))


def shown(client, language):
    response = client.get(f"/{language}/explainers/main/")
    assert response.status_code == 200
    return response.content.decode()


def test_fiscal_years_are_written_in_each_language(main, client):
    assert '<time datetime="2025">2025年度</time>' in shown(client, "ja")
    assert '<time datetime="2025">fiscal 2025</time>' in shown(client, "en")


def test_japanese_years_stand_beside_the_others_where_the_site_wants_them(main, client):
    assert "令和" not in shown(client, "ja")
    SiteFrame.objects.create(shows_eras=True)
    html = shown(client, "ja")
    for written in ('2021年9月 <span class="era">令和3年</span>', '2025年度 <span class="era">令和7年度</span>'):
        assert written in html
    assert '2020年1月1日(水) <span class="era">令和2年</span>' in html  # in Japan: elsewhere it was still 2019
    assert "令和" not in shown(client, "en")
