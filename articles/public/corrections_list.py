"""All corrections of the site in one language, newest first: a page and a feed."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import languages
from articles.public.addresses import absolute, named
from articles.public.corrections import ANCHOR, Told
from articles.public.cursors import Cursor, read_cursor
from articles.public.feeds import LENGTH, NewsroomFeed
from articles.public.frame import FrameBuilder
from articles.public.links import Link, References, resolve
from articles.querysets import released_corrections

PER_PAGE = 30


@dataclass(frozen=True)
class Listed:
    """A correction in the list, and the page that it corrects."""

    told: Told
    page: Link
    key: uuid.UUID
    public_since: datetime


def _newest(language, cursor, limit):
    """Up to `limit` corrections strictly older than `cursor`, each with its page's key."""
    rows = released_corrections(language).select_related("page").order_by("-issued_at", "-pk")
    if cursor:
        rows = rows.filter(Q(issued_at__lt=cursor.time) | Q(issued_at=cursor.time, pk__lt=cursor.pk))
    return list(rows[:limit])


def _listed(rows, links, language):
    return [
        Listed(
            Told(
                row.pk,
                row.kind,
                row.issued_at,
                languages.read(row, "wrong", language) or "",
                languages.read(row, "right", language) or "",
            ),
            links[row.page_id],
            row.page.translation_key,
            languages.read(row, "confirmed_at", language),
        )
        for row in rows
        if row.page_id in links
    ]


@require_safe
def corrections_page(request):
    language = languages.current()
    cursor = read_cursor(request.GET.get("before"))
    rows = _newest(language, cursor, PER_PAGE + 1)
    shown = rows[:PER_PAGE]
    builder = FrameBuilder(language)
    resolved = resolve(builder.references | References(pages={row.page_id for row in shown}), language)
    feed = named("feed-corrections", language)
    context = {
        "language": language,
        "corrections": _listed(shown, resolved.links, language),
        "older": f"?before={Cursor(shown[-1].issued_at, shown[-1].pk)}" if len(rows) > PER_PAGE else "",
        "is_newest": cursor is None,
        "feed": feed,
        "frame": builder.build(
            resolved,
            path=request.path,
            alternates={code: named("corrections", code) for code in languages.codes()},
            feeds=[(feed, _("Corrections"))],
        ),
    }
    return TemplateResponse(request, "articles/corrections_page.html", context)


class CorrectionsFeed(NewsroomFeed):
    """One entry per correction; an entry leads to the corrections of its page."""

    def subject_title(self, obj):
        return _("Corrections")

    def link(self, obj):
        return absolute(named("corrections", obj["language"]))

    def items(self, obj):
        rows = _newest(obj["language"], None, LENGTH)
        links = resolve(References(pages={row.page_id for row in rows}), obj["language"]).links
        return _listed(rows, links, obj["language"])

    def item_title(self, item):
        return f"{item.told.label}: {item.page.headline}"

    def item_link(self, item):
        return absolute(f"{item.page.address}{ANCHOR}")

    def item_guid(self, item):
        return uuid.uuid5(item.key, f"correction {item.told.pk} {languages.current()}").urn

    def item_description(self, item):
        return " → ".join(part for part in (item.told.wrong, item.told.right) if part)

    def item_pubdate(self, item):
        return item.told.at

    def item_updateddate(self, item):
        return max(item.told.at, item.public_since)

    def item_categories(self, item):
        return [item.told.label]

    def item_extra_kwargs(self, item):
        context = {"correction": item.told, "page": item.page}
        return {"content": render_to_string("feeds/correction.html", context).strip()}
