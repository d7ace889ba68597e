"""The inside of a `<source>` or `<target>` read: words, and codes put back as the tags they stand for."""

import re
from contextlib import suppress
from typing import NamedTuple

from django.utils.translation import gettext as _

from articles.exchange import codes
from articles.exchange.codes import ALONE, CLOSE, OPEN, TEXT, Code, Step
from articles.exchange.xliff import NAMESPACE, own_code_id

HEX = re.compile(r"[0-9A-Fa-f]{2,8}")
OWN = re.compile(r"t([0-9]{1,9})-[0-9a-f]{8}")


class Broken(Exception):
    """A text that cannot be read; its message says why in plain words."""


class Mark(NamedTuple):
    kind: str
    value: str  # words, or id of a code
    ref: str = ""  # id of its original data, as far as the tool kept it


def core(name):
    return f"{{{NAMESPACE}}}{name}"


def plain(element):
    """The text of an element that may have no codes."""
    marks = list(_marks(element))
    if any(mark.kind != TEXT for mark in marks):
        raise Broken(_("This text has no formatting, but the file has codes in it."))
    return "".join(mark.value for mark in marks)


class Budget:
    """How many characters of tags a whole file may ask for: many codes can point at one long piece of data."""

    def __init__(self, left):
        self.left = left

    def spend(self, tag):
        self.left -= len(tag)
        if self.left < 0:
            raise Broken(_("The codes of the file stand for more text than pages have."))


class OriginalData:
    """The tags of one unit by the id of their data."""

    def __init__(self, unit, budget):
        self.tags, self.budget = {}, budget
        # Modules of tools have data of their own, deeper down.
        for element in unit.iterfind(f"{core('originalData')}/{core('data')}"):
            with suppress(Broken):  # what cannot be read is missed where it is used
                self.tags.setdefault(element.get("id", ""), plain(element))

    def tag(self, ref, fallback, code):
        """The tag of that id; `fallback` where the tool left the id out."""
        tag = self.tags.get(ref) if ref else fallback
        if not tag:
            raise Broken(_("The code “%(id)s” is unknown: the file does not say what it stands for.") % {"id": code})
        self.budget.spend(tag)
        return tag


class Coded(NamedTuple):
    """A text with codes; `codes` by id."""

    steps: list[Step]
    codes: dict[str, Code]

    def html(self):
        return codes.joined(self.steps, self.codes)


def coded(element, data, known, taken):
    """Read an element with codes.

    `known` are codes that a tool may repeat without their data. Ids of
    `taken` are refused as used twice, and those found are added to it.
    """
    found, opened = Coded([], {}), []
    for kind, value, ref in _marks(element):
        found.steps.append(Step(kind, value))
        if kind in (OPEN, ALONE):
            _take(value, taken)
            found.codes[value] = Code(data.tag(ref, known.get(value, Code("")).start, value))
        if kind == OPEN:
            opened.append(value)
        if kind == CLOSE:
            if not opened or opened.pop() != value:
                raise Broken(_("The codes do not nest: “%(id)s” ends where it was not begun.") % {"id": value})
            end = data.tag(ref, known.get(value, Code("")).end, value)
            found.codes[value] = found.codes[value]._replace(end=end)
    if opened:
        raise Broken(_("The code “%(id)s” begins, but does not end.") % {"id": opened[-1]})
    _check_shape(found.codes)
    return found


def check_codes(target, source):
    """Refuse a translation with codes that neither its source nor, at export, the translation itself had."""
    for name, code in target.codes.items():
        if name in source.codes:
            if codes.without_key(code) != codes.without_key(source.codes[name]):
                raise Broken(_("The code “%(id)s” is not what it was in the source.") % {"id": name})
        else:
            own = OWN.fullmatch(name)
            if not own or name != own_code_id(own[1], code) or not codes.is_harmless(code):
                raise Broken(_("The code “%(id)s” is unknown: the source has no such code.") % {"id": name})


def _take(name, taken):
    if not name:
        raise Broken(_("A code has no id."))
    if name in taken:
        raise Broken(_("The code “%(id)s” is there twice.") % {"id": name})
    taken.add(name)


def _check_shape(found):
    for name, code in found.items():
        if not codes.is_one_code(code):
            raise Broken(_("The code “%(id)s” does not stand for a tag.") % {"id": name})


def _marks(element):
    """Words and codes in reading order. Annotations of tools (`mrk`, `sm`, `em`) are read through."""
    todo = _inside(element)
    while todo:
        part = todo.pop()
        if isinstance(part, Mark):
            yield part
        elif isinstance(part, str):
            if part:
                yield Mark(TEXT, part)
        else:
            yield from _enter(part, todo)


def _enter(element, todo):
    name, get = element.tag, element.get
    if name == core("pc"):
        yield Mark(OPEN, get("id", ""), get("dataRefStart", ""))
        todo += [Mark(CLOSE, get("id", ""), get("dataRefEnd", "")), *_inside(element)]
    elif name == core("mrk"):
        todo += _inside(element)
    elif name == core("sc"):
        yield Mark(OPEN, get("id", ""), get("dataRef", ""))
    elif name == core("ec"):
        yield Mark(CLOSE, get("startRef") or get("id", ""), get("dataRef", ""))
    elif name == core("ph"):
        yield Mark(ALONE, get("id", ""), get("dataRef", ""))
    elif name == core("cp"):
        yield Mark(TEXT, _character(get("hex", "")))
    elif name not in (core("sm"), core("em")):
        raise Broken(_("The text has an element “%(name)s”, which has no place there.") % {"name": name})


def _inside(element):
    """What an element holds, last first."""
    parts = [element.text or ""]
    for child in element:
        parts += [child, child.tail or ""]
    return parts[::-1]


def _character(number):
    """The character of a `<cp>`; the null character and halves of characters cannot be stored."""
    code = int(number, 16) if HEX.fullmatch(number) else 0
    if not 0 < code < 0x110000 or 0xD800 <= code < 0xE000:
        raise Broken(_("The text has a character that cannot be stored."))
    return chr(code)
