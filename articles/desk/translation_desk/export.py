"""Files that leave the translation desk: the list as a table, its texts for translators' tools."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from articles import languages, rights
from articles.desk.translation_desk.filters import type_names
from articles.desk.translation_desk.rows import names
from articles.desk.translation_desk.spreadsheet import csv_response
from articles.exchange.xliff_reader import LIMIT
from articles.models import LanePage, LaneState
from articles.newsroom.translation import exchange
from articles.newsroom.translation.exchange_check import MOST_PAGES


def items_csv(found, language, request):
    # All words are looked up before the first line leaves: afterwards another language may be active.
    states = {state.value: str(state.label) for state in LaneState}
    headings = [
        _("Headline"),
        _("Type of page"),
        _("State"),
        _("Open parts"),
        _("Characters left"),
        _("Waiting since"),
        _("Assignee"),
        _("Due date"),
        _("Address"),
    ]
    people = names(set(found.order_by().values_list("assigned_to", flat=True).distinct()))
    address = request.build_absolute_uri
    rows = _rows(found, type_names(), states, people, address)
    return csv_response(f"translations-{language}-{_stamp()}", _after(headings, rows))


def _after(headings, rows):
    yield headings
    yield from rows


def _rows(found, kinds, states, people, address):
    for status in found.iterator(chunk_size=500):
        since = status.open_since
        yield [
            status.page.get_admin_display_title(),
            kinds.get(status.page.content_type_id, ""),
            states[status.state],
            status.open_units,
            status.characters,
            f"{timezone.localtime(since):%Y-%m-%d %H:%M}" if since else "",
            people.get(status.assigned_to, ""),
            status.due_on.isoformat() if status.due_on else "",
            address(reverse("desk_translate", args=[status.page_id, status.lane])),
        ]


def items_xliff(found, language, request):
    """The texts of all items listed; None, and a message, when there are too many."""
    ids = list(found.values_list("page", flat=True)[: MOST_PAGES + 1])
    if len(ids) > MOST_PAGES:
        text = _("One file holds at most %(count)d pages: filter the list, or choose items in it.")
        messages.error(request, text % {"count": MOST_PAGES})
        return None
    pages = Page.objects.filter(pk__in=ids).specific().in_bulk()
    return pages_xliff([pages[pk] for pk in ids if isinstance(pages.get(pk), LanePage)], language, request)


def pages_xliff(pages, language, request):
    """One file with the texts of `pages`; None, and a message, when that cannot be."""
    if not rights.may(request.user, rights.EDIT, language):
        messages.error(request, _("You have no right to edit this language."))
        return None
    try:
        data = exchange.export(pages, language)
    except ValueError:  # nothing to write
        messages.error(request, _("There is no text to export."))
        return None
    if len(data) > LIMIT:
        messages.error(request, _("The file would be too large to come back. Export fewer pages at a time."))
        return None
    response = HttpResponse(data, content_type="application/xliff+xml")
    name = f"{languages.default()}-{language}-{_stamp()}.xlf"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response


def _stamp():
    return f"{timezone.localtime():%Y%m%d-%H%M}"
