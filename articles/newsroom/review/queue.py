"""What waits for a word about a text, and what was approved and is not public yet: for somebody who answers quickly."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.fields.json import KeyTextTransform
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from articles import lanes, languages, rights
from articles.models import LaneApproval, LaneRelease, LaneStatus, ReviewRequest, approvals
from articles.newsroom.review import first_release
from articles.newsroom.review.reviews import ReviewRefused, open_request

WAITING = 30
APPROVED = 10
TEXTS = ("headline", "summary", "standfirst")


@dataclass(frozen=True)
class Entry:
    """A lane of a page, and what `person` did when: they asked for a review, or (`is_approved`) approved it."""

    page: Page
    lane: str
    status: LaneStatus
    person: object
    at: datetime
    headline: str
    words: str
    is_approved: bool = False
    refusal: str = ""  # why the user cannot approve it
    assignee: object = None
    along: str = ""  # the digest of the shared fields that an answer is about as well


def queue(user):
    """`(entries, whether there are more)`: the longest waiting first, then what `user` approved; few queries."""
    waiting = list(_waiting(user)[: WAITING + 1])
    rows = [*waiting[:WAITING], *_approved(user)]
    statuses = {}
    for status in LaneStatus.objects.filter(page__in={row.page_id for row in rows}):
        statuses.setdefault(status.page_id, {})[status.lane] = status
    edits = approvals.own_edits(user, list(statuses))
    found = [
        _entry(row, statuses[row.page_id], edits, user) for row in rows if row.lane in statuses.get(row.page_id, ())
    ]
    judges = rights.may(user, rights.APPROVE, lanes.SHARED)
    together = {entry.page.pk for entry in found if entry.along or (not judges and _is_first(entry, statuses))}
    found = [
        entry for entry in found if entry.lane != lanes.SHARED or entry.is_approved or entry.page.pk not in together
    ]
    return found, len(waiting) > WAITING


def waiting_count(user):
    """How many reviews are for anybody or for `user` to answer; what they asked for themselves waits for others."""
    mine = Q(assignee=None) | Q(assignee=user)
    lanes_to_approve = rights.lanes_for(user, rights.APPROVE)
    if not lanes_to_approve:
        return 0
    rows = ReviewRequest.objects.filter(mine, closed_at=None, lane__in=lanes_to_approve, page__in=_pages(user))
    others = rows.exclude(Q(requested_by=user) & Q(requested_by__isnull=False))
    return others.exclude(pk__in=first_release.answered_with_another(others, user).values("pk")).count()


def _waiting(user):
    """For anybody or for `user` to answer, and what they asked for themselves."""
    wanted = {lane for act in (rights.APPROVE, rights.EDIT) for lane in rights.lanes_for(user, act)}
    concerns = Q(assignee=None) | Q(assignee=user) | Q(requested_by=user)
    rows = ReviewRequest.objects.filter(concerns, closed_at=None, lane__in=wanted, page__in=_pages(user))
    return _with_texts(rows).select_related("requested_by", "assignee").order_by("requested_at", "pk")


def _approved(user):
    """The newest approvals of `user` that can still be taken back."""
    status = LaneStatus.objects.filter(page=OuterRef("page"), lane=OuterRef("lane"), draft_digest=OuterRef("digest"))
    status = status.exclude(released_digest=F("draft_digest"))
    rows = LaneApproval.objects.filter(Exists(status), approved_by=user, revoked_at=None, page__in=_pages(user))
    found = {}
    for row in _with_texts(rows).order_by("-approved_at", "-pk")[: 2 * APPROVED]:
        found.setdefault((row.page_id, row.lane), row)
    return list(found.values())[:APPROVED]


def _pages(user):
    """Those that `user` may change in some language."""
    return PagePermissionPolicy().instances_user_has_permission_for(user, "change").order_by().values("pk")


def _with_texts(rows):
    """The few words of the newest drafts that are shown, without the drafts themselves."""
    columns = [languages.column(name, code) for name in TEXTS for code in languages.codes()]
    return rows.select_related("page").annotate(
        **{f"draft_{column}": KeyTextTransform(column, "page__latest_revision__content") for column in columns}
    )


def _is_first(entry, statuses):
    """Whether it is the source language of a page that no reader has seen."""
    is_source = entry.lane == languages.default()
    return is_source and not any(status.released_digest for status in statuses[entry.page.pk].values())


def _entry(row, statuses, edits, user):
    status = statuses[row.lane]
    code = row.lane if row.lane != lanes.SHARED else languages.default()
    headline, summary, standfirst = (getattr(row, f"draft_{languages.column(name, code)}") or "" for name in TEXTS)
    shown = {"headline": headline or row.page.get_admin_display_title(), "words": summary or standfirst}
    shown |= {"page": row.page, "lane": row.lane, "status": status}
    if isinstance(row, LaneApproval):
        return Entry(**shown, person=user, at=row.approved_at, is_approved=True)
    refusal = approvals.refusal_after(edits.get((row.page_id, row.lane)), row.lane, user)
    is_source = row.lane == languages.default()
    along = first_release.goes_along_in(statuses.values(), edits, user) if is_source and not refusal else ""
    asked = {"person": row.requested_by, "at": row.requested_at, "assignee": row.assignee}
    return Entry(**shown, **asked, refusal=refusal, along=along)


@transaction.atomic
def take_approval_back(page, lane, user):
    """The newest draft of `lane` is not approved any more, as long as it is not public; its review is open again."""
    page = page.locked_row()
    digest = lanes.digest(lanes.lane_content(type(page), page.draft_content(), lane))
    if LaneRelease.objects.filter(page_id=page.pk, lane=lane, digest=digest, withdrawn_at=None).exists():
        raise ReviewRefused(_("It is published already: an approval can be taken back only before that."))
    if not approvals.revoke(page, lane, user):
        raise ReviewRefused(_("This text is not approved."))
    _reopen(page, lane, user)


def _reopen(page, lane, user):
    """Whoever asked still waits for an answer."""
    rows = ReviewRequest.objects.filter(page_id=page.pk, lane=lane)
    last = rows.exclude(closed_at=None).order_by("-closed_at", "-pk").first()
    if open_request(page, lane) or last is None or last.outcome != ReviewRequest.Outcome.APPROVED:
        return
    last.closed_at, last.closed_by, last.outcome = None, None, ""
    last.save()
    page.refresh_status()
