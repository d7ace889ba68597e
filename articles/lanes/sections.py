"""Which sections of a body a new text has changed."""

from articles.lanes.staleness import changed_keys

OPENING = ""  # what stands before the first heading, and beside the body


def changed_sections(before, after):
    """Ids of the headings above what differs between two texts given as `{key: Unit}`, in reading order, each once.

    `OPENING` for the headline, the lead and what has no heading; of what is gone, the heading it had.
    """
    there, here = _section_of(before), _section_of(after)
    found = {here.get(key, there.get(key)) for key in changed_keys(before, after)}
    order = list(dict.fromkeys([*here.values(), *there.values()]))
    return sorted(found, key=order.index)


def _section_of(units):
    """`{unit key: id of the heading it stands under}`"""
    found, heading = {}, OPENING
    for key, unit in units.items():
        if unit.kind == "heading":
            heading = unit.block_id
        found[key] = heading if unit.block_id else OPENING
    return found
