"""What the newsroom tells readers that it got wrong, made clearer or brought up to date."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles import languages
from articles.models.lane_records import person


class Correction(models.Model):
    """What a page said, and what it should have said, once per language.

    A language's words are public from `confirmed_at` of that language on (`querysets.released_corrections`).
    `version_before` and `version_after` are numbers of `ReleasedVersion`: the wrong text, and the one that put it
    right, empty until that is released. Both are empty in a language whose text was not wrong. `writers` holds the ids
    of those who had a hand in words that wait, per language: they do not confirm them.
    """

    class Kind(models.TextChoices):
        CORRECTION = "correction", pgettext_lazy("kind of a correction", "Correction")
        CLARIFICATION = "clarification", pgettext_lazy("kind of a correction", "Clarification")
        UPDATE = "update", pgettext_lazy("kind of a correction", "Update")

    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, related_name="+")
    kind = models.CharField(_("Kind"), max_length=16, choices=Kind.choices, default=Kind.CORRECTION)
    issued_at = models.DateTimeField(default=timezone.now)
    issued_by = person()
    wrong = models.TextField(_("What was wrong"), blank=True)
    right = models.TextField(_("What is right"), blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True, editable=False)
    writers = models.JSONField(default=dict, blank=True, editable=False)
    version_before = models.PositiveIntegerField(null=True, blank=True, editable=False)
    version_after = models.PositiveIntegerField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        indexes = [
            models.Index(fields=["page", "-issued_at"], name="corrections_of_a_page"),
            models.Index(fields=["-issued_at", "-id"], name="corrections_newest_first"),
        ]
        default_permissions = ()

    def __str__(self):
        return f"{self.kind} {self.page_id} {self.issued_at:%Y-%m-%d}"

    def has_words(self, language):
        return bool(languages.read(self, "right", language))

    def waits_in(self, language):
        """Whether readers of `language` have not been told, or not in their language."""
        return not languages.read(self, "confirmed_at", language)
