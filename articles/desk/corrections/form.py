"""What whoever corrects a page is asked: the kind, and per language what was wrong and what is right."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles import languages
from articles.desk.wording import language_name
from articles.models import Correction
from articles.newsroom.records.corrections import WORDS, CorrectionRefused, WordsChanged, stamp

LONGEST = 2000


class CorrectionForm(forms.Form):
    """Fields `kind`, and `wrong_ja`, `right_ja`, … for each of `codes`; `texts` is what was written.

    With `correction`, its kind stays and its words stand in the fields; `seen` says what they were then.
    """

    is_stale = False  # refused, because somebody else has changed the words meanwhile

    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=Correction.Kind.choices,
        initial=Correction.Kind.CORRECTION,
        widget=forms.RadioSelect,
        help_text=_("A clarification or an update need not say that anything was wrong."),
    )

    def __init__(self, *args, codes, correction=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.codes, self.correction = codes, correction
        if correction:
            del self.fields["kind"]
            self.fields["seen"] = forms.CharField(
                required=False, widget=forms.HiddenInput, initial=stamp(correction, codes)
            )
        for code in codes:
            for name in WORDS:
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
            (code, language_name(code), [self[languages.column(name, code)] for name in WORDS]) for code in self.codes
        ]

    @property
    def texts(self):
        return {code: {name: self.cleaned_data[languages.column(name, code)] for name in WORDS} for code in self.codes}

    @property
    def differing(self):
        """The languages in which something else is stored than stands in the fields."""
        return [
            code
            for code in self.codes
            if any((languages.read(self.correction, name, code) or "") != self.texts[code][name] for name in WORDS)
        ]

    def carried_out(self, act):
        """Whether `act(texts)` was done; where it is refused, the form says why."""
        try:
            act(self.texts)
        except WordsChanged as refused:
            self.is_stale = True
            self.data = {**self.data.dict(), "seen": stamp(self.correction, self.codes)}  # they are shown now
            self.add_error(None, ValidationError(refused.reason))
        except CorrectionRefused as refused:
            self.add_error(None, ValidationError(refused.reason))
        return self.is_valid()
