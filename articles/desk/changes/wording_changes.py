"""What one lane's text became, in pieces that a person reads: the same shape for words, pictures, dates and links."""

from dataclasses import dataclass, field

from articles.lanes.text_diff import ADDED as RUN_ADDED
from articles.lanes.text_diff import REMOVED as RUN_REMOVED
from articles.lanes.text_diff import Run

CHANGED, ADDED, REMOVED, MARKUP = "changed", "added", "removed", "markup"


@dataclass(frozen=True)
class Passage:
    """One text of a change, with its name when the change has several."""

    label: str
    runs: list[Run]


@dataclass(frozen=True)
class Change:
    """One field or block that differs. `pictures` are `(before, after)`; either may be None.

    `source` is what the source language says in its place, where somebody needs it to judge a translation.
    """

    key: str
    kind: str
    label: str
    passages: list[Passage] = field(default_factory=list)
    pictures: tuple = ()
    source: str = ""

    @property
    def is_whole(self):
        return self.kind in (ADDED, REMOVED)


@dataclass(frozen=True)
class LaneDiff:
    """`numbers` are pairs of numbers and dates that took each other's place."""

    lane: str
    changes: list[Change]
    is_reordered: bool = False
    numbers: list[tuple[str, str]] = field(default_factory=list)

    @property
    def is_empty(self):
        return not self.changes and not self.is_reordered

    def count(self, *kinds):
        return sum(change.kind in kinds for change in self.changes)

    @property
    def changed(self):
        return self.count(CHANGED, MARKUP)

    @property
    def added(self):
        return self.count(ADDED)

    @property
    def removed(self):
        return self.count(REMOVED)


def replaced(before, after):
    """Runs for something that is one piece, a name or a date: the old, then the new."""
    return [run for run in (Run(RUN_REMOVED, before), Run(RUN_ADDED, after)) if run.text]


def kind_of(before, after):
    if before and after:
        return CHANGED
    return ADDED if after else REMOVED
