"""What the gate does to the lanes of a page, said a second time and as simply as possible: texts in dictionaries."""

import re

from articles import lanes, languages
from articles.rights import APPROVE, EDIT, RELEASE
from tests.factories import block

SHARED = lanes.SHARED
LANES = [SHARED, "ja", "en"]
TEXT = re.compile(r"(?:shared|ja|en)text\d")
PEOPLE = {  # who may do what to which lanes
    "writer": {EDIT: LANES, APPROVE: [], RELEASE: []},
    "japanese": {EDIT: [SHARED, "ja"], APPROVE: [SHARED, "ja"], RELEASE: [SHARED, "ja"]},
    "english": {EDIT: ["en"], APPROVE: ["en"], RELEASE: ["en"]},
    "reviewer": {EDIT: [], APPROVE: LANES, RELEASE: LANES},
    "chief": {EDIT: LANES, APPROVE: LANES, RELEASE: LANES},
}
OVERRIDES = {"chief"}


class ModelPage:
    """All that matters of a page, as plain dictionaries of texts by lane; `person` is a name, None a command."""

    def __init__(self, draft, released=None, live=False):
        self.draft, self.live = dict(draft), live
        self.released = dict(released or {})  # kept while a language is withdrawn or the page unpublished
        self.approved = {lane: {text} for lane, text in self.released.items()}
        self.versions = {lane: [text] for lane, text in self.released.items()}
        self.edited = {lane: set() for lane in LANES}  # by whom, since what is now the draft last equalled a release
        self.withdrawn, self.embargoed = set(), set()
        self.times = {}  # lane: who set when it goes out
        self.scheduled = None  # (revision, texts, lanes)
        self.revisions = {}

    def public(self, lane):
        """The text that readers see, or None."""
        return self.released.get(lane) if self.live and lane not in self.withdrawn else None

    def write(self, texts, person):
        for lane, text in texts.items():
            if text != self.draft[lane] and may(person, EDIT, lane):
                self.draft[lane] = text
                self.edited[lane] |= {person} - {None}

    def may_approve(self, lane, person, overriding=False):
        is_own = person in self.edited[lane] and not (overriding and person in OVERRIDES)
        return bool(self.draft[lane] or lane == SHARED) and may(person, APPROVE, lane) and not is_own

    def approve(self, lane):
        self.approved.setdefault(lane, set()).add(self.draft[lane])

    def publish(self, texts, wanted, person):
        go, was_live = self.plan(texts, wanted, person), self.live
        self.live, self.scheduled = True, None
        if not was_live:  # nothing comes back that was not asked for
            self.withdrawn |= set(self.released) - {SHARED} - set(go)
        for lane in go:
            self._release(lane, texts[lane])

    def plan(self, texts, wanted, person):
        """The lanes that would go out."""
        changed = [lane for lane in LANES if self._is_new(lane, texts[lane])]
        has_ground = SHARED in self.released or self._may_go(SHARED, texts, person)
        go = [lane for lane in changed if lane in wanted and lane != SHARED and self._may_go(lane, texts, person)]
        go = go if has_ground else []
        if SHARED in changed and self._may_go(SHARED, texts, person):
            go += [SHARED] if SHARED in wanted or (go and SHARED not in self.released) else []
        return go

    def unpublish(self):
        self.live, self.scheduled, self.times = False, None, {}
        self.embargoed = set()

    def come_due(self):
        """All times have come: each person's lanes go out together, the source language first."""
        self.embargoed -= set(self.times)
        groups = {}
        for lane, person in self.times.items():
            groups.setdefault(person, []).append(lane)
        for person, due in sorted(groups.items(), key=lambda group: "ja" not in group[1]):
            takes_shared_along = "ja" in due and SHARED not in self.times
            wanted = [SHARED, *due] if takes_shared_along else due
            go = self.plan(self.draft, wanted, person)
            waits = [lane for lane in due if lane not in go and self._is_new(lane, self.draft[lane])]
            waits += [lane for lane in due if lane != SHARED and not self.draft[lane]]
            if go:
                self.publish(self.draft, go, person)
            for lane in set(due) - set(waits):
                self.times.pop(lane, None)

    def _is_new(self, lane, text):
        is_away = lane in self.withdrawn or (lane != SHARED and not self.live)
        now = None if is_away else self.released.get(lane)
        return text != now if lane == SHARED else (text or "") != (now or "")

    def _may_go(self, lane, texts, person):
        has_text = bool(texts[lane]) or lane == SHARED
        is_approved = texts[lane] in self.approved.get(lane, ())
        return has_text and is_approved and lane not in self.embargoed and may(person, RELEASE, lane)

    def _release(self, lane, text):
        shown = self.versions.setdefault(lane, [])
        if shown[-1:] != [text]:
            shown.append(text)
        self.released[lane] = text
        self.withdrawn.discard(lane)
        self.times.pop(lane, None)
        self.approved[lane] &= {text, self.draft[lane]}  # putting an older text back takes a new word
        if text == self.draft[lane]:
            self.edited[lane] = set()

    def copied(self, person):
        """A copy is a draft that nobody has approved, and whoever made it answers for its text."""
        copy = ModelPage(self.draft)
        if person is not None:
            for lane in LANES:
                copy.edited[lane] = {person} if self.draft[lane] or lane == SHARED else set()
        return copy


def may(person, act, lane):
    return person is None or lane in PEOPLE[person][act]


def put(page, lane, text):
    """Make `text` all that a lane says."""
    if lane == SHARED:
        if hasattr(page, "sources"):
            source = {"title": text, "url": "https://example.jp/", "accessed": "2025-12-01"}
            page.sources = [block("source", source, "source")] if text else []
        else:
            page.source_name = text
        return
    for name in lanes.translated_fields(type(page)):
        field = page._meta.get_field(languages.column(name, lane))
        setattr(page, field.attname, text)
    setattr(page, languages.column("body", lane), [block("paragraph", f"<p>{text}</p>", "p")] if text else [])


def said(content, lane):
    """The text that `content` holds in a lane; "" for none."""
    keys = ("sources", "source_name") if lane == SHARED else (languages.column("headline", lane),)
    found = TEXT.search(" ".join(str(content.get(key) or "") for key in keys))
    return found[0] if found else ""


def shown(model, code):
    """Texts of a page that its readers in a language see."""
    return {text for text in (model.public(code), model.public(SHARED)) if text} if model.public(code) else set()
