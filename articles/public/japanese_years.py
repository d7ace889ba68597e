"""Years as Japanese law and offices count them: eras (令和7年) and fiscal years from April on (令和7年度)."""

from datetime import date

# First day of each era. Source: 元号 by the cabinet orders of 1868, 1912, 1926, 1989 and 2019.
ERAS = [
    (date(2019, 5, 1), "令和"),
    (date(1989, 1, 8), "平成"),
    (date(1926, 12, 25), "昭和"),
    (date(1912, 7, 30), "大正"),
    (date(1868, 1, 25), "明治"),
]


def era_year(day):
    """`令和7年` of a date, `令和元年` of an era's first year; "" before 1868."""
    for first, name in ERAS:
        if day >= first:
            number = day.year - first.year + 1
            return f"{name}{'元' if number == 1 else number}年"
    return ""


def era_years(text):
    """`平成31年・令和元年` of a date as a timeline has it: `2019`, `2019-05`, `2019-05-01`; `FY2025` is a fiscal year.

    A year or a month in which an era changed has two names, a fiscal year that of its last day.
    """
    if text.startswith("FY"):
        year = int(text[2:])
        in_era = era_year(date(year, 12, 31))
        return f"{in_era}度" if in_era else ""
    first, last = _bounds([int(part) for part in text.split("-")])
    return "・".join(dict.fromkeys(name for name in (era_year(first), era_year(last)) if name))


def _bounds(parts):
    if len(parts) == 3:
        day = date(*parts)
        return day, day
    if len(parts) == 2:
        return date(*parts, 1), date(*parts, 28)
    return date(parts[0], 1, 1), date(parts[0], 12, 31)
