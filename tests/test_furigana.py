"""Furigana: on the page when asked for, worked out when a text is released, as the newsroom decided."""

import re

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import LaneReadings, SiteFrame
from articles.newsroom import readings
from articles.public import wording
from tests import factories as make
from tests.factories import block, items


def body():
    figure = {
        "picture": make.picture().pk, "title": "組織図", "alt": "組織の図", "caption": "", "source_name": "編集部",
        "source_url": "", "licence": "", "edited_note": "",
    }  # fmt: skip
    return [
        block("key_points", {"points": items("発足は九月")}, "k"),
        block("heading", {"level": "2", "text": "司令塔の仕事"}, "h"),
        block(
            "paragraph", "<p>2021年に<b>発足</b>した<a href='https://example.jp/'>行政機関</a>。</p><p>二行目</p>", "p"
        ),
        block("figure", figure, "f"),
    ]


@pytest.fixture
def released(site, django_capture_on_commit_callbacks):
    def release(kind="explainer", **fields):
        texts = {"body_ja": body(), "body_en": body(), "headline_ja": "行政の仕事 入門"}
        with django_capture_on_commit_callbacks(execute=True):
            return getattr(site, kind)("main", **texts, **fields)

    return release


def shown(client, address="/ja/explainers/main/?ruby=1"):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def over(word, reading):
    return f"<ruby>{word}<rp>（</rp><rt>{reading}</rt><rp>）</rp></ruby>"


def test_every_text_of_the_page_is_read(released, client):
    released()
    html = shown(client)
    for word, reading in [
        ("行政", "ぎょうせい"), ("入門", "にゅうもん"), ("発足", "ほっそく"), ("司令塔", "しれいとう"), ("機関", "きかん"), ("組織図", "そしきず"),
        ("年", "ねん"),
    ]:  # fmt: skip
        assert over(word, reading) in html
    assert f'<a href="https://example.jp/" class=ext>{over("行政", "ぎょうせい")}{over("機関", "きかん")}</a>' in html
    assert f"<strong>{over('発足', 'ほっそく')}</strong>" in html


def test_without_being_asked_there_is_none_and_a_link_offers_it(released, client):
    released()
    html = shown(client, "/ja/explainers/main/")
    assert "<ruby>" not in html
    assert 'href="/ja/explainers/main/?ruby=1"' in html
    assert 'rel="canonical"' not in html
    assert "ふりがな" in html


def test_the_page_with_furigana_leads_back_and_is_no_page_of_its_own(released, client):
    released()
    html = shown(client)
    assert f'<link rel="canonical" href="{settings.SITE_URL}/ja/explainers/main/">' in html
    assert re.search(r'href="/ja/explainers/main/"[^>]*>ふりがなを外す', html)


def test_attributes_and_other_languages_are_left_alone(released, client):
    released()
    html = shown(client)
    assert 'aria-label="「司令塔の仕事」' in html
    assert not re.search(r'="[^"<]*<ruby', html)
    english = shown(client, "/en/explainers/main/?ruby=1")
    assert "<ruby>" not in english
    assert "?ruby=1" not in english


@pytest.mark.parametrize("nonsense", ["?ruby=", "?ruby=0", "?ruby=2", "?ruby[]=1", "?ruby=1%00", "?ruby=%ff"])
def test_nonsense_asks_for_nothing(released, client, nonsense):
    released()
    assert "<ruby>" not in shown(client, f"/ja/explainers/main/{nonsense}")


def test_no_request_of_a_reader_works_readings_out(released, client, monkeypatch):
    released()
    LaneReadings.objects.all().delete()
    monkeypatch.setattr(wording, "analysed", lambda text: pytest.fail("on a request"))
    assert "司令塔" in re.sub("<wbr>", "", shown(client))


def test_the_newsrooms_readings_overrule_the_analysers(released, client):
    SiteFrame.objects.create(readings="行政 = あいう\n機関 = かきく")
    released(readings="行政 = さしす")
    html = shown(client)
    assert over("行政", "さしす") in html  # the page's own before the site's
    assert over("機関", "かきく") in html
    assert over("行政", "ぎょうせい") not in html


def test_the_reading_of_a_term_counts(released, client):
    from articles.models import GlossaryTerm

    GlossaryTerm.objects.create(slug="x", name_ja="司令塔", name_en="hq", reading="こんとろーる")
    released()
    assert over("司令塔", "こんとろーる") in shown(client)


def test_a_new_text_is_read_and_the_old_reading_kept(released, client, django_capture_on_commit_callbacks, monkeypatch):
    page = released()
    asked = []
    real = readings.analysed
    monkeypatch.setattr(readings, "analysed", lambda text: asked.append(text) or real(text))
    draft = make.draft(page)
    draft.standfirst_ja = "新しい前文"
    with django_capture_on_commit_callbacks(execute=True):
        make.release(draft, "ja")
    assert asked == ["新しい前文"]
    html = shown(client)
    assert over("前文", "ぜんぶん") in html
    assert over("発足", "ほっそく") in html


def test_a_held_text_is_not_read(released, client, django_capture_on_commit_callbacks):
    page = released()
    before = LaneReadings.objects.get().texts
    draft = make.draft(page)
    draft.standfirst_ja = "秘密の前文"
    with django_capture_on_commit_callbacks(execute=True):
        draft.save_revision()
        make.release(draft, "en")
    assert LaneReadings.objects.get().texts == before


def test_readings_that_fail_do_not_undo_the_release(released, client, monkeypatch):
    def broken(text):
        raise RuntimeError("no dictionary")

    monkeypatch.setattr(readings, "analysed", broken)
    released()
    assert "司令塔" in re.sub("<wbr>", "", shown(client))


@pytest.mark.parametrize("kind", ["explainer", "item"])
def test_it_costs_one_query(released, client, kind):
    released(kind)
    address = "/ja/explainers/main/" if kind == "explainer" else "/ja/news/main/"
    counts = []
    for query in ("", "?ruby=1"):
        client.get(address + query)
        with CaptureQueriesContext(connection) as queries:
            assert ("<ruby>" in shown(client, address + query)) is bool(query)
        counts.append(len(queries))
    assert counts[1] == counts[0] + 1 <= 8


def test_an_editor_previews_furigana_of_a_draft(released, client):
    page = released()
    draft = make.draft(page)
    draft.standfirst_ja = "新しい前文"
    draft.save_revision()
    client.force_login(make.person("publisher"))
    address = reverse("wagtailadmin_pages:view_draft", args=[page.pk])
    html = client.get(f"{address}?mode=furigana").content.decode()
    assert over("前文", "ぜんぶん") in html
    assert "<ruby>" not in client.get(f"{address}?mode=ja").content.decode()


@pytest.mark.parametrize("line", ["発足", "発足=hossoku", "かな=かな"])
def test_a_line_that_is_no_reading_is_refused_by_name(released, line):
    from django.core.exceptions import ValidationError

    page = released()
    page.readings = f"行政=ぎょうせい\n{line}"
    with pytest.raises(ValidationError, match=line):
        page.full_clean()
