"""The history of a page is read by people: no codes, no columns, no names from the database."""

import pytest
from django.urls import reverse
from wagtail.log_actions import log

from articles.models import Picture
from articles.newsroom.review.workflow import task_name
from tests import factories as make
from tests.staff import member

pytestmark = pytest.mark.django_db


@pytest.fixture
def history(site, client):
    """Log an act on a page; the words of the history about it."""
    page = site.item("news")
    client.force_login(member())

    def told(action, data):
        log(instance=make.draft(page), action=action, data=data)
        address = reverse("wagtailadmin_pages:history", args=[page.pk])
        return client.get(address, headers={"accept-language": "en"}).content.decode()

    return told


@pytest.mark.parametrize(
    ("code", "words"), [("no-effect", "no effect on the translation"), ("redo", "judgement taken back")]
)
def test_a_verdict_is_told_in_words(history, code, words):
    text = history("articles.lane.verdict", {"lane": "en", "reason": code, "digest": "d"})
    assert f"Judged a changed passage of English: {words}" in text


def test_why_a_language_was_held_is_told_in_words(history):
    text = history("articles.lane.hold", {"lane": "en", "reason": "not-approved", "digest": "d"})
    assert "Held English back: not approved" in text
    assert "not-approved" not in text


def test_what_a_person_wrote_stays_as_it_is(history):
    assert "back: too long" in history("articles.lane.send_back", {"lane": "en", "reason": "too long"})


def test_steps_of_a_review_are_named_by_their_language(history):
    steps = {"title": "Review", "task": {"title": task_name("ja")}, "next": {"title": task_name("en")}}
    text = history("wagtail.workflow.approve", {"workflow": steps})
    assert "Review passed: Japanese. Next: English" in text


def test_a_comment_names_its_field_and_language(history):
    comment = {"contentpath": "body_en.1234", "text": "Is this right?"}
    text = history("wagtail.comments.create", {"comment": comment})
    assert "Commented on Body (English): “Is this right?”" in text


def test_a_form_with_both_languages_tells_them_apart():
    labels = [str(Picture._meta.get_field(column).verbose_name) for column in ("credit_ja", "credit_en")]
    assert len(set(labels)) == 2
    assert not any("[" in label for label in labels)
