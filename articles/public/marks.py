"""HTML put around words of a text, in layers: a link to the glossary around words that have readings of their own."""

from html import escape
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe


class Mark(NamedTuple):
    """`before` and `after` are safe HTML around `text[start:end]`."""

    start: int
    end: int
    before: str
    after: str


class MarkedText(str):
    """A text for readers with the marks on its words: itself in attributes and comparisons, `html` on the page.

    Marks of one layer do not overlap; one of a lower layer that sticks out of one above it is left out.
    """

    __slots__ = ("layers",)

    def __new__(cls, text, layers=()):
        made = super().__new__(cls, text)
        made.layers = tuple(layers)
        return made

    @property
    def html(self) -> SafeString:
        return mark_safe(written(self, self.layers))  # noqa: S308  words are escaped, marks were written by us

    def cut(self, start, end):
        """A part of the text with the marks that lie wholly within it."""
        layers = [
            [Mark(m.start - start, m.end - start, *m[2:]) for m in layer if m.start >= start and m.end <= end]
            for layer in self.layers
        ]
        return MarkedText(self[start:end], layers)

    def is_within_mark(self, place):
        """Whether a cut at `place` would cost a word its mark."""
        return any(mark.start < place < mark.end for layer in self.layers for mark in layer)


def written(text, layers, offset=0):
    """HTML of `text`, which stands at `offset` in the text that the marks are about."""
    if not layers:
        return escape(text, quote=False)
    out, place, below = [], 0, layers[1:]
    for mark in layers[0]:
        start, end = mark.start - offset, mark.end - offset
        if start < place or end > len(text):
            continue
        inside = written(text[start:end], below, offset + start)
        out += [written(text[place:start], below, offset + place), mark.before, inside, mark.after]
        place = end
    return "".join([*out, written(text[place:], below, offset + place)])
