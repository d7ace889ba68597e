"""How the desk names languages and lanes, in the language of the editor's interface."""

from django.utils.translation import pgettext

from articles import lanes
from articles.newsroom.lane_names import lane_name, language_name

__all__ = ["edition_name", "lane_name", "language_name", "listed"]


def edition_name(lane):
    """A lane as something that is published by itself: `日本語版` rather than the language, `日本語`."""
    if lane == lanes.SHARED:
        return lane_name(lane)
    return pgettext("a page in one language", "%(language)s") % {"language": language_name(lane)}


def listed(names):
    """Several names as one phrase."""
    return pgettext("between the names in a list", ", ").join(names)
