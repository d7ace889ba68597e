"""A field that names a section of an explainer, by the id of its heading."""

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class SectionSelect(forms.TextInput):
    """A list of the sections of the explainer chosen beside it, filled in the browser (`desk-sections.js`)."""

    def build_attrs(self, *args, **kwargs):
        said = {"data-whole": _("The explainer as a whole"), "data-gone": _("A section that is no longer there")}
        # `0` stands for the id of the explainer, which only the browser knows.
        return {**super().build_attrs(*args, **kwargs), **said, "data-sections": reverse("desk_sections", args=[0])}
