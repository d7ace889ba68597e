"""When a text under review will reach readers, and what keeps it back: said to whoever judges it."""

from django.utils import timezone
from django.utils.translation import gettext as _

from articles import lanes
from articles.models import LaneSchedule
from articles.newsroom.review import reviews


def outlook(page, lane, user):
    """Sentences; in the newsroom's own time."""
    schedule = LaneSchedule.objects.filter(page_id=page.pk, lane=lane).first()
    if schedule:
        return list(_of_schedule(schedule))
    if reviews.may_release_now(page, lane, user):
        return [_("No time is set: it can go out as soon as it is approved.")]
    if lane == lanes.SHARED and not page.released_languages():
        return [_("It goes out with the first language that is published.")]
    return [_("No time is set: once approved, it waits until somebody publishes it.")]


def _of_schedule(schedule):
    moment = timezone.localtime(schedule.at, timezone.get_default_timezone())
    is_ahead = schedule.at > timezone.now()
    if is_ahead:
        text = _("Scheduled for %(time)s: it goes out then, if it is approved by that time.")
    else:
        text = _("It was to go out at %(time)s, and does so as soon as nothing keeps it back.")
    yield text % {"time": f"{moment:%Y-%m-%d %H:%M} ({moment:%Z})"}
    if schedule.embargo and is_ahead:
        yield _("Under embargo until then.")
    if schedule.held_reason:
        yield _("It is held back: %(reason)s") % {"reason": schedule.held_reason}
