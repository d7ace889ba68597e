"""Places in a list ordered by time: `20251203T072500Z~34` is "older than item 34, published then"."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.http import Http404

FORMATS = ("%Y%m%dT%H%M%SZ", "%Y%m%dT%H%M%S.%fZ")


@dataclass(frozen=True)
class Cursor:
    time: datetime
    pk: int

    def __str__(self):
        time = self.time.astimezone(UTC)
        return f"{time.strftime(FORMATS[1] if time.microsecond else FORMATS[0])}~{self.pk}"


def read_cursor(text):
    """The `Cursor` that `text` says, None for no text; raises `Http404` for nonsense."""
    if not text:
        return None
    moment, _, pk = text.partition("~")
    for pattern in FORMATS:
        try:
            time = datetime.strptime(moment, pattern).replace(tzinfo=UTC)
        except ValueError:
            continue
        if pk.isascii() and pk.isdigit() and len(pk) <= 18 and 1900 <= time.year <= 9000:
            cursor = Cursor(time, int(pk))
            if str(cursor) == text:  # strptime takes more than one spelling of a time; a page has one address
                return cursor
    raise Http404("not a place in the list")
