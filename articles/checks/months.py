"""Months of which nobody will know the year when the text is read again."""

from articles.checks.dates import HALF_WIDTH, MONTH, SENTENCE_END, UNDATED_BY_NATURE, YEAR
from articles.checks.findings import UNDATED_MONTH, Finding
from articles.checks.prose import prose
from articles.checks.sections import headings_above

FIELDS = ("headline", "standfirst", "hero_caption")
LISTS = {"bullets", "key_points"}  # a list says what the words before it announce


def undated(units, language):
    """Each month once per block; a year in the same block, or in the headings above it, counts for what follows."""
    if language not in MONTH:
        return
    above, before = headings_above(units), ""
    for unit in units.values():
        known = " ".join([*above[unit.key], before if unit.kind in LISTS else ""]) if unit.kind != "heading" else ""
        for words in dict.fromkeys(_undated_in(unit, language, known)):
            yield Finding(UNDATED_MONTH, unit.key, words)
        before = unit.plain if unit.block_id else ""


def _undated_in(unit, language, known):
    for segment in prose(unit, FIELDS):
        yield from undated_months(segment.plain, language, known)
        known = f"{known} {segment.plain}"


def undated_months(text, language, known=""):
    """The months in `text` that no year goes with, as they stand there; `known` is what was said before it."""
    digits = text.translate(HALF_WIDTH)
    said_before = YEAR.search(known.translate(HALF_WIDTH)) is not None
    found = []
    for month in MONTH[language].finditer(digits):
        start, end = _sentence(digits, month.start(), language)
        is_dated = said_before or YEAR.search(digits[:end])
        if not is_dated and not UNDATED_BY_NATURE[language].search(digits[start:end]):
            named = "alone" if month.groupdict().get("alone") else 0
            found.append(text[month.start(named) : month.end(named)])
    return found


def _sentence(text, place, language):
    """`(start, end)` of the sentence that `place` lies in."""
    start, end = 0, len(text)
    for stop in SENTENCE_END[language].finditer(text):
        if stop.end() <= place:
            start = stop.end()
        else:
            end = stop.end()
            break
    return start, end
