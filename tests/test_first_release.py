"""A new page is judged in one go: its source language with the shared fields it stands on."""

# ruff: noqa: F811  fixtures are imported, and named again as arguments

import pytest
from wagtail.models import PageLogEntry

from articles.desk.review.forms import draft_digest
from articles.models import LaneApproval, NewsItemPage
from articles.newsroom.review import queue as review_queue
from articles.newsroom.review import reviews
from tests.factories import draft
from tests.test_review_queue import (  # noqa: F401  fixtures
    JSON,
    URL,
    _approvals_count,
    answer,
    asked,
    open_lanes,
    page,
    shown,
    staff,
)

pytestmark = pytest.mark.django_db


class TestFirstRelease:
    """A new page is judged in one go: its source language with the shared fields."""

    @pytest.fixture
    def new(self, site, staff):
        page = asked(site.item(languages=()), staff["writer"])
        reviews.request_review(page, "shared", staff["writer"])
        return page

    @pytest.fixture
    def shown_row(self, new, staff, client):
        (one,) = shown(client, staff["ja-editor"])
        return one

    def test_one_answer_publishes_it_and_logs_both(self, new, staff, client, shown_row):
        assert (shown_row.entry.lane, open_lanes(new)) == ("ja", {"ja", "shared"})
        told = client.post(URL, {"row": shown_row.value, "answer": "approve"}, headers=JSON).json()
        assert not told["refused"]
        assert (open_lanes(new), NewsItemPage.objects.get(pk=new.pk).released_languages()) == (set(), ["ja"])
        logged = PageLogEntry.objects.filter(page=new.pk, action="articles.lane.approve")
        digests = {lane: draft_digest(new, lane) for lane in ("ja", "shared")}
        assert {entry.data["lane"]: entry.data["digest"] for entry in logged} == digests

    def test_neither_is_approved_when_the_shared_fields_are_others_than_were_shown(self, new, staff, client, shown_row):
        changed = draft(new)
        changed.source_url = "https://example.com/other"
        changed.save_revision(user=staff["writer"])
        assert client.post(URL, {"row": shown_row.value, "answer": "approve"}, headers=JSON).status_code == 409
        assert not LaneApproval.objects.filter(page=new).exists()

    def test_whoever_wrote_the_shared_fields_does_not_approve_them_along(self, new, staff, client):
        changed = draft(new)
        changed.source_url = "https://example.com/other"
        changed.save_revision(user=staff["ja-editor"])
        found = {one.entry.lane: one.entry for one in shown(client, staff["ja-editor"])}
        assert [found[lane].along for lane in ("ja", "shared")] == ["", ""]
        assert found["shared"].refusal
        answer(client, staff["ja-editor"], new, "approve")
        assert not LaneApproval.objects.filter(page=new, lane="shared").exists()

    def test_whoever_asked_for_it_sees_one_row(self, new, staff, client):
        assert [one.entry.lane for one in shown(client, staff["writer"])] == ["ja"]

    def test_it_is_sent_back_in_one_go(self, new, staff, client, shown_row):
        client.post(URL, {"row": shown_row.value, "answer": "send-back", "comment": "出典を確かめて"}, headers=JSON)
        assert open_lanes(new) == set()

    def test_it_counts_as_one(self, new, staff):
        assert review_queue.waiting_count(staff["ja-editor"]) == 1

    def test_the_review_page_shows_and_approves_both(self, new, staff, client):
        client.force_login(staff["ja-editor"])
        url = f"/admin/pages/{new.pk}/review/ja/"
        context = client.get(url).context
        assert context["along"].changes
        sent = {name: context["approve_form"][name].value() for name in ("digest", "along")}
        client.post(url, {"answer": "approve", **sent})
        assert NewsItemPage.objects.get(pk=new.pk).released_languages() == ["ja"]

    def test_later_changes_are_approved_one_by_one(self, page, staff, client):
        page = asked(page, staff["writer"], headline_ja="新しい見出し", source_url="https://example.com/other")
        reviews.request_review(page, "shared", staff["writer"])
        assert {(one.entry.lane, one.entry.along) for one in shown(client, staff["ja-editor"])} == {
            ("ja", ""),
            ("shared", ""),
        }
