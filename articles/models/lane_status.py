"""The state of every lane of every page, kept ready for lists: derived, and rebuilt after each change."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from articles import lanes, languages
from articles.lanes import staleness
from articles.models import translations
from articles.models.lane_records import LaneRecord, LaneSchedule
from articles.models.review import ReviewRequest


class LaneState(models.TextChoices):
    """What a chip says, in the order of precedence."""

    WITHDRAWN = "withdrawn", pgettext_lazy("state of a language", "Withdrawn")
    CORRECTION = "correction", pgettext_lazy("state of a language", "Correction due")
    OUTDATED = "outdated", pgettext_lazy("state of a language", "Update needed")
    REVIEW = "review", pgettext_lazy("state of a language", "In review")
    SCHEDULED = "scheduled", pgettext_lazy("state of a language", "Scheduled")
    READY = "ready", pgettext_lazy("state of a language", "Ready")
    CHANGED = "changed", pgettext_lazy("state of a language", "Changed")
    UNRELEASED = "unreleased", pgettext_lazy("state of a language", "Not released")
    LIVE = "live", pgettext_lazy("state of a language", "Live")


class LaneStatus(LaneRecord):
    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, related_name="lane_statuses")
    state = models.CharField(max_length=12, choices=LaneState.choices)
    draft_digest = models.CharField(max_length=32, blank=True)
    released_digest = models.CharField(max_length=32, blank=True)
    approved = models.BooleanField(default=False)
    flagged = models.PositiveIntegerField(default=0)  # open units that readers are told of
    open_units = models.PositiveIntegerField(default=0)
    characters = models.PositiveIntegerField(default=0)  # of the source, in open units
    open_since = models.DateTimeField(null=True, blank=True)
    scheduled_at = models.DateTimeField(null=True, blank=True)
    requested_at = models.DateTimeField(null=True, blank=True)  # review
    changed_at = models.DateTimeField(default=timezone.now)  # when the draft of this lane last became another

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "lane"], name="one_status_per_lane")]
        indexes = [
            models.Index(fields=["lane", "state", "open_since"], name="status_by_state"),
            # The count in the menu, which stands on every page of the admin.
            models.Index(fields=["lane", "state", "open_units", "draft_digest", "page"], name="status_open"),
        ]
        default_permissions = ()

    @property
    def count(self):
        """The number beside the word of a translation that has fallen behind; else None."""
        return self.flagged if self.state in (LaneState.CORRECTION, LaneState.OUTDATED) else None

    @property
    def is_finished(self):
        """Whether it is public as it is, with nothing left to translate."""
        return self.state == LaneState.LIVE and not self.open_units


def refresh_status(page, content=None):
    """Bring the rows of one page up to date with its newest draft; returns `{lane: LaneStatus}`."""
    content = content if content is not None else page.draft_content()
    facts = _Facts(page, content)
    known = {row.lane: row for row in LaneStatus.objects.filter(page_id=page.pk)}
    found = {}
    for lane in lanes.all_lanes():
        row = known.get(lane) or LaneStatus(page_id=page.pk, lane=lane)
        was_finished = row.is_finished
        facts.fill(row)
        row.save()
        found[lane] = row
        if row.is_finished and not was_finished:
            facts.forget_due_date(lane)
    return found


class _Facts:
    """All that is known of one page's lanes, read once."""

    def __init__(self, page, content):
        self.page, self.content, self.now = page, content, timezone.now()
        self.states = page.lane_states(content)
        self.schedules = dict(LaneSchedule.objects.filter(page_id=page.pk).values_list("lane", "at"))
        self.requests = dict(
            ReviewRequest.objects.filter(page_id=page.pk, closed_at=None).values_list("lane", "requested_at")
        )
        self.work = {row.lane: row for row in translations.Translation.objects.filter(page_id=page.pk)}
        self.source = translations.source_units(page, content)

    def fill(self, row):
        digest, release = self.states[row.lane]
        if row.draft_digest != digest:
            row.changed_at = self.now
        row.draft_digest, row.released_digest = digest, release.digest if release else ""
        row.approved = bool(digest) and self.page.is_approved(row.lane, digest)
        row.scheduled_at, row.requested_at = self.schedules.get(row.lane), self.requests.get(row.lane)
        opened = self._open_units(row.lane)
        flagged = [unit for unit in opened if unit.is_flagged]
        row.flagged, row.open_units = len(flagged), len(opened)
        row.characters = sum(unit.characters for unit in opened)
        row.open_since = self._open_since(row, opened)
        row.state = self._state(row, release, flagged)

    def forget_due_date(self, lane):
        """It was kept or missed; when the translation falls behind again, it would be late from the first day."""
        work = self.work.get(lane)
        if work and work.due_on:
            translations.Translation.objects.filter(pk=work.pk).update(due_on=None)

    def _open_units(self, lane):
        if lane not in languages.translations():
            return []
        work = self.work.get(lane) or translations.Translation()
        target = lanes.units(type(self.page), self.content, lane)
        return staleness.open_units(self.source, target, work.basis, work.flags)

    def _open_since(self, row, opened):
        if not opened:
            return None
        since = [datetime.fromisoformat(unit.since) for unit in opened if unit.since]
        return min(since) if since else row.open_since or self.now

    def _state(self, row, release, flagged):
        public = row.lane == lanes.SHARED or languages.read(self.page, "released_at", row.lane)
        if release and not (public and self.page.live):
            return LaneState.WITHDRAWN
        if release and flagged:
            worst = any(unit.significance == lanes.Significance.CORRECTION for unit in flagged)
            return LaneState.CORRECTION if worst else LaneState.OUTDATED
        if row.draft_digest == row.released_digest:
            return LaneState.LIVE if release else LaneState.UNRELEASED
        if row.requested_at:
            return LaneState.REVIEW
        if row.scheduled_at:
            return LaneState.SCHEDULED
        if row.approved and row.draft_digest and settings.APPROVALS_REQUIRED:
            return LaneState.READY
        return LaneState.CHANGED if release else LaneState.UNRELEASED
