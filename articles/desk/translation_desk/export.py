"""Files that leave the translation desk: the list as a table, its texts for translators' tools."""

from itertools import chain, islice

from django.http import HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from articles import languages, rights
from articles.desk.translation_desk.filters import type_names
from articles.desk.translation_desk.rows import names
from articles.desk.translation_desk.spreadsheet import csv_response
from articles.exchange import packed
from articles.models import LanePage, LaneState
from articles.newsroom.translation import exchange

AT_A_TIME = 100  # pages read together


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
    """The texts of all items listed, however many; None, and a message, when there are none."""
    return pages_xliff(_in_turn(list(found.values_list("page", flat=True))), language, request)


def _in_turn(ids):
    """The pages, some at a time."""
    for start in range(0, len(ids), AT_A_TIME):
        batch = ids[start : start + AT_A_TIME]
        pages = Page.objects.filter(pk__in=batch).specific().in_bulk()
        yield from (pages[pk] for pk in batch if isinstance(pages.get(pk), LanePage))


def pages_xliff(pages, language, request):
    """The texts of `pages`: a file, or an archive when one does not hold them; None, and a message, without any."""
    if not rights.may(request.user, rights.EDIT, language):
        messages.error(request, _("You have no right to edit this language."))
        return None
    files = exchange.export(pages, language)
    begun = list(islice(files, 2))
    if not begun:
        messages.error(request, _("There is no text to export."))
        return None
    name = f"{languages.default()}-{language}-{_stamp()}"
    if len(begun) == 1:
        return _attached(HttpResponse(begun[0], content_type="application/xliff+xml"), f"{name}.xlf")
    files = _in_language(get_language(), chain(begun, files))
    numbered = ((f"{name}-{number:03}.xlf", data) for number, data in enumerate(files, 1))
    return _attached(StreamingHttpResponse(packed(numbered), content_type="application/zip"), f"{name}.zip")


def _in_language(code, files):
    """Written after the answer has begun, when the language of the person is not active any more."""
    while True:
        with translation.override(code):
            data = next(files, None)
        if data is None:
            return
        yield data


def _attached(response, name):
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response


def _stamp():
    return f"{timezone.localtime():%Y%m%d-%H%M}"
