"""A body as readers see it: numbered sections, contents, figures, everything it refers to in place."""

from dataclasses import dataclass, field

from articles.blocks.text import linked_page_ids
from articles.public.block_values import MAKERS, Making
from articles.public.links import References


def anchor_of(block_id):
    """Follows the block's id: it survives retitling and is the same in every language."""
    return f"s-{block_id[:8]}"


@dataclass
class Block:
    kind: str
    id: str
    value: dict
    number: str = ""
    newer: list = field(default_factory=list)  # of a heading: news that its section does not know of

    @property
    def template(self):
        return f"blocks/{self.kind}.html"

    @property
    def anchor(self):
        return anchor_of(self.id)


@dataclass
class Section:
    heading: Block | None
    blocks: list = field(default_factory=list)

    @property
    def newer(self):
        """How many news items the section and what is below it do not know of."""
        headings = [*([self.heading] if self.heading else []), *self.subheadings]
        return sum(len(heading.newer) for heading in headings)

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

    def take_key_points(self):
        """The key points that open the text, taken out for a place of their own; None where there are none."""
        opens = self.opening and self.opening[0].kind == "key_points"
        return self.opening.pop(0) if opens else None

    @property
    def headings(self):
        """Every heading, in reading order."""
        return [heading for section in self.contents for heading in (section.heading, *section.subheadings)]

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


def body(blocks, resolved, language, wording=None, *, eras=False):
    """The `Body` of raw blocks, with the numbers of `language` (1-1 in Japanese, 1.1 elsewhere)."""
    result = Body(opening=[], sections=[])
    making = Making(resolved, wording, eras)
    joint = "-" if language == "ja" else "."
    counts = {"figure": 0, "table": 0}
    for raw in blocks:
        block = _block(raw, making)
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


def _block(raw, making):
    """A `Block` ready for its template, or None where there is nothing to show."""
    make = MAKERS.get(raw["type"])
    if make is None:
        return None  # of another version: kept, not shown
    value = make(making.plain(raw), making)
    return None if value is None else Block(raw["type"], raw.get("id") or "", value)
