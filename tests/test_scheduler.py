"""The scheduler: what is due goes out in the name of whoever set it, or is held and told; dates are reminded of once."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import PageLogEntry, Revision

from articles import lanes, rights
from articles.models import (
    LaneSchedule,
    LaneStatus,
    Notice,
    ReleasedVersion,
    Reminder,
    ReviewRequest,
    Translation,
    approvals,
)
from articles.newsroom.notices.texts import SENTENCES
from articles.newsroom.schedule import page_times, schedules
from articles.newsroom.schedule.scheduler import run_due
from tests import factories as make
from tests.schedule import AGO, EVERY_RIGHT, LATER, NOW, SOON, plan, signals, stored
from tests.staff import member

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief(db):
    return member(*EVERY_RIGHT)


@pytest.fixture
def page(site):
    return site.explainer("due", languages=())


@pytest.fixture
def _approvals_count(settings):
    settings.APPROVALS_REQUIRED = True


@pytest.fixture
def sent():
    with signals() as found:
        yield found


def approve(page, user, *wanted):
    page = stored(page)
    for lane in wanted or lanes.all_lanes():
        digest = lanes.digest(lanes.lane_content(type(page), page.draft_content(), lane))
        approvals.approve(page, lane, user, digest)


def row(page, lane):
    return LaneSchedule.objects.get(page_id=page.pk, lane=lane)


def told(kind):
    return sorted(Notice.objects.filter(kind=kind).values_list("user", "lane"))


class TestReleasing:
    def test_nothing_goes_out_before_its_time(self, page, chief, sent):
        plan(page, chief, "ja")
        assert run_due() == []
        assert not stored(page).live
        assert sent == []

    def test_due_lanes_go_out_together_in_the_name_of_whoever_set_them(self, page, chief, client, sent):
        plan(page, chief, "ja", "en")
        (result,) = run_due(LATER)
        assert result.done == "released shared, ja, en"
        assert sent == [("published", page.pk)]
        assert stored(page).released_languages() == ["ja", "en"]
        assert client.get("/en/explainers/due/").status_code == 200
        assert {version.released_by for version in ReleasedVersion.objects.filter(page=page)} == {chief}
        entries = PageLogEntry.objects.filter(page=page.pk, action="articles.lane.release")
        assert {entry.user for entry in entries} == {chief}
        assert not LaneSchedule.objects.exists()
        assert run_due(LATER) == []

    def test_the_other_language_stays_and_shared_fields_go_with_the_source(self, site, chief):
        page = site.explainer("old")
        draft = make.draft(page)
        draft.headline_ja, draft.headline_en, draft.review_by = "新", "New", NOW.date()
        draft.save_revision()
        plan(page, chief, "ja", significance="correction")
        run_due(LATER)
        page = stored(page)
        assert (page.headline_ja, page.headline_en, page.review_by) == ("新", "Headline old", NOW.date())
        assert ReleasedVersion.objects.get(page=page, lane="ja", number=2).significance == "correction"
        assert make.draft(page).headline_en == "New"

    def test_shared_fields_with_a_time_of_their_own_keep_it(self, site, chief):
        page = site.explainer("old")
        draft = make.draft(page)
        draft.headline_ja, draft.review_by = "新", NOW.date()
        draft.save_revision()
        plan(page, chief, "ja")
        plan(page, chief, "shared", at=LATER + timedelta(days=1))
        run_due(LATER)
        assert (stored(page).headline_ja, stored(page).review_by) == ("新", None)

    def test_lanes_of_two_people_go_out_in_two_names(self, page, chief):
        other = member(*EVERY_RIGHT)
        plan(page, other, "en", at=SOON - timedelta(minutes=1))
        plan(page, chief, "ja")
        run_due(LATER)
        assert ReleasedVersion.objects.get(page=page, lane="ja").released_by == chief
        assert ReleasedVersion.objects.get(page=page, lane="en").released_by == other

    def test_an_embargo_ends_when_its_time_comes(self, page, chief, settings):
        plan(page, chief, "ja", embargo=True)
        LaneSchedule.objects.update(at=AGO)
        run_due()
        assert stored(page).released_languages() == ["ja"]

    def test_a_lane_that_readers_see_already_is_forgotten(self, site, chief, sent):
        page = site.explainer("old")
        plan(page, chief, "ja")
        sent.clear()
        run_due(LATER)
        assert sent == []
        assert not LaneSchedule.objects.exists()
        assert LaneStatus.objects.get(page=page, lane="ja").scheduled_at is None


@pytest.mark.usefixtures("_approvals_count")
class TestHolding:
    def test_what_nobody_approved_waits_and_people_are_told_once(self, page, chief, sent):
        reviewer, releaser, stranger = (
            member(rights.codename("approve", "ja")),
            member(rights.codename("release", "ja")),
            member(rights.codename("edit", "ja")),
        )
        plan(page, chief, "ja")
        before = stored(page).latest_revision_id
        first = run_due(LATER)
        assert [result.done for result in run_due(LATER)] == [""]
        assert first[0].done.startswith("held ja: ")
        assert row(page, "ja").held_at == LATER
        assert row(page, "ja").held_reason
        assert not stored(page).live
        assert stored(page).latest_revision_id == before
        assert sent == []
        assert told(Notice.Kind.HELD) == sorted((user.pk, "ja") for user in (chief, reviewer, releaser))
        assert stranger.pk not in Notice.objects.values_list("user", flat=True)
        assert PageLogEntry.objects.filter(page=page.pk, action="articles.lane.hold").count() == 1

    def test_it_goes_out_as_soon_as_it_is_approved(self, page, chief, sent):
        plan(page, chief, "ja")
        run_due(LATER)
        approve(page, chief, "shared", "ja")
        run_due(LATER)
        assert stored(page).released_languages() == ["ja"]
        assert sent == [("published", page.pk)]
        assert not LaneSchedule.objects.exists()

    def test_an_approved_lane_does_not_wait_for_the_other(self, page, chief):
        plan(page, chief, "ja", "en")
        approve(page, chief, "shared", "ja")
        run_due(LATER)
        assert stored(page).released_languages() == ["ja"]
        assert row(page, "en").held_at == LATER

    def test_the_reviewer_who_was_asked_is_told_instead_of_all(self, page, chief):
        asked, other = (member(rights.codename("approve", "ja")) for _ in range(2))
        plan(page, chief, "ja")
        ReviewRequest.objects.create(page=page, lane="ja", digest="x", requested_by=chief, assignee=asked)
        run_due(LATER)
        assert told(Notice.Kind.HELD) == sorted([(chief.pk, "ja"), (asked.pk, "ja")])
        assert other.pk not in Notice.objects.values_list("user", flat=True)

    @pytest.mark.parametrize("loss", ["right", "inactive", "deleted"])
    def test_who_lost_the_right_releases_nothing(self, page, chief, loss):
        approve(page, chief)
        setter = member(*EVERY_RIGHT)
        plan(page, setter, "ja")
        if loss == "right":
            setter.user_permissions.clear()
        elif loss == "inactive":
            type(setter).objects.filter(pk=setter.pk).update(is_active=False)
        else:
            setter.delete()
        run_due(LATER)
        assert not stored(page).live
        assert row(page, "ja").held_reason
        assert (chief.pk, "ja") in told(Notice.Kind.HELD)
        schedules.schedule(stored(page), "ja", SOON, chief)
        run_due(LATER)
        assert stored(page).released_languages() == ["ja"]

    @pytest.mark.parametrize("column", ["headline_ja", "headline_en"])
    def test_a_text_that_is_not_fit_waits(self, site, chief, column):
        lane = column[-2:]
        page = site.explainer("unfit", languages=(), **{column: ""})
        plan(page, chief, lane)
        run_due(LATER)
        assert row(page, lane).held_reason
        assert not stored(page).live

    @pytest.mark.parametrize(("name", "moment"), [("go_live_at", timedelta(days=3)), ("expire_at", -timedelta(days=1))])
    def test_a_draft_with_times_that_contradict_the_schedule_waits(self, page, chief, sent, name, moment):
        approve(page, chief)
        draft = make.draft(page)
        setattr(draft, name, timezone.now() + moment)
        draft.save_revision()
        plan(page, chief, "ja")
        run_due(LATER)
        assert row(page, "ja").held_reason
        assert sent == []

    def test_a_new_time_is_told_anew(self, page, chief):
        plan(page, chief, "ja")
        run_due(LATER)
        plan(page, chief, "ja")
        assert row(page, "ja").held_at is None
        run_due(LATER)
        assert told(Notice.Kind.HELD) == [(chief.pk, "ja")] * 2


class TestTimesOfWagtail:
    def scheduled(self, page):
        draft = make.draft(page)
        draft.headline_ja = "予約した見出し"
        revision = draft.save_revision()
        Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=AGO)
        return revision

    def test_a_revision_goes_live_once(self, site, sent):
        page = site.explainer("old")
        self.scheduled(page)
        sent.clear()
        run_due()
        run_due()
        call_command("publish_scheduled")
        assert stored(page).headline_ja == "予約した見出し"
        assert sent == [("published", page.pk)]

    @pytest.mark.usefixtures("_approvals_count")
    def test_an_unapproved_revision_stays_back_and_people_are_told(self, site, chief, settings):
        settings.APPROVALS_REQUIRED = False
        page = site.explainer("old")
        settings.APPROVALS_REQUIRED = True
        self.scheduled(page)
        run_due()
        assert stored(page).headline_ja == "見出しold"
        assert make.draft(page).headline_ja == "予約した見出し"
        assert told(Notice.Kind.HELD) == [(chief.pk, "ja")]

    def test_an_expired_page_goes_offline_once(self, site, client, sent):
        page = site.explainer("old")
        type(page).objects.filter(pk=page.pk).update(expire_at=AGO)
        sent.clear()
        run_due()
        run_due()
        assert client.get("/ja/explainers/old/").status_code == 404
        assert stored(page).expired
        assert sent == [("unpublished", page.pk)]
        assert PageLogEntry.objects.filter(action="wagtail.unpublish.scheduled").count() == 1

    def test_what_another_run_did_meanwhile_is_not_done_again(self, site, sent):
        live, gone = site.explainer("live"), site.explainer("gone")
        self.scheduled(live)
        type(gone).objects.filter(pk=gone.pk).update(expire_at=AGO)
        jobs = [*page_times.publications(NOW), *page_times.expiries(NOW)]
        sent.clear()
        run_due()
        assert [job.carry_out() for job in jobs] == ["", ""]
        assert len(sent) == 2

    @pytest.mark.usefixtures("_approvals_count")
    def test_wagtails_own_command_cannot_pass_the_gate(self, page, chief):
        plan(page, chief, "ja")
        LaneSchedule.objects.update(at=AGO)
        self.scheduled(page)
        call_command("publish_scheduled")
        assert stored(page).released_languages() == []
        assert LaneSchedule.objects.exists()


class TestReminders:
    TODAY = timezone.localdate(NOW)

    def test_facts_are_due_once_per_date(self, site, chief):
        page = site.explainer("old", review_by=self.TODAY)
        site.explainer("fresh", review_by=self.TODAY + timedelta(days=1))
        site.explainer("draft", review_by=self.TODAY, languages=())
        for _ in range(2):
            run_due(NOW)
        assert told(Notice.Kind.REVIEW_DUE) == [(chief.pk, "ja")]
        assert Notice.objects.get().page_id == page.pk
        draft = make.draft(page)
        draft.review_by = self.TODAY - timedelta(days=1)
        draft.save_revision()
        make.release(draft)
        run_due(NOW)
        assert Notice.objects.count() == 2

    def test_while_there_is_nobody_to_tell_nothing_counts_as_told(self, site):
        site.explainer("old", review_by=self.TODAY)
        run_due(NOW)
        assert not Reminder.objects.exists()
        member()
        run_due(NOW)
        assert Notice.objects.count() == 1

    @pytest.mark.parametrize(
        ("days_late", "assigned", "languages", "expected"),
        [(1, True, ("ja",), 1), (0, True, ("ja",), 0), (1, False, ("ja",), 0), (1, True, ("ja", "en"), 0)],
    )
    def test_a_late_translation_is_told_once_to_whoever_has_it(self, site, days_late, assigned, languages, expected):
        english = {} if "en" in languages else {"headline_en": "", "standfirst_en": "", "body_en": []}
        page = site.explainer("old", languages=languages, **english)
        assignee = member(rights.codename("edit", "en"))
        Translation.objects.update_or_create(
            page=page,
            lane="en",
            defaults={
                "due_on": self.TODAY - timedelta(days=days_late),
                "assignee": assignee if assigned else None,
            },
        )
        for _ in range(2):
            run_due(NOW)
        assert told(Notice.Kind.TRANSLATION_DUE) == [(assignee.pk, "en")] * expected

    def test_every_kind_of_notice_has_its_sentence(self):
        assert set(SENTENCES) == set(Notice.Kind)
