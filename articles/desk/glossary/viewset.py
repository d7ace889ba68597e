"""The glossary in the admin: its list, its form, and what follows when a term is renamed."""

from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import EditView, SnippetViewSet

from articles import models
from articles.desk.glossary.uses import TermUsesView
from articles.desk.snippets import NamedIndexView, in_every_language

WHERE_USED = _("Where used")
SEVERITY = Column("severity", label=_("A variant not to use"), accessor="get_severity_display", sort_key="severity")
UPDATED = DateColumn("updated_at", label=_("Last changed"), sort_key="updated_at")


def uses_url(term, language=None, text=None):
    """The list of pages that use `text`; without it, those that use the approved name."""
    address = reverse("term_uses", args=[term.pk])
    return f"{address}?{urlencode({'text': text, 'language': language})}" if text else address


class TermIndexView(NamedIndexView):
    def get_list_more_buttons(self, instance):
        button = MenuItem(WHERE_USED, url=uses_url(instance), icon_name="search", priority=15)
        return [*super().get_list_more_buttons(instance), button]


class TermEditView(EditView):
    """Who renamed a term lands on the pages that still use the old name."""

    renamed = ()

    def form_valid(self, form):
        self.renamed = form.renamed()
        return super().form_valid(form)

    def get_success_url(self):
        if not self.renamed:
            return super().get_success_url()
        return uses_url(self.object, *self.renamed[0])

    def get_success_buttons(self):
        text = gettext("Where “%(name)s” is still used")
        others = [
            messages.button(uses_url(self.object, code, old), text % {"name": old}) for code, old in self.renamed[1:]
        ]
        return [*super().get_success_buttons(), *others]

    def get_usage_url(self):
        """Nothing refers to a term: pages use its words, which is what `TermUsesView` shows."""

    @cached_property
    def header_more_buttons(self):
        button = Button(WHERE_USED, url=uses_url(self.object), icon_name="search", priority=15)
        return [*super().header_more_buttons, button]


class GlossaryViewSet(SnippetViewSet):
    model = models.GlossaryTerm
    icon = "snippet"
    add_to_admin_menu = True
    menu_label = _("Glossary")
    menu_name = "glossary"
    menu_order = 260
    index_view_class = TermIndexView
    edit_view_class = TermEditView
    list_display = [*in_every_language("name"), "reading", SEVERITY, UPDATED]
    list_filter = ["severity"]
    ordering = ["reading", "slug"]
    # A part of a Japanese word is no token of the search index.
    search_backend_name = None
    search_fields = [*in_every_language("name"), *in_every_language("forbidden"), "reading"]


def glossary_urls():
    return [path("terms/<int:pk>/uses/", TermUsesView.as_view(), name="term_uses")]
