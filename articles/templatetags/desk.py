"""What templates of the admin ask about lanes."""

from django import template
from wagtail.models import Page

from articles.desk import wording
from articles.desk.editor.lane_chips import editor_chips, lane_chips

register = template.Library()


@register.simple_tag(takes_context=True)
def page_lane_chips(context, page):
    """The chips of one page; [] for a page without lanes or before its first save."""
    if not getattr(page, "pk", None):
        return []
    return lane_chips([page], context.get("request"))[page.pk]


@register.simple_tag(takes_context=True)
def editor_lane_chips(context, page):
    """As `page_lane_chips`, for where the page is edited; [] for what is no page."""
    if not isinstance(page, Page) or not page.pk:
        return []
    return editor_chips(page, context.get("request"))


@register.filter
def of_lane(chips, lane):
    """The chip of one lane, or None."""
    return next((chip for chip in chips if chip.lane == lane), None)


@register.filter
def edition_name(lane):
    return wording.edition_name(lane)
