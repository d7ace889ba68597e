"""What readers of a translation are told when the source has moved on: that it did, when, and where."""

from dataclasses import dataclass, field
from datetime import datetime

from articles import languages
from articles.public import body as bodies
from articles.public.addresses import page_address


@dataclass(frozen=True)
class Changed:
    """A section that changed; `language` and the address are the source's where the translation has no such section."""

    address: str
    number: str = ""
    title: str = ""
    language: str = ""

    @property
    def is_opening(self):
        return not self.title


@dataclass(frozen=True)
class Notice:
    """`original` is the address of the source, "" where readers may not see it."""

    since: datetime
    correction: bool
    source: str
    original: str = ""
    sections: list = field(default_factory=list)


def notice(page, language, body):
    """The `Notice` of a page in `language`, whose `Body` is `body`; None when it is up to date."""
    stored = languages.read(page, "outdated", language)
    if not stored:
        return None
    source = languages.default()
    is_public = source in page.released_languages()
    return Notice(
        since=datetime.fromisoformat(stored["since"]),
        correction=stored["correction"],
        source=source,
        original=page_address(page.url_path, source) if is_public else "",
        sections=_sections(page, stored["units"], language, body, source if is_public else ""),
    )


def _sections(page, keys, language, body, source):
    """Each section with one of `keys` once, in reading order; what stands before the first one is the opening."""
    numbered = {heading.id: heading for heading in body.headings}
    here = _section_of_blocks(page, language)
    there = _section_of_blocks(page, source) if source else {}
    order = _reading_order(here, there)
    found = {}
    for key in keys:
        _field, _, block_id = key.partition("/")
        section = here.get(block_id) if block_id in here else there.get(block_id)
        if section is None:
            changed = Changed("#main")
        elif section["id"] in numbered:
            heading = numbered[section["id"]]
            changed = Changed(f"#{heading.anchor}", heading.number, heading.value["text"])
        else:
            anchor = bodies.Block("heading", section["id"], {}).anchor
            address = f"{page_address(page.url_path, source)}#{anchor}"
            changed = Changed(address, title=section["value"]["text"], language=source)
        found[changed.address] = order[section and section["id"]], changed
    return [changed for _place, changed in sorted(found.values(), key=lambda pair: pair[0])]


def _reading_order(here, there):
    """`{id of a heading: place}`; one that only the source has comes after the section it follows there."""
    places = {None: (0, 0)}  # the opening
    for section in here.values():
        places.setdefault(section and section["id"], (len(places), 0))
    before = places[None]
    for number, section in enumerate(there.values(), 1):
        before = places.setdefault(section and section["id"], (before[0], number))
    return places


def _section_of_blocks(page, language):
    """`{block id: the raw heading it stands under, or None}`"""
    found, heading = {}, None
    for raw in bodies.raw_blocks(languages.read(page, "body", language)):
        if raw["type"] == "heading":
            heading = raw
        found[raw.get("id") or ""] = heading
    return found
