"""Beside the editor: each lane with its state, who released and approved it, what waits, and where to go on."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import BaseSidePanel

from articles import lanes, languages, rights
from articles.desk.editor.lane_chips import Chip
from articles.desk.wording import lane_name
from articles.models import LaneApproval, LaneRelease, LaneStatus, ReleasedVersion, ReviewRequest, Translation


@dataclass(frozen=True)
class Link:
    url: str
    text: str


class LanesSidePanel(BaseSidePanel):
    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Toggle languages")
        icon_name = "globe"

    name = "lanes"
    title = _("Languages")
    template_name = "articles/desk/lane_panel.html"
    order = 90

    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        context["lanes"] = self._lanes() if self.object.pk else []
        return context

    def _lanes(self):
        page = self.object
        statuses = {row.lane: row for row in LaneStatus.objects.filter(page_id=page.pk)}
        releases = {row.lane: row for row in LaneRelease.objects.filter(page_id=page.pk)}
        releasers = {
            row.lane: row.released_by
            for row in ReleasedVersion.objects.filter(page_id=page.pk, superseded_at=None).select_related("released_by")
        }
        approvals = LaneApproval.objects.filter(page_id=page.pk, revoked_at=None).select_related("approved_by")
        approved = {(row.lane, row.digest): row for row in approvals.order_by("approved_at")}
        reviews = {row.lane: row for row in ReviewRequest.objects.filter(page_id=page.pk, closed_at=None)}
        work = {row.lane: row for row in Translation.objects.filter(page_id=page.pk).select_related("assignee")}
        for lane in [*languages.codes(), lanes.SHARED]:
            if status := statuses.get(lane):
                yield {
                    "name": lane_name(lane) if lane == lanes.SHARED else languages.name(lane),
                    "lang": "" if lane == lanes.SHARED else lane,
                    "chip": Chip(status),
                    "status": status,
                    "release": releases.get(lane),
                    "released_by": releasers.get(lane),
                    "approval": approved.get((lane, status.draft_digest)),
                    "is_released_text": status.draft_digest == status.released_digest,
                    "review": reviews.get(lane),
                    "work": work.get(lane),
                    "links": list(self._links(lane, status, releases.get(lane))),
                }

    def _links(self, lane, status, release):
        user, page = self.request.user, self.object
        if release and release.number > 1 and lane != lanes.SHARED:
            yield from _link("desk_versions", _("Earlier versions…"), page.pk)
        if lane in languages.translations() and rights.may(user, rights.EDIT, lane):
            yield from _link("desk_translate", _("Translate side by side"), page.pk, lane)
        if rights.may(user, rights.RELEASE, lane):
            if status.draft_digest != status.released_digest:
                yield from _link("desk_publish", _("See the changes and publish…"), page.pk)
            if release and lane != lanes.SHARED and not release.withdrawn_at:
                yield from _link("desk_withdraw", _("Withdraw…"), page.pk, lane)
            if release and release.withdrawn_at:
                yield from _link("desk_restore", _("Make public again…"), page.pk, lane)
            if release and lane == languages.default():
                yield from _link("desk_correction", _("Issue a correction…"), page.pk)


def _link(name, text, *args):
    try:
        yield Link(reverse(name, args=args), text)
    except NoReverseMatch:
        return


def with_lanes(side_panels):
    """The side panels of a page's editor, the languages first."""
    first = side_panels[0]
    return MediaContainer([LanesSidePanel(first.object, first.request), *side_panels])
