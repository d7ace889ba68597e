"""The form of whatever has a name in every language: that in the source language is asked for, and marked as such."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from articles import languages

NAME_IS_MISSING = _("Write the name in Japanese.")


class NamedForm(WagtailAdminModelForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if name := self.fields.get(languages.column("name", languages.default())):
            name.required = True
            name.error_messages["required"] = NAME_IS_MISSING
