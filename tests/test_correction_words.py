"""The words of a correction: two people who write at once lose none, and nobody confirms what they have not read."""

import pytest
from django.urls import reverse

from articles.models import Correction
from articles.newsroom.records.corrections import CorrectionRefused, amend, confirm, issue
from tests.staff import editor, member

WORDS = {"ja": {"wrong": "三百人", "right": "二百人"}, "en": {"wrong": "about 300", "right": "about 200"}}


@pytest.fixture
def told(site):
    """A correction in Japanese, and somebody who writes every language of it."""
    site.chief = editor("release_lane_ja", "release_lane_en")
    site.row = issue(site.explainer("main"), site.chief, "correction", {"ja": WORDS["ja"]})
    return site


def again(row):
    return Correction.objects.get(pk=row.pk)


def opened(client, row):
    """What the form sends as it stands."""
    form = client.get(reverse("desk_correction_edit", args=[row.pk])).context["form"]
    return {field.html_name: field.value() or "" for field in form}


def send(client, row, values):
    return client.post(reverse("desk_correction_edit", args=[row.pk]), values)


# --- at once


def test_two_people_write_two_languages_and_both_are_kept(told):
    one, two = again(told.row), again(told.row)
    amend(one, {"en": WORDS["en"]}, told.chief)
    amend(two, {"ja": {"wrong": "四百人", "right": "百人"}}, told.chief)
    row = again(told.row)
    assert (row.right_ja, row.right_en) == ("百人", "about 200")
    assert not row.waits_in("en")


def test_what_was_confirmed_meanwhile_is_not_changed_by_those_who_may_only_write(told):
    translator = member("edit_lane_en")
    amend(told.row, {"en": WORDS["en"]}, translator)
    old = again(told.row)
    confirm(again(told.row), "en", told.chief)
    with pytest.raises(CorrectionRefused):
        amend(old, {"en": {"wrong": "needle", "right": "needle"}}, translator)
    assert again(told.row).right_en == "about 200"


def test_confirming_keeps_words_that_were_written_meanwhile(told):
    amend(told.row, {"en": WORDS["en"]}, member("edit_lane_en"))
    old = again(told.row)
    amend(again(told.row), {"ja": {"wrong": "四百人", "right": "百人"}}, told.chief)
    confirm(old, "en", told.chief)
    row = again(told.row)
    assert (row.right_ja, row.waits_in("en")) == ("百人", False)


def test_whoever_asked_sees_what_was_done(told):
    old = again(told.row)
    amend(again(told.row), {"en": WORDS["en"]}, told.chief)
    amend(old, {"ja": {"wrong": "四百人", "right": "百人"}}, told.chief)
    assert (old.right_ja, old.right_en) == ("百人", "about 200")


# --- a form that was opened before


def test_a_form_opened_before_somebody_elses_words_is_refused_and_kept(told, client):
    client.force_login(told.chief)
    values = opened(client, told.row)
    amend(again(told.row), {"ja": {"wrong": "四百人", "right": "百人"}}, told.chief)
    response = send(client, told.row, {**values, "wrong_en": "typed words", "right_en": "typed too"})
    assert response.status_code == 409
    text = response.content.decode()
    for words in ("typed words", "typed too", "三百人", "四百人", "百人"):
        assert words in text
    assert response.context["form"].non_field_errors()
    assert [other["language"] for other in response.context["newer"]] == ["ja", "en"]
    row = again(told.row)
    assert (row.right_ja, row.right_en) == ("百人", None)


def test_a_refused_form_goes_through_once_the_newer_words_were_read(told, client):
    client.force_login(told.chief)
    values = opened(client, told.row)
    amend(again(told.row), {"ja": {"wrong": "四百人", "right": "百人"}}, told.chief)
    refused = send(client, told.row, {**values, "right_ja": "五十人"})
    assert [other["language"] for other in refused.context["newer"]] == ["ja"]
    again_values = {field.html_name: field.value() or "" for field in refused.context["form"]}
    assert again_values["right_ja"] == "五十人"
    assert send(client, told.row, again_values).status_code == 302
    assert again(told.row).right_ja == "五十人"


@pytest.mark.parametrize("sent", ["", "something else"])
def test_a_form_that_does_not_say_what_it_was_opened_with_is_refused(told, client, sent):
    client.force_login(told.chief)
    values = {**opened(client, told.row), "right_ja": "needle", "seen": sent}
    assert send(client, told.row, values).status_code == 409
    assert again(told.row).right_ja == "二百人"


def test_words_that_the_person_does_not_write_do_not_make_a_form_stale(told, client):
    client.force_login(editor("edit_lane_en"))
    values = opened(client, told.row)
    assert "right_ja" not in values
    amend(again(told.row), {"ja": {"wrong": "四百人", "right": "百人"}}, told.chief)
    assert send(client, told.row, {**values, **{f"{name}_en": text for name, text in WORDS["en"].items()}}).status_code == 302  # fmt: skip
    row = again(told.row)
    assert (row.right_ja, row.right_en) == ("百人", "about 200")


# --- confirming


def confirmation(client, row, code):
    (shown,) = [one for one in client.get(reverse("desk_corrections")).context["rows"] if one["correction"] == row]
    return next(text["seen"] for text in shown["texts"] if text["language"] == code)


def test_words_that_changed_since_they_were_read_are_not_confirmed(told, client):
    translator = member("edit_lane_en")
    amend(told.row, {"en": WORDS["en"]}, translator)
    client.force_login(told.chief)
    seen = confirmation(client, told.row, "en")
    amend(told.row, {"en": {"wrong": "needle", "right": "needle"}}, translator)
    address = reverse("desk_correction_confirm", args=[told.row.pk, "en"])
    for sent in (seen, ""):
        client.post(address, {"seen": sent})
        assert again(told.row).waits_in("en")
    client.post(address, {"seen": confirmation(client, told.row, "en")})
    assert not again(told.row).waits_in("en")


# --- who answers for them


@pytest.fixture
def _approvals_count(told, settings):
    settings.APPROVALS_REQUIRED = True


@pytest.mark.usefixtures("_approvals_count")
class TestWhoAnswers:
    def test_who_may_release_a_language_answers_for_their_own_words(self, told):
        amend(told.row, {"en": WORDS["en"]}, member("release_lane_en"))
        assert not again(told.row).waits_in("en")

    def test_who_may_only_approve_does_not_confirm_their_own_words(self, told, client):
        reader, other = editor("approve_lane_en", "edit_lane_en"), editor("approve_lane_en")
        amend(told.row, {"en": WORDS["en"]}, reader)
        assert again(told.row).waits_in("en")
        with pytest.raises(CorrectionRefused):
            confirm(again(told.row), "en", reader)
        for person, may in ((reader, False), (other, True)):
            client.force_login(person)
            (shown,) = client.get(reverse("desk_corrections")).context["rows"]
            assert [text["may_confirm"] for text in shown["texts"] if text["language"] == "en"] == [may]
        assert again(told.row).waits_in("en")
        confirm(again(told.row), "en", other)
        assert not again(told.row).waits_in("en")

    def test_words_of_others_in_another_language_are_nobody_elses_business(self, told):
        reader = member("approve_lane_en", "edit_lane_ja", "release_lane_ja")
        amend(told.row, {"ja": {"wrong": "四百人", "right": "百人"}}, reader)
        amend(told.row, {"en": WORDS["en"]}, member("edit_lane_en"))
        confirm(again(told.row), "en", reader)
        assert not again(told.row).waits_in("en")

    def test_everybody_who_had_a_hand_in_waiting_words_wrote_them(self, told):
        one, two, three = (member("approve_lane_en", "edit_lane_en") for _ in range(3))
        amend(told.row, {"en": WORDS["en"]}, one)
        amend(told.row, {"en": {"wrong": "about 400", "right": "about 200"}}, two)
        for writer in (one, two):
            with pytest.raises(CorrectionRefused):
                confirm(again(told.row), "en", writer)
        confirm(again(told.row), "en", three)
        assert not again(told.row).waits_in("en")

    def test_public_words_are_not_changed_by_those_whose_own_words_would_wait(self, told, client):
        amend(told.row, {"en": WORDS["en"]}, told.chief)
        with pytest.raises(CorrectionRefused):
            amend(told.row, {"en": {"wrong": "needle", "right": "needle"}}, member("approve_lane_en"))
        assert "about 300" in client.get("/en/explainers/main/").content.decode()


def test_where_approvals_are_off_whoever_approves_answers_alone(told):
    amend(told.row, {"en": WORDS["en"]}, member("approve_lane_en"))
    assert not again(told.row).waits_in("en")
