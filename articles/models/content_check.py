"""What the checks of a page's content find in it, each with its place as editors know it."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.text import capfirst

from articles import checks, lanes, languages
from articles.lanes.units import raw_blocks
from articles.models.check_wording import in_section, message
from articles.models.glossary_wording import with_places
from articles.models.term_check import numbered, unit_label

IN_BLOCKS = "checks"  # the key of what stops a release and stands in no one column


@dataclass(frozen=True)
class Remark:
    """A finding in words; `place` is its field or block as editors know it."""

    finding: checks.Finding
    message: str
    place: str


def remarks(model, content, language):
    """Every `Remark` on one language of a page's content; no query."""
    texts = lanes.units(model, content, language)
    found = checks.findings(
        texts,
        language,
        wanted=model.checked_for,
        has_hero=bool(content.get("hero")),
        has_sources=bool(raw_blocks(content.get("sources"))),
    )
    places = _places(model, texts, language) if found else {}
    return [Remark(one, message(one, language), places.get(one.unit) or _field(model, one.unit)) for one in found]


def _places(model, texts, language):
    above = checks.headings_above(texts)
    found = {}
    for number, unit in numbered(texts):
        heading = next(filter(None, reversed(above[unit.key])), "") if unit.kind != "heading" else ""
        found[unit.key] = in_section(unit_label(model, unit, language, number), heading)
    return found


def _field(model, name):
    """Of a field that is empty, and so no unit."""
    return capfirst(str(model._meta.get_field(name).verbose_name))


def content_blockers(model, content, language):
    """`{column or IN_BLOCKS: text}`: what must be mended before this language goes out."""
    lines = defaultdict(list)
    for remark in remarks(model, content, language):
        if remark.finding.severity == checks.BLOCK:
            field, _slash, block_id = remark.finding.unit.partition("/")
            if block_id:
                lines[IN_BLOCKS].append(with_places(remark.message, [remark.place]))
            else:
                lines[languages.column(field, language)].append(remark.message)
    return {key: " ".join(found) for key, found in lines.items()}


def content_warnings(model, content, language):
    """What had better be mended, one line for each thing."""
    places = defaultdict(list)
    for remark in remarks(model, content, language):
        if remark.finding.severity == checks.WARN:
            places[remark.message].append(remark.place)
    return [with_places(line, found) for line, found in places.items()]
