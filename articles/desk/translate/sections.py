"""What editors call a unit in the side-by-side view: its section's number and heading, and its kind."""

from django.utils.text import capfirst

from articles import languages
from articles.blocks.following import insert_in_order
from articles.desk.section_titles import section_titles


def reading_order(work):
    """Keys of all units in the order of the source, with those of the translation alone behind their neighbours."""
    order, target = list(work.source), list(work.target)
    for key in target:
        if key not in order:
            order.insert(insert_in_order(target, order, key), key)
    for key, verdict in work.done.items():
        if key not in order:
            order.insert(_place(order, verdict.get("gone") or {}), key)
    return order


def _place(order, gone):
    """Behind the block that it followed; at the beginning of its field where it was the first."""
    before = f"{gone.get('field')}/{gone.get('after')}"
    if before in order:
        return order.index(before) + 1
    of_the_field = [place for place, key in enumerate(order) if key.startswith(f"{gone.get('field')}/")]
    return of_the_field[0] if of_the_field and not gone.get("after") else len(order)


def titles(work, removed=None):
    """`{key: (section, kind)}`: `("1-2 組織", "Paragraph")`; fields have no section. `removed`: in neither text."""
    order, removed = reading_order(work), removed or {}
    present = {key: unit for key in order if (unit := work.source.get(key) or work.target.get(key) or removed.get(key))}
    sections = section_titles(present.values(), lambda unit: unit.key in work.source)
    found, section = {}, ""
    for key in order:
        section = sections.get(key, section)
        found[key] = (section, _kind(work, present[key]) if key in present else "")
    return found


def _kind(work, unit):
    if not unit.block_id:
        return capfirst(str(work.model._meta.get_field(unit.field).verbose_name))
    block = work.block(unit)
    return str(block.label) if block else unit.kind


def anchor(key):
    """An id for HTML that is made of the unit's key alone."""
    return "unit-" + "".join(sign if sign.isalnum() or sign == "-" else "-" for sign in key)


def columns(field, language):
    """The columns of a field in the source language and in that of the translation."""
    return languages.column(field, languages.default()), languages.column(field, language)
