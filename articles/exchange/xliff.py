"""Documents written as XLIFF 2.0 (OASIS Standard of 5 August 2014), core only, which every tool reads.

A page is a `<file>`, a unit a `<unit>`, a text a `<segment>`. Tags of rich text become inline codes, their text kept
in `<originalData>`: a tool shows the words and guards the codes.
"""

import re
from html import unescape
from itertools import count

from articles.exchange import codes
from articles.exchange.codes import ALONE, CLOSE, OPEN, TEXT

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
HTML, PLAIN = "html", "text"
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
MARKUP = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
QUOTED = {**MARKUP, '"': "&quot;", "\n": "&#10;", "\t": "&#9;"}
# What a tool may tell the translator about a code.
KINDS = {
    "b": 'type="fmt" subType="xlf:b"',
    "strong": 'type="fmt" subType="xlf:b"',
    "i": 'type="fmt" subType="xlf:i"',
    "em": 'type="fmt" subType="xlf:i"',
    "br": 'type="fmt" subType="xlf:lb"',
    "a": 'type="link"',
    "embed": 'type="image"',
    "img": 'type="image"',
}


def write(documents):
    """The bytes of one file for all documents, which share one pair of languages; a page without text is left out.

    ValueError when there is nothing to write, when languages differ, or when two pages or units would get one id.
    """
    documents = [document for document in documents if any(unit.segments for unit in document.units)]
    pairs = {(document.source_language, document.target_language) for document in documents}
    if len(pairs) != 1:
        raise ValueError(f"One file holds one pair of languages, not {len(pairs)}.")
    _unique(token(document.page_key) for document in documents)
    source, target = pairs.pop()
    files = "".join(_file(document) for document in documents)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<xliff xmlns="{NAMESPACE}" version="2.0" srcLang="{_quoted(source)}" trgLang="{_quoted(target)}">\n'
        f"{files}</xliff>\n"
    ).encode()


def token(text):
    """`text` as an XML name token: `/` becomes `:`, and what no token may hold its number between dots."""
    return re.sub(r"[^A-Za-z0-9_-]", lambda found: ":" if found[0] == "/" else f".{ord(found[0]):x}.", text)


def from_token(text):
    """The text that `token` made this of; None for what it never makes."""
    found = re.sub(r"\.([0-9a-f]{1,5}|10[0-9a-f]{4})\.", lambda found: chr(int(found[1], 16)), text.replace(":", "/"))
    return found if token(found) == text else None


def own_code_id(number, code):
    """The id of a code that only the translation has: the fingerprint in it shows that the code is ours."""
    return f"t{number}-{codes.fingerprint(code)}"


def _unique(ids):
    seen = set()
    for one in ids:
        if one in seen:
            raise ValueError(f"Two have the id {one}.")
        seen.add(one)


def _file(document):
    units = [unit for unit in document.units if unit.segments]
    _unique(_unit_id(unit) for unit in units)
    exported = document.exported_at.isoformat() if document.exported_at else ""
    notes = _notes(("title", document.title), ("source-digest", document.source_digest), ("exported-at", exported))
    page = _quoted(document.page_key)
    return (
        f'<file id="{token(document.page_key)}" original="urn:uuid:{page}" canResegment="no" xml:space="preserve">\n'
        f"{notes}{''.join(_Unit(unit).written() for unit in units)}</file>\n"
    )


def _unit_id(unit):
    """A block's own id, a field's name."""
    return token(unit.key.partition("/")[2] or unit.key)


def _notes(*notes):
    written = "".join(f'<note category="{category}">{_plain(text)}</note>' for category, text in notes if text)
    return f"<notes>{written}</notes>\n" if written else ""


class _Unit:
    """A unit being written: codes are numbered through all its texts, equal tags are kept once."""

    def __init__(self, unit):
        self.unit, self.numbers, self.tags = unit, count(1), {}

    def written(self):
        segments = "".join(self._segment(segment) for segment in self.unit.segments)
        tags = "".join(f'<data id="{ref}">{_content(tag)}</data>' for tag, ref in self.tags.items())
        original = f"<originalData>{tags}</originalData>\n" if tags else ""
        return (
            f'<unit id="{_unit_id(self.unit)}" name="{_quoted(self.unit.key)}">\n'
            f"{_notes(('context', self.unit.note))}"
            f"{original}{segments}</unit>\n"
        )

    def _segment(self, segment):
        source, target = self._html(segment) if segment.html else map(_content, (segment.source, segment.target))
        translated = f"<target>{target}</target>" if segment.target else ""
        return (
            f'<segment id="{HTML if segment.html else PLAIN}:{token(segment.path)}"'
            f' state="{"translated" if segment.target else "initial"}">'
            f"<source>{source}</source>{translated}</segment>\n"
        )

    def _html(self, segment):
        source, target = codes.split(segment.source), codes.split(segment.target)
        ids = [str(next(self.numbers)) for _ in source.codes]
        own = [
            ids[partner] if partner is not None else own_code_id(next(self.numbers), code)
            for code, partner in zip(target.codes, codes.partners(source.codes, target.codes), strict=True)
        ]
        return self._inline(source, ids), self._inline(target, own)

    def _inline(self, pieces, ids):
        written = {
            TEXT: lambda value: _content(value),
            OPEN: lambda value: self._paired(ids[value], pieces.codes[value]),
            CLOSE: lambda value: "</pc>",
            ALONE: lambda value: self._alone(ids[value], pieces.codes[value]),
        }
        return "".join(written[kind](value) for kind, value in pieces.steps)

    def _paired(self, name, code):
        start, end = self._ref(code.start), self._ref(code.end)
        return f'<pc id="{name}" canCopy="no" {_kind(code)} dataRefStart="{start}" dataRefEnd="{end}">'

    def _alone(self, name, code):
        character = unescape(code.start)
        meant = f' equiv="{_quoted(character)}"' if len(character) == 1 else ""
        return f'<ph id="{name}" canCopy="no" {_kind(code)}{meant} dataRef="{self._ref(code.start)}"/>'

    def _ref(self, tag):
        return self.tags.setdefault(tag, f"d{len(self.tags) + 1}")


def _kind(code):
    found = codes.TOKEN.fullmatch(code.start)
    name = ((found and found["name"]) or "").lower()
    return KINDS.get(name, 'type="fmt"' if name else 'type="other"')


def _content(text):
    """Text inside a source, a target or original data; a character that XML cannot hold becomes a `<cp>`."""
    escaped = re.sub("[&<>\r]", lambda found: MARKUP[found[0]], text)
    return ILLEGAL.sub(lambda found: f'<cp hex="{ord(found[0]):04X}"/>', escaped)


def _plain(text):
    """Text of a note, where a character that XML cannot hold has no place at all and is left out."""
    return re.sub("[&<>\r]", lambda found: MARKUP[found[0]], ILLEGAL.sub("", text))


def _quoted(text):
    return re.sub('[&<>\r\n\t"]', lambda found: QUOTED[found[0]], ILLEGAL.sub("", text))
