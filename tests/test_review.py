"""Review of each language by somebody who did not write it, from the first draft to what readers see."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from wagtail.models import PageLogEntry, TaskState, WorkflowState
from wagtail.users.models import UserProfile

from articles.desk.review.forms import draft_digest
from articles.models import ExplainerPage, LaneApproval, LaneRelease, LaneSchedule, LaneStatus, Notice, ReviewRequest
from articles.models.approvals import ApprovalRefused
from articles.models.releasing import release_lanes
from articles.newsroom.review import reviews
from articles.newsroom.review.reviews import ReviewRefused
from tests.desk_forms import post_edit, post_new
from tests.factories import block, draft, jst, person

SUBMIT = {"action-submit": "1"}
REASON = "The translator is ill and this cannot wait."

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _approvals_count(settings):
    settings.APPROVALS_REQUIRED = True


@pytest.fixture
def page(site, settings):
    """Public in both languages; nobody has edited it since."""
    settings.APPROVALS_REQUIRED = False
    made = site.explainer()
    settings.APPROVALS_REQUIRED = True
    return made


@pytest.fixture
def staff():
    return {role: person(role, role) for role in ("writer", "ja-editor", "en-translator", "en-reviewer", "publisher")}


def edit(page, user, **fields):
    changed = draft(page)
    for name, value in fields.items():
        setattr(changed, name, value)
    changed.save_revision(user=user)
    return ExplainerPage.objects.get(pk=page.pk)


def submitted(page, user, **fields):
    """The page after `user` edited it and submitted what they may."""
    page = edit(page, user, **fields)
    reviews.submit(page, user)
    return page


def answer(client, user, page, lane, answer, **said):
    """What the review page sends, about the text that it showed."""
    client.force_login(user)
    url = reverse("lane_review", args=[page.pk, lane])
    shown = client.get(url).context["approve_form"]["digest"].value()
    return client.post(url, {"answer": answer, "digest": shown, **said}, follow=True)


def open_lanes(page):
    return set(ReviewRequest.objects.filter(page_id=page.pk, closed_at=None).values_list("lane", flat=True))


def state(page, lane):
    return LaneStatus.objects.get(page_id=page.pk, lane=lane).state


def at(page):
    """The lane that the workflow of the page has come to, and its status."""
    found = WorkflowState.objects.filter(object_id=str(page.pk)).order_by("-pk").first()
    return (found.current_task_state.task.specific.lane, found.status) if found else None


def approve(page, lane, user, **said):
    return reviews.approve_and_release(page, lane, user, draft_digest(page, lane), **said)


def test_a_story_goes_from_the_writer_to_readers_of_both_languages(site, staff, client):
    """Four people and a browser: write, approve, translate, approve."""
    client.force_login(staff["writer"])
    words = {"headline_ja": "新しい話", "standfirst_ja": "前文", "body_ja": [block("paragraph", "<p>本文</p>", "p")]}
    post_new(client, site.explainers, ExplainerPage(), slug="story", **words, **SUBMIT)
    page = ExplainerPage.objects.get(slug="story")
    assert open_lanes(page) == {"shared", "ja"}

    answer(client, staff["ja-editor"], page, "shared", "approve-only")
    assert open_lanes(page) == {"ja"}
    assert client.get("/ja/explainers/story/").status_code == 404
    answer(client, staff["ja-editor"], page, "ja", "approve")
    client.logout()
    assert "新しい話" in client.get("/ja/explainers/story/").content.decode()
    assert client.get("/en/explainers/story/").status_code == 404

    client.force_login(staff["en-translator"])
    words = {"headline_en": "A new story", "standfirst_en": "Lead", "body_en": [block("paragraph", "<p>Text</p>", "p")]}
    post_edit(client, draft(page), **words, **SUBMIT)
    assert open_lanes(page) == {"en"}
    answer(client, staff["en-reviewer"], page, "en", "approve")
    client.logout()
    assert "A new story" in client.get("/en/explainers/story/").content.decode()
    assert open_lanes(page) == set()


def test_a_review_of_english_survives_a_japanese_hotfix(page, staff, client):
    submitted(page, staff["en-translator"], headline_en="Under review")
    assert at(page) == ("en", "in_progress")
    edit(page, staff["writer"], headline_ja="直した見出し")
    client.force_login(staff["writer"])
    post_edit(client, draft(page), **SUBMIT)
    assert open_lanes(page) == {"ja", "en"}
    answer(client, staff["ja-editor"], page, "ja", "approve", significance="minor")
    client.logout()
    assert "直した見出し" in client.get("/ja/explainers/explainer/").content.decode()
    assert "Under review" not in client.get("/en/explainers/explainer/").content.decode()
    assert at(page) == ("en", "in_progress")
    assert open_lanes(page) == {"en"}
    answer(client, staff["en-reviewer"], page, "en", "approve")
    assert at(page) == ("en", "approved")
    assert "Under review" in client.get("/en/explainers/explainer/").content.decode()


class TestSkipping:
    @pytest.mark.parametrize(
        ("role", "changes", "expected"),
        [
            ("writer", {"headline_ja": "新"}, "ja"),
            ("writer", {"slug": "other", "headline_ja": "新"}, "shared"),
            ("en-translator", {"headline_en": "New"}, "en"),
            ("publisher", {"headline_en": "New"}, "en"),
            ("publisher", {"headline_ja": "新", "headline_en": "New"}, "ja"),
        ],
    )
    def test_a_lane_without_news_is_passed_over(self, page, staff, role, changes, expected):
        submitted(page, staff[role], **changes)
        assert at(page) == (expected, "in_progress")
        assert open_lanes(page) == {expected}

    def test_lanes_that_the_submitter_may_not_edit_are_not_asked_for(self, page, staff):
        edit(page, staff["en-translator"], headline_en="Not ready")
        page = submitted(page, staff["writer"], headline_ja="新")
        approve(page, "ja", staff["ja-editor"], significance="none")
        assert open_lanes(page) == set()
        assert at(page) == ("en", "approved")
        assert TaskState.objects.filter(workflow_state__object_id=str(page.pk), status="skipped").count() == 2

    def test_an_approved_lane_is_passed_over(self, page, staff):
        page = edit(page, staff["publisher"], headline_ja="新", headline_en="New")
        LaneApproval.objects.create(page_id=page.pk, lane="ja", digest=draft_digest(page, "ja"))
        reviews.submit(page, staff["publisher"])
        assert at(page) == ("en", "in_progress")

    def test_nothing_new_is_said_and_starts_nothing(self, page, staff, client):
        client.force_login(staff["writer"])
        assert post_edit(client, draft(page), **SUBMIT).status_code == 302
        with pytest.raises(ReviewRefused):
            reviews.submit(page, staff["writer"])
        assert (at(page), open_lanes(page)) == (None, set())

    def test_the_button_names_what_is_submitted(self, page, staff, client):
        edit(page, staff["writer"], headline_ja="新")
        edit(page, staff["en-translator"], headline_en="New")
        for role, words in [("writer", "Submit for review: Japanese"), ("en-translator", "Submit for review: English")]:
            UserProfile.objects.create(user=staff[role], preferred_language="en")
            client.force_login(staff[role])
            html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
            assert words in html


class TestTheReviewPage:
    def shown(self, client, user, page, lane):
        client.force_login(user)
        address = reverse("lane_review", args=[page.pk, lane])
        return client.get(address, headers={"accept-language": "en"}).content.decode()

    @pytest.mark.parametrize(
        ("schedule", "words"),
        [
            (None, "it can go out as soon as it is approved"),
            ({}, "Scheduled for 2099-01-01 09:00 (JST)"),
            ({"embargo": True}, "Under embargo until then"),
            ({"held_reason": "the clock is broken"}, "the clock is broken"),
        ],
    )
    def test_it_says_when_the_text_goes_out(self, page, staff, client, schedule, words):
        page = submitted(page, staff["en-translator"], headline_en="New")
        if schedule is not None:
            LaneSchedule.objects.create(page_id=page.pk, lane="en", at=jst("2099-01-01 09:00"), **schedule)
        assert words in self.shown(client, staff["en-reviewer"], page, "en")

    def test_a_translation_stands_beside_its_original(self, page, staff, client):
        page = submitted(page, staff["en-translator"], headline_en="New")
        text = self.shown(client, staff["en-reviewer"], page, "en")
        assert "見出しexplainer" in text.partition("lane-change__source")[2]
        assert reverse("desk_translate", args=[page.pk, "en"]) in text

    def test_each_answer_about_the_translations_is_explained(self, page, staff, client):
        page = submitted(page, staff["writer"], headline_ja="新")
        text = self.shown(client, staff["ja-editor"], page, "ja")
        assert "Typing errors or notation only." in text
        assert reverse("desk_publish", args=[page.pk]) + "?now=ja" in text
        assert 'value="correction"' not in text


class TestApproval:
    def test_it_is_of_the_text_that_was_read(self, page, staff):
        page = submitted(page, staff["en-translator"], headline_en="First")
        read = draft_digest(page, "en")
        page = edit(page, staff["en-translator"], headline_en="Second")
        with pytest.raises(ApprovalRefused, match=r"."):
            reviews.approve_and_release(page, "en", staff["en-reviewer"], read)
        assert not LaneApproval.objects.filter(lane="en").exists()
        assert at(page) == ("en", "in_progress")

    def test_a_stale_dialog_is_refused_with_the_reason(self, page, staff, client):
        page = submitted(page, staff["en-translator"], headline_en="First")
        read = draft_digest(page, "en")
        edit(page, staff["en-translator"], headline_en="Second")
        client.force_login(staff["en-reviewer"])
        url = reverse("lane_review", args=[page.pk, "en"])
        response = client.post(url, {"answer": "approve", "digest": read}, follow=True)
        assert len(list(response.context["messages"])) == 1
        assert LaneRelease.objects.get(page_id=page.pk, lane="en").content["headline_en"] == "Headline explainer"

    @pytest.mark.parametrize("role", ["writer", "en-translator", "ja-editor"])
    def test_it_takes_the_right_of_that_language(self, page, staff, role, client):
        page = submitted(page, staff["en-translator"], headline_en="New")
        with pytest.raises(ApprovalRefused):
            approve(page, "en", staff[role])
        answer(client, staff[role], page, "en", "approve")
        assert not LaneApproval.objects.filter(lane="en").exists()

    @pytest.mark.parametrize("scheduled", [True, False])
    def test_it_releases_at_once_unless_a_time_is_set(self, page, staff, scheduled):
        page = submitted(page, staff["en-translator"], headline_en="New")
        if scheduled:
            LaneSchedule.objects.create(page_id=page.pk, lane="en", at=jst("2099-01-01 09:00"))
        approve(page, "en", staff["en-reviewer"])
        assert (state(page, "en") == "live") is not scheduled

    def test_without_the_right_to_release_it_waits_for_a_publisher(self, page, staff):
        page = submitted(page, staff["en-translator"], headline_en="New")
        only_approves = person("en-translator", "approver")
        only_approves.user_permissions.add(Permission.objects.get(codename="approve_lane_en"))
        approve(page, "en", only_approves)
        assert state(page, "en") == "ready"
        assert at(page) == ("en", "approved")
        release_lanes(page, ["en"], user=staff["publisher"])
        assert state(page, "en") == "live"

    def test_a_new_japanese_text_asks_what_it_means_for_translations(self, page, staff, client):
        page = submitted(page, staff["writer"], headline_ja="新")
        response = answer(client, staff["ja-editor"], page, "ja", "approve")
        assert "significance" in response.context["approve_form"].errors
        assert state(page, "ja") == "review"
        answer(client, staff["ja-editor"], page, "ja", "approve", significance="update")
        assert state(page, "ja") == "live"
        assert state(page, "en") == "outdated"

    def test_an_approval_on_another_path_moves_the_workflow_too(self, page, staff):
        page = submitted(page, staff["publisher"], headline_ja="新", headline_en="New")
        release_lanes(page, ["ja"], user=staff["ja-editor"], approving=True, significance="none")
        assert at(page) == ("en", "in_progress")
        assert open_lanes(page) == {"en"}

    def test_shared_fields_alone_publish_no_page(self, site, staff):
        page = site.explainer(languages=())
        approve(page, "shared", staff["ja-editor"])
        assert not ExplainerPage.objects.get(pk=page.pk).live


class TestFourEyes:
    @pytest.fixture
    def own(self, page, staff):
        return submitted(page, staff["en-reviewer"], headline_en="My own words")

    def test_nobody_approves_what_they_edited(self, own, staff, client):
        with pytest.raises(ApprovalRefused):
            approve(own, "en", staff["en-reviewer"])
        response = answer(client, staff["en-reviewer"], own, "en", "approve", reason=REASON)
        assert response.status_code == 422
        assert 'aria-disabled="true"' in response.content.decode()
        assert state(own, "en") == "review"

    @pytest.mark.parametrize(("reason", "goes"), [("", False), ("Too short.", False), (REASON, True)])
    def test_an_exception_takes_the_right_and_a_reason(self, page, staff, client, reason, goes):
        page = submitted(page, staff["publisher"], headline_en="My own words")
        answer(client, staff["publisher"], page, "en", "approve", reason=reason)
        assert (state(page, "en") == "live") is goes

    def test_an_exception_is_logged_and_told(self, page, staff):
        page = submitted(page, staff["publisher"], headline_en="My own words")
        other = person("publisher", "second-publisher")
        approve(page, "en", staff["publisher"], reason=REASON)
        entry = PageLogEntry.objects.get(page=page.pk, action="articles.lane.override")
        assert (entry.user, entry.data["reason"], entry.data["lane"]) == (staff["publisher"], REASON, "en")
        told = Notice.objects.filter(kind=Notice.Kind.OVERRIDE)
        assert {notice.user for notice in told} >= {other}
        assert staff["publisher"] not in {notice.user for notice in told}

    def test_through_wagtails_workflow_the_same_rules_hold(self, own, staff, client):
        client.force_login(staff["en-reviewer"])
        task_state = own.current_workflow_task_state
        url = reverse("wagtailadmin_pages:workflow_action", args=[own.pk, "approve", task_state.pk])
        client.post(url, {"digest": draft_digest(own, "en"), "reason": REASON})
        assert at(own) == ("en", "in_progress")
        client.force_login(staff["publisher"])
        client.post(url, {"digest": draft_digest(own, "en")})
        assert at(own) == ("en", "approved")
        assert state(own, "en") == "live"

    def test_in_the_editor_a_refusal_is_explained_and_loses_nothing(self, own, staff, client):
        client.force_login(staff["en-reviewer"])
        buttons = {"action-workflow-action": "true", "workflow-action-name": "approve"}
        response = post_edit(client, draft(own), headline_en="Better", **buttons)
        assert response.status_code == 302
        assert draft(own).headline_en == "Better"
        assert at(own) == ("en", "in_progress")


class TestSendingAndTakingBack:
    def test_sending_back_needs_a_comment_and_tells_whoever_asked(self, page, staff, client):
        page = submitted(page, staff["en-translator"], headline_en="New")
        assert answer(client, staff["en-reviewer"], page, "en", "send-back", comment=" ").status_code == 422
        answer(client, staff["en-reviewer"], page, "en", "send-back", comment="Check the date.")
        assert at(page) == ("en", "needs_changes")
        notice = Notice.objects.get(user=staff["en-translator"], kind=Notice.Kind.SENT_BACK)
        assert notice.text == "Check the date."

    def test_submitting_again_goes_on_where_it_was_sent_back(self, page, staff):
        page = submitted(page, staff["en-translator"], headline_en="New")
        reviews.send_back(page, "en", staff["en-reviewer"], "Check the date.")
        page = submitted(page, staff["en-translator"], headline_en="Better")
        assert at(page) == ("en", "in_progress")
        assert WorkflowState.objects.count() == 1

    def test_another_language_can_be_asked_for_while_one_was_sent_back(self, page, staff):
        page = submitted(page, staff["en-translator"], headline_en="New")
        reviews.send_back(page, "en", staff["en-reviewer"], "Check the date.")
        page = submitted(page, staff["writer"], headline_ja="新")
        assert open_lanes(page) == {"ja"}
        assert at(page) == ("en", "needs_changes")

    def test_whoever_asked_takes_it_back(self, page, staff, client):
        page = submitted(page, staff["en-translator"], headline_en="New")
        answer(client, staff["writer"], page, "en", "take-back")
        assert open_lanes(page) == {"en"}
        answer(client, staff["en-translator"], page, "en", "take-back")
        assert open_lanes(page) == set()
        assert at(page) == ("en", "cancelled")
        assert state(page, "en") == "changed"

    def test_cancelling_the_workflow_takes_the_request_back(self, page, staff):
        page = submitted(page, staff["en-translator"], headline_en="New")
        page.current_workflow_state.cancel(user=staff["en-translator"])
        assert open_lanes(page) == set()
