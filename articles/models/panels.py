"""How an editing form is laid out: one tab per language, one for what they share, one for publication."""

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import CommentPanel, FieldPanel, InlinePanel, ObjectList, Panel, TabbedInterface
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.models import Page

from articles import lanes, languages, rights


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


class LaneInlinePanel(InlinePanel):
    """Child objects of the shared lane; out of sight where the form leaves them out."""

    class BoundPanel(InlinePanel.BoundPanel):
        def __init__(self, **kwargs):
            form = kwargs["form"]
            self.is_locked = form is not None and kwargs["panel"].relation_name not in form.formsets
            super().__init__(**{**kwargs, "form": None} if self.is_locked else kwargs)

        def is_shown(self):
            return not self.is_locked and super().is_shown()


class Tab(ObjectList):
    """A tab at `#tab-<name>`: Wagtail would make the name from the heading, in whatever language that is.

    Who may not edit its `lane` reads there what it says, and is told why they cannot change it.
    """

    def __init__(self, *args, name, lane, **kwargs):
        super().__init__(*args, **kwargs)
        self.name, self.lane = name, lane

    def clone_kwargs(self):
        return {**super().clone_kwargs(), "name": self.name, "lane": self.lane}

    @property
    def clean_name(self):
        return self.name

    class BoundPanel(ObjectList.BoundPanel):
        @property
        def is_locked(self):
            if self.request is None or not isinstance(self.instance, Page):
                return False  # snippets have languages but no lanes
            return not rights.may(self.request.user, rights.EDIT, self.panel.lane)

        @property
        def template_name(self):
            return "articles/desk/locked_lane.html" if self.is_locked else ObjectList.BoundPanel.template_name

        def is_shown(self):
            return self.is_locked or super().is_shown()

        @property
        def show_panel_furniture(self):
            return self.is_locked or super().show_panel_furniture

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            if self.is_locked:
                context["fields"] = list(_read_only(self.panel, self.instance, self.panel.lane))
            return context


def _read_only(panel, instance, lane):
    """`(name, paragraphs)` of every field of a tab that somebody may only read."""
    if lane != lanes.SHARED:
        names = {field.name: capfirst(field.verbose_name) for field in instance._meta.fields}
        before = None
        for unit in lanes.units(type(instance), instance.serializable_data(), lane).values():
            yield (names[unit.field] if unit.field != before else "", unit.plain.splitlines())
            before = unit.field
        return
    for child in _field_panels(panel):
        value = child.format_value_for_display(getattr(instance, child.field_name))
        yield (capfirst(child.db_field.verbose_name), str(value or "").splitlines())


def _field_panels(panel):
    for child in getattr(panel, "children", ()):
        if isinstance(child, FieldPanel):
            yield child
        else:
            yield from _field_panels(child)


class Tabs(TabbedInterface):
    class BoundPanel(TabbedInterface.BoundPanel):
        template_name = "articles/desk/lane_tabs.html"

        @property
        def visible_children_with_identifiers(self):
            """The tabs: what comments need is part of the form, and no tab."""
            children = super().visible_children_with_identifiers
            return [(child, name) for child, name in children if not isinstance(child.panel, CommentPanel)]

        @property
        def comments(self):
            return [child for child in self.visible_children if isinstance(child.panel, CommentPanel)]

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
        Tab(language_panels(fields, code), name=code, lane=code, heading=languages.name(code), classname=f"lane-{code}")
        for code in languages.codes()
    ]
    tabs.append(Tab(shared, name="shared", lane=lanes.SHARED, heading=_("Shared")))
    if publication is not None:
        tabs += [Tab(publication, name="publication", lane=lanes.SHARED, heading=_("Publication")), CommentPanel()]
    return Tabs(tabs)


def publication_panels(*extra):
    """Address and times of a page; when a language goes out is said for each by itself (`LaneSchedule`)."""
    return [
        FieldPanel("slug", help_text=_("Stands in the address, in every language. Left empty, one is made.")),
        *extra,
        FieldPanel("expire_at", heading=_("Take offline at"), help_text=_("The whole page, in every language.")),
    ]
