"""Terms of the glossary in what the side-by-side view shows: in plain texts, and in comparisons of two versions."""

from dataclasses import dataclass, replace
from itertools import accumulate

from articles import terms
from articles.lanes.text_diff import FOLDED, REMOVED, Run


@dataclass(frozen=True)
class MarkedRun(Run):
    parts: tuple[terms.Part, ...] = ()


def marked_text(text, language, termset, target=""):
    """The `terms.Part`s of a text; approved terms offer their name in the language `target`."""
    return terms.parts(text, terms.marks(text, language, termset, target))


def marked_runs(runs, language, termset, target=""):
    """The runs of a comparison, with the terms of the new text marked: one may go on over several runs."""
    new = [run for run in runs if run.kind != REMOVED]
    ends = list(accumulate(len(run.text) for run in new))
    folds = [end - len(run.text) for run, end in zip(new, ends, strict=True) if run.kind == FOLDED]
    text = "".join(run.text for run in new)
    marks = [_before(mark, folds) for mark in terms.marks(text, language, termset, target)]
    places = iter(ends)
    return [run if run.kind == REMOVED else _marked(run, marks, next(places) - len(run.text)) for run in runs]


def _marked(run, marks, place):
    return MarkedRun(run.kind, run.text, tuple(terms.parts(run.text, marks, place)))


def _before(mark, folds):
    """A mark that goes on into what is folded away ends before it: whoever hears the text is told there."""
    inside = [start for start in folds if mark.start < start < mark.end]
    return replace(mark, end=inside[0]) if inside else mark
