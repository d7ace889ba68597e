"""A text in pieces for a template: approved terms and forbidden ones marked, with what to know about them."""

from django.utils.translation import gettext, pgettext

from articles import languages

APPROVED, FORBIDDEN = "term term--approved", "term term--forbidden"


def marked(text, language, termset):
    """`(text, CSS class or "", title)` of each piece; joined, the pieces are `text` again."""
    pieces, end = [], 0
    for match in termset.find(text, language):
        if match.start > end:
            pieces.append((text[end : match.start], "", ""))
        css, title = _mark(match, language)
        pieces.append((text[match.start : match.end], css, title))
        end = match.end
    if end < len(text):
        pieces.append((text[end:], "", ""))
    return pieces


def _mark(match, language):
    names = match.term.names
    if match.variant is not None:
        return FORBIDDEN, gettext("Not approved. Use “%(name)s”.") % {"name": names.get(language) or "–"}
    others = (f"{languages.name(code)}: {names[code]}" for code in languages.codes() if _other(names, code, language))
    return APPROVED, pgettext("between the names in a list", ", ").join(others)


def _other(names, code, language):
    return code != language and names.get(code)
