"""How a block of a translation follows the source: in its shape, and as far as it is asked to in its pictures."""

from wagtail import blocks
from wagtail.blocks.field_block import ChooserBlock

from articles.blocks.texts import rewrite

OWN = (ChooserBlock, blocks.URLBlock)  # what another language may have its own of: a picture with words, a source


def follow(block, source, target=None, texts=None, *, take_media=True):
    """The raw value that a translated block gets: shape, dates, numbers and choices of `source`.

    Its texts, by path, are those of `texts`, else those of `target`, else empty; a path that the source does not have
    raises KeyError. Pictures, pages and addresses that `target` has are kept unless `take_media`.
    """
    wanted = dict(texts or {})
    present = {} if target is None else _texts(block, target)
    value = rewrite(block, source, lambda path, text, html: wanted.pop(path, present.get(path, "")))
    if wanted:
        raise KeyError(next(iter(wanted)))
    return value if take_media or target is None else _keep_own(block, value, target)


def _texts(block, value):
    found = {}
    rewrite(block, value, lambda path, text, html: found.setdefault(path, text))
    return found


def _keep_own(block, value, own):
    if isinstance(block, blocks.StructBlock):
        own = own if isinstance(own, dict) else {}
        return {
            name: _keep_own(block.child_blocks[name], part, own.get(name)) if name in block.child_blocks else part
            for name, part in value.items()
        }
    if isinstance(block, blocks.ListBlock):
        known = {item["id"]: item for item in own or [] if isinstance(item, dict) and item.get("id")}
        return [_keep_item(block.child_block, item, known) for item in value]
    return own or value if isinstance(block, OWN) else value


def _keep_item(block, item, known):
    if not isinstance(item, dict) or item.get("id") not in known:
        return item
    return {**item, "value": _keep_own(block, item["value"], known[item["id"]].get("value"))}


def insert_in_order(order, present, key):
    """At which index of `present` a new `key` belongs, so that it follows what it follows in `order`."""
    before = order[: order.index(key)] if key in order else order
    for neighbour in reversed(before):
        if neighbour in present:
            return present.index(neighbour) + 1
    after = order[order.index(key) + 1 :] if key in order else []
    return next((present.index(neighbour) for neighbour in after if neighbour in present), len(present))
