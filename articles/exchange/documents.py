"""What is exchanged: the texts of pages in two languages, and the reasons why a file is refused."""

from dataclasses import dataclass, replace
from datetime import datetime

MOST_REASONS = 100


@dataclass(frozen=True)
class Segment:
    """One text within a unit; `path` tells it from the others of its unit. `target` is "" when not translated."""

    path: str
    source: str
    target: str
    html: bool  # stored rich text


@dataclass(frozen=True)
class Unit:
    """A field (`headline`) or a block of a body (`body/<block id>`); `note` speaks to the translator."""

    key: str
    segments: tuple[Segment, ...]
    note: str = ""


@dataclass(frozen=True)
class Document:
    """One page in two languages. Read from a file that lost them, digest and title are "" and the time is None.

    `file` names the one of several that it came in.
    """

    source_language: str
    target_language: str
    page_key: str
    title: str
    source_digest: str
    exported_at: datetime | None
    units: tuple[Unit, ...]
    file: str = ""


@dataclass(frozen=True)
class Reason:
    """Why a file is refused, and where in it: page, unit, text. `file` names one of several."""

    where: str
    message: str
    file: str = ""

    def __str__(self):
        return f"{self.where}: {self.message}"


class XliffError(Exception):
    """Files that were not taken; `reasons` says why, at most a hundred times, of each file some.

    `is_legible`: they could be read, and do not fit the pages as they are now.
    """

    def __init__(self, reasons, *, is_legible=True):
        self.reasons = _of_each_file(list(reasons))
        self.is_legible = is_legible
        super().__init__("\n".join(map(str, self.reasons)))

    def of_file(self, name):
        """The same, said of one of several files."""
        return XliffError([replace(reason, file=name) for reason in self.reasons], is_legible=self.is_legible)


def _of_each_file(reasons):
    """As many reasons as are shown, those of a file together and no file without any."""
    by_file = {}
    for reason in reasons:
        by_file.setdefault(reason.file, []).append(reason)
    most = max(1, MOST_REASONS // max(1, len(by_file)))
    return [reason for found in by_file.values() for reason in found[:most]]
