"""The visible words of stored rich text."""

import re
from html.parser import HTMLParser

BLOCKS = {"p", "br", "li", "ul", "ol", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "div"}
BLOCKS |= {"table", "tr", "td", "th", "figure", "figcaption", "section"}
SILENT = {"script", "style"}
SPACES = re.compile(r"[^\S\n]+")
LINE_ENDS = re.compile(r" ?\n[ \n]*")


class _Words(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.words, self.silent = [], False

    def handle_starttag(self, tag, attrs):
        self.silent = tag in SILENT
        if tag in BLOCKS:
            self.words.append("\n")

    def handle_endtag(self, tag):
        self.silent = False
        if tag in BLOCKS:
            self.words.append("\n")

    def handle_data(self, data):
        if not self.silent:
            self.words.append(data)


def plain_text(html):
    """What a reader sees of `html`, one line per paragraph; works on broken HTML too."""
    return LINE_ENDS.sub("\n", SPACES.sub(" ", running_text(html))).strip()


def running_text(html):
    """The words of `html` with nothing of them changed, a line end at either end of each block.

    Whoever reads the same HTML piece by piece can tell the place of each piece in it.
    """
    parser = _Words()
    parser.feed(without_marked_sections(html or ""))
    parser.close()
    return "".join(parser.words)


def without_marked_sections(html):
    """`html` in which `<![` is text: the library's parser gives up on a marked section that it does not know."""
    return html.replace("<![", "&lt;![")
