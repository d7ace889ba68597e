"""Where a text stands within its block: what editors call the place, and what its form asks of it."""

from dataclasses import dataclass

from django.utils.translation import gettext
from wagtail import blocks

from articles.blocks import structured

LONGEST_CELL = 500


@dataclass(frozen=True)
class Place:
    labels: tuple[str, ...]  # from the outside in; empty for a block that is one text
    longest: int | None  # characters
    lines: int
    required: bool
    html: bool


def place(block, path):
    """The `Place` of the text at `path` (`texts.rewrite`) of a block; `block` may be None (an unknown type)."""
    return _place(block, path.split("/") if path else [], ())


def _place(block, steps, labels):
    if isinstance(block, structured.TypedTableBlock):
        return Place((*labels, *_table_labels(steps)), LONGEST_CELL, 1, True, False)
    if isinstance(block, blocks.StructBlock) and steps:
        child = block.child_blocks[steps[0]]
        words = () if isinstance(child, (blocks.ListBlock, structured.TypedTableBlock)) else (str(child.label),)
        return _place(child, steps[1:], (*labels, *words))
    if isinstance(block, blocks.ListBlock) and steps:
        child = block.child_block
        words = () if isinstance(child, blocks.StructBlock) else (str(child.label),)
        return _place(child, steps[1:], (*labels, *words))
    field = getattr(block, "field", None)
    return Place(
        labels=labels,
        longest=getattr(field, "max_length", None),
        lines=1 if type(block) is blocks.CharBlock else 3,
        required=bool(block and block.required),
        html=isinstance(block, blocks.RichTextBlock),
    )


def _table_labels(steps):
    if steps[0] == "caption":
        return (gettext("Caption"),)
    if steps[0] == "columns":
        return (gettext("Heading of column %(number)d") % {"number": int(steps[1]) + 1},)
    return (gettext("Row %(row)d, column %(column)d") % {"row": int(steps[1]) + 1, "column": int(steps[2]) + 1},)
