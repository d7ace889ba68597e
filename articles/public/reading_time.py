"""How long a text takes to read."""

import re
from math import ceil

from articles.lanes.plain_text import plain_text

CHARACTERS_PER_MINUTE = 500  # Japanese, silent reading
WORDS_PER_MINUTE = 230  # English, silent reading


def reading_time(blocks, language):
    """`{"minutes", "length"}` of raw blocks; the length is in characters for Japanese, in words elsewhere."""
    text = " ".join(_texts([block["value"] for block in blocks]))
    if language == "ja":
        length = len(re.sub(r"\s", "", text))
        return {
            "minutes": max(1, ceil(length / CHARACTERS_PER_MINUTE)),
            "length": round(length, -2) or length,
        }
    length = len(text.split())
    return {"minutes": max(1, ceil(length / WORDS_PER_MINUTE)), "length": round(length, -1) or length}


def _texts(value):
    if isinstance(value, str):
        if not value.startswith(("http://", "https://")):
            yield plain_text(value)
    elif isinstance(value, dict):
        for key, part in value.items():
            if key not in ("id", "type", "level", "kind", "date"):
                yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
