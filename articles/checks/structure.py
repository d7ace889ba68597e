"""What a reader needs who does not see the page: pictures in words, and headings that lead downwards step by step."""

from articles.checks.findings import MISSING_ALT, SKIPPED_LEVEL, Finding
from articles.checks.sections import level, media

HERO_ALT = "hero_alt"


def missing_alts(units, has_hero):
    """Of the main picture, and of every figure that has a picture."""
    if has_hero and not (HERO_ALT in units and units[HERO_ALT].has_text):
        yield Finding(MISSING_ALT, HERO_ALT)
    for unit in units.values():
        if unit.kind == "figure" and media(unit).get("picture") and not _said(unit, "alt"):
            yield Finding(MISSING_ALT, unit.key, _said(unit, "title"))


def _said(unit, path):
    return next((segment.plain for segment in unit.segments if segment.path == path), "")


def skipped_level(units):
    """A subsection with no section above it: the first alone, since mending it mends those that follow."""
    first = next((unit for unit in units.values() if unit.kind == "heading"), None)
    if first is not None and level(first) == 3:
        yield Finding(SKIPPED_LEVEL, first.key, first.plain)
