"""News newer than what a reader has before them: asked for once a minute by every open list, in few words."""

from django.http import Http404, JsonResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import ngettext

from articles.models import NewsItemPage
from articles.public.cursors import Cursor, read_cursor
from articles.public.listing import by_day

LIMIT = 30
BRIEF = "brief"  # time and headline only, as on the front page
SHAPES = {"": "partials/day.html", BRIEF: "partials/brief_day.html"}


def news_since(request, stream, base, language):
    """As JSON: how many items are newer than `?live=`, the same in words, and their days as HTML; newest first.

    The days have the `?shape=` of the list that asks, one of `SHAPES`. `Cache-Control: no-cache` lets the browser ask
    again with the `ETag` it has: nothing new is a 304.
    """
    cursor = read_cursor(request.GET.get("live"))
    template = SHAPES.get(request.GET.get("shape", ""))
    if cursor is None or template is None:
        raise Http404("no place to begin at, or no such list")
    found = NewsItemPage.objects.in_stream(stream, language, after=cursor).for_listing()
    items = list(found.select_related("category")[:LIMIT])
    for item in items:
        item.explainers = ()
    said = ngettext("%(count)d new item", "%(count)d new items", len(items)) % {"count": len(items)}
    answer = {
        "count": len(items),
        "said": said,
        "cursor": str(place_of(items)) if items else str(cursor),
        "days": [_day(template, day, of_the_day, base, language) for day, of_the_day in by_day(items)],
    }
    return JsonResponse(answer, headers={"Cache-Control": "no-cache"})


def place_of(items):
    """The `Cursor` of the first of `items`, or None."""
    return Cursor(items[0].published_at, items[0].pk) if items else None


def live_address(base, items, shape=""):
    """Where a list below `base` that begins with `items` asks for newer ones."""
    place = place_of(items) or Cursor(timezone.now(), 0)
    return f"{base}?live={place}{f'&shape={shape}' if shape else ''}"


def _day(template, day, items, base, language):
    context = {"date": day, "items": items, "base": base, "newest": True, "language": language}
    return {"id": f"d{day:%Y%m%d}", "html": render_to_string(template, context)}
