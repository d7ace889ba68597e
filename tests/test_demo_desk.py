"""What the demo newsroom shows of the desk's work: a correction, a translation behind its source, a review, terms."""

from datetime import datetime

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.cache import cache
from django.db import transaction
from django.test import override_settings
from django.urls import reverse
from wagtail.models import Page

from articles import terms
from articles.demo import glossary, loader
from articles.models import (
    Correction,
    ExplainerPage,
    GlossaryTerm,
    LaneStatus,
    Notice,
    ReleasedVersion,
    ReviewRequest,
)
from articles.models.content_check import remarks
from articles.models.term_check import term_blockers
from articles.newsroom.review import reviews
from tests.demo import reader, stored_rows
from tests.staff import member

SMALL = {"picture_width": 96, "archive_days": 1}
CORRECTED = "explainers/vaccination-record-system/"
BEHIND = "explainers/one-stop-moving/"
LANGUAGES = pytest.mark.parametrize("language", ["ja", "en"])


@pytest.fixture(scope="module", autouse=True)
def _demo(django_db_setup, django_db_blocker):
    """As on a development machine: one load for all tests, taken back after the last."""
    with django_db_blocker.unblock():
        with transaction.atomic(), override_settings(DEBUG=True):
            loader.load(**SMALL)
            yield
            transaction.set_rollback(True)
        cache.clear()  # Wagtail remembers where the site begins


pytestmark = pytest.mark.django_db


def soup(path):
    response = reader(path)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def explainer(slug):
    return ExplainerPage.objects.get(slug=slug)


def test_a_second_load_changes_nothing(settings):
    settings.DEBUG = True
    before = stored_rows()
    loader.load(**SMALL)
    assert stored_rows() == before


# --- the correction


@LANGUAGES
def test_readers_are_told_of_a_correction_that_says_it_is_a_sample(language):
    row = Correction.objects.get()
    sample, right = {"ja": ("見本", "数百万件"), "en": ("sample", "millions a day")}[language]
    for path in (CORRECTED, "corrections/", "feeds/corrections.xml"):
        text = reader(f"/{language}/{path}").content.decode()
        assert getattr(row, f"right_{language}") in text.replace("&#8220;", "“")
    assert sample in getattr(row, f"right_{language}")
    assert right in str(soup(f"/{language}/{CORRECTED}").select_one("main"))


@LANGUAGES
def test_the_superseded_text_stays_readable_and_is_marked(language):
    error, sample = {"ja": ("数十万件", "見本"), "en": ("hundreds of thousands a day", "a sample")}[language]
    old = soup(f"/{language}/{CORRECTED}versions/1/").select_one("main").text
    assert error in old
    assert sample in old
    label = {"ja": "訂正", "en": "Correction"}[language]
    listed = soup(f"/{language}/{CORRECTED}versions/").select(".log li")
    assert [label in item.text for item in listed] == [True, False]


def test_the_corrected_translation_follows_its_source():
    page = explainer("vaccination-record-system")
    row = Correction.objects.get(page=page)
    assert (row.version_before_ja, row.version_after_ja, row.version_before_en, row.version_after_en) == (1, 2, 1, 2)
    assert page.outdated_en is None
    assert {status.state for status in page.lane_statuses.all()} == {"live"}
    times = [row.issued_at, *ReleasedVersion.objects.filter(page=page).values_list("released_at", flat=True)]
    assert {time.year for time in times} == {2025}


# --- the translation that is behind


def test_readers_of_the_translation_are_told_that_the_original_moved_on():
    assert reader(f"/en/{BEHIND}").context["outdated"].correction is False
    page = explainer("one-stop-moving")
    assert page.released_at_en < page.released_at_ja
    assert datetime.fromisoformat(page.outdated_en["since"]) == page.released_at_ja
    assert "パスポートと並んで" in reader(f"/ja/{BEHIND}").content.decode()


def test_the_desk_lists_the_translation_with_what_changed(client, settings):
    status = LaneStatus.objects.get(page=explainer("one-stop-moving"), lane="en")
    assert (status.state, status.flagged, status.open_units) == ("outdated", 2, 2)
    assert status.open_since.year == 2025
    client.force_login(member())
    response = client.get(reverse("desk_translations"))
    rows = BeautifulSoup(response.content, "html.parser").select("tbody tr")
    assert ["引越しのワンストップ" in row.text and "要更新" in row.text for row in rows].count(True) == 1


# --- the review


def test_a_review_waits_and_nobody_is_mailed():
    request = ReviewRequest.objects.get()
    assert (request.page.slug, request.lane, request.closed_at) == ("digital-day", "ja", None)
    assert request.requested_by.username == "writer"
    names = set(Notice.objects.values_list("user__username", flat=True))
    assert {"editor", "publisher"} <= names
    assert not Notice.objects.filter(mailed_at=None).exists()
    assert mail.outbox == []


def test_the_draft_is_its_writers_and_somebody_else_can_approve_it(settings, django_user_model):
    settings.APPROVALS_REQUIRED = True
    page = explainer("digital-day")
    digest = page.lane_states(page.draft_content())["ja"][0]
    reviews.approve(page, "ja", django_user_model.objects.get(username="editor"), digest)
    assert ReviewRequest.objects.get().outcome == "approved"


# --- the glossary


def test_terms_have_readings_definitions_and_both_kinds_of_forbidden_variants():
    found = list(GlossaryTerm.objects.all())
    assert len(found) == len(glossary.TERMS) >= 8
    for term in found:
        assert all([term.reading, term.name_ja, term.name_en, term.definition_ja, term.definition_en])
        term.full_clean()
    forbidding = {term.severity for term in found if term.forbidden_ja or term.forbidden_en}
    assert forbidding == {terms.BLOCK, terms.WARN}


@LANGUAGES
def test_no_term_stops_or_warns_of_the_demos_own_words(language):
    for page in Page.objects.filter(depth__gt=2).specific():
        assert term_blockers(type(page), page.draft_content(), language) == ([], []), page


@LANGUAGES
def test_the_checks_find_nothing_to_mend_in_the_demos_texts(language):
    for page in Page.objects.filter(depth__gt=1).specific():
        assert remarks(type(page), page.draft_content(), language) == [], page


def test_a_newsroom_with_terms_of_its_own_gets_none():
    GlossaryTerm.objects.exclude(slug="blockchain").delete()
    assert glossary.ensure_glossary() == 0
    assert GlossaryTerm.objects.count() == 1
