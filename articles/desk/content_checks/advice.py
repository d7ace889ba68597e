"""What the checks would have mended where they stop no publish: said before and after a text goes out."""

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from wagtail.admin import messages

from articles import lanes
from articles.desk.wording import lane_name
from articles.models import LaneRelease
from articles.models.content_check import content_warnings


def warnings(page, lane):
    """Of the newest draft: a sentence for each finding."""
    return [] if lane == lanes.SHARED else content_warnings(type(page), page.draft_content(), lane)


def warn(request, page, released):
    """Tell whoever has just published the lanes `released` of a page; says nothing where nothing is to be said."""
    rows = LaneRelease.objects.filter(page_id=page.pk, lane__in=set(released) - {lanes.SHARED}).order_by("lane")
    found = [(lane_name(row.lane), " ".join(content_warnings(type(page), row.content, row.lane))) for row in rows]
    lines = [(name, said) for name, said in found if said]
    if lines:
        text = _("Published; the checks of the text found this to mend:")
        listed = format_html_join("", "<li><strong>{}</strong>: {}</li>", lines)
        messages.warning(request, format_html("<strong>{}</strong><ul>{}</ul>", text, listed))
