"""What changed in one lane of a page between two contents, unit by unit, for whoever has to judge it."""

import json
from html.parser import HTMLParser
from itertools import chain

from django.utils.translation import gettext

from articles import lanes, languages
from articles.blocks.following import insert_in_order
from articles.blocks.places import place
from articles.desk.changes.block_values import Objects, leaves
from articles.desk.changes.shared_diff import shared_changes
from articles.desk.changes.wording_changes import ADDED, CHANGED, MARKUP, REMOVED, Change, LaneDiff, Passage, replaced
from articles.desk.section_titles import section_titles
from articles.lanes.content import essence
from articles.lanes.text_diff import numbers_changed, text_diff
from articles.models.term_check import numbered, unit_label


def lane_diff(model, before, after, lane):
    """The `LaneDiff` of two contents as stored; `before` is {} for what readers have never seen."""
    if lane == lanes.SHARED:
        return LaneDiff(lane, shared_changes(model, before, after))
    return _LanguageDiff(model, before, after, lane).result()


class _LanguageDiff:
    def __init__(self, model, before, after, language):
        self.model, self.language = model, language
        self.old, self.new = (lanes.units(model, content, language) for content in (before, after))
        self.labels = self._labels(self.old) | self._labels(self.new)
        self.differing = [key for key in self._order() if not _is_same(self.old.get(key), self.new.get(key))]
        self.media = {key: tuple(self._media(side.get(key)) for side in (self.old, self.new)) for key in self.differing}
        every = chain.from_iterable(chain.from_iterable(self.media.values()))
        self.objects = Objects((leaf.model, leaf.value) for leaf in every if leaf.model)

    def result(self):
        changes = [self._change(key) for key in self.differing]
        pairs = (pair for key in self.differing for pair in self._numbers(key))
        return LaneDiff(self.language, changes, self._is_reordered(), list(dict.fromkeys(pairs)))

    def _labels(self, texts):
        sections = section_titles(texts.values())
        return {unit.key: self._label(unit, number, sections[unit.key]) for number, unit in numbered(texts)}

    def _label(self, unit, number, section):
        block = self._block(unit)
        if not section or block is None:
            return unit_label(self.model, unit, self.language, number)
        return gettext("%(section)s · %(kind)s") % {"section": section, "kind": block.label}

    def _order(self):
        """The new order, with what was removed where it stood."""
        order = list(self.new)
        for key in self.old:
            if key not in self.new:
                order.insert(insert_in_order(list(self.old), order, key), key)
        return order

    def _is_reordered(self):
        stayed = ([key for key in one if key in other] for one, other in ((self.old, self.new), (self.new, self.old)))
        return len({tuple(keys) for keys in stayed}) > 1

    def _block(self, unit):
        field = self.model._meta.get_field(languages.column(unit.field, self.language))
        return field.stream_block.child_blocks.get(unit.kind) if unit.block_id else None

    def _media(self, unit):
        return leaves(self._block(unit), json.loads(unit.media)) if unit and unit.media else []

    def _change(self, key):
        old, new = self.old.get(key), self.new.get(key)
        kind = ADDED if old is None else REMOVED if new is None else CHANGED
        if kind == CHANGED and old.digest == new.digest:
            kind = MARKUP
        passages = [*self._texts(old, new), *self._links(old, new), *self._values(key)]
        return Change(key, kind, self.labels[key], passages)

    def _texts(self, old, new):
        before, after = _segments(old), _segments(new)
        for path in dict.fromkeys([*after, *before]):
            words = [side[path].plain if path in side else "" for side in (before, after)]
            if words[0] != words[1]:
                yield Passage(self._place(old or new, path), text_diff(*words))

    def _place(self, unit, path):
        return " · ".join(place(self._block(unit), path).labels) if path else ""

    def _links(self, old, new):
        """Where links lead is part of what is approved, though no word shows it."""
        before, after = (links("".join(s.text for s in unit.segments if s.html)) if unit else [] for unit in (old, new))
        return [
            *(Passage("", replaced(link, "")) for link in before if link not in after),
            *(Passage("", replaced("", link)) for link in after if link not in before),
        ]

    def _values(self, key):
        before, after = ({leaf.path: leaf for leaf in side} for side in self.media[key])
        for path in dict.fromkeys([*after, *before]):
            words = [self.objects.words(side[path]) if path in side else "" for side in (before, after)]
            if words[0] != words[1]:
                yield Passage((after.get(path) or before[path]).label, replaced(*words))

    def _numbers(self, key):
        old, new = self.old.get(key), self.new.get(key)
        return numbers_changed(old.plain, new.plain) if old and new else []


def _is_same(old, new):
    """Whether nothing of a unit changed, its markup included."""
    if old is None or new is None:
        return False
    texts = ([essence(segment.text) for segment in unit.segments if segment.text] for unit in (old, new))
    return old.digest == new.digest and len({tuple(part) for part in texts}) == 1


def _segments(unit):
    return {segment.path: segment for segment in unit.segments} if unit else {}


class _Links(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.found, self.open = [], None

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            said = dict(attrs)
            self.open = [said.get("href") or f"{said.get('linktype', '')} {said.get('id', '')}".strip(), ""]

    def handle_data(self, data):
        if self.open:
            self.open[1] += data

    def handle_endtag(self, tag):
        if tag == "a" and self.open:
            self.found.append("{1} → {0}".format(*self.open))
            self.open = None


def links(html):
    """`words → address` of each link in rich text; a page of ours as `page 12`."""
    parser = _Links()
    parser.feed(html)
    parser.close()
    return parser.found
