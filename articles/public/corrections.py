"""What readers are told of the corrections of a page."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.utils import timezone

from articles import languages
from articles.models import Correction
from articles.public.addresses import page_address
from articles.querysets import corrections_told

ANCHOR = "#corrections"
RECENT = timedelta(days=30)


@dataclass(frozen=True)
class Told:
    """A correction in the reader's language; without `right`, only that the source was corrected.

    `original` is then where the source says what was corrected.
    """

    pk: int
    kind: str
    at: datetime
    wrong: str
    right: str
    original: str = ""
    version: int | None = None  # of the text that was put right, where that is known

    @property
    def label(self):
        return Correction.Kind(self.kind).label

    @property
    def is_correction(self):
        return self.kind == Correction.Kind.CORRECTION

    @property
    def is_recent(self):
        return self.at > timezone.now() - RECENT


def told(page, language):
    """The `Told` of a page, newest first; without a query where the page came `with_corrections`."""
    if not hasattr(page, "told"):  # a preview, or a page that its readers had to give a password for
        rows = type(page)._base_manager.filter(pk=page.pk).annotate(found=corrections_told(language))
        page.told = rows.values_list("found", flat=True).first() or []
    original = f"{page_address(page.url_path, languages.default())}{ANCHOR}"
    return [_told(**{**entry, "at": moment(entry["at"]), "original": original}) for entry in page.told]


def _told(pk, kind, at, wrong, right, version, original):
    return Told(pk, kind, at, wrong or "", right or "", "" if right else original, version)


def moment(text):
    """A database writes times into JSON its own way; SQLite leaves out that they are in UTC."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
