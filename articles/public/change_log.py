"""What has become of a text since it was first published: its updates by section, and its corrections in words."""

import json
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext, pgettext

from articles.lanes import Significance
from articles.lanes.sections import OPENING
from articles.models import Correction
from articles.public.corrections import Told, moment
from articles.querysets import text_history

QUIET = (Significance.NONE, Significance.MINOR)  # only the list of all versions has these


@dataclass(frozen=True)
class Changed:
    """A section of the present text that was changed: "" for number and title of what stands before the first."""

    anchor: str
    number: str = ""
    title: str = ""


@dataclass(frozen=True)
class Entry:
    at: datetime
    label: str
    sections: list = field(default_factory=list)
    correction: Told | None = None


class History:
    """The texts of a page in one language that readers have seen, newest first."""

    def __init__(self, page, language):
        if not hasattr(page, "history"):  # a preview, or a page that its readers had to give a password for
            rows = type(page)._base_manager.filter(pk=page.pk).annotate(found=text_history(language))
            page.history = rows.values_list("found", flat=True).first() or []
        self.texts = [{**text, "at": moment(text["at"]), "sections": _list(text["sections"])} for text in page.history]

    def changed_at(self, section):
        """When a section, known by the id of its heading, was last changed; None in a text never released."""
        if not self.texts:
            return None
        return next((text["at"] for text in self.texts if section in text["sections"]), self.texts[-1]["at"])

    def log(self, body, corrections):
        """`[Entry]`, newest first; empty while there has been nothing but the first publication."""
        titles = {heading.id: heading for heading in body.headings}
        told = {correction.version for correction in corrections}
        updates = [_update(text, titles) for text in self.texts if _is_told(text) and text["number"] not in told]
        entries = [*updates, *(_corrected(correction) for correction in corrections)]
        if not corrections and all(text["number"] == 1 or not _is_told(text) for text in self.texts):
            return []
        return sorted(entries, key=lambda entry: entry.at, reverse=True)


def _list(value):
    """SQLite puts JSON within JSON as text."""
    return json.loads(value) if isinstance(value, str) else value


def _is_told(text):
    return text["number"] == 1 or (text["sections"] and text["significance"] not in QUIET)


def _update(text, titles):
    if text["number"] == 1:
        return Entry(text["at"], pgettext("in a log of changes", "Published"))
    known = [section for section in text["sections"] if section == OPENING or section in titles]
    is_correction = text["significance"] == Significance.CORRECTION
    label = Correction.Kind.CORRECTION.label if is_correction else Correction.Kind.UPDATE.label
    return Entry(text["at"], label, [_changed(titles.get(section)) for section in known])


def _changed(heading):
    if heading is None:
        return Changed("main", title=gettext("Beginning"))
    return Changed(heading.anchor, heading.number, heading.value["text"])


def _corrected(correction):
    return Entry(correction.at, correction.label if correction.right else "", correction=correction)
