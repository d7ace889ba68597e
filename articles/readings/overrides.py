"""Readings that people decided on, and how they overrule those of the analyser."""

import re
from dataclasses import dataclass

from articles.readings.alignment import aligned, in_hiragana
from articles.readings.kanji import has_kanji

_SIGN = re.compile("[=＝]")
_KANA = re.compile("[\u3041-\u3096ー・ 　]+")


@dataclass(frozen=True)
class BadLine:
    """A line that is no `word = reading`; `number` counts from 1."""

    number: int
    text: str


def parsed(text):
    """`({word: reading}, [BadLine])` of lines `発足 = ほっそく`; blank lines count for nothing."""
    found, bad = {}, []
    for number, line in enumerate((text or "").splitlines(), 1):
        if not line.strip():
            continue
        word, *readings = (part.strip() for part in _SIGN.split(line))
        reading = in_hiragana(readings[0]) if len(readings) == 1 else ""
        if has_kanji(word) and _KANA.fullmatch(reading):
            found[word] = reading
        else:
            bad.append(BadLine(number, line.strip()))
    return found, bad


def overruled(text, rubies, words):
    """`rubies` of `text` with those of `words` (`{word: reading}`) in their place; a longer word goes first."""
    decided = []
    for word in sorted((word for word in words if word in text), key=len, reverse=True):
        start = text.find(word)
        while start >= 0:
            end = start + len(word)
            if not _touches(decided, start, end):
                decided += _placed(word, words[word], start)
            start = text.find(word, end)
    kept = [ruby for ruby in rubies if not _touches(decided, ruby.start, ruby.end)]
    return sorted([*kept, *(ruby for ruby, _start, _end in decided if ruby)])


def _placed(word, reading, start):
    """`(Ruby, start, end)` of each run of kanji, all of them standing for the whole word."""
    end = start + len(word)
    return [(ruby, start, end) for ruby in aligned(word, reading, start)]


def _touches(decided, start, end):
    return any(start < taken_end and end > taken_start for _ruby, taken_start, taken_end in decided)
