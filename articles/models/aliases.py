"""An alias shows what its source has released, at another address."""

from django.utils import timezone

from articles import lanes, languages
from articles.models.lane_records import LaneRelease
from articles.models.release_gate import keep_lane_columns, plain_json, record, take


def follow_source(page):
    """Make an alias show what its source has released, never the draft it was handed."""
    source = source_of(page)
    released = {row.lane: row.content for row in LaneRelease.objects.filter(page_id=source.pk)}
    for name in lanes.child_relations(type(page)):
        for child in released.get(lanes.SHARED, {}).get(name) or []:
            child["pk"] = None  # a row of the source's stays the source's
    own_slug, every = page.slug, lanes.all_lanes()
    take(page, lanes.hold_back(type(page), page.serializable_data(), every, released), every)
    page.slug = own_slug
    keep_lane_columns(page, source)


def source_of(page):
    """The page at the end of the chain: an alias may be made of an alias."""
    while page.alias_of_id:
        page = type(page)._base_manager.get(pk=page.alias_of_id)
    return page


def adopt_releases(page):
    """An alias made independent keeps what it shows: its text becomes its own release."""
    content = page.serializable_data()
    for lane in lanes.all_lanes():
        moment = timezone.now() if lane == lanes.SHARED else languages.read(page, "released_at", lane)
        if moment:
            digest = lanes.digest(lanes.lane_content(type(page), content, lane))
            record(page, lane, digest, lanes.released_part(type(page), plain_json(content), lane), moment)


def rows_showing(page):
    """The page itself and every alias of it, and every alias of those."""
    found, sources = [page], [page.pk]
    while sources:
        rows = list(type(page)._base_manager.filter(alias_of__in=sources))
        found += rows
        sources = [row.pk for row in rows]
    return found
