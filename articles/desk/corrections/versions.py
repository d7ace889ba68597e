"""The texts of a page that readers were shown, and hiding one of them with a reason."""

from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from articles import languages, rights
from articles.desk.lane_pages import LanePageMixin
from articles.desk.typed import storable
from articles.desk.wording import language_name
from articles.models import ReleasedVersion
from articles.newsroom.notices.texts import person_name
from articles.newsroom.records import history

MOST = 200  # of each language; older ones are reached by their number


class VersionsView(LanePageMixin, WagtailAdminTemplateMixin, TemplateView):
    template_name = "articles/desk/versions.html"
    page_title = _("Earlier versions")
    header_icon = "history"

    def post(self, request, *args, **kwargs):
        """`version` (its id), `act` (hide or show) and `reason`."""
        number = request.POST.get("version", "")
        versions = ReleasedVersion.objects.filter(page_id=self.page.pk, lane__in=languages.codes())
        version = get_object_or_404(versions, pk=int(number) if number.isdecimal() and len(number) < 19 else 0)
        act = history.show_version if request.POST.get("act") == "show" else history.hide_version
        try:
            act(version, request.user, storable(request.POST.get("reason")))
        except history.HistoryRefused as refused:
            messages.error(request, refused.reason)
        else:
            shown = gettext("Version %(number)d is readable again.")
            hidden = gettext("Version %(number)d is hidden.")
            text = hidden if version.hidden_at else shown
            messages.success(request, text % {"number": version.number})
        return redirect("desk_versions", self.page.pk)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            **kwargs,
            page=self.page,
            edit_url=self.edit_url,
            may_hide=rights.has(self.request.user, rights.HISTORY),
            languages=[(code, language_name(code), self._versions(code)) for code in languages.codes()],
        )

    def _versions(self, code):
        rows = ReleasedVersion.objects.filter(page_id=self.page.pk, lane=code).defer("content")
        is_public = code in self.page.released_languages()
        return [
            {
                "version": row,
                "by": person_name(row.released_by) if row.released_by else "",
                "is_readable": is_public and not row.hidden_at,
            }
            for row in rows.select_related("released_by").order_by("-number")[:MOST]
        ]


def version_urls():
    return [path("pages/<int:pk>/versions/", VersionsView.as_view(), name="desk_versions")]
