"""Text as it is compared: one width, one case, one kana, one spelling; words of an alphabet stand between spaces.

`取り組み`, `取組み`; `コンピューター`, `コンピュータ`; `ﾃﾞｼﾞﾀﾙ`, `でじたる`, `デジタル` fold to the same.
"""

import re
import unicodedata

SPACE = " "
LATIN, HIRAGANA, KATAKANA, KANJI = "latin", "hiragana", "katakana", "kanji"

# A character with the marks that belong to it: half-width voice marks, combining accents.
CLUSTER = re.compile("[^\uff9e\uff9f\u3099\u309a\u0300-\u036f]?[\uff9e\uff9f\u3099\u309a\u0300-\u036f]*", re.DOTALL)
ACCENTS = re.compile("[\u0300-\u036f]")
LONG = "ー"
MIDDLE_DOT = "・"
# Kana that may be left out between two kanji, as the endings of verbs are: none of them is a particle.
OKURIGANA = frozenset("いえきぎくけげしじすせちっつてねびべみめりるれわ")
LONGEST_OKURIGANA = 2
SOUNDS_BEFORE_LONG = 3  # from so many on, a long vowel at the end of a loanword is written or not


class Folded:
    """`text` is folded; `place(start, end)` is where that part of it stands in the original."""

    def __init__(self, original):
        self._out, self._places = [SPACE], [(0, 0)]
        self._chars = list(_characters(original))
        self._kinds = [_kind(char) for char, _start, _end in self._chars]
        self._fold()
        self._write(SPACE, len(original), len(original))
        self.text = "".join(self._out)

    def place(self, start, end):
        return self._places[start][0], self._places[end - 1][1]

    def _fold(self):
        index = run = 0  # `run`: characters of one script before this one
        while index < len(self._chars):
            char, start, end = self._chars[index]
            kind, before = self._kinds[index], self._kinds[index - 1] if index else None
            if left_out := self._okurigana_at(index):
                index, run = index + left_out, 0
                continue
            run = run + 1 if kind == before else 1
            if char == MIDDLE_DOT or (char == LONG and self._may_be_left_out(index, run)):
                self._places[-1] = (self._places[-1][0], end)
            elif kind is None:
                self._write(SPACE, start, end)
            else:
                if (kind == LATIN) != (before == LATIN):
                    self._write(SPACE, start, start)
                self._write(chr(ord(char) + 0x60) if "ぁ" <= char <= "ゖ" else char, start, end)
            index += 1

    def _write(self, char, start, end):
        if char == SPACE and self._out[-1] == SPACE:
            return
        self._out.append(char)
        self._places.append((start, end))

    def _okurigana_at(self, index):
        """How many characters from here on are the ending of a verb between two kanji; 0 for none."""
        if self._kinds[index] != HIRAGANA or not index or self._kinds[index - 1] != KANJI:
            return 0
        for length in range(1, LONGEST_OKURIGANA + 1):
            ahead = index + length
            if ahead >= len(self._chars) or self._chars[ahead - 1][0] not in OKURIGANA:
                return 0
            if self._kinds[ahead] == KANJI:
                return length
        return 0

    def _may_be_left_out(self, index, run):
        following = self._kinds[index + 1] if index + 1 < len(self._kinds) else None
        return run > SOUNDS_BEFORE_LONG and following != self._kinds[index]


def folded(text):
    return Folded(text).text


def _characters(text):
    """`(character, start, end)` in one width and case, without accents; the places are in `text`."""
    for found in CLUSTER.finditer(text):
        bare = ACCENTS.sub("", unicodedata.normalize("NFKD", found[0]).casefold())
        for char in unicodedata.normalize("NFKC", bare):
            yield char, found.start(), found.end()


def _kind(char):
    if char == LONG or "ァ" <= char <= "ヿ":
        return KATAKANA
    if "ぁ" <= char <= "ゟ":
        return HIRAGANA
    if not char.isalnum() and char != "々":
        return None
    return LATIN if char < "\u2e80" else KANJI
