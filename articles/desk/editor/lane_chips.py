"""The state of each lane in one icon and one word, for a whole list of pages at once."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils import timezone, translation

from articles import lanes, languages
from articles.desk.wording import lane_name
from articles.models import LaneState, LaneStatus

ICONS = {
    LaneState.LIVE: "view",
    LaneState.CHANGED: "edit",
    LaneState.REVIEW: "time",
    LaneState.SCHEDULED: "calendar-check",
    LaneState.READY: "check",
    LaneState.UNRELEASED: "no-view",
    LaneState.OUTDATED: "rotate",
    LaneState.CORRECTION: "rotate",
    LaneState.WITHDRAWN: "download",
}
NOT_PUBLIC = (LaneState.UNRELEASED, LaneState.WITHDRAWN)
UNREMARKABLE = (LaneState.LIVE, LaneState.UNRELEASED, LaneState.WITHDRAWN)  # for shared fields, which have no reader


@dataclass(frozen=True)
class Chip:
    status: LaneStatus
    url: str | None = None  # where readers find it

    @property
    def lane(self):
        return self.status.lane

    @property
    def state(self):
        return self.status.state

    @property
    def name(self):
        return lane_name(self.lane) if self.lane == lanes.SHARED else languages.name(self.lane)

    @property
    def icon(self):
        return ICONS[self.state]

    @property
    def word(self):
        return LaneState(self.state).label

    @property
    def detail(self):
        """How many parts of a translation have fallen behind, or when it goes out; "" for other states."""
        if self.state == LaneState.SCHEDULED:
            moment = timezone.localtime(self.status.scheduled_at)
            return f"{moment.month}/{moment.day} {moment:%H:%M}"
        return str(self.status.count or "")


def lane_chips(pages, request=None):
    """`{page id: its chips}` in one query, whatever the number of pages and their types; [] for pages without lanes."""
    rows = defaultdict(dict)
    for row in LaneStatus.objects.filter(page__in=[_source(page) for page in pages]):
        rows[row.page_id][row.lane] = row
    return {page.pk: _chips(page, rows[_source(page)], request) for page in pages}


def _source(page):
    """Whose lanes a page shows: an alias has none of its own."""
    return page.alias_of_id or page.pk


def _chips(page, rows, request):
    chips = [
        Chip(row, None if row.state in NOT_PUBLIC or not row.released_digest else _url(page, code, request))
        for code in languages.codes()
        if (row := rows.get(code))
    ]
    shared = rows.get(lanes.SHARED)
    if shared and shared.state not in UNREMARKABLE:
        chips.append(Chip(shared))
    return chips


def _url(page, code, request):
    with translation.override(code):
        return page.get_url(request)
