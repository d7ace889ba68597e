"""What templates need to write dates, headlines and blocks. Times are Japan's, whoever reads or previews."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django import template
from django.conf import settings
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from articles import languages
from articles.public import addresses
from articles.public import body as bodies
from articles.public.japanese_years import era_year
from articles.public.links import resolve
from articles.public.marks import MarkedText
from articles.public.phrases import phrases

register = template.Library()
JST = ZoneInfo(settings.TIME_ZONE)
WORD_BREAK = SafeString("<wbr>")
WEEKDAYS_JA = "月火水木金土日"
WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS_EN = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
# A full-width space, or a plain one that does not stand within a foreign name ("X Money").
JAPANESE_PARTING = re.compile(r"\u3000|(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])")
WESTERN_PARTING = re.compile(r"(?<=[?:]) ")
SENTENCES = re.compile(r"(?<=[。？！])|(?<=[.?!])(?=\s)")


def _jst(value):
    return timezone.localtime(value, JST) if isinstance(value, datetime) else value


def _is_japanese():
    return (get_language() or "").startswith("ja")


@register.filter
def full_date(value):
    """2025年12月4日(木) / 4 December 2025"""
    day = _jst(value)
    if _is_japanese():
        return f"{day.year}年{day.month}月{day.day}日({WEEKDAYS_JA[day.weekday()]})"
    return f"{day.day} {MONTHS_EN[day.month - 1]} {day.year}"


@register.filter
def day_heading(value):
    """12月4日(木) / Thursday 4 December; with the year where it is not this year's."""
    day = _jst(value)
    this_year = day.year == timezone.localdate(timezone=JST).year
    if _is_japanese():
        year = "" if this_year else f"{day.year}年"
        return f"{year}{day.month}月{day.day}日({WEEKDAYS_JA[day.weekday()]})"
    year = "" if this_year else f" {day.year}"
    return f"{WEEKDAYS_EN[day.weekday()]} {day.day} {MONTHS_EN[day.month - 1]}{year}"


@register.filter
def clock(value):
    """05:45"""
    return f"{_jst(value):%H:%M}"


@register.filter
def machine_time(value):
    """For the `datetime` attribute: 2025-12-04T05:45+09:00, or 2025-12-04 for a day."""
    moment = _jst(value)
    return moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()


@register.filter
def partial_date(text):
    """2021 → 2021年 / 2021; 2021-09 → 2021年9月 / September 2021; 2021-09-01 → 2021年9月1日(水) / 1 September 2021.

    FY2021 → 2021年度 / fiscal 2021, which in Japan begins in April.
    """
    parts = (text or "").split("-")
    try:
        if text.startswith("FY"):
            return f"{int(text[2:])}年度" if _is_japanese() else f"fiscal {int(text[2:])}"
        if len(parts) == 3:
            return full_date(date.fromisoformat(text))
        if len(parts) == 2:
            month = int(parts[1])
            return f"{parts[0]}年{month}月" if _is_japanese() else f"{MONTHS_EN[month - 1]} {parts[0]}"
        return f"{int(text)}年" if _is_japanese() else str(int(text))
    except (AttributeError, ValueError, IndexError):
        return text


@register.filter
def partial_machine_time(text):
    """For the `datetime` attribute, which knows no fiscal years."""
    return (text or "").removeprefix("FY")


@register.filter
def era(value):
    """令和7年 of a date or a time, in Japan."""
    day = _jst(value)
    return era_year(day.date() if isinstance(day, datetime) else day)


@register.filter
def headline_parts(text):
    """A headline's title and subtitle: in Japanese a space parts them, elsewhere a question mark or a colon."""
    text = _marked(text)
    found = (JAPANESE_PARTING if _is_japanese() else WESTERN_PARTING).search(text)
    parts = [text.cut(0, found.start()), text.cut(found.end(), len(text))] if found else [text]
    return [part for part in parts if part]


@register.filter
def opening(text, width):
    """The first sentences of a lead, as many as fit into `width` full-width characters, and at least one."""
    room = width if _is_japanese() else 2 * width
    shown, *rest = SENTENCES.split(text or "")
    for sentence in rest:
        if len(shown + sentence) > room:
            break
        shown += sentence
    return shown


@register.filter
def by_phrase(text):
    """The text with `<wbr>` where a Japanese line may break; its text content stays the same."""
    text, pieces, start, end = _marked(text), [], 0, 0
    for phrase in phrases(str(text), languages.current()):
        end += len(phrase)
        if not text.is_within_mark(end):
            pieces.append(text.cut(start, end).html)
            start = end
    return format_html_join(WORD_BREAK, "{}", ((piece,) for piece in pieces))


@register.filter
def worded(text):
    """The text with the marks on its words: readings, and which language they are in."""
    return _marked(text).html


def _marked(text):
    return text if isinstance(text, MarkedText) else MarkedText(text or "")


@register.filter
def quoted(text):
    """「…」 / “…”: somebody's words between the language's marks, unless the editor typed them."""
    before, after = "「」" if _is_japanese() else "“”"
    text = _marked(text)
    start = len(text) - len(text.lstrip())
    words = text.cut(start, start + len(text.strip()))
    return words.html if words.startswith(before) else format_html("{}{}{}", before, words.html, after)


@register.filter
def srcset(pairs):
    return ", ".join(f"{address} {width}w" for address, width in pairs)


@register.filter
def picture_sources(picture):
    """`(media type, [(address, width)])` of each modern format that the picture has."""
    return [(f"image/{kind}", picture.srcset(kind)) for kind in ("avif", "webp") if picture.srcset(kind)]


@register.filter
def absolute(address):
    return addresses.absolute(address)


@register.filter
def address(page, language=None):
    """The address of a page in `language`, by default the active one."""
    return addresses.page_address(page.url_path, language or languages.current())


@register.filter
def language_name(code):
    return languages.name(code)


@register.simple_tag
def source_language_attribute(code):
    """` lang="en"` for a text in another language than the page's, else nothing."""
    return format_html(' lang="{}"', code) if code and code != get_language() else ""


@register.inclusion_tag("partials/block.html")
def preview_block(bound_block):
    """One block as readers will see it, for the block chooser."""
    language = languages.current()
    raw = [
        {
            "type": bound_block.block.name,
            "value": bound_block.block.get_prep_value(bound_block.value),
            "id": "preview00",
        }
    ]
    shown = bodies.body(raw, resolve(bodies.references(raw), language), language)
    blocks = [*shown.opening, *(section.heading for section in shown.sections)]
    return {"block": blocks[0] if blocks else None, "language": language}
