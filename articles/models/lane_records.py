"""What is remembered of each lane of a page: what readers see, what they saw, who approved and who edited it."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles import rights
from articles.lanes import Significance


class LaneRecord(models.Model):
    """A row about one lane of one page."""

    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, related_name="+")
    lane = models.CharField(max_length=12)

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self.page_id} {self.lane}"


def person(**options):
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", **options
    )


class LaneRelease(LaneRecord):
    """What readers may see of one lane of a page: the text as it was released, and when.

    `basis` is what the source said when a translation was made (`lanes.staleness`); empty for other lanes.
    """

    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, related_name="lane_releases")
    digest = models.CharField(max_length=32)
    content = models.JSONField(default=dict)
    basis = models.JSONField(default=dict)
    number = models.PositiveIntegerField(default=1)
    first_released_at = models.DateTimeField()
    released_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "lane"], name="one_release_per_lane")]
        default_permissions = ()
        permissions = rights.permissions()


class ReleasedVersion(LaneRecord):
    """One text that readers were shown, the present one included: the history of a lane, numbered from 1.

    `sections` are those that differ from the text before (`lanes.sections`); none for the first text.
    """

    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=32)
    content = models.JSONField(default=dict)
    sections = models.JSONField(default=list)
    significance = models.CharField(max_length=12, choices=Significance.choices, blank=True)
    released_at = models.DateTimeField()
    released_by = person()
    superseded_at = models.DateTimeField(null=True, blank=True)
    hidden_at = models.DateTimeField(null=True, blank=True)  # by decision of the newsroom, against the rule

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "lane", "number"], name="one_version_per_number")]
        default_permissions = ()


class LaneApproval(LaneRecord):
    """Somebody's word that exactly this text may be released. Any other text needs another approval."""

    digest = models.CharField(max_length=32)
    basis = models.JSONField(default=dict)
    approved_by = person()
    approved_at = models.DateTimeField(default=timezone.now)
    reason = models.TextField(blank=True)  # why somebody approved what they had edited
    revoked_at = models.DateTimeField(null=True, blank=True)  # taken back, or a release replaced the text

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["page", "lane", "digest"], name="approvals_of_a_text")]


class LaneEdit(LaneRecord):
    """When somebody last changed a lane; who did since its last release may not approve it."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    edited_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "lane", "user"], name="one_edit_per_person")]
        default_permissions = ()


class LaneSchedule(LaneRecord):
    """When a lane is to be released; under an embargo it cannot be released earlier either.

    `correction` is issued with it: `{"kind", "texts": {language: {"wrong", "right"}}}`, empty for none.
    """

    at = models.DateTimeField(_("Time"), db_index=True)
    embargo = models.BooleanField(_("Embargo"), default=False)
    significance = models.CharField(max_length=12, choices=Significance.choices, blank=True)
    correction = models.JSONField(default=dict, blank=True)
    set_by = person()
    set_at = models.DateTimeField(default=timezone.now)
    held_at = models.DateTimeField(null=True, blank=True)  # its time came, and it could not go out
    held_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "lane"], name="one_schedule_per_lane")]
        default_permissions = ()
