"""What readers are told about the words of a page, in place: terms, words of other languages, readings."""

import re
from html import escape

from articles import languages
from articles.models.readings import key
from articles.public.addresses import named
from articles.public.marks import Mark, MarkedText, written
from articles.readings import USUAL, Ruby, analysed, has_kanji, overruled, parsed

# One foreign word is read as the language has borrowed it (NFT, Web3); with the second one it is a foreign phrase.
_WESTERN = re.compile(r"[A-Za-z][\w.'’&-]*(?:[ \u00a0][A-Za-z0-9&][\w.'’&-]*)+", re.ASCII)
_JAPANESE = re.compile("[\u3041-\u30ff\u3400-\u9fff々]+")
FOREIGN = {"ja": (_WESTERN, "en")}
OTHERWISE = (_JAPANESE, "ja")


class Readings:
    """The readings of one page's Japanese: what people decided, and else what was stored when it was released.

    `stored` maps keys of texts to readings; None works them out now, for an editor's preview only.
    """

    def __init__(self, stored, *decided):
        self.stored = stored
        self.words = dict(USUAL)
        for lines in reversed(decided):  # the first has the last word
            self.words.update(parsed(lines)[0])

    def of(self, text, names=()):
        """`[Ruby]` of a text; `names` are `(word, reading)` of the glossary that it uses."""
        if not has_kanji(text):
            return []
        found = analysed(text) if self.stored is None else [Ruby(*one) for one in self.stored.get(key(text), ())]
        return overruled(text, found, {**dict(names), **self.words})


class Wording:
    """Marks the texts of one page. Without `readings` no furigana; `used` has the terms marked so far, in order."""

    def __init__(self, language, glossary, readings=None, *, links_terms=True):
        self.language, self.glossary, self.readings, self.links_terms = language, glossary, readings, links_terms
        self.used = {}  # {pk: GlossaryTerm}

    def plain(self, text):
        """A text without markup."""
        return MarkedText(text, self._layers(text))

    def running(self, text):
        """A text without markup that is read from its beginning to its end: its terms are links."""
        links = self._first_uses(self._terms(text), 0, len(text)) if self.links_terms else []
        return MarkedText(text, [list(links), *self._layers(text)])

    def rich(self, running):
        """For rich text that runs `running`: a function that writes the words at `(start, end, is_linked)`."""
        layers = self._layers(running)
        terms = self._terms(running) if self.links_terms else []

        def write(start, end, is_linked):
            links = [] if is_linked else list(self._first_uses(terms, start, end))
            return written(running[start:end], [links, *layers], start)

        return write

    def _layers(self, text):
        foreign, code = FOREIGN.get(self.language, OTHERWISE)
        layers = [[Mark(*found.span(), f'<span lang="{code}">', "</span>") for found in foreign.finditer(text)]]
        if self.readings:
            layers.append([_ruby(one) for one in self.readings.of(text, self._names(text))])
        return layers

    def _names(self, text):
        matches = self.glossary.termset.find(text, self.language)
        rows = [self.glossary.rows[match.term.pk] for match in matches if match.variant is None]
        names = [(languages.read(row, "name", self.language), row.reading) for row in rows]
        return [(name, reading) for name, reading in names if reading and has_kanji(name)]

    def _terms(self, text):
        found = self.glossary.termset.find(text, self.language)
        return [
            match for match in found if match.variant is None and self.glossary.explains(match.term.pk, self.language)
        ]

    def _first_uses(self, matches, start, end):
        """A term is a link where the page first uses it: more would be in the way of reading."""
        for match in matches:
            row = self.glossary.rows[match.term.pk]
            if match.start >= start and match.end <= end and row.pk not in self.used:
                self.used[row.pk] = row
                address = f"{named('glossary', self.language)}#{escape(row.slug)}"
                yield Mark(match.start, match.end, f'<a class="term" href="{address}">', "</a>")


def _ruby(ruby):
    return Mark(ruby.start, ruby.end, "<ruby>", f"<rp>（</rp><rt>{escape(ruby.reading)}</rt><rp>）</rp></ruby>")
