"""Machine text in a translation: nothing of it is released before a person has confirmed it."""

from django.utils.translation import gettext

from articles import lanes
from articles.lanes.plain_text import plain_text
from articles.models.term_check import numbered, unit_label
from articles.models.translations import Translation


def holds_suggestion(unit, suggested):
    """Whether a unit says what was suggested for it; `suggested` is `{path: text}`. Markup and spaces do not count."""
    if unit is None:
        return False
    said = {segment.path: _words(segment.plain) for segment in unit.segments}
    return any(_words(plain_text(text)) in said.get(path, "") for path, text in suggested.items() if _words(text))


def _words(text):
    return " ".join(text.split())


def unconfirmed(model, page_id, language, content):
    """`(number of the block, Unit)` of each unit of `content` with machine text that nobody has confirmed."""
    row = Translation.objects.filter(page_id=page_id, lane=language).first()
    if row is None or not row.machine:
        return []
    units = numbered(lanes.units(model, content, language))
    return [(number, unit) for number, unit in units if holds_suggestion(unit, row.machine.get(unit.key, {}))]


def machine_blockers(model, page_id, language, content):
    """Why this text cannot be released as far as machines wrote it: one line per unit; one small query."""
    text = gettext("%(place)s: a machine suggestion that nobody has confirmed.")
    return [
        text % {"place": unit_label(model, unit, language, number)}
        for number, unit in unconfirmed(model, page_id, language, content)
    ]
