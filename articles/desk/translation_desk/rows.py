"""The rows of one screen of the translation desk."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.utils import get_user_display_name

from articles import languages, rights
from articles.desk.editor.lane_chips import Chip, lane_chips
from articles.desk.translation_desk.filters import type_names
from articles.models import LaneStatus


@dataclass(frozen=True)
class Row:
    status: LaneStatus
    kind: str
    source: Chip | None
    target: Chip | None
    assignee: str
    publish_url: str

    @property
    def page(self):
        return self.status.page

    @property
    def headline(self):
        return self.page.get_admin_display_title()

    @property
    def translate_url(self):
        return reverse("desk_translate", args=[self.status.page_id, self.status.lane])

    @property
    def age(self):
        """How long the oldest open part waits."""
        return timesince(self.status.open_since, depth=1) if self.status.open_since else ""

    @property
    def due_on(self):
        return self.status.due_on

    @property
    def days_left(self):
        return (self.due_on - timezone.localdate()).days

    @property
    def is_late(self):
        return self.due_on is not None and self.days_left < 0

    @property
    def due(self):
        """The due date as people say it."""
        if self.days_left < 0:
            return ngettext("%(count)d day late", "%(count)d days late", -self.days_left) % {"count": -self.days_left}
        if self.days_left < 2:
            return _("Tomorrow") if self.days_left else _("Today")
        is_this_year = self.due_on.year == timezone.localdate().year
        return date_format(self.due_on, "MONTH_DAY_FORMAT" if is_this_year else "DATE_FORMAT")


def rows(statuses, language, request):
    """A `Row` for each of `statuses` (`items`): the same number of queries for any number."""
    statuses, kinds = list(statuses), type_names()
    chips = lane_chips([status.page for status in statuses], request)
    people = names({status.assigned_to for status in statuses})
    publishes = rights.may(request.user, rights.RELEASE, language)
    found = []
    for status in statuses:
        own = {chip.lane: chip for chip in chips[status.page_id]}
        waits = publishes and status.draft_digest and status.draft_digest != status.released_digest
        found.append(
            Row(
                status=status,
                kind=kinds.get(status.page.content_type_id, ""),
                source=own.get(languages.default()),
                target=own.get(language),
                assignee=people.get(status.assigned_to, ""),
                publish_url=reverse("desk_publish", args=[status.page_id]) if waits else "",
            )
        )
    return found


def names(ids):
    """`{user id: name}`"""
    users = get_user_model().objects.filter(pk__in=ids - {None})
    return {user.pk: get_user_display_name(user) for user in users}
