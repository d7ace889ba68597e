"""How an editing form is laid out: one tab per language, one for what they share, one for publication."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, Panel, TabbedInterface

from articles import languages


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
            return {**super().get_context_data(parent_context), "language": self.panel.language}


def language_panels(fields, language):
    """The panels of one language's tab; a translation's body comes with its copy button."""
    panels = []
    for name in fields:
        if name == "body" and language != languages.default():
            panels.append(CopyStructurePanel(language))
        panels.append(FieldPanel(languages.column(name, language)))
    return panels


def language_tabs(fields, *, shared, publication=None):
    """日本語 / English / 共通 / 公開: `fields` once per language, then the panels given."""
    tabs = [
        ObjectList(language_panels(fields, code), heading=languages.name(code), classname=f"lane-{code}")
        for code in languages.codes()
    ]
    tabs.append(ObjectList(shared, heading=_("Shared")))
    if publication is not None:
        tabs.append(ObjectList(publication, heading=_("Publication")))
    return TabbedInterface(tabs)


def publication_panels(*extra):
    """Address, times and menu of a page."""
    return [
        FieldPanel("slug"),
        *extra,
        MultiFieldPanel([FieldPanel("go_live_at"), FieldPanel("expire_at")], heading=_("Scheduled publishing")),
    ]
