"""Why the wording of one term cannot stand beside that of the others."""

from dataclasses import dataclass

from articles.terms.folding import comparable
from articles.terms.matching import Term

NO_NAME = "no-name"  # variants are forbidden in favour of nothing
OWN_NAME = "own-name"  # a variant is the term's own approved name
OTHERS_NAME = "others-name"  # a variant is the approved name of another term
OTHERS_VARIANT = "others-variant"  # the approved name is a forbidden variant of another term
TAKEN = "taken"  # another term has the approved name already


@dataclass(frozen=True)
class Conflict:
    reason: str
    text: str
    other: Term | None = None

    @property
    def is_about_name(self):
        return self.reason in (OTHERS_VARIANT, TAKEN)


def conflicts(term, others, language, *, unique):
    """Conflicts of `term` with itself and with the `Termset` of the others; `unique`: names are, in this language."""
    name, variants = term.names.get(language), term.forbidden.get(language, ())
    found = [] if name or not variants else [Conflict(NO_NAME, variants[0])]
    for variant in variants:
        if name and comparable(variant, term.case_sensitive) == comparable(name, term.case_sensitive):
            found.append(Conflict(OWN_NAME, variant))
        elif holder := _first_but(term, others.named(variant, language)):
            found.append(Conflict(OTHERS_NAME, variant, holder))
    if name and (holder := _first_but(term, others.forbidding(name, language))):
        found.append(Conflict(OTHERS_VARIANT, name, holder))
    if name and unique and (holder := _first_but(term, others.named(name, language))):
        found.append(Conflict(TAKEN, name, holder))
    return found


def _first_but(term, holders):
    return next((holder for holder in holders if holder.pk != term.pk), None)
