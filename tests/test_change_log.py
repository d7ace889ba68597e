"""The change log of a page: what was brought up to date and in which sections, beside the corrections."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup

from articles import lanes
from articles.lanes.sections import OPENING
from articles.models import ReleasedVersion
from articles.models.releasing import release_lanes
from articles.newsroom.records.corrections import issue
from articles.querysets import HISTORY
from tests import factories as make
from tests.factories import block

HEADINGS = {"a": "仕組み", "b": "課題"}


def text(**changed):
    words = {"opening": "はじめに", "a": "一", "b": "二", **changed}
    body = [block("paragraph", f"<p>{words['opening']}</p>", "opening")]
    for key, title in HEADINGS.items():
        if words[key]:
            body += [
                block("heading", {"level": "2", "text": title}, f"h-{key}"),
                block("paragraph", f"<p>{words[key]}</p>", key),
            ]
    return body


@pytest.fixture
def main(site):
    return site.explainer("main", body_ja=text(), body_en=text())


def change(page, significance="update", **changed):
    draft = make.draft(page)
    draft.body_ja = text(**changed)
    draft.save_revision()
    release_lanes(type(page).objects.get(pk=page.pk), [lanes.SHARED, "ja"], significance=significance)


def log(client, language="ja"):
    response = client.get(f"/{language}/explainers/main/")
    assert response.status_code == 200
    page = BeautifulSoup(response.content, "html.parser")
    rows = page.select(".log > li")
    return [
        (row.b.text if row.b else "", [" ".join(a.text.split()) for a in row.select(".log__sections a")])
        for row in rows
    ]


def test_before_anything_has_changed_there_is_no_log(main, client):
    assert log(client) == []


def test_an_update_names_its_sections_and_leads_to_them(main, client):
    change(main, a="新しい一", opening="新しいはじめ")
    assert log(client) == [("更新", ["冒頭", "1 仕組み"]), ("公開", [])]
    assert log(client, "en") == []
    anchor = f"s-{block('heading', {}, 'h-a')['id'][:8]}"
    html = client.get("/ja/explainers/main/").content.decode()
    assert f'href="#{anchor}"' in html
    assert 'href="/ja/explainers/main/versions/"' in html


def test_what_does_not_matter_to_readers_stays_in_the_list_of_versions(main, client):
    change(main, "minor", a="一、")
    change(main, "none", a="一。")
    assert log(client) == []
    change(main, "update", a="一。", b="新しい二")
    assert log(client) == [("更新", ["2 課題"]), ("公開", [])]


def test_a_section_that_is_gone_leaves_no_words_behind(main, client):
    change(main, b="")
    assert log(client) == [("更新", []), ("公開", [])]
    assert "課題" not in client.get("/ja/explainers/main/").content.decode()


def test_a_correction_is_told_once_in_its_own_words(main, client):
    change(main, "correction", a="正しい一")
    issue(main, None, "correction", {"ja": {"wrong": "誤り", "right": "正しい"}})
    assert log(client) == [("訂正", []), ("公開", [])]
    assert "誤り" in client.get("/ja/explainers/main/").content.decode()


def test_a_correction_whose_words_wait_is_told_by_its_sections(main, client):
    change(main, "correction", a="正しい一")
    assert log(client) == [("訂正", ["1 仕組み"]), ("公開", [])]


def test_markup_alone_changes_no_section(main, client):
    change(main, a="<b>一</b>")
    assert ReleasedVersion.objects.filter(page=main.pk, lane="ja").count() == 2
    assert log(client) == []


def test_it_tells_the_newest_of_many_texts(main, client):
    first = ReleasedVersion.objects.get(page=main.pk, lane="ja")
    ReleasedVersion.objects.bulk_create(
        ReleasedVersion(
            page=first.page, lane="ja", number=number, digest=str(number), sections=[OPENING], significance="update",
            released_at=first.released_at + timedelta(minutes=number),
        )
        for number in range(2, 47)
    )  # fmt: skip
    assert log(client) == [("更新", ["冒頭"])] * HISTORY
