"""Releasing the lanes whose time has come, in the name of whoever set it; what cannot go out waits for a later run."""

from functools import partial

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from articles import lanes, languages, rights
from articles.lanes import gate
from articles.models import LaneSchedule, Notice, ReviewRequest
from articles.models.release_gate import outlook
from articles.models.releasing import release_lanes, release_request
from articles.newsroom.notices.notices import tell, who_may
from articles.newsroom.notices.texts import person_name
from articles.newsroom.schedule.due_corrections import issue_with
from articles.newsroom.schedule.due_jobs import Job, claimed_page
from articles.newsroom.schedule.schedules import take_correction

# Beside the reasons of `lanes.gate`, in the log as those are.
NO_ACCOUNT, OWN_TIME, EXPIRED, NO_TEXT = "no-account", "own-time", "expired", "no-text"


def releases(now):
    """A `Job` per page with lanes that are due at `now`, the longest overdue first."""
    due = {}
    rows = LaneSchedule.objects.filter(at__lte=now).order_by("at", "pk")
    for page_id, at, title in rows.values_list("page_id", "at", "page__draft_title"):
        due.setdefault(page_id, Job("release", at, page_id, title, partial(release_due, page_id, now)))
    return list(due.values())


@transaction.atomic
def release_due(page_id, now):
    """Release the newest draft of one page in every lane that is due; the lanes of each person in one publication."""
    page = claimed_page(page_id)
    rows = LaneSchedule.objects.filter(page_id=page_id, at__lte=now).select_related("set_by")
    done = [_release_of_one(page, group, now) for group in _by_person(rows.order_by("at", "pk"))]
    return "; ".join(text for text in done if text)


def _by_person(rows):
    """Schedules in groups of whoever set them; the source language, which others stand on, in the first group."""
    groups = {}
    for row in rows:
        groups.setdefault(row.set_by_id, []).append(row)
    source = languages.default()
    return sorted(groups.values(), key=lambda group: all(row.lane != source for row in group))


def _release_of_one(page, rows, now):
    person, due = rows[0].set_by, {row.lane: row for row in rows}
    stored = page.locked_row()
    draft = stored.get_latest_revision_as_object()
    reason = _why_not_at_all(draft, person, now)
    if reason:
        return _said([], [_hold(draft, row, lanes.Held(row.lane, reason), now) for row in rows])
    with release_request(lanes=_wanted(page, due), user=person):
        plan = outlook(draft, stored)
    held = {one.lane: one for one in plan.held}
    source = due.get(languages.default())
    not_corrected = _release(stored, plan.release, source, person) if plan.release else ""
    left = [row for lane, row in due.items() if lane not in plan.release]
    states = draft.lane_states()
    waits = [row for row in left if row.lane in held or not states[row.lane][0]]
    _forget(page, [row for row in left if row not in waits])
    why = [held.get(row.lane) or lanes.Held(row.lane, NO_TEXT) for row in waits]
    holds = [_hold(draft, row, one, now) for row, one in zip(waits, why, strict=True)]
    return _said(plan.release, [not_corrected, *holds])


def _release(page, released, source, person):
    """Release what may go, with the correction that the schedule of the `source` brings; in words, why not that."""
    correction = take_correction(page, source.lane) if source and source.lane in released else {}
    release_lanes(page, released, user=person, significance=source.significance if source else "")
    return issue_with(page, correction, person)


def _wanted(page, due):
    """The shared fields go with the source language, unless they have a time of their own."""
    if languages.default() not in due or lanes.SHARED in due:
        return list(due)
    own_time = LaneSchedule.objects.filter(page_id=page.pk, lane=lanes.SHARED).exists()
    return list(due) if own_time else [lanes.SHARED, *due]


def _forget(page, rows):
    """Readers see this text already: there is nothing left to wait for."""
    if rows:
        LaneSchedule.objects.filter(pk__in=[row.pk for row in rows]).delete()
        page.locked_row().refresh_status()


def _said(released, held):
    words = [f"released {', '.join(released)}"] if released else []
    return "; ".join([*words, *(text for text in held if text)])


# --- what cannot go out
def _why_not_at_all(draft, person, now):
    """What keeps every lane back; "" for nothing."""
    if person is None:
        return NO_ACCOUNT
    if draft.go_live_at and draft.go_live_at > timezone.now():
        return OWN_TIME
    return EXPIRED if draft.expire_at and draft.expire_at <= now else ""


def reason_words(held, person=None):
    """A `lanes.Held` in words for people; `person` is whoever it should have gone out in the name of."""
    if held.reason == gate.BLOCKED:
        return " ".join(map(str, held.blockers))
    if held.reason == gate.NO_RIGHT and person:
        text = _("%(person)s, who scheduled it, has no right to publish this language any more.")
        return text % {"person": person_name(person)}
    words = {
        gate.NOT_APPROVED: _("It is not approved yet."),
        gate.SHARED_NOT_APPROVED: _("It stands on the shared fields, which are not approved yet."),
        gate.EMBARGOED: _("It is under an embargo."),
        gate.EMPTIED: _("Its text was removed. Removing what is public is a withdrawal, which a publish never does."),
        NO_ACCOUNT: _("The account that scheduled it no longer exists. Schedule it anew."),
        OWN_TIME: _("The draft has a go-live time of its own, which lies in the future."),
        EXPIRED: _("The time at which the page is to be taken offline has passed."),
        NO_TEXT: _("There is no text in this language."),
    }
    return words.get(held.reason, held.reason)


def _hold(draft, row, held, now):
    """Keep `row` for later runs, and tell people the first time; what is new about it, for the report."""
    reason = reason_words(held, row.set_by)[: LaneSchedule._meta.get_field("held_reason").max_length]
    if row.held_at and row.held_reason == reason:
        return ""
    is_new, row.held_at, row.held_reason = row.held_at is None, row.held_at or now, reason
    row.save(update_fields=["held_at", "held_reason"])
    if is_new:
        data = {"lane": row.lane, "digest": draft.lane_states()[row.lane][0], "reason": held.reason}
        log(instance=draft, action="articles.lane.hold", user=row.set_by, data=data)
        tell(concerned(row.page_id, row.lane, row.set_by), Notice.Kind.HELD, draft, row.lane, text=reason)
    return f"held {row.lane}: {reason}"


def concerned(page_id, lane, person):
    """Who can do something about a lane that is held: whoever wanted it out, who may release it, who reviews it."""
    requests = ReviewRequest.objects.filter(page_id=page_id, lane=lane, closed_at=None).select_related("assignee")
    reviewer = next((request.assignee for request in requests if request.assignee), None)
    reviewers = [reviewer] if reviewer else who_may(rights.APPROVE, lane)
    return [*([person] if person and person.is_active else []), *who_may(rights.RELEASE, lane), *reviewers]
