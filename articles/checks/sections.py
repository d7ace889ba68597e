"""The sections of a text, as its headings make them."""

import json

SECTION, SUBSECTION = 2, 3


def media(unit):
    """What a block has besides text, by name; nothing for a block that is one text."""
    found = json.loads(unit.media) if unit.media else {}
    return found if isinstance(found, dict) else {}


def level(heading):
    return SUBSECTION if str(media(heading).get("level")) == "3" else SECTION


def headings_above(units):
    """`{key: (section, subsection)}` that each block stands in, by their headings; "" where there is none."""
    found, section, subsection = {}, "", ""
    for unit in units.values():
        if unit.kind == "heading":
            is_section = level(unit) == SECTION
            section, subsection = (unit.plain, "") if is_section else (section, unit.plain)
        found[unit.key] = (section, subsection) if unit.block_id else ("", "")
    return found


def sections(units):
    """The blocks of the body, section by section; first those above the first section, which may be none."""
    found = [[]]
    for unit in units.values():
        if unit.kind == "heading" and level(unit) == SECTION:
            found.append([])
        if unit.block_id:
            found[-1].append(unit)
    return found
