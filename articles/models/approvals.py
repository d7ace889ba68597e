"""Approving a lane: a word about exactly one text, given by somebody who did not write it."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from articles import lanes, languages, rights
from articles.lanes import staleness
from articles.models import translations
from articles.models.lane_records import LaneApproval, LaneEdit, LaneRelease


class ApprovalRefused(Exception):
    """`reason` is fit to be shown to the person who was refused."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


def is_approved(page, lane, digest):
    """Whether exactly this text may be released; everything may where approvals are switched off."""
    if not settings.APPROVALS_REQUIRED:
        return True
    rows = LaneApproval.objects.filter(page_id=page.pk, lane=lane, digest=digest, revoked_at=None)
    return bool(digest) and rows.exists()


def editors_since_release(page, lane):
    """`LaneEdit`s of the text that is not released yet, the latest first; with their users. A release forgets them."""
    return LaneEdit.objects.filter(page_id=page.pk, lane=lane).select_related("user").order_by("-edited_at")


def own_edit(page, lane, user):
    """The user's own `LaneEdit` that keeps them from approving, or None."""
    return editors_since_release(page, lane).filter(user=user).first()


def own_edits(user, pages):
    """`{(page id, lane): LaneEdit}` of all that keeps `user` from approving lanes of these pages; one query."""
    rows = LaneEdit.objects.filter(user=user, page__in=pages)
    return {(row.page_id, row.lane): row for row in rows}


def refusal(page, lane, user, reason="", *, alone=False):
    """Why `user` cannot approve the lane, in words for them; "" when they can. `reason` is that of an override.

    `alone`: as breaking news, which its author answers for.
    """
    if alone:
        return "" if stands_alone(page, user) else _("You cannot publish this without somebody else's approval.")
    return refusal_after(own_edit(page, lane, user), lane, user, reason)


def stands_alone(page, user):
    """Whether `user` may answer alone for `page`: breaking news, by right, as long as no reader has seen any of it."""
    is_new = page.is_news and not LaneRelease.objects.filter(page_id=page.pk).exists()
    return is_new and rights.has(user, rights.FLASH)


def refusal_after(edit, lane, user, reason=""):
    """`refusal`, for whoever knows the user's own `LaneEdit` of the lane already; None: there is none."""
    if not rights.may(user, rights.APPROVE, lane):
        return _("You have no right to approve this language.")
    if not settings.APPROVALS_REQUIRED:
        return ""
    if edit is None:
        return ""
    if reason and rights.has(user, rights.OVERRIDE):
        if len(reason.strip()) >= rights.MINIMUM_REASON:
            return ""
        return _("Explain the exception in at least %(count)d characters.") % {"count": rights.MINIMUM_REASON}
    moment = timezone.localtime(edit.edited_at)
    text = _("You edited it on %(time)s. Whoever edited a text since its last release cannot approve it.")
    return text % {"time": f"{moment:%Y-%m-%d %H:%M}"}


@transaction.atomic
def approve(page, lane, user, digest, reason="", *, alone=False):
    """Approve the newest draft of a lane if it still has this `digest`; else, and without right: `ApprovalRefused`.

    `alone` (`stands_alone`) is an exception too, and is logged as one, with its standing `reason`.
    """
    page = page.locked_row()
    if page.alias_of_id:
        raise ApprovalRefused(page.ALIAS_REFUSAL)
    content = page.draft_content()
    if lanes.digest(lanes.lane_content(type(page), content, lane)) != digest or not digest:
        raise ApprovalRefused(_("The text has changed since you opened it. Read it again."))
    if refused := refusal(page, lane, user, reason, alone=alone):
        raise ApprovalRefused(refused)
    overridden = settings.APPROVALS_REQUIRED and (alone or bool(own_edit(page, lane, user)))
    approval = LaneApproval.objects.create(
        page_id=page.pk,
        lane=lane,
        digest=digest,
        basis=_basis(page, lane, content),
        approved_by=user,
        reason=reason.strip() if overridden else "",
    )
    action = "articles.lane.override" if overridden else "articles.lane.approve"
    log(instance=page, action=action, user=user, data={"lane": lane, "digest": digest, "reason": approval.reason})
    page.refresh_status()
    return approval


def _basis(page, lane, content):
    """What the source is while a translation is approved; unit by unit, as far as nobody has said otherwise."""
    if lane not in languages.translations():
        return {}
    row = translations.translation_of(page, lane)
    target = lanes.units(type(page), content, lane)
    row.basis = staleness.seeded(row.basis, translations.source_units(page, content), target)
    row.save(update_fields=["basis"])
    return row.basis


@transaction.atomic
def revoke(page, lane, user):
    """Take back the approval of the newest draft; returns whether there was one. What is released stays released."""
    page = page.locked_row()
    digest = lanes.digest(lanes.lane_content(type(page), page.draft_content(), lane))
    if not (rights.may(user, rights.APPROVE, lane)):
        raise ApprovalRefused(_("You have no right to approve this language."))
    rows = LaneApproval.objects.filter(page_id=page.pk, lane=lane, digest=digest, revoked_at=None)
    if not rows.update(revoked_at=timezone.now()):
        return False
    log(instance=page, action="articles.lane.revoke", user=user, data={"lane": lane, "digest": digest})
    page.refresh_status()
    return True


def approve_unattended(page, approved_lanes, content):
    """For imports and demo content, which no person approves one by one: nobody's name stands on it."""
    LaneApproval.objects.bulk_create(
        LaneApproval(page_id=page.pk, lane=lane, digest=digest)
        for lane in approved_lanes
        if (digest := lanes.digest(lanes.lane_content(type(page), content, lane)))
    )
