"""Publishing several lanes together: what changed is seen, and what was decided happens as one or not at all."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.models import Correction, LaneRelease, LaneSchedule, Translation
from articles.newsroom.schedule import schedules
from tests import factories as make
from tests import together
from tests.desk_forms import post_edit
from tests.factories import block, items, jst
from tests.together import NEW_BODY, approved, edit, errors, public, send, typed, url

pytestmark = pytest.mark.django_db
page, person, writer, chief, desk = together.page, together.person, together.writer, together.chief, together.desk


class TestWhatChanged:
    def test_each_language_shows_its_units_against_what_readers_see(self, desk, page, writer):
        edit(page, writer, body_ja=NEW_BODY)
        response = desk.get(url(page))
        text = response.content.decode()
        assert "10月</del>" in text
        assert "9月</ins>" in text
        assert "新しい段落。</ins>" in text
        assert "古い段落。</del>" in text
        assert "Founded in" not in text
        diff = response.context["cards"][0]["section"].diff
        assert (diff.changed, diff.added, diff.removed) == (1, 1, 1)

    def test_links_table_numbers_and_order_are_shown_too(self, desk, page, writer):
        table = {
            "title": "表",
            "source_name": "",
            "source_url": "",
            "table": {
                "columns": [{"type": "text", "heading": "年"}, {"type": "number", "heading": "数"}],
                "rows": [{"values": ["2021", "600"]}],
                "caption": "",
            },
        }
        before = [
            block("paragraph", '<p>詳しくは<a href="https://old.example/">こちら</a></p>', "link"),
            block("table", table, "t"),
        ]
        edit(page, writer, body_ja=before)
        approved(page, "ja")
        make.release(make.draft(page), "ja")
        table = {**table, "table": {**table["table"], "rows": [{"values": ["2021", "777"]}]}}
        after = [
            block("table", table, "t"),
            block("paragraph", '<p>詳しくは<a href="https://new.example/">こちら</a></p>', "link"),
        ]
        edit(page, writer, body_ja=after)
        response = desk.get(url(page))
        for words in ("https://old.example/", "https://new.example/", "600", "777"):
            assert words in response.content.decode()
        assert response.context["cards"][0]["section"].diff.is_reordered

    def test_a_passage_is_named_by_its_section(self, desk, page, writer):
        heading = [block("heading", {"level": "2", "text": "発足"}, "h"), *NEW_BODY]
        edit(page, writer, body_ja=heading)
        text = desk.get(url(page), headers={"accept-language": "en"}).content.decode()
        assert "1 発足 · Heading" in text
        assert "1 発足 · Paragraph" in text

    def test_a_list_of_texts_is_told_in_its_words_alone(self, desk, page, writer):
        points = block("key_points", {"points": items("一つ目の要点", "二つ目の要点")}, "points")
        edit(page, writer, body_ja=[points])
        approved(page, "ja")
        make.release(make.draft(page), "ja")
        edit(page, writer, body_ja=NEW_BODY)
        text = desk.get(url(page)).content.decode()
        assert "二つ目の要点</del>" in text
        assert "&#x27;item&#x27;" not in text

    def test_shared_fields_are_told_in_words(self, desk, page, writer):
        old, new = make.topic("old", name_ja="旧分類"), make.topic("new", name_ja="新分類")
        page.topics.set([old])
        edit(page, None, topics=[old], hero=make.picture(title="庁舎の外観"), first_published=jst("2021-09-01 09:00"))
        approved(page, "shared")
        make.release(make.draft(page), "ja")
        source = {
            "title": "重点計画",
            "publisher": "",
            "url": "https://example.jp/",
            "language": "",
            "accessed": "2025-12-01",
        }
        edit(
            page,
            writer,
            topics=[new],
            hero=make.picture(title="窓口で手続きをする人"),
            first_published=jst("2021-09-02 09:00"),
            sources=[("source", {**source, "accessed": jst("2025-12-01 00:00").date()})],
        )
        text = desk.get(url(page)).content.decode()
        for words in (
            "旧分類",
            "新分類",
            "庁舎の外観",
            "窓口で手続きをする人",
            "2021-09-01 09:00",
            "2021-09-02 09:00",
            "重点計画",
        ):
            assert words in text

    def test_both_columns_on_request(self, desk, page, writer):
        edit(page, writer, headline_ja="デジタル庁のこと")
        assert "data-columns" in desk.get(url(page) + "?view=side").content.decode()

    def test_nothing_to_publish(self, desk, page):
        response = desk.get(url(page))
        assert not response.context["cards"]
        assert (
            "公開するものはありません" in response.content.decode() or "Nothing to publish" in response.content.decode()
        )

    def test_as_many_queries_for_a_long_text_as_for_a_short_one(self, desk, page, writer):
        def count(number):
            edit(page, writer, body_ja=[block("paragraph", f"<p>第{n}段落</p>", f"p{n}") for n in range(number)])
            with CaptureQueriesContext(
                connection,
            ) as queries:
                assert desk.get(url(page)).status_code == 200
            return len(queries)

        count(3)
        assert count(30) == count(3)

    def test_revisions_are_compared_in_the_same_way(self, desk, page, writer):
        edit(page, writer, body_ja=NEW_BODY, slug="the-agency")
        first, last = page.revisions.order_by("pk").first(), page.revisions.order_by("pk").last()
        page.revisions.filter(pk=first.pk).update(created_at=jst("2025-12-04 05:45"))
        address = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, first.pk, last.pk])
        text = desk.get(address).content.decode()
        assert "新しい段落。</ins>" in text
        assert "the-agency" in text
        assert "Founded in" not in text
        assert f"2025-12-04 05:45 → {timezone.localtime(last.created_at):%Y-%m-%d %H:%M}" in text


class TestDeciding:
    @pytest.fixture(autouse=True)
    def _changed(self, page, writer):
        edit(page, writer, body_ja=NEW_BODY, headline_en="About the Digital Agency")

    def test_nothing_is_preselected_and_the_answer_is_needed(self, desk, page):
        approved(page, "ja")
        text = desk.get(url(page)).content.decode()
        assert "checked" not in text.partition('id="id_significance"')[2].partition("publish-correction")[0]
        response = send(desk, page, ja__when="now", en__when="no", **{"wrong-en": "kept words"})
        assert response.status_code == 200
        assert 'href="#id_significance"' in response.content.decode()
        assert "kept words" in response.content.decode()
        assert "10月" in str(public(page, "body_ja"))

    @pytest.mark.parametrize(
        ("answer", "outdated"), [("none", False), ("minor", False), ("update", True), ("correction", True)]
    )
    def test_the_answer_decides_what_translations_readers_are_told(self, desk, page, answer, outdated):
        approved(page, "ja")
        texts = {"wrong-ja": "10月に発足", "right-ja": "9月に発足"} if answer == "correction" else {}
        response = send(desk, page, ja__when="now", en__when="no", significance=answer, **texts)
        assert response.status_code == 302
        assert "9月" in str(public(page, "body_ja"))
        assert bool(public(page, "outdated_en")) == outdated
        assert Correction.objects.filter(page=page, wrong_ja="10月に発足").exists() == bool(texts)

    def test_a_correction_says_what_was_wrong_and_what_is_right(self, desk, page):
        approved(page, "ja")
        response = send(desk, page, ja__when="now", en__when="no", significance="correction", **{"wrong-ja": "10月"})
        assert 'href="#id_right-ja"' in response.content.decode()
        assert not Correction.objects.exists()
        assert "10月" in str(public(page, "body_ja"))

    def test_what_was_wrong_is_asked_for_before_what_is_right(self, desk, page):
        approved(page, "ja")
        response = send(desk, page, ja__when="now", en__when="no", significance="correction")
        assert [name for name, _words in response.context["summary"]] == ["id_wrong-ja", "id_right-ja"]

    def test_who_may_approve_it_finds_it_chosen(self, desk, page):
        assert desk.get(url(page)).context["form"].now == ["ja", "en"]

    def test_readers_who_are_told_nothing_are_not_mentioned(self, desk, page):
        def told():
            text = desk.get(url(page), headers={"accept-language": "en"}).content.decode()
            assert "does not follow the original yet" in text or "do not follow the original yet" in text
            return "what readers are told about it stays" in text

        assert not told()
        send(desk, page, ja__when="now", en__when="no", significance="update")
        assert told()

    def test_a_changed_number_brings_a_hint(self, desk, page):
        assert ("10", "9") in [
            (a.strip("月"), b.strip("月")) for a, b in desk.get(url(page)).context["cards"][0]["section"].diff.numbers
        ]

    def test_what_changed_meanwhile_has_to_be_read_again(self, desk, page, writer):
        approved(page, "ja")
        values = typed(desk, page, ja__when="now", significance="minor", **{"wrong-ja": "kept words"})
        edit(page, writer, headline_ja="差し替えた見出し")
        response = desk.post(url(page), values)
        text = response.content.decode()
        assert response.status_code == 409
        assert "kept words" in text
        assert "差し替えた見出し" in text
        assert public(page, "headline_ja") == "デジタル庁とは"

    def test_all_or_nothing(self, desk, page, monkeypatch):
        approved(page, "ja")

        def fail(*args, **kwargs):
            raise schedules.NotScheduled("the clock is broken")

        monkeypatch.setattr(schedules, "schedule", fail)
        response = send(desk, page, ja__when="now", significance="minor", en__when="later", en__at="2999-01-01T09:00")
        assert "the clock is broken" in response.content.decode()
        assert "10月" in str(public(page, "body_ja"))
        assert LaneRelease.objects.get(page=page, lane="ja").number == 1

    def test_two_lanes_at_different_times_one_under_embargo(self, desk, page):
        response = send(
            desk,
            page,
            ja__when="later",
            ja__at="2999-01-01T09:00",
            ja__embargo="on",
            significance="update",
            en__when="later",
            en__at="2999-01-02T10:30",
        )
        assert response.status_code == 302
        japanese, english = (LaneSchedule.objects.get(page=page, lane=lane) for lane in ("ja", "en"))
        assert (japanese.at, japanese.embargo, japanese.significance) == (jst("2999-01-01 09:00"), True, "update")
        assert (english.at, english.embargo) == (jst("2999-01-02 10:30"), False)
        approved(page, "ja")
        refused = send(desk, page, ja__when="now", en__when="later")
        assert refused.status_code == 200
        assert "2999-01-01 09:00" in errors(refused)
        assert "10月" in str(public(page, "body_ja"))

    def test_a_time_can_be_changed_and_cancelled(self, desk, page, chief):
        schedules.schedule(page, "en", jst("2999-01-02 10:30"), chief)
        send(desk, page, ja__when="no", en__when="later", en__at="2999-03-04T05:06")
        assert LaneSchedule.objects.get(page=page, lane="en").at == jst("2999-03-04 05:06")
        send(desk, page, ja__when="no", en__when="no")
        assert not LaneSchedule.objects.filter(page=page).exists()

    @pytest.mark.parametrize("at", ["", "2001-01-01T09:00", "tomorrow"])
    def test_a_time_that_cannot_be(self, desk, page, at):
        response = send(desk, page, ja__when="no", en__when="later", en__at=at)
        assert 'href="#id_en-at"' in response.content.decode()
        assert not LaneSchedule.objects.exists()

    def test_choosing_nothing_is_refused(self, desk, page):
        response = send(desk, page, ja__when="no", en__when="no")
        assert response.status_code == 200
        assert response.context["summary"]

    def test_an_unconfirmed_suggestion_of_a_machine_stays_in(self, desk, page):
        Translation.objects.update_or_create(page=page, lane="en", defaults={"machine": {"headline": {"": "About"}}})
        approved(page, "en")
        response = send(desk, page, ja__when="no", en__when="now")
        assert 'href="#id_en-when"' in response.content.decode()
        assert public(page, "headline_en") == "Headline agency"

    def test_languages_left_out_keep_what_readers_see(self, desk, page):
        approved(page, "ja", "en")
        send(desk, page, ja__when="no", en__when="now")
        assert public(page, "headline_en") == "About the Digital Agency"
        assert "10月" in str(public(page, "body_ja"))

    def test_the_first_language_takes_the_shared_fields_along(self, desk, site, chief):
        fresh = site.explainer("fresh", languages=())
        edit(fresh, chief, slug="made-by-the-chief")
        approved(fresh, "ja")
        assert send(desk, fresh, ja__when="now", en__when="no", shared__when="no").status_code == 200
        approved(fresh, "shared")
        assert send(desk, fresh, ja__when="now", en__when="no", shared__when="no").status_code == 302
        assert set(LaneRelease.objects.filter(page=fresh).values_list("lane", flat=True)) == {"shared", "ja"}


@pytest.mark.parametrize("answer", ["nonsense", "", "update; drop"])
def test_an_answer_that_is_none_is_asked_for_again_and_the_text_is_kept(site, admin_client, answer):
    page = site.explainer()
    sent = {"headline_ja": "打ち込んだ見出し", "action-publish": "ja", "significance": answer}
    response = post_edit(admin_client, page, **sent)
    assert response.status_code == 302
    assert reverse("desk_publish", args=[page.pk]) in response["Location"]
    page = type(page).objects.get(pk=page.pk)
    assert page.get_latest_revision_as_object().headline_ja == "打ち込んだ見出し"
    assert page.headline_ja != "打ち込んだ見出し"
