"""Reviewing a lane: asking for it, approving it, sending it back, taking it back. The workflow follows along."""

from html import unescape

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail.locks import BasicLock
from wagtail.log_actions import log

from articles import lanes, languages, rights
from articles.models import LaneRelease, LaneSchedule, Notice, ReviewRequest, approvals
from articles.models.releasing import release_lanes
from articles.newsroom.notices.notices import settle, tell, who_may
from articles.newsroom.review import first_release, workflow_steps


class ReviewRefused(Exception):
    """`reason` is fit to be shown to whoever asked."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


# --- asking
def open_request(page, lane):
    """The open `ReviewRequest` of `lane`, or None."""
    return ReviewRequest.objects.filter(page_id=page.pk, lane=lane, closed_at=None).first()


def lanes_to_submit(page, user):
    """The lanes that `user` may edit and that have something in the draft which nobody has approved yet."""
    states = page.lane_states(page.draft_content())
    return [
        lane
        for lane in rights.lanes_for(user, rights.EDIT)
        if _is_new(*states[lane]) and not page.is_approved(lane, states[lane][0])
    ]


def _is_new(digest, release):
    return bool(digest) and not (release and digest == release.digest and not release.withdrawn_at)


@transaction.atomic
def request_review(page, lane, user, *, note="", assignee=None):
    """Ask for the newest draft of `lane` to be approved; the open `ReviewRequest`, new or brought up to date."""
    page = page.locked_row()
    digest = _digest_to_review(page, lane, user, assignee)
    row, is_new = ReviewRequest.objects.get_or_create(
        page_id=page.pk, lane=lane, closed_at=None, defaults={"digest": digest, "requested_by": user}
    )
    if not is_new and row.digest == digest and not note and assignee is None:
        return row
    row.digest, row.requested_by, row.requested_at = digest, user, timezone.now()
    row.note, row.assignee = note or row.note, assignee or row.assignee
    row.save()
    log(instance=page, action="articles.lane.request", user=user, data={"lane": lane, "digest": digest})
    settle(page, lane)
    reviewers = [row.assignee] if row.assignee else who_may(rights.APPROVE, lane)
    tell(reviewers, Notice.Kind.REVIEW_REQUESTED, page, lane, actor=user, text=note)
    page.refresh_status()
    return row


def _digest_to_review(page, lane, user, assignee):
    if user is not None and not rights.may(user, rights.EDIT, lane):
        raise ReviewRefused(_("You have no right to edit this language."))
    if page.alias_of_id:
        raise ReviewRefused(page.ALIAS_REFUSAL)
    if assignee is not None and not rights.may(assignee, rights.APPROVE, lane):
        raise ReviewRefused(_("The reviewer you chose has no right to approve this language."))
    digest, release = page.lane_states(page.draft_content())[lane]
    if not _is_new(digest, release):
        raise ReviewRefused(_("There is nothing new to review in this language."))
    if settings.APPROVALS_REQUIRED and page.is_approved(lane, digest):
        raise ReviewRefused(_("This text is approved already."))
    return digest


@transaction.atomic
def submit(page, user, *, note=""):
    """Ask for a review of all that is new and that `user` may edit; the lanes. Raises `ReviewRefused` for none.

    The workflow of the page starts, or goes on where it was sent back. Where it runs already at another lane, the
    lanes are asked for beside it; so is the source language of a page that no reader has seen, which is judged with
    its shared fields.
    """
    page = page.locked_row()
    wanted = lanes_to_submit(page, user)
    if not wanted:
        raise ReviewRefused(_("There is nothing new to review in the languages that you may edit."))
    state = page.current_workflow_state
    if state is None and (workflow := page.get_workflow()):
        state = workflow.start(page, user)
    elif state and state.status == state.STATUS_NEEDS_CHANGES and workflow_steps.lane_of(state) in wanted:
        state.resume(user)
    follows = _comes_by_itself(state, user)
    if first_release.is_first(page):
        follows = [lane for lane in follows if lane != languages.default()]
    for lane in wanted:
        if lane not in follows:
            request_review(page, lane, user, note=note)
    return wanted


def _comes_by_itself(state, user):
    """Lanes that the workflow asks for when it gets there, in the name of `user`."""
    if state is None or not state.is_active or state.requested_by_id != user.pk:
        return []
    return workflow_steps.lanes_ahead(state)[1:]


# --- answering
def locked(page, user):
    """Who keeps `user` from judging the page by having locked it, in words; "" for nobody."""
    lock = page.get_lock()
    if isinstance(lock, BasicLock) and lock.for_user(user):
        return unescape(strip_tags(lock.get_message(user)))
    return ""


@transaction.atomic
def approve(page, lane, user, digest, reason="", *, along=""):
    """Approve exactly the text with this `digest`; the rest follows (`follow_approval`). Raises `ApprovalRefused`.

    `along` is the digest of the shared fields that are approved with it (`first_release.goes_along`).
    """
    if words := locked(page.locked_row(), user):
        raise approvals.ApprovalRefused(words)
    if along:
        approvals.approve(page, lanes.SHARED, user, along)
    return approvals.approve(page, lane, user, digest, reason)


@transaction.atomic
def approve_and_release(page, lane, user, digest, reason="", *, significance="", along=""):
    """`approve`, and publish at once if `user` may and nothing is scheduled: `(LaneApproval, lanes.Plan or None)`."""
    releasing = may_release_now(page, lane, user)
    if releasing and asks_significance(page, lane) and significance not in lanes.Significance.values:
        raise ReviewRefused(_("Say how much the change matters to translations."))
    approval = approve(page, lane, user, digest, reason, along=along)
    wanted = [lanes.SHARED, lane] if along else [lane]
    plan = release_lanes(page.locked_row(), wanted, user=user, significance=significance) if releasing else None
    return approval, plan


def may_release_now(page, lane, user):
    """Whether approving the lane can publish it: nothing says when; shared fields have a language to stand under.

    A page that was taken offline is brought back by a publish that means it, never by an approval.
    """
    page = type(page)._base_manager.get(pk=page.pk)
    if not rights.may(user, rights.RELEASE, lane) or page.was_taken_offline:
        return False
    if lane == lanes.SHARED and not page.released_languages():
        return False
    go_live_at = page.get_latest_revision_as_object().go_live_at
    if go_live_at and go_live_at > timezone.now():
        return False
    return not LaneSchedule.objects.filter(page_id=page.pk, lane=lane).exists()


def asks_significance(page, lane):
    """Whether releasing the lane anew leaves translations behind, so that whoever does it has to say how far."""
    if lane != languages.default():
        return False
    released = set(LaneRelease.objects.filter(page_id=page.pk).values_list("lane", flat=True))
    return lane in released and not released.isdisjoint(languages.translations())


def follow_approval(approval):
    """After an approval on whatever path: the request is closed, whoever asked is told, the workflow moves on."""
    page, lane, user = approval.page.specific, approval.lane, approval.approved_by
    _close(page, lane, user, ReviewRequest.Outcome.APPROVED, "")
    if approval.reason and not _is_told(approval):
        tell(who_may(rights.RELEASE, lanes.SHARED), Notice.Kind.OVERRIDE, page, lane, actor=user, text=approval.reason)
    workflow_steps.move_on(page, lane, user)


def _is_told(approval):
    """Shared fields approved for the same reason as a language that was told of: one exception, one notice."""
    if approval.lane != lanes.SHARED:
        return False
    told = Notice.objects.filter(page_id=approval.page_id, kind=Notice.Kind.OVERRIDE, actor=approval.approved_by)
    return told.filter(text=approval.reason, read_at=None).exists()


@transaction.atomic
def send_back(page, lane, user, comment):
    """Refuse the text that waits for review, with a comment for whoever asked."""
    if not rights.may(user, rights.APPROVE, lane):
        raise ReviewRefused(_("You have no right to approve this language."))
    if not comment.strip():
        raise ReviewRefused(_("Say what has to be changed."))
    page = page.locked_row()
    row = _close(page, lane, user, ReviewRequest.Outcome.SENT_BACK, comment.strip())
    if row is None:
        raise ReviewRefused(_("Nobody waits for a review of this language any more."))
    log(instance=page, action="articles.lane.send_back", user=user, data={"lane": lane, "reason": comment.strip()})
    workflow_steps.send_back(page, lane, user, comment.strip())
    page.refresh_status()
    return row


# --- taking back
def may_take_back(request, user):
    """Whoever asked may; so may whoever could answer, when it was asked by mistake or by somebody who left."""
    return request.requested_by_id == user.pk or rights.may(user, rights.APPROVE, request.lane)


@transaction.atomic
def take_back(page, lane, user):
    """Nobody has to review the lane any more; a workflow that has come to it is cancelled."""
    page = page.locked_row()
    row = open_request(page, lane)
    if row is None:
        raise ReviewRefused(_("Nobody waits for a review of this language any more."))
    if not may_take_back(row, user):
        raise ReviewRefused(_("Only whoever asked for the review can take it back."))
    close_taken_back(page, lane, user)
    workflow_steps.cancel(page, lane, user)
    return row


def close_taken_back(page, lane, user):
    if _close(page, lane, user, ReviewRequest.Outcome.TAKEN_BACK, "") is None:
        return
    log(instance=page, action="articles.lane.take_back", user=user, data={"lane": lane})
    page.refresh_status()


def _close(page, lane, user, outcome, comment):
    row = open_request(page, lane)
    if row is None:
        return None
    row.closed_at, row.closed_by, row.outcome, row.comment = timezone.now(), user, outcome, comment
    row.save()
    settle(page, lane)
    if row.requested_by and outcome != ReviewRequest.Outcome.TAKEN_BACK:
        tell([row.requested_by], outcome, page, lane, actor=user, text=comment)  # a kind of notice has the same name
    return row
