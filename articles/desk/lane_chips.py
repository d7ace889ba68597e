"""The state of each lane in one icon and one word, for a whole list of pages at once."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import pgettext_lazy
from wagtail.models import Revision

from articles import lanes, languages
from articles.desk.wording import lane_name
from articles.models import LaneRelease

# state: (icon, word)
LIVE, CHANGED, WITHDRAWN, UNRELEASED = "live", "changed", "withdrawn", "unreleased"
STATES = {
    LIVE: ("view", pgettext_lazy("state of a language", "Live")),
    CHANGED: ("edit", pgettext_lazy("state of a language", "Changed")),
    WITHDRAWN: ("download", pgettext_lazy("state of a language", "Withdrawn")),
    UNRELEASED: ("no-view", pgettext_lazy("state of a language", "Not released")),
}


@dataclass(frozen=True)
class Chip:
    lane: str
    state: str
    url: str | None = None  # where readers find it

    @property
    def name(self):
        return lane_name(self.lane) if self.lane == lanes.SHARED else languages.name(self.lane)

    @property
    def icon(self):
        return STATES[self.state][0]

    @property
    def word(self):
        return STATES[self.state][1]


def lane_chips(pages, request=None):
    """`{page id: its chips}` in two queries, whatever the number of pages, each of its own type."""
    releases, drafts = _releases(pages), _drafts(pages)
    return {page.pk: _chips(page, releases[_source(page)], drafts.get(page.pk), request) for page in pages}


def _source(page):
    """Whose releases a page shows: an alias has none of its own."""
    return page.alias_of_id or page.pk


def _releases(pages):
    """`{page id: {lane: digest}}`"""
    found = defaultdict(dict)
    rows = LaneRelease.objects.filter(page__in=[_source(page) for page in pages])
    for page_id, lane, digest in rows.values_list("page_id", "lane", "digest"):
        found[page_id][lane] = digest
    return found


def _drafts(pages):
    """`{page id: content of its latest revision}`; without unpublished changes it is what was released."""
    latest = [page.latest_revision_id for page in pages if page.has_unpublished_changes]
    rows = Revision.objects.filter(pk__in=latest).values_list("object_id", "content")
    return {int(object_id): content for object_id, content in rows}


def _chips(page, released, draft, request):
    chips = [
        Chip(code, state, _url(page, code, request) if state in (LIVE, CHANGED) else None)
        for code in languages.codes()
        for state in [_state(page, code, released, draft)]
    ]
    if _state(page, lanes.SHARED, released, draft) == CHANGED:
        chips.append(Chip(lanes.SHARED, CHANGED))
    return chips


def _state(page, lane, released, draft):
    if lane not in released:
        return UNRELEASED
    if not page.live or (lane != lanes.SHARED and not languages.read(page, "released_at", lane)):
        return WITHDRAWN
    if draft is None or lanes.digest(lanes.lane_content(type(page), draft, lane)) == released[lane]:
        return LIVE
    return CHANGED


def _url(page, code, request):
    with translation.override(code):
        return page.get_url(request)
