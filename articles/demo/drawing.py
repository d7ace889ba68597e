"""A sheet to draw on in flat shapes and a handful of colours; sizes are given for a sheet 1600 wide, whatever is made of it."""

from math import ceil

from PIL import Image, ImageDraw

GROUND = "#f2f2f2"
INK = "#1a1a1a"
GREY = "#999999"
PALE = "#cccccc"
WHITE = "#ffffff"
VERMILION = "#c74700"

UNITS = 1600
FINE = 3  # drawn this many times larger, then reduced: smooth edges


class Sheet:
    """`width` is the picture's in pixels; every other number is in units of a sheet 1600 units wide."""

    def __init__(self, width, height, ground=GROUND):
        self.size = (width, round(width * height / UNITS))
        self.scale = FINE * width / UNITS
        self.image = Image.new("RGB", tuple(side * FINE for side in self.size), ground)
        self.pen = ImageDraw.Draw(self.image)

    def finished(self):
        return self.image.resize(self.size, Image.Resampling.BOX)

    def _px(self, *numbers):
        return [round(number * self.scale) for number in numbers]

    def _stroke(self, width):
        return max(1, ceil(width * self.scale - 0.5))

    def square(self, x, y, side, fill=None, outline=None, stroke=0):
        """Centred on (x, y)."""
        half = side / 2
        self.box(x - half, y - half, x + half, y + half, fill=fill, outline=outline, stroke=stroke)

    def box(self, left, top, right, bottom, *, fill=None, outline=None, stroke=0, radius=0):
        left, top, right, bottom = self._px(left, top, right, bottom)
        area = [left, top, right - 1, bottom - 1]
        self.pen.rounded_rectangle(
            area,
            radius=round(radius * self.scale),
            fill=fill,
            outline=outline,
            width=self._stroke(stroke) if outline else 0,
        )

    def disc(self, x, y, radius, fill=None, outline=None, stroke=0):
        left, top, right, bottom = self._px(x - radius, y - radius, x + radius, y + radius)
        width = self._stroke(stroke) if outline else 0
        self.pen.ellipse([left, top, right - 1, bottom - 1], fill=fill, outline=outline, width=width)

    def line(self, points, colour=INK, stroke=4):
        """Through all points, with square corners at right angles and round ones elsewhere."""
        flat = [tuple(self._px(*point)) for point in points]
        self.pen.line(flat, fill=colour, width=self._stroke(stroke), joint="curve")

    def text(self, x, y, text, font, colour=INK, anchor="mm"):
        """`font` comes from `font()` below and has the right size for this sheet."""
        self.pen.text(tuple(self._px(x, y)), text, font=font, fill=colour, anchor=anchor)
