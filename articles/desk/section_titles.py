"""Which section of a text a unit stands in, by the number and the heading that readers see above it."""

import json


def section_titles(units, is_counted=lambda unit: True):
    """`{key: "1-2 組織"}` of units in reading order; "" for fields and before the first heading.

    A heading that is not counted opens no section of its own.
    """
    found, title, numbers = {}, "", [0, 0]
    for unit in units:
        if unit.kind == "heading" and is_counted(unit):
            title = f"{_number(unit, numbers)} {unit.plain}"
        found[unit.key] = title if unit.block_id else ""
    return found


def _number(heading, numbers):
    level = json.loads(heading.media or "{}").get("level")
    if level == "3" and numbers[0]:
        numbers[1] += 1
        return f"{numbers[0]}-{numbers[1]}"
    numbers[:] = [numbers[0] + 1, 0]
    return str(numbers[0])
