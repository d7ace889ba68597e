"""What the raw value of a block holds besides running text: pictures, pages, addresses, dates, numbers in tables."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import gettext
from wagtail import blocks
from wagtail.blocks.field_block import ChooserBlock

from articles.blocks.structured import TypedTableBlock


@dataclass(frozen=True)
class Leaf:
    """One value within a block; `model` when it is the id of an object."""

    path: tuple[str, ...]
    label: str
    value: object
    model: type | None = None


def leaves(block, value, path=(), label=""):
    """Every `Leaf` of `value` that says something, in the order of the form."""
    if value in (None, "", [], {}):
        return []
    if isinstance(block, blocks.StructBlock):
        return [
            leaf
            for name, child in block.child_blocks.items()
            for leaf in leaves(child, value.get(name), (*path, name), str(child.label))
        ]
    if isinstance(block, blocks.ListBlock):
        return [leaf for place, item in enumerate(value) for leaf in _item_leaves(block, item, place, path, label)]
    if isinstance(block, TypedTableBlock):
        return _numbers(value, path)
    return [Leaf(path, label, value, block.target_model if isinstance(block, ChooserBlock) else None)]


def _item_leaves(block, item, place, path, label):
    if isinstance(item, dict) and item.get("type") == "item" and "value" not in item:
        return []  # all it holds is text, which a unit keeps apart from this
    if not isinstance(item, dict) or "value" not in item:  # a list of before Wagtail gave items ids
        return leaves(block.child_block, item, (*path, str(place)), label)
    return leaves(block.child_block, item["value"], (*path, item.get("id") or str(place)), label)


def _numbers(table, path):
    """Cells of number columns, which are the same in every language."""
    columns = table.get("columns") or []
    return [
        Leaf((*path, str(r), str(c)), gettext("Row %(row)d, column %(column)d") % {"row": r + 1, "column": c + 1}, cell)
        for r, row in enumerate(table.get("rows") or [])
        for c, (column, cell) in enumerate(zip(columns, row.get("values") or [], strict=False))
        if column.get("type") == "number" and cell
    ]


class Objects:
    """The objects that values refer to, fetched with one query for each model."""

    def __init__(self, wanted):
        """`wanted` are pairs of a model and an id; ids of nothing are left out."""
        ids = defaultdict(set)
        for model, pk in wanted:
            if pk:
                ids[model].add(pk)
        self.found = {model: model._default_manager.in_bulk(list(pks)) for model, pks in ids.items()}

    def get(self, model, pk):
        return self.found.get(model, {}).get(pk)

    def words(self, leaf):
        if leaf.model is None:
            return str(leaf.value)
        found = self.get(leaf.model, leaf.value)
        return str(found) if found is not None else gettext("(deleted)")
