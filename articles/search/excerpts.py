"""The words of a text that answer a query, with what was looked for marked."""

import re
from dataclasses import dataclass

from articles.search.folding import LONG, SPACE, Folded

LENGTH = 120  # characters of an excerpt, about
BEFORE = 30  # of them ahead of the first word found; twice as many where a sentence begins there
BEGINNING = re.compile("[。、.!?！？](?![0-9A-Za-z])\\s*")


@dataclass(frozen=True)
class Part:
    text: str
    is_found: bool = False


def marked(text, terms):
    """`text` as `Part`s, which together are `text`."""
    return _parts(text, _places(text, terms), 0, len(text))


def excerpt(lines, terms):
    """`Part`s of the line with the most of `terms`, else of the first line, cut to about `LENGTH` characters."""
    best, best_places, most = (lines[0] if lines else ""), [], 0
    for line in lines:
        found = Folded(line)
        count = sum(any(wording in found.text for wording in term.wordings) for term in terms)
        if count > most:
            best, best_places, most = line, _places(line, terms, found), count
        if most == len(terms):
            break
    start, end = _window(best, best_places[0][0] if best_places else 0)
    parts = _parts(best, best_places, start, end)
    return [*([Part("…")] if start else []), *parts, *([Part("…")] if end < len(best) else [])]


def _places(text, terms, folded=None):
    """`(start, end)` of everything found, in order, without overlaps."""
    folded = folded or Folded(text)
    found = []
    for wording in {wording.strip(): wording for term in terms for wording in term.wordings}.values():
        lead = len(wording) - len(wording.lstrip())
        position = folded.text.find(wording)
        while position >= 0:
            end = _end_of_word(folded.text, position + lead + len(wording.strip()))
            found.append(folded.place(position + lead, end))
            position = folded.text.find(wording, position + 1)
    merged = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _end_of_word(text, end):
    """A word of an alphabet is marked whole, a loanword with its long vowel."""
    if text[end] == LONG:
        return end + 1
    return text.index(SPACE, end) if text[end - 1].isascii() else end


def _window(text, first):
    """Where to cut; never inside a word of an alphabet."""
    if len(text) <= LENGTH:
        return 0, len(text)
    start = _start(text, first)
    end = min(len(text), start + LENGTH)
    while 0 < start < first and _is_within_word(text, start):
        start += 1
    while end < len(text) and _is_within_word(text, end):
        end += 1
    return start, end


def _start(text, first):
    """At the beginning of a clause where there is one near."""
    latest = max(0, min(first - BEFORE, len(text) - LENGTH))
    earliest = max(0, latest - BEFORE)
    if not latest or not earliest:
        return 0
    beginnings = [found.end() for found in BEGINNING.finditer(text, earliest, first)]
    return beginnings[0] if beginnings else latest


def _is_within_word(text, index):
    before, after = text[index - 1], text[index]
    return before.isascii() and before.isalnum() and after.isascii() and after.isalnum()


def _parts(text, places, start, end):
    parts, here = [], start
    for begin, finish in places:
        begin, finish = max(begin, start), min(finish, end)
        if begin >= finish:
            continue
        parts.append(Part(text[here:begin]))
        parts.append(Part(text[begin:finish], is_found=True))
        here = finish
    parts.append(Part(text[here:end]))
    return [part for part in parts if part.text]
