"""The main pictures of the demo explainers: ink on a pale ground, and one vermilion square in each."""

from math import cos, hypot, pi, sin

from articles.demo.drawing import GREY, GROUND, INK, PALE, UNITS, VERMILION, WHITE, Sheet

HEIGHT = 640
MIDDLE = HEIGHT / 2


def digital_agency(width):
    """The squares of manuscript paper, with its narrow gaps between columns, turn into points."""
    sheet = Sheet(width, HEIGHT)
    side, pitch = 64, 84
    for column in range(20):
        for row in range(10):
            x, y = 2 + column * pitch, (row + 0.5) * side
            if (column, row) == (10, 4):
                sheet.square(x, y, side - 12, fill=VERMILION)
            elif column + 4 * _noise(column, row) < 8:
                sheet.square(x, y, side + 2, outline=GREY, stroke=2)
            else:
                swell = 0.5 + 0.5 * sin(0.58 * column + 0.5 * row - 1.2 + 0.9 * sin(0.4 * row))
                sheet.disc(x, y, 4 + 19 * swell**1.3, fill=INK)
    return sheet.finished()


def _noise(column, row):
    """A fixed number from -1 to 1 for each square."""
    mixed = (column * 73856093) ^ (row * 19349663)
    return (mixed * 2654435761 % 2**32) / 2**31 - 1


def vaccination_records(width):
    """Registers set apart on the left, joined by lines to one large register on the right."""
    sheet = Sheet(width, HEIGHT)
    cell, left, top = 64, 1010, 64
    registers = [(170, 112, 3, 2), (400, 200, 2, 2), (150, 318, 2, 3), (410, 432, 3, 2), (190, 536, 3, 2)]
    for place, (x, y, columns, rows) in enumerate(registers):
        goal = top + (2 + place) * cell - cell / 2 + 32
        sheet.line(_curve((x, y), (left, goal), 700), GREY, 4)
        sheet.box(x - columns * 22 - 8, y - rows * 22 - 8, x + columns * 22 + 8, y + rows * 22 + 8, fill=GROUND)
        _register(sheet, x - columns * 22, y - rows * 22, columns, rows, 44)
    _register(sheet, left, top, 8, 8, cell, marked=(2, 4))
    return sheet.finished()


def _register(sheet, left, top, columns, rows, cell, marked=None):
    for column in range(columns):
        for row in range(rows):
            colour = VERMILION if (column, row) == marked else INK
            sheet.square(left + (column + 0.5) * cell, top + (row + 0.5) * cell, cell - 10, fill=colour)


def moving(width):
    """One form on the left, passed on to six places on the right."""
    sheet = Sheet(width, HEIGHT)
    start, bus, goal = 330, 760, 1230
    for place in range(6):
        y = MIDDLE + (place - 2.5) * 100
        sheet.line(_curve((start, MIDDLE), (goal, y), bus), INK, 4)
        sheet.square(goal, y, 62, fill=INK)
    sheet.square(start, MIDDLE, 132, fill=VERMILION)
    return sheet.finished()


def _curve(start, goal, middle, steps=90):
    """From `start` to `goal`, level at both ends (a cubic Bézier curve with its handles above `middle`)."""
    points = []
    for step in range(steps + 1):
        t = step / steps
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        x = a * start[0] + (b + c) * middle + d * goal[0]
        points.append((x, (a + b) * start[1] + (c + d) * goal[1]))
    return points


def stablecoins(width):
    """A level line through the middle of a restless one."""
    sheet = Sheet(width, HEIGHT)
    heights = [
        8,
        -70,
        36,
        -128,
        -40,
        118,
        52,
        176,
        -20,
        -168,
        -96,
        64,
        -58,
        142,
        88,
        -116,
        -12,
        -190,
        46,
        120,
        -64,
        84,
        -30,
        58,
        -22,
    ]
    step = UNITS / (len(heights) - 1)
    sheet.line([(place * step, MIDDLE + height) for place, height in enumerate(heights)], GREY, 4)
    sheet.line([(0, MIDDLE), (UNITS, MIDDLE)], INK, 8)
    sheet.square(900, MIDDLE - 4 - 43, 86, fill=VERMILION)
    return sheet.finished()


def nft(width):
    """One marked square in a grid of circles that look alike."""
    sheet = Sheet(width, HEIGHT)
    pitch = 100
    for column in range(16):
        for row in range(6):
            x, y = 50 + column * pitch, MIDDLE + (row - 2.5) * pitch
            if (column, row) == (10, 2):
                sheet.square(x, y, 62, fill=VERMILION)
            else:
                sheet.disc(x, y, 31, fill=INK)
    return sheet.finished()


def card(width):
    """Three cards, each a little in front of the other."""
    sheet = Sheet(width, HEIGHT)
    wide, high, shift = 610, 384, 92
    left, top = 800 - wide / 2 - shift, MIDDLE - high / 2 - 56
    for place, (fill, edge) in enumerate([(GROUND, GREY), (PALE, PALE), (INK, INK)]):
        x, y = left + place * shift, top + place * 56
        sheet.box(x - 8, y - 8, x + wide + 8, y + high + 8, fill=GROUND, radius=38)
        sheet.box(x, y, x + wide, y + high, fill=fill, outline=edge, stroke=4, radius=30)
    sheet.square(x + 118, y + 126, 108, fill=VERMILION)
    for row, length in enumerate((250, 330, 190)):
        middle = y + 232 + row * 46
        sheet.box(x + 64, middle, x + 64 + length, middle + 10, fill=GREY)
    return sheet.finished()


def mynaportal(width):
    """Procedures of many counters in three columns on one tall screen."""
    sheet = Sheet(width, HEIGHT)
    left, right, top = 632, 968, 44
    sheet.box(left, top, right, HEIGHT + 60, fill=WHITE, outline=INK, stroke=8, radius=44)
    sheet.box(744, 80, 856, 90, fill=PALE, radius=5)
    for column in range(3):
        for row in range(6):
            x, y = 800 + (column - 1) * 94, 160 + row * 94
            sheet.square(x, y, 64, fill=VERMILION if (column, row) == (1, 2) else INK)
    return sheet.finished()


def cloud(width):
    """One foundation in the centre, tied to the offices around it."""
    sheet = Sheet(width, HEIGHT)
    for place in range(14):
        angle = 2 * pi * (place + 0.5) / 14
        x, y = 800 + 560 * cos(angle), MIDDLE + 240 * sin(angle)
        length = hypot(x - 800, y - MIDDLE)
        sheet.line([(800 + 130 * (x - 800) / length, MIDDLE + 130 * (y - MIDDLE) / length), (x, y)], GREY, 3)
        sheet.square(x, y, 54, fill=VERMILION if place == 12 else INK)
    sheet.disc(800, MIDDLE, 132, fill=INK)
    return sheet.finished()
