"""Setting and cancelling when a lane is to be released; carrying it out is `scheduler`."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from articles import rights
from articles.models import LaneSchedule, Notice
from articles.models.releasing import acting_user
from articles.newsroom.notices.notices import tell
from articles.newsroom.schedule.due_corrections import tell_not_issued


class NotScheduled(Exception):
    """`reason` is fit to be shown to whoever asked."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


@transaction.atomic
def schedule(page, lane, at, user, *, embargo=False, significance="", correction=None):
    """Release the newest draft of `lane` at the time `at`, if it is approved by then; raises `NotScheduled`.

    `correction` (`LaneSchedule.correction`) is issued with it.
    """
    if not rights.may(user, rights.RELEASE, lane):
        raise NotScheduled(_("You have no right to publish this language."))
    if at <= timezone.now():
        raise NotScheduled(_("The time lies in the past."))
    page = page.locked_row()
    if page.alias_of_id:
        raise NotScheduled(page.ALIAS_REFUSAL)
    row, _new = LaneSchedule.objects.update_or_create(
        page_id=page.pk,
        lane=lane,
        defaults={
            "at": at,
            "embargo": embargo,
            "significance": significance,
            "correction": correction or {},
            "set_by": user,
            "set_at": timezone.now(),
            "held_at": None,
            "held_reason": "",
        },
    )
    log(instance=page, action="articles.lane.schedule", user=user, data={"lane": lane, "at": at.isoformat()})
    page.refresh_status()
    return row


@transaction.atomic
def unschedule(page, lane, user):
    """Cancel the schedule of `lane`, embargo included; returns whether there was one."""
    if not rights.may(user, rights.RELEASE, lane):
        raise NotScheduled(_("You have no right to publish this language."))
    page = page.locked_row()
    take_correction(page, lane)
    deleted, _rows = LaneSchedule.objects.filter(page_id=page.pk, lane=lane).delete()
    if deleted:
        log(instance=page, action="articles.lane.unschedule", user=user, data={"lane": lane})
        page.refresh_status()
    return bool(deleted)


@transaction.atomic
def cancel_all(page):
    """The page was taken offline: no time that was set before brings it back."""
    rows = list(LaneSchedule.objects.filter(page_id=page.pk).select_related("set_by"))
    text = _("The page was taken offline; the time that was set is cancelled.")
    for row in rows:
        if correction := take_correction(page, row.lane):
            tell_not_issued(page, correction, row.set_by, text)
    LaneSchedule.objects.filter(pk__in=[row.pk for row in rows]).delete()
    for row in rows:
        log(instance=page, action="articles.lane.unschedule", user=acting_user(), data={"lane": row.lane})
        people = [row.set_by] if row.set_by and row.set_by.is_active else []
        tell(people, Notice.Kind.HELD, page, row.lane, text=text)
    if rows:
        page.refresh_status()


def take_correction(page, lane):
    """What was to be told to readers with the lane: the caller answers for it from now on, the schedule no longer."""
    row = LaneSchedule.objects.filter(page_id=page.pk, lane=lane).exclude(correction={}).first()
    if row is None:
        return {}
    LaneSchedule.objects.filter(pk=row.pk).update(correction={})
    return row.correction
