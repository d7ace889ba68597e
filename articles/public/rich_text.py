"""Stored rich text made fit for readers: known tags only, and only links that lead somewhere readers may go."""

from html import escape
from html.parser import HTMLParser

from django.utils.safestring import SafeString, mark_safe

from articles.lanes.plain_text import without_marked_sections

KEPT = {"p": "p", "b": "strong", "strong": "strong", "i": "em", "em": "em"}
SCHEMES = ("https://", "http://", "mailto:", "tel:", "#")


class _Reader(HTMLParser):
    def __init__(self, links):
        super().__init__(convert_charrefs=True)
        self.links, self.out, self.open = links, [], []  # `open`: (tag as stored, its end tag as written)

    def handle_starttag(self, tag, attrs):
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
        self.out.append(escape(data, quote=False))


def rendered(html, links) -> SafeString:
    """Safe HTML of one piece of rich text; `links` maps page ids to `Link`."""
    reader = _Reader(links)
    reader.feed(without_marked_sections(html or ""))
    reader.close()
    return mark_safe("".join(reader.out))  # noqa: S308  every tag and attribute was written by the reader above
