"""The form of a term: who renames it is asked what becomes of the old name."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from articles import languages
from articles.models.named_form import NamedForm
from articles.terms import comparable


def keep_field(language):
    return f"keep_old_name_{language}"


class RenamingForm(NamedForm):
    def renamed(self):
        """`(language, old name)` of each approved name that this form replaces by another."""
        pairs = ((code, languages.column("name", code)) for code in languages.codes())
        return [(code, self.initial[column]) for code, column in pairs if self._is_renamed(column)]

    def _is_renamed(self, column):
        old, new = self.initial.get(column), self.cleaned_data.get(column)
        sensitive = self.cleaned_data.get("case_sensitive", False)
        return bool(old and new) and comparable(old, sensitive) != comparable(new, sensitive)

    def clean(self):
        cleaned = super().clean()
        for code, old in self.renamed() if self.instance.pk else ():
            column = languages.column("forbidden", code)
            if cleaned.get(keep_field(code)) and column in cleaned:
                cleaned[column] = "\n".join(filter(None, [cleaned[column], old]))
        return cleaned


def _keep_old_name():
    return forms.BooleanField(
        label=_("Keep the old name"),
        help_text=_("When the name changes, the old one becomes a variant not to use."),
        required=False,
        initial=True,
    )


# One field per language of the settings.
GlossaryTermForm = type(
    "GlossaryTermForm", (RenamingForm,), {keep_field(code): _keep_old_name() for code in languages.codes()}
)


class KeepOldNamePanel(FieldPanel):
    """The question what becomes of the old name: only where there is one."""

    def __init__(self, language, **kwargs):
        super().__init__(keep_field(language), **kwargs)
        self.language = language

    def clone_kwargs(self):
        kwargs = super().clone_kwargs()
        del kwargs["field_name"]
        return {**kwargs, "language": self.language}

    class BoundPanel(FieldPanel.BoundPanel):
        def is_shown(self):
            return super().is_shown() and bool(languages.read(self.instance, "name", self.panel.language))
