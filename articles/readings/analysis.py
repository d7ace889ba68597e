"""The readings that a morphological analyser finds: SudachiPy with its core dictionary."""

import re
import threading
from functools import cache

from sudachipy import Dictionary, SplitMode

from articles.readings.alignment import aligned, in_hiragana
from articles.readings.kanji import has_kanji

LONGEST = 12_000  # characters: SudachiPy takes 49,149 bytes at most, and a Japanese character is 3 or 4 of them
_SENTENCE_END = re.compile(r"(?<=[。！？\n])")
_NUMBER = re.compile(r"[0-9０-９.,，．]+")
_LONG_VOWEL = re.compile("(.)ー")
_VOWELS = ("あかがさざただなはばぱまやらわぁゃ", "いきぎしじちぢにひびぴみりぃ", "うくぐすずつづぬふぶぷむゆるぅゅ")
_DAYS = ["ついたち", "ふつか", "みっか", "よっか", "いつか", "むいか", "なのか", "ようか", "ここのか", "とおか"]
DAYS = {**dict(enumerate(_DAYS, 1)), 14: "じゅうよっか", 20: "はつか", 24: "にじゅうよっか"}
_DAY = re.compile(r"(?<=月)([0-9０-９]{1,2})日")

_local = threading.local()  # a tokenizer shared between threads raises SudachiError


def analysed(text):
    """The `Ruby` of every word of `text` that has kanji, in its order; none overlap."""
    found, offset = [], 0
    for part in _parts(text):
        found += _of_part(part, offset)
        offset += len(part)
    days = {match.start(): match for match in _DAY.finditer(text) if int(match[1]) in DAYS}
    found = [ruby for ruby in found if not any(m.start() <= ruby.start < m.end() for m in days.values())]
    found += [ruby for m in days.values() for ruby in aligned(m[0], DAYS[int(m[1])], m.start())]
    return sorted(found)


def _parts(text):
    """`text` in pieces that the analyser takes, parted where sentences end."""
    part = ""
    for sentence in _SENTENCE_END.split(text):
        if part and len(part) + len(sentence) > LONGEST:
            yield part
            part = ""
        part += sentence
        while len(part) > LONGEST:
            yield part[:LONGEST]
            part = part[LONGEST:]
    if part:
        yield part


def _of_part(text, offset):
    found = []
    for word in _tokenizer().tokenize(text):
        surface, place = word.surface(), offset + word.begin()
        if number := _NUMBER.match(surface):  # 10万: the digits speak for themselves, and are read digit by digit
            surface, place = surface[number.end() :], place + number.end()
            reading = _read_alone(surface)
        else:
            reading = word.reading_form()
        if has_kanji(surface) and reading and in_hiragana(reading) != surface:
            found += aligned(surface, spelled_out(in_hiragana(reading)), place)
    return found


def _read_alone(text):
    return "".join(word.reading_form() for word in _tokenizer().tokenize(text)) if has_kanji(text) else ""


def spelled_out(reading):
    """A reading with its long vowels as hiragana writes them: すーひゃく is すうひゃく."""
    return _LONG_VOWEL.sub(lambda found: found[1] + _long(found[1]), reading)


def _long(kana):
    return next((vowel for vowel, row in zip("あいう", _VOWELS, strict=True) if kana in row), None) or (
        "い" if kana in "えけげせぜてでねへべぺめれぇ" else "う"
    )


def _tokenizer():
    if not hasattr(_local, "tokenizer"):
        _local.tokenizer = _dictionary().tokenizer(SplitMode.C)
    return _local.tokenizer


@cache
def _dictionary():
    return Dictionary(dict="core")
