"""What the glossary would word otherwise where it stops no publish: said before and after a text goes out."""

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from wagtail.admin import messages

from articles import lanes
from articles.desk.wording import lane_name
from articles.models import LaneRelease
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


def advise(request, page, released):
    """Tell whoever has just published the lanes `released` of a page; says nothing where nothing is to be said."""
    rows = LaneRelease.objects.filter(page_id=page.pk, lane__in=set(released) - {lanes.SHARED}).order_by("lane")
    found = [(lane_name(row.lane), term_blockers(type(page), row.content, row.lane)[1]) for row in rows]
    lines = [(name, " ".join(warning)) for name, warning in found if warning]
    if lines:
        text = _("Published with wordings that the glossary advises against:")
        listed = format_html_join("", "<li><strong>{}</strong>: {}</li>", lines)
        messages.warning(request, format_html("<strong>{}</strong><ul>{}</ul>", text, listed))
