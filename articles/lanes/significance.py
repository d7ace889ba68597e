"""How much a new text in the source language matters to those who translated the old one."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class Significance(TextChoices):
    """In rising order; only the last two are told to readers."""

    NONE = "none", pgettext_lazy("what a change means for translations", "No effect on translations")
    MINOR = "minor", pgettext_lazy("what a change means for translations", "Minor")
    UPDATE = "update", pgettext_lazy("what a change means for translations", "Update needed")
    CORRECTION = "correction", pgettext_lazy("what a change means for translations", "Correction")

    @property
    def rank(self):
        return list(Significance).index(self)

    @property
    def flags_translations(self):
        return self.rank >= Significance.UPDATE.rank


def highest(values):
    """The most serious of several significances given as strings; None for none of them."""
    return max((Significance(value) for value in values), key=lambda one: one.rank, default=None)
