"""What the glossary would have said otherwise in a text that has just gone out, where it stops no publish."""

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from wagtail.admin import messages

from articles import lanes
from articles.desk.wording import lane_name
from articles.models import LaneRelease
from articles.models.term_check import term_blockers


def advise(request, page, released):
    """Tell whoever has just published the lanes `released` of a page; says nothing where nothing is to be said."""
    rows = LaneRelease.objects.filter(page_id=page.pk, lane__in=set(released) - {lanes.SHARED}).order_by("lane")
    found = [(lane_name(row.lane), term_blockers(type(page), row.content, row.lane)[1]) for row in rows]
    lines = [(name, " ".join(warning)) for name, warning in found if warning]
    if lines:
        text = gettext("Published with wordings that the glossary advises against:")
        listed = format_html_join("", "<li><strong>{}</strong>: {}</li>", lines)
        messages.warning(request, format_html("<strong>{}</strong><ul>{}</ul>", text, listed))
