"""What a reader looks for, from what they typed: terms that all have to occur, each in any of its wordings."""

import re
from dataclasses import dataclass

from articles.search.folding import LONGEST_OKURIGANA, OKURIGANA, Folded, folded

LONGEST = 100  # characters that are read
MOST = 8  # terms
SHORT = 3  # a word of an alphabet up to this length has to stand alone: "AI" is not in "against"

QUOTED = re.compile('[「『“"]([^」』”"]*)[」』”"]')
_STEM = "[\u3400-\u9fff\uf900-\ufaff々ァ-ヿA-Za-z0-9]"
# Particles between two words that could as well have been typed with a space; at the end, the usual ways to ask.
PARTICLE = re.compile(f"(?<={_STEM})(?:とは|には|では|から|まで|の|を|は|が|に|で|と|へ|も)(?={_STEM})")
ASKED = re.compile(
    f"(?<={_STEM})(?:とは(?:何(?:か|ですか)?|なに)?|って(?:何|なに)|について|[はをがの])?[?？]*(?=\\s|$)"
)
STOP_WORDS = {
    "a",
    "an",
    "and",
    "are",
    "do",
    "does",
    "for",
    "how",
    "in",
    "is",
    "of",
    "on",
    "or",
    "the",
    "to",
    "what",
    "with",
}
_ENDING = "".join(chr(ord(kana) + 0x60) for kana in sorted(OKURIGANA))
ENDING = re.compile(f"(?<=[\u3400-\u9fff々]{{2}})[{_ENDING}]{{1,{LONGEST_OKURIGANA}}}$")
PLURAL = re.compile("(?<=[a-z]{4})(?:ies|y)$|(?<=[a-z]{3})(?:es|s)$")


@dataclass(frozen=True)
class Term:
    """`wordings` are folded: a text has the term if it contains one of them. `typed` is what the reader sees."""

    typed: str
    wordings: tuple[str, ...]


@dataclass(frozen=True)
class Query:
    """`typed` as it is shown again; without terms there is nothing to look for."""

    typed: str
    terms: tuple[Term, ...]


class Thesaurus:
    """Wordings of the same thing: each of `groups` is an iterable of them, in any language."""

    def __init__(self, groups=()):
        self._wordings = {}
        for group in groups:
            wordings = tuple(dict.fromkeys(filter(None, map(_wording, group))))
            for form in group:
                self._wordings.setdefault(_key(form), wordings)

    def wordings(self, typed):
        """Every wording of what `typed` names, () if it names nothing."""
        return self._wordings.get(_key(typed), ())


def parsed(text, thesaurus=None):
    """The `Query` in whatever somebody typed or pasted; never an error."""
    typed = " ".join("".join(char if char.isprintable() else " " for char in text).split())[:LONGEST].strip()
    thesaurus = thesaurus or Thesaurus()
    terms = {}
    for words, is_quoted in _parts(typed):
        for term in [_term(words, thesaurus)] if is_quoted else _terms(words, thesaurus):
            if term.wordings:
                terms.setdefault(term.wordings, term)
    return Query(typed, tuple(terms.values())[:MOST])


def _parts(typed):
    """`(words, is_quoted)`: what stands in quotes is looked for as it is."""
    end = 0
    for quoted in QUOTED.finditer(typed):
        yield typed[end : quoted.start()], False
        yield quoted[1], True
        end = quoted.end()
    yield typed[end:], False


def _terms(words, thesaurus):
    """Names of more than one word are one term; the longest counts."""
    found = words.split()
    spoken = [word for word in found if word.casefold() not in STOP_WORDS] or found
    position = 0
    while position < len(spoken):
        for length in range(min(MOST, len(spoken) - position), 0, -1):
            name = " ".join(spoken[position : position + length])
            if wordings := thesaurus.wordings(name):
                yield Term(name, wordings)
                break
        else:
            length = 1
            for word in _without_particles(spoken[position]):
                yield _term(word, thesaurus)
        position += length


def _without_particles(word):
    return [part for part in PARTICLE.split(ASKED.sub("", word)) if part]


def _term(word, thesaurus):
    wordings = thesaurus.wordings(word)
    own = _wording(word)
    return Term(word, wordings or ((own,) if own else ()))


def _key(text):
    return folded(text).strip()


def _wording(text):
    """`text` folded, without its grammatical ending; spaces keep a word of an alphabet from being found in another."""
    found = Folded(text).text.strip()
    if not found:
        return ""
    last = found.rpartition(" ")[2]
    if last.isascii():
        ending = " " if len(last) <= SHORT else ""
        if len(last) > SHORT and not last.endswith("ss"):
            found = PLURAL.sub("", found)
        found += ending
    else:
        found = ENDING.sub("", found)
    return f" {found}" if found[0].isascii() else found
