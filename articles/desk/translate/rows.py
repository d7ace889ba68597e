"""The rows of the side-by-side view: one per unit, unchanged ones folded into runs."""

import json
from dataclasses import dataclass, field
from itertools import groupby

from django.contrib.auth import get_user_model
from django.utils.dateparse import parse_datetime
from django.utils.functional import cached_property
from wagtail.admin.templatetags.wagtailadmin_tags import user_display_name
from wagtail.images.blocks import ImageChooserBlock

from articles import languages
from articles.blocks.following import follow
from articles.desk.translate import comments
from articles.desk.translate.pieces import Piece, pieces
from articles.desk.translate.sections import anchor, reading_order, titles
from articles.desk.translate.term_marks import marked_runs, marked_text
from articles.models import Picture
from articles.models.glossary import current_terms
from articles.models.glossary_wording import variant_messages
from articles.models.machine_text import holds_suggestion
from articles.newsroom.translation.translating import removed_units
from articles.newsroom.translation.work import fingerprint
from articles.terms import Part

OPEN, DONE, SAME = "open", "done", "same"


@dataclass
class Typed:
    """What somebody sent for one row that could not be stored, or not yet."""

    key: str
    texts: dict
    take_media: bool = True
    error: str = ""
    path: str | None = None  # of the text at fault
    is_conflict: bool = False  # the draft's own text has to be shown beside it
    has_machine_text: bool = False


@dataclass
class Row:
    key: str
    state: str
    kind: str  # of an open unit: changed, added, removed
    section: str
    label: str
    source: object
    target: object
    opened: object = None
    verdict: dict | None = None
    person: str = ""
    pieces: list[Piece] = field(default_factory=list)
    terms: list = field(default_factory=list)
    threads: list = field(default_factory=list)
    source_picture: str = ""
    target_picture: str = ""
    media_differs: bool = False
    takes_media: bool = True
    has_machine_text: bool = False
    error: str = ""
    drafted: list[Part] = field(default_factory=list)  # what somebody else wrote meanwhile
    removed: object = None  # the unit that was taken out of the draft
    removed_source: str = ""  # what the source said while it still had it
    # The two texts with their terms marked.
    source_parts: list[Part] = field(default_factory=list)
    target_parts: list[Part] = field(default_factory=list)

    @property
    def anchor(self):
        return anchor(self.key)

    @property
    def title(self):
        return " · ".join(part for part in (self.section, self.label) if part)

    @property
    def source_digest(self):
        return self.source.digest if self.source else ""

    @cached_property
    def target_digest(self):
        return fingerprint(self.target)

    @property
    def copies_media(self):
        """Whether a new unit brings more than text: the level of a heading is nothing that anybody looks for."""
        media = json.loads(self.source.media or "{}") if self.source else {}
        return any(value for name, value in media.items() if name != "level")

    @property
    def is_new(self):
        return self.target is None

    @property
    def has_suggestion(self):
        return any(piece.suggestion for piece in self.pieces)

    @property
    def time(self):
        return parse_datetime(self.verdict["at"]) if self.verdict else None


@dataclass
class Fold:
    """Units that need no work, in a row."""

    rows: list[Row]

    @property
    def count(self):
        return len(self.rows)

    @property
    def first(self):
        return self.rows[0].title

    @property
    def last(self):
        return self.rows[-1].title


def groups(rows):
    """Rows as they are shown: open and done ones singly, runs of unchanged ones as a `Fold`."""
    for is_same, run in groupby(rows, lambda row: row.state == SAME):
        if is_same:
            yield Fold(list(run))
        else:
            yield from run


class RowMaker:
    """Makes the rows of one translation; what rows have in common is read once."""

    def __init__(self, work, typed=None):
        self.work, self.typed = work, typed
        gone = removed_units(work)
        self.removed = {key: unit for key, (unit, _source) in gone.items() if unit}
        self.removed_source = {key: source for key, (_unit, source) in gone.items()}
        self.titles = titles(work, self.removed)
        self.threads = comments.threads(work)
        self.terms = current_terms()
        self.people = self._people()
        self.pictures = self._pictures()

    def all(self):
        return [self.row(key) for key in reading_order(self.work)]

    def row(self, key):
        work = self.work
        opened = work.opened.get(key)
        verdict = work.done.get(key)
        section, label = self.titles.get(key, ("", ""))
        row = Row(
            key=key,
            state=OPEN if opened else DONE if verdict else SAME,
            kind=opened.kind if opened else "",
            section=section,
            label=label,
            source=work.source.get(key),
            target=work.target.get(key),
            opened=opened,
            verdict=verdict,
            person=self.people.get(verdict["by"], "") if verdict else "",
            threads=self.threads.get(key, []),
            removed=self.removed.get(key),
            removed_source=self.removed_source.get(key, ""),
        )
        row.source_picture, row.target_picture = self._picture(row.source), self._picture(row.target)
        row.source_parts = self._parts(row.source, languages.default(), work.language)
        row.target_parts = self._parts(row.target, work.language)
        if opened:
            self._fill_open(row)
        return row

    def _fill_open(self, row):
        work, typed = self.work, self.typed if self.typed and self.typed.key == row.key else None
        machine = work.row.machine.get(row.key, {})
        row.pieces = pieces(work, row.opened, row.anchor, typed=typed.texts if typed else None, machine=machine)
        row.media_differs = self._media_differs(row)
        row.takes_media = self._text_is_as_before(row)
        row.has_machine_text = holds_suggestion(row.target, machine)
        if row.source:
            found = self.terms.suggestions(row.source.plain, languages.default(), work.language)
            row.terms = [(name, translation) for name, translation, _pk in found]
        if typed:
            row.error, row.takes_media = typed.error, typed.take_media
            row.has_machine_text = row.has_machine_text or typed.has_machine_text
            row.drafted = row.target_parts if typed.is_conflict else []
            for piece in row.pieces:
                piece.error = typed.error if piece.path == typed.path else ""
        for piece in row.pieces:
            self._mark_terms(piece)

    def _mark_terms(self, piece):
        language = self.work.language
        piece.runs = marked_runs(piece.runs, languages.default(), self.terms, language)
        piece.suggested_parts = marked_text(piece.suggested_words, language, self.terms)
        piece.forbidden = variant_messages(piece.plain, language, self.terms)

    def _parts(self, unit, language, target=""):
        return marked_text(unit.plain, language, self.terms, target) if unit else []

    def _text_is_as_before(self, row):
        """Whether only pictures or addresses changed: then they are what has to be taken over."""
        now = {segment.path: segment.plain for segment in row.source.segments if segment.plain} if row.source else {}
        return row.target is None or now == row.opened.before

    def _media_differs(self, row):
        if not (row.source and row.target and row.source.block_id and row.source.kind == row.target.kind):
            return False
        block, unit = self.work.block(row.source), row.source
        own, theirs = (
            next(item["value"] for item in found if item["id"] == unit.block_id)
            for found in (self.work.blocks(unit.field), self.work.original_blocks(unit.field))
        )
        return follow(block, theirs, own) != follow(block, theirs, own, take_media=False)

    # --- read once for all rows
    def _people(self):
        ids = {verdict["by"] for verdict in self.work.done.values()}
        return {user.pk: user_display_name(user) for user in get_user_model().objects.filter(pk__in=ids)}

    def _pictures(self):
        units = [*self.work.source.values(), *self.work.target.values()]
        return Picture.objects.in_bulk({pk for pk in map(self._picture_id, units) if pk})

    def _picture_id(self, unit):
        block = self.work.block(unit) if unit and unit.media else None
        children = getattr(block, "child_blocks", {})
        names = [name for name, child in children.items() if isinstance(child, ImageChooserBlock)]
        return json.loads(unit.media).get(names[0]) if names else None

    def _picture(self, unit):
        """The address of a unit's picture, small; "" for none."""
        picture = self.pictures.get(self._picture_id(unit)) if unit else None
        if picture is None:
            return ""
        return next((url for url, _width in picture.srcset("webp")), picture.fallback[0])
