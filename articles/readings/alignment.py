"""A reading laid over the kanji of a word alone: 取り残す/とりのこす is 取(と) and 残(のこ)."""

import re
from typing import NamedTuple

from articles.readings.kanji import KANJI, has_kanji

_RUNS = re.compile(f"([{KANJI}]+)|([^{KANJI}]+)")
_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}


class Ruby(NamedTuple):
    """`text[start:end]` is read `reading`, in hiragana."""

    start: int
    end: int
    reading: str


def in_hiragana(text):
    return text.translate(_TO_HIRAGANA)


def aligned(word, reading, offset=0):
    """The `Ruby` of each run of kanji in `word`, which stands at `offset`; one over all where kana do not match."""
    runs = list(_RUNS.finditer(word))
    # Where a kanji run could be read in several ways, the shortest reading leaves the kana of the word their own.
    pattern = "".join("(.+?)" if run[1] else re.escape(in_hiragana(run[2])) for run in runs)
    found = re.fullmatch(pattern, in_hiragana(reading))
    if not found:
        return [Ruby(offset, offset + len(word), in_hiragana(reading))] if has_kanji(word) else []
    over = [run for run in runs if run[1]]
    return [
        Ruby(offset + run.start(), offset + run.end(), part)
        for run, part in zip(over, found.groups(), strict=True)
        if has_kanji(run[1])
    ]
