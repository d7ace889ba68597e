"""Lists of pages in the admin: the state of each language, and for news its category and time."""

from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn, Column
from wagtail.admin.ui.tables.pages import PageStatusColumn
from wagtail.admin.views.pages.listing import ExplorableIndexView

from articles.desk.editor.lane_chips import lane_chips


class LanesColumn(BaseColumn):
    cell_template_name = "articles/desk/lanes_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        context["chips"] = instance.lane_chips
        return context


class PublishedColumn(Column):
    """The time on the page, which is the newsroom's own, wherever the editor is."""

    def get_value(self, instance):
        moment = timezone.localtime(super().get_value(instance), timezone.get_default_timezone())
        return f"{moment:%Y-%m-%d %H:%M}"


def _columns(*extra):
    found = []
    for column in ExplorableIndexView.base_columns:
        if isinstance(column, PageStatusColumn):
            found += [*extra, LanesColumn("lanes", label=_("Languages"), width="24%")]
        else:
            found.append(column)
    return found


class LanesIndexView(ExplorableIndexView):
    columns = _columns()

    def annotate_queryset(self, pages):
        """With what the buttons of each page ask for (`models.page_rights`)."""
        return super().annotate_queryset(pages).prefetch_related("lane_statuses")

    def get_table(self, object_list):
        chips = lane_chips(object_list, self.request)
        for page in object_list:
            page.lane_chips = chips[page.pk]
        return super().get_table(object_list)


class NewsIndexView(LanesIndexView):
    default_ordering = "-published_at"
    columns = [
        column
        for column in _columns(
            Column("category", label=_("Category"), sort_key="category", width="10%"),
            PublishedColumn("published_at", label=_("Published (JST)"), sort_key="published_at", classname="desk-time"),
        )
        if column.name not in ("type", "latest_revision_created_at")
    ]

    @cached_property
    def explorable_columns(self):
        return super().explorable_columns[:-1]  # without the way to children, which news items never have

    def annotate_queryset(self, pages):
        return super().annotate_queryset(pages).prefetch_related("category")
