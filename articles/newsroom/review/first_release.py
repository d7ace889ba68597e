"""A page that no reader has seen: its source language and what that stands on, the shared fields, are judged in one go.

One person's word is enough for both where they may give it for both; each is approved and logged for itself.
"""

from django.conf import settings
from django.db.models import Exists, OuterRef, Q

from articles import lanes, languages, rights
from articles.models import LaneRelease, ReviewRequest, approvals


def is_first(page):
    return not LaneRelease.objects.filter(page_id=page.pk).exists()


def goes_along(page, lane, user):
    """The digest of the shared fields that `user` approves together with `lane`; "" when there is nothing to."""
    if lane != languages.default() or not settings.APPROVALS_REQUIRED or not is_first(page):
        return ""
    digest = lanes.digest(lanes.lane_content(type(page), page.draft_content(), lanes.SHARED))
    if not digest or page.is_approved(lanes.SHARED, digest) or approvals.refusal(page, lanes.SHARED, user):
        return ""
    return digest


def goes_along_in(statuses, edits, user):
    """`goes_along` for lists: `statuses` are all `LaneStatus`es of the page, `edits` those of `approvals.own_edits`."""
    known = {status.lane: status for status in statuses}
    shared = known.get(lanes.SHARED)
    is_seen = any(status.released_digest for status in statuses)
    if shared is None or is_seen or shared.approved or not settings.APPROVALS_REQUIRED:
        return ""
    own = (edits.get((shared.page_id, lane)) for lane in (lanes.SHARED, languages.default()))
    pairs = zip(own, (lanes.SHARED, languages.default()), strict=True)
    return "" if any(approvals.refusal_after(edit, lane, user) for edit, lane in pairs) else shared.draft_digest


def answered_with_another(rows, user):
    """Of `rows` (`ReviewRequest`s), those that `user` answers by answering another."""
    if not all(rights.may(user, rights.APPROVE, lane) for lane in (lanes.SHARED, languages.default())):
        return rows.none()
    source = ReviewRequest.objects.filter(page=OuterRef("page"), lane=languages.default(), closed_at=None)
    released = LaneRelease.objects.filter(page=OuterRef("page"))
    return rows.filter(Q(Exists(source)) & ~Q(Exists(released)), lane=lanes.SHARED)
