"""What the words of one translated unit have to be: there, not too long, and none that the glossary forbids."""

from django.utils.translation import gettext as _

from articles import terms
from articles.blocks.places import Place, place
from articles.lanes.plain_text import plain_text
from articles.models.glossary import current_terms
from articles.models.glossary_wording import blocking_message
from articles.models.machine_text import holds_suggestion


def place_of(work, unit, path):
    """The `Place` of one text of a unit."""
    if unit.block_id:
        return place(work.block(unit), path)
    field = work.field(unit)
    return Place((), field.max_length, 1 if field.max_length else 3, True, False)


def problem(work, unit, texts):
    """`(why these texts cannot be the translation, path of the first one at fault)`, or None."""
    present = (
        {segment.path: segment.text for segment in work.target[unit.key].segments} if unit.key in work.target else {}
    )
    for segment in unit.segments:
        text = texts.get(segment.path, present.get(segment.path, ""))
        words = plain_text(text) if segment.html else text.strip()
        if found := _problem_of(place_of(work, unit, segment.path), segment, words, work.language):
            return found, segment.path
    return None


def _problem_of(where, segment, words, language):
    if segment.plain and not words and where.required:
        return _("The translation is empty.")
    if where.longest and len(words) > where.longest:
        return _("The translation has %(count)d characters; %(most)d fit here.") % {
            "count": len(words),
            "most": where.longest,
        }
    for match in current_terms().violations(words, language):
        if match.term.severity == terms.BLOCK:
            return blocking_message(words[match.start : match.end], match.term, language)
    return None


def is_machine_text(unit, suggested):
    """Whether what was suggested for a unit stands in it now."""
    return bool(suggested) and holds_suggestion(unit, suggested)
