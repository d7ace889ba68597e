"""Whether readers found an explainer clear: counts, and nothing about whoever answered."""

from django.db import models
from django.db.models import F, FloatField, OuterRef, Subquery, Value
from django.db.models.functions import Cast, NullIf, Sqrt
from django.utils.translation import gettext_lazy as _

from articles.models.lane_records import LaneRelease

Z = 1.96  # how sure the bounds below are: 95 %


def surely(wanted, other):
    """For `annotate()`: the share of answers `wanted` that is reached at the least, however few there are.

    The lower bound of Wilson's interval: 3 of 3 say less than 90 of 100. NULL where nobody has answered.
    """
    yes, no = (Cast(F(name), FloatField()) for name in (wanted, other))
    count = NullIf(yes + no, Value(0.0))
    spread = Sqrt(yes * no / count + Value(Z**2 / 4)) * Value(Z)
    return (yes + Value(Z**2 / 2) - spread) / (count + Value(Z**2))


class ClarityQuerySet(models.QuerySet):
    def count_answer(self, *, page, language, version, is_clear):
        """One answer more; two at once are both counted."""
        key = {"page_id": page, "language": language, "version": version}
        self.get_or_create(**key)
        name = "yes" if is_clear else "no"
        self.filter(**key).update(**{name: F(name) + 1})

    def of_present_texts(self):
        """Counts of the texts that readers see now: each new text starts at nothing."""
        release = LaneRelease.objects.filter(page=OuterRef("page_id"), lane=OuterRef("language"))
        return self.filter(version=Subquery(release.values("number")[:1]))

    def with_bounds(self):
        """Each with `surely_clear` and `surely_unclear`: shares between 0 and 1, NULL without an answer."""
        return self.annotate(surely_clear=surely("yes", "no"), surely_unclear=surely("no", "yes"))


class ClarityCount(models.Model):
    """How many readers of one text found it clear; `version` is its `ReleasedVersion.number` in that language."""

    page = models.ForeignKey("articles.ExplainerPage", models.CASCADE, related_name="+")
    language = models.CharField(max_length=12)
    version = models.PositiveIntegerField()
    yes = models.PositiveIntegerField(default=0)
    no = models.PositiveIntegerField(default=0)

    objects = ClarityQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "language", "version"], name="one_count_per_text")]
        default_permissions = ()
        verbose_name = _("count of answers")
        verbose_name_plural = _("counts of answers")

    def __str__(self):
        return f"{self.page_id} {self.language} {self.version}: {self.yes}/{self.no}"
