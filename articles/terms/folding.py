"""Text with the differences taken out that no reader sees: widths of characters, kinds of spaces and quotes."""

import re
import unicodedata
from functools import cached_property

FULL_WIDTH_LATIN = range(0xFF01, 0xFF5F)
HALF_WIDTH_KANA = range(0xFF61, 0xFFA0)
# Half-width kana carry their voice marks as a character of its own: only these change the length of a text.
VOICED_PAIR = re.compile("[\uff66-\uff9d][\uff9e\uff9f]|.", re.DOTALL)
VOICE_MARK = re.compile("[\uff9e\uff9f]")

WIDTHS = {code: unicodedata.normalize("NFKC", chr(code)) for code in (*FULL_WIDTH_LATIN, *HALF_WIDTH_KANA)}
OTHER_WIDTH = {folded: chr(code) for code, folded in WIDTHS.items()}
# One character for one character: positions stay.
LOOKALIKES = str.maketrans("\u00a0\u2002\u2003\u2009\u202f\u3000‘’“”‐‑", "      ''\"\"--")
TABLE = {**WIDTHS, **LOOKALIKES}

KATAKANA = "katakana"
LATIN = "latin"
HIRAGANA = re.compile("[\u3041-\u3096ー・ ]*")
TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
RUNS = re.compile("[\u30a1-\u30fa\u30fc-\u30ff]+|[\u3041-\u309f]+|[\u3400-\u9fff々〆]+|[^\\W\u2e80-\uffff]+")


class Folded:
    """A text made comparable, which still knows the places of its characters in the original."""

    def __init__(self, text):
        self._places = None
        if VOICE_MARK.search(text):
            text = self._join_voice_marks(text)
        self.exact = text.translate(TABLE)

    def _join_voice_marks(self, text):
        parts, self._places = [], []
        for found in VOICED_PAIR.finditer(text):
            part = unicodedata.normalize("NFKC", found[0]) if len(found[0]) == 2 else found[0]
            parts.append(part)
            self._places += [found.start()] * len(part)
        self._places.append(len(text))
        return "".join(parts)

    @cached_property
    def lower(self):
        """As `exact`, of the same length, in lower case."""
        lowered = self.exact.lower()
        if len(lowered) == len(self.exact):
            return lowered
        return "".join(low if len(low := char.lower()) == 1 else char for char in self.exact)

    def place(self, index):
        """Where the character at `index` stands in the original."""
        return index if self._places is None else self._places[index]


def comparable(text, case_sensitive=False):
    """Equal for texts that the matching takes for the same."""
    folded = Folded(text.strip())
    return folded.exact if case_sensitive else folded.lower


def kind(char):
    """`KATAKANA`, `LATIN` (any alphabet, and digits), or None: a kanji or a kana begins a word anywhere."""
    if "\u30a1" <= char <= "\u30ff":
        return None if char == "・" else KATAKANA
    if char in "\u3099\u309a":  # voice marks that stand alone
        return KATAKANA
    return LATIN if char < "\u2e80" and char.isalnum() else None


def runs(text):
    """The parts of `text` that are written in one script each: `["デジタル", "庁"]`, `["Digital", "Agency"]`."""
    return RUNS.findall(Folded(text).exact)


def widths(text):
    """`text` as it is, in its usual width and in its other one; without repetition."""
    usual = Folded(text).exact
    other = "".join(OTHER_WIDTH.get(char, char) for char in unicodedata.normalize("NFD", usual))
    return list(dict.fromkeys([text, usual, unicodedata.normalize("NFC", other)]))


def hiragana(text):
    """A reading in hiragana, from any kana of any width; None when there is anything but kana in it."""
    found = Folded(" ".join(text.split())).exact.translate(TO_HIRAGANA)
    return found if HIRAGANA.fullmatch(found) else None
