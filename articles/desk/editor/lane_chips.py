"""The state of each lane in one icon and one word, for a whole list of pages at once."""

from collections import defaultdict
from dataclasses import dataclass, replace

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
OVERTYPED = (LaneState.LIVE, LaneState.READY)
UNREMARKABLE = (LaneState.LIVE, LaneState.UNRELEASED, LaneState.WITHDRAWN)  # for shared fields, which have no reader


@dataclass(frozen=True)
class Chip:
    status: LaneStatus
    url: str | None = None  # where readers find it
    is_typed_on: bool = False
    is_quiet: bool = False  # says nothing until somebody types

    @property
    def lane(self):
        return self.status.lane

    @property
    def state(self):
        if self.is_typed_on:
            return LaneState.CHANGED if self.status.released_digest else LaneState.UNRELEASED
        return self.status.state

    @property
    def once_typed(self):
        """The chip after the first keystroke, which no server has heard of yet; None where that changes nothing."""
        return replace(self, is_typed_on=True) if self.state in OVERTYPED else None

    @property
    def speaks(self):
        """Whether its word is needed beside the icon where there is little room."""
        return self.state not in (LaneState.LIVE, LaneState.UNRELEASED)

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


def editor_chips(page, request=None):
    """The chips of a page that is being edited: the quiet ones, too, because somebody may be about to type."""
    chips = lane_chips([page], request)[page.pk]
    shared = LaneStatus.objects.filter(page_id=_source(page), lane=lanes.SHARED, state=LaneState.LIVE).first()
    return [*chips, Chip(shared, is_quiet=True)] if shared else chips


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
