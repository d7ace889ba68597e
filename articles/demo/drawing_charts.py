"""Charts with words, one drawing for each language; the words are large enough for a telephone."""

from functools import cache
from pathlib import Path

from PIL import ImageFont

from articles.demo.drawing import FINE, GREY, INK, UNITS, WHITE, Sheet

FONT = Path(__file__).parent / "fonts" / "dajp-chart-sans.otf"
HEIGHT = 1300
ORGANISATION = {
    "ja": {
        "size": 60,
        "agency": ["デジタル庁"],
        "groups": [
            ["戦略・組織"],
            ["デジタル", "社会", "共通機能"],
            ["国民向け", "サービス"],
            ["省庁業務", "サービス"],
        ],
        "teams": ["案件ごとのチーム"],
    },
    "en": {
        "size": 51,
        "agency": ["Digital Agency"],
        "groups": [
            ["Strategy and", "organisation"],
            ["Common", "functions of", "the digital", "society"],
            ["Services for", "the public"],
            ["Services for", "ministries"],
        ],
        "teams": ["Teams formed by project"],
    },
}


@cache
def font(pixels):
    return ImageFont.truetype(FONT, pixels, layout_engine=ImageFont.Layout.BASIC)


def organisation_ja(width):
    return _organisation(width, **ORGANISATION["ja"])


def organisation_en(width):
    return _organisation(width, **ORGANISATION["en"])


def _organisation(width, size, agency, groups, teams):
    """The Agency, its four groups side by side, and below them the teams that all but the first send people to."""
    sheet = Sheet(width, HEIGHT)
    letters = font(round(size * FINE * width / UNITS))
    edge, wide, gap, bus, top, bottom = 36, 364, 24, 268, 324, 724
    centres = [edge + wide / 2 + place * (wide + gap) for place in range(4)]
    sheet.line([(800, 140), (800, bus)], INK, 5)
    sheet.line([(centres[0], top), (centres[0], bus), (centres[3], bus), (centres[3], top)], INK, 5)
    for centre in centres[1:3]:
        sheet.line([(centre, bus), (centre, top)], INK, 5)
    sheet.box(800 - wide, edge, 800 + wide, 190, fill=INK)
    _words(sheet, 800, (edge + 190) / 2, agency, letters, size, WHITE)
    for centre, words, mark in zip(centres, groups, (None, *MARKS), strict=True):
        fill = WHITE if mark else None
        sheet.box(centre - wide / 2, top, centre + wide / 2, bottom, fill=fill, outline=INK, stroke=5)
        _words(sheet, centre, (top + bottom) / 2 - (36 if mark else 0), words, letters, size, INK)
        if mark:
            mark(sheet, centre, bottom - 54)
            _arrow(sheet, centre, bottom + 14, 842)
    _teams(sheet, centres[1] - wide / 2, 858, UNITS - edge, HEIGHT - edge, teams, letters, size)
    return sheet.finished()


def _words(sheet, x, y, lines, letters, size, colour):
    leading = size * 1.3
    for place, line in enumerate(lines):
        sheet.text(x, y + (place - (len(lines) - 1) / 2) * leading, line, letters, colour)


def _arrow(sheet, x, start, goal):
    sheet.line([(x, start), (x, goal)], INK, 5)
    sheet.line([(x - 22, goal - 26), (x, goal), (x + 22, goal - 26)], INK, 5)


def _square(sheet, x, y):
    sheet.square(x, y, 44, fill=INK)


def _disc(sheet, x, y):
    sheet.disc(x, y, 25, fill=INK)


def _ring(sheet, x, y):
    sheet.disc(x, y, 25, fill=WHITE, outline=INK, stroke=8)


MARKS = (_square, _disc, _ring)  # people of each group that sends some to the teams
TEAMS = ((_square, _disc, _ring, _disc), (_ring, _square, _disc, _square), (_disc, _ring, _square, _ring))


def _teams(sheet, left, top, right, bottom, words, letters, size):
    """Three teams; each joins people of all three groups."""
    sheet.box(left, top, right, bottom, fill=WHITE)
    _words(sheet, (left + right) / 2, top + 88, words, letters, size, INK)
    for place, people in enumerate(TEAMS):
        centre, middle = (left + right) / 2 + (place - 1) * 376, top + 274
        sheet.disc(centre, middle, 106, outline=GREY, stroke=4)
        for mark, (dx, dy) in zip(people, [(-36, -36), (36, -36), (-36, 36), (36, 36)], strict=True):
            mark(sheet, centre + dx, middle + dy)
