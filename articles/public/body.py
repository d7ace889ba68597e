"""A body as readers see it: numbered sections, contents, figures, everything it refers to in place."""

from dataclasses import dataclass, field

from articles.blocks.media import video_player
from articles.blocks.text import linked_page_ids
from articles.public import rich_text
from articles.public.addresses import localised
from articles.public.links import References


@dataclass
class Block:
    kind: str
    id: str
    value: dict
    number: str = ""

    @property
    def template(self):
        return f"blocks/{self.kind}.html"

    @property
    def anchor(self):
        """Follows the block's id: it survives retitling and is the same in every language."""
        return f"s-{self.id[:8]}"


@dataclass
class Section:
    heading: Block | None
    blocks: list = field(default_factory=list)

    @property
    def subheadings(self):
        return [block for block in self.blocks if block.kind == "heading"]


@dataclass
class Body:
    """`opening` holds what stands before the first section; `sections` the rest."""

    opening: list
    sections: list
    characters: int = 0
    words: int = 0

    @property
    def contents(self):
        return [section for section in self.sections if section.heading]


def raw_blocks(stream):
    """The blocks of a StreamField value as plain data, without fetching what they refer to."""
    return stream.stream_block.get_prep_value(stream) if stream else []


def references(blocks):
    """Every page, picture and promo that raw blocks refer to."""
    found = References()
    for block in blocks:
        value = block["value"]
        if block["type"] in ("figure", "video") and value.get("picture"):
            found.pictures.add(value["picture"])
        elif block["type"] == "related":
            found.pages |= {item["value"] for item in value.get("pages") or [] if item["value"]}
        elif block["type"] == "promo" and value.get("promo"):
            found.promos.add(value["promo"])
        for html in _rich_texts(block["type"], value):
            found.pages |= linked_page_ids(html)
    return found


def _rich_texts(kind, value):
    if kind == "paragraph":
        return [value]
    if kind == "note":
        return [value.get("text")]
    if kind == "bullets":
        return [item["value"] for item in value.get("items") or []]
    if kind == "questions":
        return [item["value"].get("answer") for item in value.get("items") or []]
    if kind == "timeline":
        return [item["value"].get("text") for item in value.get("entries") or []]
    return []


def body(blocks, resolved, language):
    """The `Body` of raw blocks, with the numbers of `language` (1-1 in Japanese, 1.1 elsewhere)."""
    result = Body(opening=[], sections=[])
    joint = "-" if language == "ja" else "."
    counts = {"figure": 0, "table": 0}
    for raw in blocks:
        block = _block(raw, resolved, language)
        if block is None:
            continue
        if block.kind == "heading" and (block.value["level"] == "2" or not result.sections):
            block.number = str(len(result.sections) + 1)
            block.value = {**block.value, "level": "2"}  # a subsection before any section stands as one
            result.sections.append(Section(block))
            continue
        if block.kind == "heading":
            section = result.sections[-1]
            block.number = f"{section.heading.number}{joint}{len(section.subheadings) + 1}"
        elif block.kind in counts:
            counts[block.kind] += 1
            block.number = str(counts[block.kind])
        (result.sections[-1].blocks if result.sections else result.opening).append(block)
    return result


def _block(raw, resolved, language):
    """A `Block` ready for its template, or None where there is nothing to show."""
    make = MAKERS.get(raw["type"])
    if make is None:
        return None  # of another version: kept, not shown
    value = make(raw["value"], resolved)
    return None if value is None else Block(raw["type"], raw.get("id") or "", value)


def _paragraph(value, resolved):
    return {"text": rich_text.rendered(value, resolved.links)} if value else None


def _plain_items(name):
    def make(value, resolved):
        items = [item["value"] for item in value.get(name) or [] if item["value"]]
        return {**value, name: items} if items else None

    return make


def _bullets(value, resolved):
    items = [rich_text.rendered(item["value"], resolved.links) for item in value.get("items") or [] if item["value"]]
    return {"ordered": value.get("kind") == "number", "items": items} if items else None


def _note(value, resolved):
    return {**value, "text": rich_text.rendered(value.get("text"), resolved.links)}


def _questions(value, resolved):
    items = [
        {**item["value"], "answer": rich_text.rendered(item["value"].get("answer"), resolved.links)}
        for item in value.get("items") or []
    ]
    return {"items": items} if items else None


def _timeline(value, resolved):
    entries = [
        {**item["value"], "text": rich_text.rendered(item["value"].get("text"), resolved.links)}
        for item in value.get("entries") or []
    ]
    return {"entries": entries} if entries else None


def _figure(value, resolved):
    return {**value, "picture": resolved.pictures.get(value.get("picture"))}


def _video(value, resolved):
    player = video_player(value.get("url"))
    if player is None:
        return None
    return {
        **value,
        "provider": player[0],
        "player": player[1],
        "picture": resolved.pictures.get(value.get("picture")),
    }


def _related(value, resolved):
    wanted = [item["value"] for item in value.get("pages") or []]
    links = [resolved.links[pk] for pk in wanted if pk in resolved.links]
    return {"links": links} if links else None


def _promo(value, resolved):
    promo = resolved.promos.get(value.get("promo"))
    return promo_value(promo, resolved) if promo else None


def promo_value(promo, resolved):
    link = resolved.links.get(promo.page_id)
    return {"promo": promo, "address": link.address if link else localised(promo.address, resolved.language)}


def _table(value, resolved):
    table = value.get("table") or {}
    columns = table.get("columns") or []
    if not columns:
        return None
    rows = [
        [
            {"text": cell, "number": column["type"] == "number"}
            for column, cell in zip(columns, row["values"], strict=False)
        ]
        for row in table.get("rows") or []
    ]
    return {**value, "columns": columns, "rows": rows}


def _comparison(value, resolved):
    return {**value, "rows": [item["value"] for item in value.get("rows") or []]}


def _as_it_is(value, resolved):
    return value


MAKERS = {
    "heading": _as_it_is,
    "paragraph": _paragraph,
    "bullets": _bullets,
    "key_points": _plain_items("points"),
    "note": _note,
    "quote": _as_it_is,
    "questions": _questions,
    "figure": _figure,
    "video": _video,
    "related": _related,
    "promo": _promo,
    "table": _table,
    "comparison": _comparison,
    "timeline": _timeline,
}
