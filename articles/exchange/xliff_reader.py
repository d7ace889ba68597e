"""XLIFF 2 read as tools send it back: all of it, or every reason why not."""

from contextlib import suppress
from datetime import datetime
from xml.etree.ElementTree import ParseError, TreeBuilder

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from articles import languages
from articles.exchange.documents import MOST_REASONS, Document, Reason, Segment, Unit, XliffError
from articles.exchange.inline import Broken, Budget, Coded, OriginalData, check_codes, coded, core, plain
from articles.exchange.xliff import HTML, PLAIN, from_token, token

LIMIT = 10 * 1024 * 1024  # bytes
# A page has a few thousand; ten megabytes of empty elements would take a hundred times their size in memory.
MOST_ELEMENTS = 300_000
VERSIONS = ("2.0", "2.1")


def read(data, pair=None, limit=LIMIT):
    """The documents of a file; XliffError with every reason found when anything is wrong with it.

    `pair` is the (source, target) the file has to be in; without it, any translation of the source language will do.
    Only whoever knows the page can say whether the sources are still its own: compare them before storing targets.
    """
    root = _parsed(data, limit)
    reading = _Reading(*_languages(_checked(root), pair))
    documents = reading.documents(root)
    if reading.reasons:
        raise XliffError(reading.reasons)
    return documents


class _TooMany(Exception):
    pass


class _Builder(TreeBuilder):
    left = MOST_ELEMENTS

    def start(self, tag, attrs):
        self.left -= 1
        if self.left < 0:
            raise _TooMany
        return super().start(tag, attrs)


def _refused(message, where=""):
    return XliffError([Reason(where or _("File"), message)], is_legible=False)


def _parsed(data, limit):
    if len(data) > limit:
        raise _refused(_("The file is larger than %(limit)s.") % {"limit": filesizeformat(limit)})
    parser = DefusedXMLParser(target=_Builder(), forbid_dtd=True)
    try:
        parser.feed(data)
        return parser.close()
    except DefusedXmlException as error:
        raise _refused(_("The file has a document type or entities in it. Such files are not accepted.")) from error
    except _TooMany as error:
        raise _refused(_("The file has too many elements. Export fewer pages at a time.")) from error
    except ParseError as error:
        line, column = error.position
        where = _("Line %(line)d, character %(column)d") % {"line": line, "column": column + 1}
        message = _(
            "This is not an XML file, or it is damaged: from here on it cannot be read. Save it in your tool once more."
        )
        raise _refused(message, where) from error
    except (ValueError, LookupError) as error:
        raise _refused(_("It is in an encoding that nobody knows here. Save it as UTF-8.")) from error


def _checked(root):
    if root.tag.rpartition("}")[2] != "xliff":
        raise _refused(_("This is not an XLIFF file."))
    version = root.get("version", "")
    if root.tag != core("xliff") or version not in VERSIONS:
        message = _("The file is in XLIFF version “%(version)s”. Save it as XLIFF 2.0 or 2.1.")
        raise _refused(message % {"version": version})
    return root


def _languages(root, pair):
    """Our codes of the file's languages. Tools add regions: `en-US` is our `en`."""
    source, target = root.get("srcLang", ""), root.get("trgLang", "")
    wanted = [pair] if pair else [(languages.default(), code) for code in languages.translations()]
    for ours in wanted:
        if _is(source, ours[0]) and _is(target, ours[1]):
            return ours
    message = _("The file is for “%(source)s” to “%(target)s”. Expected here: %(wanted)s.")
    expected = ", ".join(f"{one} → {other}" for one, other in wanted)
    raise _refused(message % {"source": source, "target": target, "wanted": expected})


def _is(given, ours):
    given, ours = given.lower(), ours.lower()
    return given == ours or given.startswith(f"{ours}-")


def _notes(element):
    """First note of each category."""
    found = {}
    for note in element.iterfind(f"{core('notes')}/{core('note')}"):
        found.setdefault(note.get("category", ""), "".join(note.itertext()))
    return found


def _time(text):
    with suppress(ValueError):
        found = datetime.fromisoformat(text.strip())
        return found if found.tzinfo else None
    return None


class _Reading:
    """A file being read: goes on after a mistake, to find the others as well."""

    def __init__(self, source_language, target_language):
        self.pair, self.reasons, self.budget = (source_language, target_language), [], Budget(LIMIT)

    def refuse(self, where, message):
        if len(self.reasons) < MOST_REASONS:
            self.reasons.append(Reason(where, message))

    def documents(self, root):
        found = {}
        for number, file in enumerate(root.iterfind(core("file")), 1):
            name = file.get("id", "")
            page_key = from_token(name)
            if not page_key:
                self.refuse(_("Page %(number)d") % {"number": number}, _("The page has lost its id."))
            elif name in found:
                self.refuse(name, _("The page is in the file twice."))
            found[name] = self._document(file, page_key or str(number))
        if not found:
            self.refuse(_("File"), _("There is no page in the file."))
        return list(found.values())

    def _document(self, file, page_key):
        notes = _notes(file)
        where = notes.get("title") or page_key
        digest, exported_at = notes.get("source-digest", "").strip(), _time(notes.get("exported-at", ""))
        return Document(*self.pair, page_key, notes.get("title", ""), digest, exported_at, self._units(file, where))

    def _units(self, file, where):
        found, seen = [], set()
        for element in file.iter(core("unit")):
            name = element.get("id", "")
            place = f"{where} / {name or '?'}"
            if name in seen:
                self.refuse(place, _("The unit is in the file twice."))
            seen.add(name)
            found.append(self._unit(element, name, place))
        return tuple(found)

    def _unit(self, element, name, where):
        key = element.get("name", "")
        if not name or token(key.partition("/")[2] or key) != name:
            self.refuse(where, _("Id and name of the unit do not belong together."))
        segments = self._segments(element, where)
        if not segments:
            self.refuse(where, _("The unit has no text."))
        return Unit(key, segments, _notes(element).get("context", ""))

    def _segments(self, unit, where):
        texts = _Texts(unit, self.budget)
        found = {}
        for element in unit.iterfind(core("segment")):
            name = element.get("id", "")
            try:
                if name in found:
                    raise Broken(_("The text is in its unit twice."))
                found[name] = None
                found[name] = texts.segment(element, name)
            except Broken as error:
                self.refuse(f"{where} / {name}", str(error))
        if any("".join(one.itertext()).strip() for one in unit.iterfind(core("ignorable"))):
            self.refuse(where, _("The text was split or joined. Turn off changes of segments in your tool."))
        return tuple(found.values())


class _Texts:
    """Texts of one unit, which share original data and ids of codes."""

    def __init__(self, unit, budget):
        self.data, self.in_source, self.in_target = OriginalData(unit, budget), set(), set()

    def segment(self, element, name):
        kind, colon, path = name.partition(":")
        path = from_token(path)
        if kind not in (HTML, PLAIN) or not colon or path is None:
            raise Broken(_("The text was split or joined. Turn off changes of segments in your tool."))
        source, target = element.find(core("source")), element.find(core("target"))
        if source is None:
            raise Broken(_("The source of the text is missing."))
        if kind == HTML:
            return self._rich(path, source, target)
        return Segment(path, plain(source), "" if target is None else plain(target), False)

    def _rich(self, path, source, target):
        original = coded(source, self.data, {}, self.in_source)
        translated = Coded([], {}) if target is None else coded(target, self.data, original.codes, self.in_target)
        check_codes(translated, original)
        return Segment(path, original.html(), translated.html(), True)
