"""What is marked in a text: approved terms and forbidden variants, each with what to know about it."""

from dataclasses import dataclass

from django.utils.translation import gettext, pgettext

from articles import languages

APPROVED, FORBIDDEN = "approved", "forbidden"


@dataclass(frozen=True)
class Mark:
    """`text[start:end]` is worded as the glossary has it, or as it forbids; `translation`: what to write for it."""

    start: int
    end: int
    kind: str
    title: str
    translation: str = ""


@dataclass(frozen=True)
class Part:
    """Words of a text that are marked as one, or not at all; `ends`: the mark does not go on in the next part."""

    text: str
    mark: Mark | None = None
    ends: bool = True


def marks(text, language, termset, target=""):
    """The `Mark`s in the order of the text; those of approved terms offer their name in the language `target`."""
    return [_mark(match, language, target) for match in termset.find(text, language)]


def parts(text, marks, offset=0):
    """`text` in `Part`s, which joined are `text` again; it stands at `offset` in the text that was marked."""
    found, place, stop = [], offset, offset + len(text)
    for mark in marks:
        start, end = max(mark.start, offset), min(mark.end, stop)
        if start >= end:
            continue
        if start > place:
            found.append(Part(text[place - offset : start - offset]))
        found.append(Part(text[start - offset : end - offset], mark, mark.end <= stop))
        place = end
    if place < stop:
        found.append(Part(text[place - offset :]))
    return found


def _mark(match, language, target):
    names = match.term.names
    if match.variant is not None:
        title = gettext("Not approved. Use “%(name)s”.") % {"name": names.get(language) or "–"}
        return Mark(match.start, match.end, FORBIDDEN, title)
    others = (f"{languages.name(code)}: {names[code]}" for code in languages.codes() if _other(names, code, language))
    title = pgettext("between the names in a list", ", ").join(others)
    return Mark(match.start, match.end, APPROVED, title, names.get(target, ""))


def _other(names, code, language):
    return code != language and names.get(code)
