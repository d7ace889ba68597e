"""What a page says in words that the glossary forbids."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext
from wagtail.fields import StreamField

from articles import languages, terms
from articles.lanes import Segment, Unit, units
from articles.models.glossary import current_terms
from articles.models.glossary_wording import blocking_message, warning_message, with_places


@dataclass(frozen=True)
class Violation:
    """A forbidden variant in a page's text; `match` gives its place in `segment.plain`."""

    unit: Unit
    segment: Segment
    match: terms.Match
    place: str  # the unit as editors know it

    @property
    def words(self):
        return self.segment.plain[self.match.start : self.match.end]


def page_violations(model, content, language, termset=None, *, wanted=lambda segment: True):
    """Every `Violation` in the wanted segments of one language of a page's content, in reading order.

    One small query, none when a `Termset` is given.
    """
    termset = current_terms() if termset is None else termset
    found, texts = [], units(model, content, language)
    for number, unit in numbered(texts):
        for segment in filter(wanted, unit.segments):
            for match in termset.violations(segment.plain, language):
                found.append(Violation(unit, segment, match, unit_label(model, unit, language, number)))
    return found


def term_blockers(model, content, language):
    """`(blocking, warning)`: what the words of the glossary say against publishing this text, one line per variant."""
    lines = {terms.BLOCK: defaultdict(list), terms.WARN: defaultdict(list)}
    wording = {terms.BLOCK: blocking_message, terms.WARN: warning_message}
    for violation in page_violations(model, content, language):
        term = violation.match.term
        line = wording[term.severity](violation.words, term, language)
        lines[term.severity][line].append(violation.place)
    blocking, warning = (
        [with_places(line, places) for line, places in lines[severity].items()]
        for severity in (terms.BLOCK, terms.WARN)
    )
    return blocking, warning


def numbered(texts):
    """`(number of the block within its body, from 1; or 0 for a field, Unit)` of the result of `units()`."""
    counts = defaultdict(int)
    for unit in texts.values():
        if unit.block_id:
            counts[unit.field] += 1
        yield counts[unit.field], unit


def unit_label(model, unit, language, number):
    """A unit as editors know it: `Headline`, or `Body, block 3 (Paragraph)`."""
    field = model._meta.get_field(languages.column(unit.field, language))
    name = capfirst(str(model._meta.get_field(unit.field).verbose_name))
    if not isinstance(field, StreamField):
        return name
    block = field.stream_block.child_blocks.get(unit.kind)
    kind = str(block.label) if block else unit.kind
    return gettext("%(field)s, block %(number)d: %(kind)s") % {"field": name, "number": number, "kind": kind}
