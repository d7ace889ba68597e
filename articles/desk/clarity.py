"""What readers answered to "Was this explainer clear?": a report of every text, for the people who edit it."""

from django.db.models import F, OuterRef, Subquery
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, NumberColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from articles.desk.wording import language_name
from articles.models import ClarityCount, ReleasedVersion

ACTS = ["add", "change", "publish"]
# Few answers weigh little in both directions.
FAIR = {"share": ("-surely_unclear", "-pk"), "-share": ("-surely_clear", "-pk")}


def share(count):
    """`83 %`"""
    answers = count.yes + count.no
    return f"{round(100 * count.yes / answers)} %" if answers else ""


class ClarityReport(ReportView):
    """Newest text first; by share, the worst that is sure comes first or last."""

    page_title = _("Was it clear?")
    header_icon = "help"
    index_url_name = "desk_clarity"
    index_results_url_name = "desk_clarity_results"
    any_permission_required = ACTS
    default_ordering = "-released_at"
    columns = [
        TitleColumn(
            "title",
            label=_("Explainer"),
            get_url=lambda row: reverse("wagtailadmin_pages:edit", args=[row.page_id]),
        ),
        Column("language", label=_("Language"), accessor=lambda row: language_name(row.language), width="10%"),
        Column("version", label=_("Version")),
        DateColumn("released_at", label=_("Published"), sort_key="released_at"),
        NumberColumn("yes", label=_("Clear"), sort_key="yes"),
        NumberColumn("no", label=_("Not clear"), sort_key="no"),
        Column(
            "share",
            label=_("Share of clear"),
            accessor=share,
            sort_key="share",
            ascending_title_text=_("Show the least clear first; few answers weigh little"),
            descending_title_text=_("Show the clearest first; few answers weigh little"),
        ),
    ]
    list_export = ["title", "language", "version", "released_at", "yes", "no"]
    export_headings = {
        "title": _("Explainer"),
        "language": _("Language"),
        "version": _("Version"),
        "released_at": _("Published"),
        "yes": _("Clear"),
        "no": _("Not clear"),
    }
    export_filename = "was-it-clear"

    @cached_property
    def permission_policy(self):
        return PagePermissionPolicy(Page)

    def get_base_queryset(self):
        text = ReleasedVersion.objects.filter(
            page=OuterRef("page_id"), lane=OuterRef("language"), number=OuterRef("version")
        )
        explorable = self.permission_policy.explorable_instances(self.request.user).order_by().values("pk")
        return (
            ClarityCount.objects.filter(page__in=explorable)
            .with_bounds()
            .annotate(title=F("page__draft_title"), released_at=Subquery(text.values("released_at")[:1]))
        )

    def order_queryset(self, queryset):
        return queryset.order_by(*FAIR.get(self.ordering, (self.ordering, "-pk")))


class ClarityMenuItem(MenuItem):
    def is_shown(self, request):
        return PagePermissionPolicy(Page).user_has_any_permission(request.user, ACTS)


def clarity_menu_item():
    """`register_reports_menu_item`"""
    return ClarityMenuItem(_("Was it clear?"), reverse("desk_clarity"), name="clarity", icon_name="help", order=210)


def clarity_urls():
    """`register_admin_urls`"""
    return [
        path("reports/clarity/", ClarityReport.as_view(), name="desk_clarity"),
        path("reports/clarity/results/", ClarityReport.as_view(results_only=True), name="desk_clarity_results"),
    ]
