"""Which characters need a reading, and in which language."""

import re

LANGUAGE = "ja"  # the one whose script does not say how it is read

_IDEOGRAPHS = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff々〆"
KANJI = f"{_IDEOGRAPHS}ヶヵ"  # a small ke or ka between kanji is read with them
_ANY = re.compile(f"[{_IDEOGRAPHS}]")


def has_kanji(text):
    return _ANY.search(text) is not None
