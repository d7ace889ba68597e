"""Detours around the gate: text that hides in bookkeeping, words given for another time, pages taken away on purpose."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from articles import lanes
from articles.models import LaneApproval, LaneSchedule, LaneStatus, Notice, ReviewRequest, approvals
from articles.models.approvals import ApprovalRefused
from articles.models.releasing import release_lanes
from articles.newsroom.records import withdrawals
from articles.newsroom.review import reviews
from articles.newsroom.review.reviews import ReviewRefused
from articles.newsroom.schedule import schedules
from articles.newsroom.schedule.schedules import NotScheduled
from tests import factories as make
from tests.desk_forms import post_edit
from tests.factories import block, person
from tests.publishing_paths import by_bulk_action
from tests.staff import member
from tests.surfaces import alias_of, stored

pytestmark = pytest.mark.django_db
LANES = lanes.all_lanes()
ADDRESS = "explainers/main/"


@pytest.fixture
def page(site, settings):
    """Public in both languages, every lane approved as it is."""
    made = site.explainer("main")
    approvals.approve_unattended(made, LANES, made.draft_content())
    settings.APPROVALS_REQUIRED = True
    return made


def edit(page, user=None, **fields):
    draft = make.draft(page)
    for name, value in fields.items():
        setattr(draft, name, value)
    return draft.save_revision(user=user)


def digest(page, lane):
    return stored(page).lane_states(stored(page).draft_content())[lane][0]


def approve(page, lane):
    return approvals.approve(stored(page), lane, member(), digest(page, lane))


def read(client, code):
    return client.get(f"/{code}/{ADDRESS}").content.decode()


# --- what does not count for the digest
HIDDEN = [
    {"headline_en": 'Headline main data-block-key="NEEDLE"'},
    {"headline_en": '<p data-block-key="NEEDLE">Headline main'},
    {"body_en": [block("paragraph", '<p>Text main data-block-key="NEEDLE"</p>', "main-p")]},
    {"body_en": [block("paragraph", '<p data-block-key="needle needle">Text main</p>', "main-p")]},
]


@pytest.mark.parametrize("fields", HIDDEN)
def test_words_cannot_pass_as_the_bookkeeping_of_a_form(page, client, fields):
    before = digest(page, "en")
    edit(page, **fields)
    assert digest(page, "en") != before
    edit(page, headline_ja="新しい見出し")
    approve(page, "ja")
    release_lanes(stored(page), LANES)
    assert "新しい見出し" in read(client, "ja")
    assert "needle" not in read(client, "en").lower()


def test_unchanged_languages_are_taken_from_what_was_released(page):
    """Not from the draft, of which only the digest says that it is the same."""
    edit(
        page, headline_ja="新しい見出し", body_en=[block("paragraph", '<p data-block-key="k1">Text main</p>', "main-p")]
    )
    approve(page, "ja")
    release_lanes(stored(page), LANES)
    assert "data-block-key" not in str(stored(page).body_en.raw_data)


def test_nobody_changes_another_lane_by_what_does_not_count(page):
    translator = person("en-translator")
    with_key = [block("paragraph", '<p data-block-key="k1">本文main</p>', "main-p")]
    edit(page, translator, headline_en="New", body_ja=with_key)
    assert "data-block-key" not in str(make.draft(page).body_ja.raw_data)


# --- words given for another time
def test_a_text_that_was_replaced_takes_a_new_approval(page, client):
    edit(page, headline_ja="正しい見出し")
    approve(page, "ja")
    release_lanes(stored(page), ["ja"])
    edit(page, headline_ja="見出しmain")
    assert not stored(page).is_approved("ja", digest(page, "ja"))
    release_lanes(stored(page), ["ja"])
    assert "正しい見出し" in read(client, "ja")


def test_the_next_text_keeps_its_approval_while_an_older_one_goes_out(page, client):
    edit(page, headline_ja="今日の見出し")
    approve(page, "ja")
    today = stored(page).latest_revision
    edit(page, headline_ja="明日の見出し")
    approve(page, "ja")
    today.publish()
    assert stored(page).headline_ja == "今日の見出し"
    release_lanes(stored(page), ["ja"])
    assert "明日の見出し" in read(client, "ja")


def test_what_is_public_stays_approved(page, client):
    release_lanes(stored(page), LANES)
    stored(page).unpublish()
    release_lanes(stored(page), ["ja"])
    assert client.get(f"/ja/{ADDRESS}").status_code == 200


# --- taken offline on purpose
def test_an_approval_does_not_bring_a_page_back(page, client):
    edit(page, headline_en="New headline")
    stored(page).unpublish()
    reviewer = person("en-reviewer")
    _approval, plan = reviews.approve_and_release(stored(page), "en", reviewer, digest(page, "en"))
    assert plan is None
    assert {client.get(f"/{code}/{ADDRESS}").status_code for code in ("ja", "en")} == {404}


def test_a_time_that_was_set_before_does_not_bring_it_back(page, client):
    publisher = person("publisher")
    edit(page, headline_en="New headline")
    approve(page, "en")
    schedules.schedule(stored(page), "en", timezone.now() + timedelta(hours=1), publisher)
    stored(page).unpublish()
    assert not LaneSchedule.objects.exists()
    assert Notice.objects.filter(user=publisher, lane="en", kind=Notice.Kind.HELD).count() == 1
    call_command("run_schedule")
    assert client.get(f"/en/{ADDRESS}").status_code == 404


def test_it_comes_back_in_the_language_that_is_asked_for(page, client):
    stored(page).unpublish()
    release_lanes(stored(page), ["en"])
    assert [client.get(f"/{code}/{ADDRESS}").status_code for code in ("ja", "en")] == [404, 200]
    withdrawals.restore(stored(page), "ja", None)
    assert "見出しmain" in read(client, "ja")


# --- the end of a page
def test_its_end_is_a_shared_field_that_no_translation_carries(page):
    end = (timezone.now() + timedelta(days=1)).replace(microsecond=0)
    edit(page, person("writer"), expire_at=end)
    edit(page, person("en-translator"), headline_en="New headline")
    approve(page, "en")
    release_lanes(stored(page), ["en"])
    assert (stored(page).headline_en, stored(page).expire_at) == ("New headline", None)
    approve(page, lanes.SHARED)
    release_lanes(stored(page), LANES)
    assert stored(page).expire_at == end


def test_translators_do_not_set_it(page):
    edit(page, person("en-translator"), expire_at=timezone.now() + timedelta(days=1), headline_en="New")
    assert make.draft(page).expire_at is None


# --- aliases
@pytest.fixture
def alias(page):
    return alias_of(page, "alias")


def test_an_alias_has_no_lanes_to_approve_review_or_schedule(alias):
    user = member()
    soon = timezone.now() + timedelta(hours=1)
    with pytest.raises(ApprovalRefused):
        approvals.approve(alias, "ja", user, digest(alias, "ja"))
    with pytest.raises(ReviewRefused):
        reviews.request_review(alias, "ja", user)
    with pytest.raises(NotScheduled):
        schedules.schedule(alias, "ja", soon, user)
    for model in (ReviewRequest, LaneSchedule, LaneApproval, LaneStatus):
        assert not model.objects.filter(page_id=alias.pk).exists()


def test_the_review_page_of_an_alias_leads_to_where_its_source_is_named(alias, admin_client):
    response = admin_client.get(reverse("lane_review", args=[alias.pk, "ja"]))
    assert (response.status_code, response.url) == (302, reverse("wagtailadmin_pages:edit", args=[alias.pk]))


def test_a_bulk_publish_passes_over_aliases(alias, page, site, admin_client):
    stored(alias).unpublish()
    by_bulk_action(admin_client, None, alias)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    answer = admin_client.post(f"{address}?next=/admin/&id={site.explainers.pk}", {"include_descendants": "on"})
    assert answer.status_code == 302
    assert not stored(alias).live
    assert post_edit(admin_client, make.draft(page)).status_code in (200, 302)


# --- search
def test_search_finds_what_was_released_and_nothing_that_was_held(page, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):  # which is when pages are indexed
        edit(page, headline_ja="needleja", headline_en="needleen")
        approve(page, "ja")
        release_lanes(stored(page), LANES)

    def found(words):
        return [row.pk for row in type(page).objects.search(words)]

    assert found("needleja") == [page.pk]
    assert found("needleen") == []
    assert found("Headline") == [page.pk]


# --- children
def test_numbering_children_anew_changes_nothing_and_reordering_them_does(site):
    explainers = [site.explainer(slug) for slug in ("a", "b")]
    item = site.item(explainers=explainers)
    before = digest(item, lanes.SHARED)
    draft = make.draft(item)
    for number, link in enumerate(draft.explainer_links.all()):
        link.sort_order = 10 * (number + 1)
    draft.save_revision()
    assert digest(item, lanes.SHARED) == before
    draft = make.draft(item)
    for number, link in enumerate(draft.explainer_links.all()):
        link.sort_order = -number
    draft.save_revision()
    assert digest(item, lanes.SHARED) != before


def test_words_of_a_correction_whose_time_is_cancelled_are_told_with_the_reason(page):
    publisher = person("publisher")
    correction = {"kind": "correction", "texts": {"ja": {"wrong": "三百人", "right": "二百人"}}}
    at = timezone.now() + timedelta(hours=1)
    schedules.schedule(stored(page), "ja", at, publisher, significance="correction", correction=correction)
    stored(page).unpublish()
    told = Notice.objects.get(user=publisher, kind=Notice.Kind.NOT_CORRECTED)
    assert "三百人 → 二百人" in told.text
    assert "非公開" in told.text
