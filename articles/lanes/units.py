"""A lane's text in the pieces that are translated, compared and exchanged one by one.

A *unit* is a field (`headline`) or a block of a body (`body/<block id>`); it is known by the same key in every
language. A *segment* is one text within a unit, known by its path.
"""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property

from wagtail.fields import StreamField

from articles import languages
from articles.blocks.texts import rewrite
from articles.lanes.content import EMPTY, essence, translated_fields
from articles.lanes.plain_text import plain_text


@dataclass(frozen=True)
class Segment:
    path: str
    text: str  # as stored
    html: bool

    @cached_property
    def plain(self):
        """What readers see of it."""
        return plain_text(self.text) if self.html else " ".join(self.text.split())


@dataclass(frozen=True)
class Unit:
    key: str
    field: str
    kind: str  # type of the block, "" for a field
    segments: tuple[Segment, ...]
    media: str = ""  # what it has besides text, as JSON: pictures, addresses, choices

    @property
    def block_id(self):
        return self.key.partition("/")[2]

    @cached_property
    def plain(self):
        return "\n".join(segment.plain for segment in self.segments if segment.plain)

    @cached_property
    def digest(self):
        """Equal for what reads the same: markup and spaces do not count. 16 hexadecimal digits."""
        texts = [[segment.path, segment.plain] for segment in self.segments if segment.plain]
        return hashlib.sha256(json.dumps([self.kind, texts, self.media], ensure_ascii=False).encode()).hexdigest()[:16]

    @property
    def has_text(self):
        return bool(self.plain)


def units(model, content, language):
    """`{key: Unit}` of one language in reading order: fields as the model declares them, a body block by block."""
    found = {}
    for name in fields_in_order(model):
        column = languages.column(name, language)
        field, value = model._meta.get_field(column), content.get(column)
        if isinstance(field, StreamField):
            for item in raw_blocks(value):
                unit = _block_unit(name, field.stream_block, item)
                found[unit.key] = unit
        elif value not in EMPTY:
            found[name] = Unit(name, name, "", (Segment("", str(value), False),))
    return found


def fields_in_order(model):
    """Names of the translated fields as they stand on the page, the body where it is declared."""
    declared = [field.name for field in model._meta.fields]
    return sorted(translated_fields(model), key=declared.index)


def raw_blocks(value):
    """A stored body as a list of raw blocks; blocks without an id, which nothing can be paired with, left out."""
    if isinstance(value, str):
        value = json.loads(value) if value else []
    return [item for item in value or [] if item.get("id")]


def _block_unit(name, stream_block, item):
    segments = []

    def collect(path, text, html):
        segments.append(Segment(path, text, html))
        return ""

    rest = rewrite(stream_block.child_blocks.get(item["type"]), item["value"], collect)
    media = json.dumps(essence(rest), sort_keys=True, ensure_ascii=False) if rest else ""
    return Unit(f"{name}/{item['id']}", name, item["type"], tuple(segments), media)


def with_texts(model, content, language, texts):
    """`content` with the texts `{unit key: {path: text}}` put into one language; unknown places raise KeyError."""
    merged = dict(content)
    for key, replaced in texts.items():
        name, _, block_id = key.partition("/")
        column = languages.column(name, language)
        if not block_id:
            merged[column] = replaced[""]
        else:
            merged[column] = json.dumps(_with_block(model, merged, column, block_id, replaced), ensure_ascii=False)
    return merged


def _with_block(model, content, column, block_id, replaced):
    blocks, stream_block = raw_blocks(content.get(column)), model._meta.get_field(column).stream_block
    place = next((i for i, item in enumerate(blocks) if item["id"] == block_id), None)
    if place is None:
        raise KeyError(block_id)
    item, left = blocks[place], dict(replaced)
    value = rewrite(
        stream_block.child_blocks.get(item["type"]), item["value"], lambda path, text, html: left.pop(path, text)
    )
    if left:
        raise KeyError(next(iter(left)))
    blocks[place] = {**item, "value": value}
    return blocks
