"""Stored rich text made fit for readers: known tags only, and only links that lead somewhere readers may go."""

from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser

from django.utils.safestring import SafeString, mark_safe

from articles.lanes.plain_text import BLOCKS, running_text, without_marked_sections

KEPT = {"p": "p", "b": "strong", "strong": "strong", "i": "em", "em": "em"}
SCHEMES = ("https://", "http://", "mailto:", "tel:", "#")


@dataclass(frozen=True)
class _Words:
    """Words that stand at `start` in the running text."""

    text: str
    start: int
    is_linked: bool


class _Reader(HTMLParser):
    def __init__(self, links):
        super().__init__(convert_charrefs=True)
        self.links, self.out, self.open = links, [], []  # `open`: (tag as stored, its end tag as written)
        self.place = 0  # in the running text, which has a line end at either end of each block

    def handle_starttag(self, tag, attrs):
        self.place += tag in BLOCKS
        if tag == "br":
            self.out.append("<br>")
        elif tag == "a":
            self._begin(tag, self._link(dict(attrs)), "</a>")
        elif tag in KEPT:
            self._begin(tag, f"<{KEPT[tag]}>", f"</{KEPT[tag]}>")

    def _begin(self, tag, start, end):
        if start:
            self.out.append(start)
        self.open.append((tag, end if start else ""))

    def _link(self, attrs):
        """The start of a link that may be followed; a link to a page that is gone or not released leaves its words."""
        if attrs.get("linktype") == "page":
            number = attrs.get("id") or ""
            link = self.links.get(int(number)) if number.isdecimal() else None
            address, outside = (link.address if link else ""), False
        else:
            address = attrs.get("href") or ""
            if address.startswith("//"):
                address = f"https:{address}"
            outside = address.startswith(("https://", "http://"))
        if not address or not (address.startswith(SCHEMES) or address.startswith("/")):
            return ""
        return f'<a href="{escape(address)}"{" class=ext" if outside else ""}>'

    def handle_endtag(self, tag):
        """Close the tag and whatever is still open inside it; an end without a start is left out."""
        self.place += tag in BLOCKS
        if tag in [name for name, _end in self.open]:
            while self._end_innermost() != tag:
                pass

    def _end_innermost(self):
        tag, end = self.open.pop()
        self.out.append(end)
        return tag

    def close(self):
        super().close()
        while self.open:
            self._end_innermost()

    def handle_data(self, data):
        is_linked = any(tag == "a" and end for tag, end in self.open)
        self.out.append(_Words(data, self.place, is_linked))
        self.place += len(data)


def rendered(html, links, wording=None) -> SafeString:
    """Safe HTML of one piece of rich text; `links` maps page ids to `Link`, a `Wording` marks its words."""
    reader = _Reader(links)
    reader.feed(without_marked_sections(html or ""))
    reader.close()
    write = _writer(html, wording)
    parts = [part if isinstance(part, str) else write(part) for part in reader.out]
    return mark_safe("".join(parts))  # noqa: S308  every tag and attribute was written by the reader above or a mark


def _writer(html, wording):
    running = running_text(html) if wording else ""
    write = wording.rich(running) if wording else None

    def words(part):
        end = part.start + len(part.text)
        if write and running[part.start : end] == part.text:  # else a script, of which the running text knows nothing
            return write(part.start, end, part.is_linked)
        return escape(part.text, quote=False)

    return words
