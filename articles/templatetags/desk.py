"""What templates of the admin ask about lanes."""

from django import template

from articles.desk.editor.lane_chips import lane_chips

register = template.Library()


@register.simple_tag(takes_context=True)
def page_lane_chips(context, page):
    """The chips of one page; [] for a page without lanes or before its first save."""
    if not getattr(page, "pk", None):
        return []
    return lane_chips([page], context.get("request"))[page.pk]
