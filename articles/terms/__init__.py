"""The wording of the newsroom as pure functions: where a text uses approved terms, and where forbidden ones."""

from articles.terms.conflict_rules import Conflict, conflicts
from articles.terms.folding import comparable, hiragana, runs, widths
from articles.terms.marking import APPROVED, FORBIDDEN, Mark, Part, marks, parts
from articles.terms.matching import BLOCK, WARN, Match, Term, Termset

__all__ = [
    "APPROVED",
    "BLOCK",
    "FORBIDDEN",
    "WARN",
    "Conflict",
    "Mark",
    "Match",
    "Part",
    "Term",
    "Termset",
    "comparable",
    "conflicts",
    "hiragana",
    "marks",
    "parts",
    "runs",
    "widths",
]
