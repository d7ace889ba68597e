"""The translatable texts inside the raw value of a block: how to find them, and how to put others in their place."""

from wagtail import blocks

from articles.blocks import structured


def rewrite(block, value, change):
    """`value` with each translatable text replaced by `change(path, text, html)`; pictures, links and dates stay.

    A path names a text within its block and is the same in every language: `""` for a block that is one text,
    `alt`, `rows/<id of the item>/left`, `table/rows/0/1`. `html` is true for rich text. `block` may be None (an
    unknown type): nothing in it is translated.
    """
    return _rewrite(block, value, (), lambda path, text, html: change("/".join(path), text, html))


def _rewrite(block, value, path, change):
    if isinstance(block, blocks.StructBlock):
        value = value if isinstance(value, dict) else {}
        return {
            name: _rewrite(child, value.get(name), (*path, name), change) for name, child in block.child_blocks.items()
        }
    if isinstance(block, blocks.ListBlock):
        return [_rewrite_item(block.child_block, item, place, path, change) for place, item in enumerate(value or [])]
    if isinstance(block, structured.TypedTableBlock):
        return _rewrite_table(value, path, change)
    if is_text(block):
        return change(path, value or "", isinstance(block, blocks.RichTextBlock))
    return value


def _rewrite_item(block, item, place, path, change):
    if not isinstance(item, dict) or "value" not in item:  # a list of before Wagtail gave items ids
        return _rewrite(block, item, (*path, str(place)), change)
    return {**item, "value": _rewrite(block, item["value"], (*path, item.get("id") or str(place)), change)}


def _rewrite_table(value, path, change):
    if not value:
        return value
    columns = value["columns"]
    return {
        "columns": [
            {**column, "heading": change((*path, "columns", str(i)), column.get("heading") or "", False)}
            for i, column in enumerate(columns)
        ],
        "rows": [
            {
                "values": [
                    cell if column["type"] == "number" else change((*path, "rows", str(r), str(c)), cell or "", False)
                    for c, (column, cell) in enumerate(zip(columns, row["values"], strict=False))
                ]
            }
            for r, row in enumerate(value["rows"])
        ],
        "caption": change((*path, "caption"), value.get("caption") or "", False),
    }


def is_text(block):
    """Whether a block holds words that differ between languages; a partial date is written in none."""
    if not isinstance(block, (blocks.CharBlock, blocks.TextBlock, blocks.RichTextBlock)):
        return False
    return not (isinstance(block, blocks.CharBlock) and structured.check_partial_date in block.field.validators)
