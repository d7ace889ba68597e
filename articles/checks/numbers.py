"""Figures that a reader would want to check, where nothing on the page says where they come from."""

import re

from articles.checks.dates import HALF_WIDTH
from articles.checks.findings import UNSOURCED_NUMBER, Finding
from articles.checks.prose import prose
from articles.checks.sections import sections

NUMBER = r"(?<![\d.,第])\d(?:[\d,]*\d)?(?:\.\d+)?"
COUNTERS_JA = "人|名|件|社|世帯|団体|自治体|市区町村|市町村|都道府県|[かカヶ]国|[かカヶ]所|箇所|台|校|店"
COUNTERS_EN = (
    "people|persons|users|residents|citizens|staff|employees|officials|households|municipalities|local governments"
    "|prefectures|cities|towns|companies|firms|organi[sz]ations|cases|applications|procedures|countries"
)
# The groups say from which number on it is a statistic, and no mere example: `any`, `counted`, `money`.
STATISTIC = {
    "ja": re.compile(
        rf"(?P<number>{NUMBER})(?:"
        rf"(?P<any>[%％]|パーセント|割(?![引合り当])|倍|[万億兆](?!一)\d*[千百]?(?:{COUNTERS_JA}|円|ドル|ユーロ)?)"
        rf"|(?P<counted>(?:{COUNTERS_JA})(?!目))|(?P<money>円|ドル|ユーロ))"
    ),
    "en": re.compile(
        rf"(?P<prefix>[¥$€£]\s?)?(?P<number>{NUMBER})(?:\s?"
        rf"(?P<any>%|per ?cent\b|(?:million|billion|trillion|thousand)\b(?: (?:{COUNTERS_EN}|yen|dollars|euros)\b)?)"
        rf"|\s(?P<counted>(?:{COUNTERS_EN})\b)|\s(?P<money>(?:yen|dollars|euros)\b)|(?(prefix)|(?!)))"
    ),
}
LEAST_COUNTED, LEAST_MONEY = 10, 100
WHOLE = {0.0, 100.0}  # per cent: all of it or nothing, which is a manner of speaking
SUPPOSED = re.compile(r"例えば|たとえば|仮に|\bfor example\b|\bfor instance\b|\be\.g\.|\bsuppose\b", re.IGNORECASE)
ATTRIBUTED = re.compile(r"によると|によれば|\baccording to\b", re.IGNORECASE)
SOURCED = {"figure", "table", "quote"}


def unsourced(units, language):
    """The first statistic of every section in which no text, figure, table or quotation says where it is from."""
    if language not in STATISTIC:
        return
    for section in sections(units):
        if any(unit.kind in SOURCED and _names_source(unit) for unit in section):
            continue
        found = ((unit, words) for unit in section for words in _statistics_in(unit, language))
        for unit, words in list(found)[:1]:
            yield Finding(UNSOURCED_NUMBER, unit.key, words)


def _names_source(unit):
    return any(segment.path == "source_name" and segment.plain for segment in unit.segments)


def _statistics_in(unit, language):
    if unit.kind == "heading":
        return
    for segment in prose(unit):
        if not (segment.html and "<a " in segment.text):
            yield from statistics(segment.plain, language)


def statistics(text, language):
    """The statistics in `text` as they stand there; none where it supposes them, or says in words whose they are."""
    if SUPPOSED.search(text) or ATTRIBUTED.search(text):
        return []
    matches = STATISTIC[language].finditer(text.translate(HALF_WIDTH))
    return [text[match.start() : match.end()] for match in matches if _counts(match)]


def _counts(match):
    size, unit = float(match["number"].replace(",", "")), match["any"]
    if unit:
        return size not in WHOLE or unit not in ("%", "％", "パーセント", "percent", "per cent")
    return size >= (LEAST_COUNTED if match["counted"] else LEAST_MONEY)
