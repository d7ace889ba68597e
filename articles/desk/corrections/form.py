"""What whoever corrects a page is asked: the kind, and per language what was wrong and what is right."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles import languages
from articles.desk.wording import language_name
from articles.models import Correction
from articles.newsroom.records.corrections import CorrectionRefused

LONGEST = 2000
NAMES = ("wrong", "right")


class CorrectionForm(forms.Form):
    """Fields `kind`, and `wrong_ja`, `right_ja`, … for each of `codes`; `texts` is what was written.

    With `correction`, its kind stays and its words stand in the fields.
    """

    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=Correction.Kind.choices,
        initial=Correction.Kind.CORRECTION,
        widget=forms.RadioSelect,
        help_text=_("A clarification or an update need not say that anything was wrong."),
    )

    def __init__(self, *args, codes, correction=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.codes = codes
        if correction:
            del self.fields["kind"]
        for code in codes:
            for name in NAMES:
                self.fields[languages.column(name, code)] = forms.CharField(
                    label=Correction._meta.get_field(name).verbose_name,
                    required=False,
                    max_length=LONGEST,
                    initial=languages.read(correction, name, code) if correction else "",
                    widget=forms.Textarea({"rows": 3, "lang": code}),
                )

    @property
    def by_language(self):
        """`[(code, name, its bound fields)]`"""
        return [
            (code, language_name(code), [self[languages.column(name, code)] for name in NAMES]) for code in self.codes
        ]

    @property
    def texts(self):
        return {code: {name: self.cleaned_data[languages.column(name, code)] for name in NAMES} for code in self.codes}

    def carried_out(self, act):
        """Whether `act(texts)` was done; where it is refused, the form says why."""
        try:
            act(self.texts)
        except CorrectionRefused as refused:
            self.add_error(None, ValidationError(refused.reason))
            return False
        return True
