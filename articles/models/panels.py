"""How an editing form is laid out: one tab per language, one for what they share, one for publication."""

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, Panel, TabbedInterface
from wagtail.admin.widgets import AdminAutoHeightTextInput

from articles import languages


class LaneFieldPanel(FieldPanel):
    """One language of a field; its label leaves out the language, which the tab says already."""

    def on_model_bound(self):
        super().on_model_bound()
        self.heading = capfirst(self.db_field.translated_field.verbose_name)
        if isinstance(self.db_field, models.TextField):
            self.widget = AdminAutoHeightTextInput  # Wagtail gives it to `TextField` itself only


class CopyStructurePanel(Panel):
    """A button that copies the source language's body, block by block, into a translation."""

    def __init__(self, language, **kwargs):
        super().__init__(**kwargs)
        self.language = language

    def clone_kwargs(self):
        return {**super().clone_kwargs(), "language": self.language}

    class BoundPanel(Panel.BoundPanel):
        template_name = "articles/desk/copy_structure_panel.html"

        def get_context_data(self, parent_context=None):
            return {
                **super().get_context_data(parent_context),
                "language": self.panel.language,
                "source": languages.default(),
            }


class Tab(ObjectList):
    """A tab at `#tab-<name>`: Wagtail would make the name from the heading, in whatever language that is."""

    def __init__(self, *args, name, **kwargs):
        super().__init__(*args, **kwargs)
        self.name = name

    def clone_kwargs(self):
        return {**super().clone_kwargs(), "name": self.name}

    @property
    def clean_name(self):
        return self.name


class Tabs(TabbedInterface):
    class BoundPanel(TabbedInterface.BoundPanel):
        template_name = "articles/desk/lane_tabs.html"

        @property
        def attrs(self):
            """With the tab to open: the first that has an error."""
            tab = self._tab_with_error() if self.form is not None and self.form.is_bound else None
            opened = {"data-w-tabs-active-panel-id-value": f"tab-{tab}"} if tab else {}
            return {**super().attrs, **opened}

        def _tab_with_error(self):
            formsets = self.form.formsets.items()
            invalid = {*self.form.errors, *(name for name, formset in formsets if not formset.is_valid())}
            for child, identifier in self.visible_children_with_identifiers:
                options = child.panel.get_form_options()
                if invalid & {*options.get("fields", ()), *options.get("formsets", ())}:
                    return identifier
            return None


def language_panels(fields, language):
    """The panels of one language's tab; a translation's body comes with its copy button."""
    panels = []
    for name in fields:
        if name == "body" and language != languages.default():
            panels.append(CopyStructurePanel(language))
        panels.append(LaneFieldPanel(languages.column(name, language)))
    return panels


def language_tabs(fields, *, shared, publication=None):
    """日本語 / English / 共通 / 公開: `fields` once per language, then the panels given."""
    tabs = [
        Tab(language_panels(fields, code), name=code, heading=languages.name(code), classname=f"lane-{code}")
        for code in languages.codes()
    ]
    tabs.append(Tab(shared, name="shared", heading=_("Shared")))
    if publication is not None:
        tabs.append(Tab(publication, name="publication", heading=_("Publication")))
    return Tabs(tabs)


def publication_panels(*extra):
    """Address, times and menu of a page."""
    return [
        FieldPanel("slug", help_text=_("Stands in the address, in every language. Left empty, one is made.")),
        *extra,
        MultiFieldPanel([FieldPanel("go_live_at"), FieldPanel("expire_at")], heading=_("Scheduled publishing")),
    ]
