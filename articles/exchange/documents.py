"""What is exchanged: the texts of pages in two languages, and the reasons why a file is refused."""

from dataclasses import dataclass
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
    """One page in two languages. Read from a file that lost them, digest and title are "" and the time is None."""

    source_language: str
    target_language: str
    page_key: str
    title: str
    source_digest: str
    exported_at: datetime | None
    units: tuple[Unit, ...]


@dataclass(frozen=True)
class Reason:
    """Why a file is refused, and where in it: page, unit, text."""

    where: str
    message: str

    def __str__(self):
        return f"{self.where}: {self.message}"


class XliffError(Exception):
    """A file that was not read; `reasons` says why, at most a hundred times."""

    def __init__(self, reasons):
        self.reasons = list(reasons)[:MOST_REASONS]
        super().__init__("\n".join(map(str, self.reasons)))
