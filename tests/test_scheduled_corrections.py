"""A correction that was scheduled with its text: readers get both at once, and its words are never lost in silence."""

import pytest
from django.utils import timezone

from articles.models import Correction, LaneSchedule, Notice, ReleasedVersion
from articles.newsroom.notices.texts import address, sentence
from articles.newsroom.records import corrections
from articles.newsroom.schedule import schedules
from articles.newsroom.schedule.scheduler import run_due
from tests import factories as make
from tests import together
from tests.factories import jst
from tests.schedule import LATER, SOON
from tests.together import NEW_BODY, approved, edit, public, send, typed, url

pytestmark = pytest.mark.django_db
page, person, writer, chief, desk = together.page, together.person, together.writer, together.chief, together.desk

TEXTS = {"ja": {"wrong": "10月に発足", "right": "9月に発足"}, "en": {"wrong": "", "right": ""}}
WORDS = {"wrong-ja": "10月に発足", "right-ja": "9月に発足"}
TIME = {"ja__when": "later", "ja__at": "2999-01-01T09:00", "en__when": "no"}


@pytest.fixture(autouse=True)
def _changed(page, writer):
    edit(page, writer, body_ja=NEW_BODY)


@pytest.fixture
def scheduled(page, chief):
    """Approved, and set for a time that is about to come, with the words of its correction."""
    approved(page, "ja", "shared")
    given = {"kind": "correction", "texts": TEXTS}
    return schedules.schedule(page, "ja", SOON, chief, significance="correction", correction=given)


def told(kind=Notice.Kind.NOT_CORRECTED):
    return list(Notice.objects.filter(kind=kind).order_by("pk"))


# --- at the desk


def test_the_screen_asks_for_the_words_as_it_does_for_now(desk, page):
    response = send(desk, page, **TIME, significance="correction", **{"wrong-ja": "10月"})
    assert response.status_code == 200
    assert 'href="#id_right-ja"' in response.content.decode()
    assert not LaneSchedule.objects.exists()


def test_the_words_are_kept_with_the_time_and_told_to_nobody_yet(desk, page):
    assert send(desk, page, **TIME, significance="correction", kind="clarification", **WORDS).status_code == 302
    row = LaneSchedule.objects.get(page=page, lane="ja")
    assert row.correction == {"kind": "clarification", "texts": TEXTS}
    assert not Correction.objects.exists()


def test_the_words_stand_in_the_form_and_can_be_changed(desk, page, chief, scheduled):
    form = desk.get(url(page)).context["form"]
    assert form.significance["right-ja"].value() == "9月に発足"
    assert form.significance["kind"].value() == "correction"
    assert form.scheduled == []
    local = timezone.localtime(SOON, jst("2025-01-01 00:00").tzinfo)
    time = {**TIME, "ja__at": f"{local:%Y-%m-%dT%H:%M}"}
    assert send(desk, page, **time, significance="correction", **{**WORDS, "right-ja": "九月に発足"}).status_code == 302
    assert LaneSchedule.objects.get(page=page).correction["texts"]["ja"]["right"] == "九月に発足"


def test_another_answer_has_no_words(desk, page, scheduled):
    send(desk, page, **TIME, significance="update", **WORDS)
    assert LaneSchedule.objects.get(page=page).correction == {}


def test_words_that_somebody_else_scheduled_meanwhile_have_to_be_read(desk, page, chief, scheduled):
    values = typed(desk, page, **TIME, significance="correction", **WORDS)
    other = {"kind": "correction", "texts": {**TEXTS, "ja": {"wrong": "別", "right": "別の語"}}}
    schedules.schedule(page, "ja", SOON, chief, significance="correction", correction=other)
    assert desk.post(url(page), values).status_code == 409


# --- when its time has come


def test_the_correction_goes_out_with_its_text(page, chief, client, scheduled):
    (result,) = run_due(LATER)
    assert result.done == "released ja"
    row = Correction.objects.get(page=page)
    assert (row.issued_by, row.kind, row.right_ja, row.waits_in("ja")) == (chief, "correction", "9月に発足", False)
    assert (row.version_before_ja, row.version_after_ja) == (1, 2)
    assert "9月に発足" in client.get("/ja/corrections/").content.decode()
    assert not LaneSchedule.objects.exists()
    assert run_due(LATER) == []
    assert Correction.objects.count() == 1
    assert told() == []


def test_a_text_that_is_held_keeps_the_words_for_the_next_run(page, chief, client):
    given = {"kind": "correction", "texts": TEXTS}
    schedules.schedule(page, "ja", SOON, chief, significance="correction", correction=given)
    run_due(LATER)
    assert not Correction.objects.exists()
    assert LaneSchedule.objects.get(page=page).held_reason
    approved(page, "ja", "shared")
    run_due(LATER)
    assert Correction.objects.get(page=page).right_ja == "9月に発足"


def refused(*args, **kwargs):
    raise corrections.CorrectionRefused("no such thing")


def broken(*args, **kwargs):
    raise RuntimeError("the lights went out")


@pytest.mark.parametrize("how", [refused, broken])
def test_the_text_goes_out_even_if_the_correction_cannot(page, chief, client, scheduled, monkeypatch, how):
    monkeypatch.setattr(corrections, "issue", how)
    (result,) = run_due(LATER)
    assert result.error is None
    assert result.done.startswith("released ja; ")
    assert "9月" in str(public(page, "body_ja"))
    assert not Correction.objects.exists()
    (notice,) = told()
    assert notice.user == chief
    assert "10月に発足 → 9月に発足" in notice.text
    assert "the lights went out" not in notice.text
    assert sentence(notice) != "%(page)s"
    assert address(notice).endswith("/correction/")
    assert client.get("/ja/explainers/agency/").status_code == 200


def test_everybody_who_may_publish_it_hears_of_that(page, chief, person, scheduled, monkeypatch):
    other = person("other", ("release", "ja"))
    monkeypatch.setattr(corrections, "issue", refused)
    run_due(LATER)
    assert {notice.user for notice in told()} == {chief, other}


# --- when it goes out in another way


def test_words_are_not_lost_when_the_text_goes_out_before_its_time(page, chief, scheduled):
    make.release(make.draft(page), "ja")
    assert not LaneSchedule.objects.exists()
    assert not Correction.objects.exists()
    (notice,) = told()
    assert (notice.user, notice.lane) == (chief, "ja")
    assert "10月に発足 → 9月に発足" in notice.text


def test_publishing_it_now_on_the_screen_issues_the_words_that_stand_there(desk, page, scheduled):
    response = send(
        desk, page, ja__when="now", en__when="no", significance="correction", **{**WORDS, "right-ja": "九月"}
    )
    assert response.status_code == 302
    assert Correction.objects.get(page=page).right_ja == "九月"
    assert ReleasedVersion.objects.get(page=page, lane="ja", number=2).significance == "correction"
    assert told() == []


def test_cancelling_is_a_decision_that_nobody_has_to_be_told_of(desk, page, scheduled):
    assert send(desk, page, ja__when="no", en__when="no").status_code == 302
    assert not LaneSchedule.objects.exists()
    assert told() == []


def test_a_page_that_is_deleted_leaves_no_notice(page, scheduled):
    page.delete()
    assert not LaneSchedule.objects.exists()
    assert told() == []
