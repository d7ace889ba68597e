"""Stored rich text made fit for readers: known tags only, and only links that lead somewhere readers may go."""

from html import escape
from html.parser import HTMLParser

from django.utils.safestring import SafeString, mark_safe

KEPT = {"p": "p", "b": "strong", "strong": "strong", "i": "em", "em": "em"}
SCHEMES = ("https://", "http://", "mailto:", "tel:", "#")


class _Reader(HTMLParser):
    def __init__(self, links):
        super().__init__(convert_charrefs=True)
        self.links, self.out, self.open_links = links, [], []

    def handle_starttag(self, tag, attrs):
        if tag == "br":
            self.out.append("<br>")
        elif tag == "a":
            self.open_links.append(self._open_link(dict(attrs)))
        elif tag in KEPT:
            self.out.append(f"<{KEPT[tag]}>")

    def _open_link(self, attrs):
        """Open a link if it may be followed; a link to a page that is gone or not released leaves its words."""
        if attrs.get("linktype") == "page":
            link = self.links.get(int(attrs["id"])) if (attrs.get("id") or "").isdigit() else None
            address, outside = (link.address if link else ""), False
        else:
            address = attrs.get("href") or ""
            outside = address.startswith(("https://", "http://"))
        if not address or not (address.startswith(SCHEMES) or address.startswith("/")):
            return False
        self.out.append(f'<a href="{escape(address)}"{" class=ext" if outside else ""}>')
        return True

    def handle_endtag(self, tag):
        if tag == "a":
            if self.open_links and self.open_links.pop():
                self.out.append("</a>")
        elif tag in KEPT:
            self.out.append(f"</{KEPT[tag]}>")

    def handle_data(self, data):
        self.out.append(escape(data, quote=False))


def rendered(html, links) -> SafeString:
    """Safe HTML of one piece of rich text; `links` maps page ids to `Link`."""
    reader = _Reader(links)
    reader.feed(html or "")
    reader.close()
    return mark_safe("".join(reader.out))  # noqa: S308  every tag and attribute was written by the reader above


def plain_text(html):
    """The words alone."""
    reader = _Reader({})
    reader.handle_starttag = reader.handle_endtag = lambda *args: None
    reader.feed(html or "")
    reader.close()
    return "".join(reader.out)
