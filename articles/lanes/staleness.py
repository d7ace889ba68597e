"""Which parts of a translation are out of date.

The *basis* of a translation says, unit by unit, which source text it was made from: `{unit key: {"digest": …,
"text": {path: words}}}`. An empty digest says that the source no longer has the unit and the translation keeps it.
*Flags* say how much the changes since then matter: `{unit key: {"significance": …, "since": ISO time}}`.
"""

from dataclasses import dataclass

from articles.lanes.significance import Significance, highest
from articles.lanes.units import Unit

CHANGED, ADDED, REMOVED = "changed", "added", "removed"


@dataclass(frozen=True)
class OpenUnit:
    """A place where the translation does not follow the source."""

    key: str
    kind: str  # CHANGED | ADDED | REMOVED
    source: Unit | None
    target: Unit | None
    before: dict  # what the source said when it was translated: {path: words}
    significance: str = ""  # "" while nobody has been asked
    since: str = ""

    @property
    def is_flagged(self):
        return bool(self.significance) and Significance(self.significance).flags_translations

    @property
    def characters(self):
        """Characters of the source that wait to be translated."""
        return len(self.source.plain) if self.source else 0


def entry(unit):
    """What a basis remembers of one unit of the source."""
    if unit is None:
        return {"digest": "", "text": {}}
    return {"digest": unit.digest, "text": {s.path: s.plain for s in unit.segments if s.plain}}


def open_units(source, target, basis, flags):
    """Every `OpenUnit` in the order of the source, then what the source no longer has."""
    found = []
    for key, unit in source.items():
        known, present = basis.get(key), target.get(key)
        if known and known["digest"] == unit.digest:
            continue
        if present is None or (unit.has_text and not present.has_text):
            found.append(_open(key, ADDED, unit, present, {}, flags))
        elif known:
            found.append(_open(key, CHANGED, unit, present, known["text"], flags))
    for key, unit in target.items():
        known = basis.get(key)
        if key not in source and known and known["digest"]:
            found.append(_open(key, REMOVED, None, unit, known["text"], flags))
    return found


def _open(key, kind, source, target, before, flags):
    flag = flags.get(key) or {}
    return OpenUnit(key, kind, source, target, before, flag.get("significance", ""), flag.get("since", ""))


def seeded(basis, source, target):
    """`basis` with an entry for every translated unit that has none: what has just been approved follows the source."""
    translated = {key for key, unit in target.items() if unit.has_text or not unit.segments}
    new = {key: entry(unit) for key, unit in source.items() if key in translated and key not in basis}
    return {**basis, **new}


def changed_keys(before, after):
    """Keys of the units that differ between two texts of the source, removed ones last."""
    changed = [key for key, unit in after.items() if key not in before or before[key].digest != unit.digest]
    return changed + [key for key in before if key not in after]


def advanced(basis, before, after):
    """`basis` after a change without effect on translations: what followed the old text follows the new one."""
    moved = dict(basis)
    for key in changed_keys(before, after):
        followed = key in before and basis.get(key, {}).get("digest") == before[key].digest
        if followed and key in after:
            moved[key] = entry(after[key])
        elif followed:
            moved[key] = entry(None)
    return moved


def flagged(flags, keys, significance, moment):
    """`flags` with those of the changed units raised to `significance`; never lowered while a unit is open."""
    raised = dict(flags)
    for key in keys:
        old = flags.get(key)
        level = highest([significance, *([old["significance"]] if old else [])])
        raised[key] = {"significance": str(level), "since": (old or {}).get("since") or moment.isoformat()}
    return raised


def still_open(flags, opened):
    """`flags` of the units that are open; the others have been dealt with."""
    keys = {unit.key for unit in opened}
    return {key: flag for key, flag in flags.items() if key in keys}
