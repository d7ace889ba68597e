"""Stored rich text as words and codes: what a translator types, and the tags, which no translator types.

Nothing is lost: words and codes put together again are the rich text, character by character.
"""

import hashlib
import re
from collections import Counter
from html import escape
from typing import NamedTuple

TEXT, OPEN, CLOSE, ALONE = "text", "open", "close", "alone"
VOID = {"br", "hr", "embed", "img", "wbr"}
# What stored rich text writes for these three is read as the character; every other entity is kept as a code.
ESCAPED = {"&amp;": "&", "&lt;": "<", "&gt;": ">"}
TOKEN = re.compile(
    r"""
    <!--[^<>]*-->
    | <(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)\b[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>
    | &(?:\#[0-9]+|\#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);
    | [&<>]
    """,
    re.VERBOSE | re.DOTALL,
)
PARAGRAPH_KEY = re.compile(r' data-block-key="[\w-]*"', re.ASCII)
# Tags that a translation may have on its own; whatever else it has must come from its source.
HARMLESS = re.compile(
    r"""
    </?(?:p|b|strong|i|em|a|br|hr|ul|ol|li|h[2-6]|blockquote|code|sub|sup|s|del|embed)
    (?:\ (?:data-block-key|linktype|id|embedtype|alt|format)="[^"<>]*"
     | \ (?:href|url)="(?:https?://|mailto:|tel:|[/\#])[^"<>]*")*\ ?/?>
    | &[\#A-Za-z0-9]+;
    | [&<>]
    """,
    re.VERBOSE,
)


class Code(NamedTuple):
    """A pair of tags; or, with no end, a tag or another piece of markup that stands alone."""

    start: str
    end: str = ""


class Step(NamedTuple):
    """A piece of rich text in reading order: `value` is the words, or the number of the code."""

    kind: str
    value: str | int


class Pieces(NamedTuple):
    steps: list[Step]
    codes: list[Code]


class _Splitting:
    def __init__(self):
        self.pieces = Pieces([], [])
        self.open = []  # (name, place of its step) of start tags whose end is still to come
        self.names = Counter()

    def text(self, text):
        if text:
            self.pieces.steps.append(Step(TEXT, text))

    def token(self, found):
        token, name = found[0], (found["name"] or "").lower()
        if token in ESCAPED:
            self.text(ESCAPED[token])
        elif found["end"] and self.names[name]:
            self._end(name, token)
        else:
            self.pieces.codes.append(Code(token))
            self.pieces.steps.append(Step(ALONE, len(self.pieces.codes) - 1))
            if name and not found["end"] and name not in VOID and not token.endswith("/>"):
                self.open.append((name, len(self.pieces.steps) - 1))
                self.names[name] += 1

    def _end(self, name, token):
        """Make a pair with the innermost start of that name; starts inside it that never ended go on standing alone."""
        opened = None
        while opened != name:
            opened, place = self.open.pop()
            self.names[opened] -= 1
        number = self.pieces.steps[place].value
        self.pieces.steps[place] = Step(OPEN, number)
        self.pieces.codes[number] = Code(self.pieces.codes[number].start, token)
        self.pieces.steps.append(Step(CLOSE, number))


def split(html):
    """The `Pieces` of stored rich text, broken rich text too: a tag without its partner stands alone."""
    splitting, done = _Splitting(), 0
    for found in TOKEN.finditer(html):
        splitting.text(html[done : found.start()])
        splitting.token(found)
        done = found.end()
    splitting.text(html[done:])
    return splitting.pieces


def joined(steps, codes):
    """Rich text from steps and the codes that they name."""
    written = {
        TEXT: lambda value: escape(value, quote=False),
        OPEN: lambda value: codes[value].start,
        CLOSE: lambda value: codes[value].end,
        ALONE: lambda value: codes[value].start,
    }
    return "".join(written[kind](value) for kind, value in steps)


def is_one_code(code):
    """Whether it is really one piece of markup, with nothing beside it and no words in it."""
    return split(code.start + code.end).codes == [code]


def is_harmless(code):
    return all(HARMLESS.fullmatch(tag) for tag in code if tag)


def without_key(code):
    """The code without the key that the editor's form gives each paragraph: it differs between languages."""
    return Code(PARAGRAPH_KEY.sub("", code.start), code.end)


def partners(source, target):
    """For each code of the translation the number of its code in the source, each used once; None where it has none."""
    found, free = [None] * len(target), dict(enumerate(source))
    for shape in (tuple, without_key):
        waiting = {}
        for number, code in free.items():
            waiting.setdefault(shape(code), []).append(number)
        for place, code in enumerate(target):
            if found[place] is None and waiting.get(shape(code)):
                found[place] = waiting[shape(code)].pop(0)
                del free[found[place]]
    return found


def fingerprint(code):
    """Eight hexadecimal digits that tell whether a code is still what it was."""
    return hashlib.sha256("\n".join(code).encode(errors="surrogatepass")).hexdigest()[:8]
