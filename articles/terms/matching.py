"""Finding the terms of a glossary in a text."""

from collections import defaultdict
from dataclasses import dataclass, field

from articles.terms.folding import LATIN, Folded, comparable, kind

BLOCK, WARN = "block", "warn"
PREFIX = 2  # characters of a name that a text is first asked for


@dataclass(frozen=True)
class Term:
    """An approved name per language, and per language the variants that it stands in for."""

    pk: int
    names: dict[str, str]
    forbidden: dict[str, tuple[str, ...]] = field(default_factory=dict)
    severity: str = BLOCK
    case_sensitive: bool = False


@dataclass(frozen=True)
class Match:
    """`text[start:end]` is the name of `term`, or its forbidden `variant`."""

    start: int
    end: int
    term: Term
    variant: str | None = None


@dataclass(frozen=True)
class _Name:
    term: Term
    exact: str
    variant: str | None

    def fits(self, text):
        return not self.term.case_sensitive or text == self.exact


class _Names:
    """All names of one language, ready to be looked for."""

    def __init__(self, terms, language):
        self.by_text = defaultdict(list)
        lengths = defaultdict(set)
        for name in self._names(terms, language):
            key = comparable(name.exact)
            self.by_text[key].append(name)
            lengths[key[:PREFIX]].add(len(key))
        self.lengths = {prefix: sorted(found, reverse=True) for prefix, found in lengths.items()}
        for names in self.by_text.values():
            names.sort(key=lambda name: not name.term.case_sensitive)

    def _names(self, terms, language):
        for term in terms:
            approved = term.names.get(language)
            variants = term.forbidden.get(language, ())
            for text, variant in [(approved, None), *((variant, variant) for variant in variants)]:
                if text and text.strip():
                    yield _Name(term, comparable(text, case_sensitive=True), variant)

    def find(self, text):
        """`(start, end, _Name)` of every place in a `Folded` text, also within one another."""
        lower, lengths, total = text.lower, self.lengths, len(text.lower)
        for start in range(total):
            found = lengths.get(lower[start : start + PREFIX])
            single = lengths.get(lower[start])
            for length in found + single if found and single else found or single or ():
                if start + length <= total and (name := self._at(text, start, start + length)):
                    yield start, _end(lower, start + length), name

    def _at(self, text, start, end):
        names = self.by_text.get(text.lower[start:end])
        if not names or not _stands_alone(text.lower, start, _end(text.lower, end)):
            return None
        return next((name for name in names if name.fits(text.exact[start:end])), None)


def _end(text, end):
    """Behind the s of a plural: `stablecoins` is the term `stablecoin`."""
    is_plural = text[end : end + 1] == "s" and "a" <= text[end - 1] <= "z" and text[end - 1] != "s"
    return end + 1 if is_plural and not (end + 1 < len(text) and kind(text[end + 1]) == LATIN) else end


def _stands_alone(text, start, end):
    """Whether no word in katakana or in an alphabet goes on beyond either end."""
    before = start and kind(text[start]) and kind(text[start]) == kind(text[start - 1])
    after = end < len(text) and kind(text[end - 1]) and kind(text[end - 1]) == kind(text[end])
    return not before and not after


class Termset:
    """The terms of a glossary, compiled once for each language that is asked for."""

    def __init__(self, terms):
        self.terms = tuple(terms)
        self._compiled = {}

    def find(self, text, language):
        """Matches in the order of the text; where several overlap, the longest."""
        folded = Folded(text)
        names = self._names(language)
        found = sorted(names.find(folded), key=lambda place: (place[0] - place[1], place[0]))
        taken, kept = bytearray(len(folded.exact)), []
        for start, end, name in found:
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                kept.append(Match(folded.place(start), folded.place(end), name.term, name.variant))
        return sorted(kept, key=lambda match: match.start)

    def violations(self, text, language):
        """Matches of forbidden variants only."""
        return [match for match in self.find(text, language) if match.variant is not None]

    def suggestions(self, text, source, target):
        """`(name in source, name in target, pk)` of the terms that `text` is about, in the order of the text."""
        used = {match.term.pk: match.term for match in self.find(text, source)}
        names = ((term.names.get(source), term.names.get(target), pk) for pk, term in used.items())
        return [(name, translation, pk) for name, translation, pk in names if translation]

    def named(self, text, language):
        """Terms whose approved name in `language` is `text`, as far as the matching tells names apart."""
        return self._holders(text, language, lambda name: name.variant is None)

    def forbidding(self, text, language):
        """Terms that have `text` among their forbidden variants in `language`."""
        return self._holders(text, language, lambda name: name.variant is not None)

    def _holders(self, text, language, wanted):
        exact = comparable(text, case_sensitive=True)
        names = self._names(language).by_text.get(comparable(text), ())
        return [name.term for name in names if wanted(name) and name.fits(exact)]

    def _names(self, language):
        if language not in self._compiled:
            self._compiled[language] = _Names(self.terms, language)
        return self._compiled[language]
