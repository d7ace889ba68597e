"""What the glossary advises against in a text that somebody judges, where it stops no publish."""

from django.utils.translation import gettext as _

from articles import lanes
from articles.models.term_check import term_blockers


def advice(page, lane):
    """Of the newest draft: a sentence for each wording."""
    if lane == lanes.SHARED:
        return []
    _stops, found = term_blockers(type(page), page.draft_content(), lane)
    return found


def advice_message(page, lane):
    """The same as one text; "" where there is nothing to say."""
    found = advice(page, lane)
    return " ".join([_("The glossary would word it otherwise:"), *found]) if found else ""
