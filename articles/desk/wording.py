"""How the desk names languages and lanes, in the language of the editor's interface."""

from django.utils.translation import pgettext

from articles.newsroom.lane_names import lane_name, language_name

__all__ = ["lane_name", "language_name", "listed"]


def listed(names):
    """Several names as one phrase."""
    return pgettext("between the names in a list", ", ").join(names)
