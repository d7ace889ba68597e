"""What a change of the source means: asked of whoever publishes it, now or at a time."""

from django import forms
from django.utils.translation import gettext

from articles import languages
from articles.desk.wording import lane_name
from articles.lanes import Significance
from articles.models import Correction


class SignificanceForm(forms.Form):
    """How much a change of the source matters, and what is told to readers who saw the error."""

    significance = forms.ChoiceField(choices=Significance.choices, required=False)
    kind = forms.ChoiceField(choices=Correction.Kind.choices, required=False)

    def __init__(self, data=None, *, schedule=None, is_asked=False):
        self.schedule, self.is_asked = schedule, is_asked
        said = schedule.correction if schedule else {}
        answer, kind = schedule.significance if schedule else "", said.get("kind", Correction.Kind.CORRECTION)
        super().__init__(data, initial={"significance": answer, "kind": kind})
        for code in languages.codes():
            words = said.get("texts", {}).get(code, {})
            for name in ("wrong", "right"):
                field = forms.CharField(required=False, max_length=2000, initial=words.get(name, ""))
                self.fields[f"{name}-{code}"] = field

    @property
    def chosen(self):
        return self["significance"].value() or ""

    @property
    def corrects(self):
        return self.is_asked and self.chosen == Significance.CORRECTION

    @property
    def correction(self):
        """What is to be told to readers, as `LaneSchedule.correction` keeps it; empty for nothing."""
        if not self.corrects:
            return {}
        texts = {code: {name: self._typed(name, code) for name in ("wrong", "right")} for code in languages.codes()}
        return {"kind": self["kind"].value() or Correction.Kind.CORRECTION.value, "texts": texts}

    def _typed(self, name, code):
        return "\n".join((self[f"{name}-{code}"].value() or "").strip().splitlines())

    @property
    def is_kept(self):
        """Whether it is what the schedule says already."""
        schedule = self.schedule
        return bool(schedule) and (self.chosen, self.correction) == (schedule.significance, schedule.correction)

    @property
    def text_fields(self):
        """Per language: `(code, its name, field of what was wrong, field of what is right)`."""
        return [(code, lane_name(code), self[f"wrong-{code}"], self[f"right-{code}"]) for code in languages.codes()]

    @property
    def summary(self):
        """`(id of the field, words)` of each error, with the language it is about."""
        names = {f"{field}-{code}": lane_name(code) for code in languages.codes() for field in ("wrong", "right")}
        found = [(name, words) for name, messages in self.errors.items() for words in messages]
        pattern = gettext("%(lane)s: %(reason)s")
        return [
            (self[name].auto_id, pattern % {"lane": names[name], "reason": words} if name in names else words)
            for name, words in found
        ]

    def clean_kind(self):
        return self.cleaned_data["kind"] or Correction.Kind.CORRECTION

    def clean(self):
        cleaned = super().clean()
        if self.is_asked and "significance" not in self.errors and not cleaned.get("significance"):
            self.add_error("significance", gettext("Say how much the change matters for the translations."))
        if self.corrects:
            self._check_texts(cleaned)
        return cleaned

    def _check_texts(self, cleaned):
        source = languages.default()
        for code in languages.codes():
            wrong, right = (cleaned.get(f"{name}-{code}") for name in ("wrong", "right"))
            is_needed = code == source or wrong or right
            if is_needed and not wrong and cleaned.get("kind") == Correction.Kind.CORRECTION:
                self.add_error(f"wrong-{code}", gettext("Say what was wrong."))
            if is_needed and not right:
                self.add_error(f"right-{code}", gettext("Say what is right."))
