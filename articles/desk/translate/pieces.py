"""One text of a unit, as it stands in a row: what changed in the source, and where to write its translation."""

from dataclasses import dataclass, field

from django.utils.functional import cached_property
from wagtail.admin.rich_text import get_rich_text_editor_widget

from articles.blocks.places import Place
from articles.blocks.text import INLINE
from articles.desk.typed import storable
from articles.lanes.plain_text import plain_text
from articles.lanes.text_diff import ADDED, REMOVED, Run, text_diff
from articles.newsroom.translation.translated_words import place_of
from articles.terms import Part

RICH, PLAIN = "rich:", "text:"  # what the names of form fields begin with


@dataclass
class Piece:
    """`text` is the translation as stored, or as typed; None where the source has lost the text."""

    path: str
    place: Place
    runs: list[Run] = field(default_factory=list)
    text: str | None = ""
    suggestion: str = ""
    field_id: str = ""
    error: str = ""
    forbidden: list[str] = field(default_factory=list)  # what is to be said of its words
    suggested_parts: list[Part] = field(default_factory=list)  # its suggestion, with the terms marked

    @property
    def label(self):
        return " · ".join(self.place.labels)

    @property
    def html(self):
        return self.place.html

    @property
    def name(self):
        return PLAIN + self.path

    @property
    def lines(self):
        return max(self.place.lines, min(12, len(self.text or "") // 60 + 1))

    @property
    def plain(self):
        return plain_text(self.text) if self.html else self.text or ""

    @property
    def suggested_words(self):
        return plain_text(self.suggestion) if self.html else self.suggestion

    @cached_property
    def editor(self):
        """Draftail's field, for a browser with scripts; others write into a text area with the HTML."""
        widget = rich_text_widget()
        return widget.render(RICH + self.path, self.text, {"id": self.field_id})


def rich_text_widget():
    return get_rich_text_editor_widget(features=INLINE)


def pieces(work, opened, anchor, *, typed=None, machine=None):
    """The `Piece`s of an open unit, in the order of the source; what the source has lost comes last."""
    typed, machine = typed or {}, machine or {}
    present = {s.path: s.text for s in opened.target.segments} if opened.target else {}
    found = []
    for number, segment in enumerate(opened.source.segments if opened.source else ()):
        path, before = segment.path, opened.before.get(segment.path, "")
        text = typed.get(path, present.get(path, ""))
        if not (segment.plain or before or text):
            continue
        found.append(
            Piece(
                path=path,
                place=place_of(work, opened.source, path),
                runs=_runs(before, segment.plain),
                text=text,
                suggestion=machine.get(path, ""),
                field_id=f"{anchor}-{number}",
            )
        )
    known = {segment.path for segment in opened.source.segments} if opened.source else set()
    lost = {path: words for path, words in opened.before.items() if path not in known}
    return found + [
        Piece(path, Place((), None, 1, False, False), [Run(REMOVED, words)], None) for path, words in lost.items()
    ]


def _runs(before, now):
    if not before:
        return [Run(ADDED, now)] if now else []
    return text_diff(before, now, fold_over=None)  # who translates a sentence reads all of it


def typed_texts(data):
    """`{path: stored text}` of what a form sent; rich text goes through Draftail's filter whichever way it came."""
    widget, found = rich_text_widget(), {}
    for name in data:
        if name.startswith(PLAIN):
            found.setdefault(name.removeprefix(PLAIN), storable(data[name].replace("\r\n", "\n")))
        elif name.startswith(RICH):
            found[name.removeprefix(RICH)] = storable(widget.value_from_datadict(data, {}, name))
    return found


def stored_texts(unit, typed):
    """`typed` as it may be stored: HTML that came from a bare text area is reduced to what editors may use."""
    widget = rich_text_widget()
    html = {segment.path for segment in unit.segments if segment.html}
    paths = {segment.path for segment in unit.segments}
    converter = widget.converter
    return {
        path: converter.to_database_format(converter.from_database_format(text)) if path in html else text
        for path, text in typed.items()
        if path in paths
    }
