"""How long a headline is, in the measure of its language."""

import unicodedata

from articles.checks.findings import LONG_HEADLINE, Finding

JAPANESE = "ja"
# In full-width characters for Japanese, in characters for others. What lists of results show is what they commonly do.
LONGEST = {JAPANESE: 40}
SHOWN = {JAPANESE: 30}
LONGEST_ELSEWHERE, SHOWN_ELSEWHERE = 80, 60
WIDE = {"F", "W", "A"}  # A: wide in a Japanese font


def too_long(units, language):
    unit = units.get("headline")
    if unit is None:
        return
    length = width(unit.plain, language)
    if length > LONGEST.get(language, LONGEST_ELSEWHERE):
        shown = beginning(unit.plain, language, SHOWN.get(language, SHOWN_ELSEWHERE))
        yield Finding(LONG_HEADLINE, unit.key, shown, f"{length:g}")


def width(text, language):
    """In full-width characters for Japanese, where a half-width one counts half; in characters elsewhere."""
    if language != JAPANESE:
        return len(text)
    return sum(1 if unicodedata.east_asian_width(character) in WIDE else 0.5 for character in text)


def beginning(text, language, room):
    """As much of the text as fits into `room`."""
    end = len(text)
    while width(text[:end], language) > room:
        end -= 1
    return text[:end].rstrip()
