"""Who waits for whose word on which text."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models.lane_records import LaneRecord, person


class ReviewRequest(LaneRecord):
    """Somebody asks for a lane to be approved; closed by an approval, by sending it back, or by taking it back."""

    class Outcome(models.TextChoices):
        APPROVED = "approved", pgettext_lazy("outcome of a review", "Approved")
        SENT_BACK = "sent-back", pgettext_lazy("outcome of a review", "Sent back")
        TAKEN_BACK = "taken-back", pgettext_lazy("outcome of a review", "Taken back")

    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, related_name="review_requests")
    digest = models.CharField(max_length=32)  # of the text when it was asked for
    requested_by = person()
    requested_at = models.DateTimeField(default=timezone.now)
    assignee = person(verbose_name=_("Reviewer"))
    note = models.TextField(_("Note"), blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = person()
    outcome = models.CharField(max_length=12, choices=Outcome.choices, blank=True)
    comment = models.TextField(blank=True)  # of the reviewer, to whoever asked

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["page", "lane"], condition=models.Q(closed_at=None), name="one_open_review_per_lane"
            )
        ]
        indexes = [models.Index(fields=["closed_at", "lane", "requested_at"], name="open_reviews")]
        default_permissions = ()


class Notice(models.Model):
    """A line in somebody's inbox in the admin: what happened to which lane, and where to go."""

    class Kind(models.TextChoices):
        REVIEW_REQUESTED = "review-requested", pgettext_lazy("kind of a notice", "Review requested")
        APPROVED = "approved", pgettext_lazy("kind of a notice", "Approved")
        SENT_BACK = "sent-back", pgettext_lazy("kind of a notice", "Sent back")
        HELD = "held", pgettext_lazy("kind of a notice", "Could not be published on time")
        NOT_CORRECTED = "not-corrected", pgettext_lazy("kind of a notice", "Correction not issued")
        OVERRIDE = "override", pgettext_lazy("kind of a notice", "Approved as an exception")
        OUTDATED = "outdated", pgettext_lazy("kind of a notice", "Translation out of date")
        REVIEW_DUE = "review-due", pgettext_lazy("kind of a notice", "Facts to be checked again")
        ASSIGNED = "assigned", pgettext_lazy("kind of a notice", "Translation assigned")
        TRANSLATION_DUE = "translation-due", pgettext_lazy("kind of a notice", "Translation overdue")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="desk_notices")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, related_name="+")
    lane = models.CharField(max_length=12, blank=True)
    actor = person()
    text = models.TextField(blank=True)  # somebody's own words: a note, a reason
    created_at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["user", "read_at", "-created_at"], name="inbox")]
        default_permissions = ()

    def __str__(self):
        return f"{self.kind} {self.page_id} {self.lane}"


class Reminder(LaneRecord):
    """That people were reminded of a date of a lane: once per date."""

    kind = models.CharField(max_length=20, choices=Notice.Kind.choices)
    due_on = models.DateField()
    sent_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "lane", "kind", "due_on"], name="one_reminder_per_date")]
        default_permissions = ()
