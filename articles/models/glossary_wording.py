"""What the desk says about terms: why one cannot be saved, and what a text should say instead."""

from django.utils.translation import gettext, gettext_lazy, pgettext

from articles import languages, terms
from articles.terms import conflict_rules as rules

MOST_PLACES = 3

REASONS = {
    rules.NO_NAME: gettext_lazy("Write the approved name first: “%(text)s” has nothing to be replaced by."),
    rules.OWN_NAME: gettext_lazy("“%(text)s” is the approved name of this term."),
    rules.OTHERS_NAME: gettext_lazy("“%(text)s” is the approved name of another term: %(other)s."),
    rules.OTHERS_VARIANT: gettext_lazy("“%(text)s” is a variant not to use of another term: %(other)s."),
    rules.TAKEN: gettext_lazy("There is a term of this name already: %(other)s."),
}


def conflict_message(conflict):
    names = conflict.other.names if conflict.other else {}
    other = next((names[code] for code in languages.codes() if names.get(code)), "")
    return REASONS[conflict.reason] % {"text": conflict.text, "other": other}


def blocking_message(variant, term, language):
    if language == languages.default():
        text = gettext("“%(variant)s” is not an approved term. Use “%(name)s”.")
    else:
        text = gettext("“%(variant)s” is not an approved translation. Use “%(name)s”.")
    return text % {"variant": variant, "name": term.names.get(language, "")}


def warning_message(variant, term, language):
    text = gettext("“%(variant)s” should rather be “%(name)s”.")
    return text % {"variant": variant, "name": term.names.get(language, "")}


def variant_messages(text, language, termset):
    """What is to be said of the forbidden variants in a text, each once: those that stop a publish, and the others."""
    wording = {terms.BLOCK: blocking_message, terms.WARN: warning_message}
    found = termset.violations(text, language)
    lines = [wording[match.term.severity](text[match.start : match.end], match.term, language) for match in found]
    return list(dict.fromkeys(lines))


def with_places(message, places):
    """The message and where it applies, the first few places named."""
    distinct = list(dict.fromkeys(places))
    shown = pgettext("between the names in a list", ", ").join(distinct[:MOST_PLACES])
    if len(distinct) > MOST_PLACES:
        shown = gettext("%(places)s and %(count)d more") % {"places": shown, "count": len(distinct) - MOST_PLACES}
    return gettext("%(message)s (%(places)s)") % {"message": message, "places": shown}
