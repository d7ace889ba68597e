"""Which pages use a wording, in what readers see and in what is being written."""

import json
from dataclasses import dataclass
from functools import partial, reduce
from heapq import merge
from itertools import groupby
from operator import or_

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.models import Page

from articles import terms
from articles.models import LanePage, LaneRelease
from articles.models.glossary import current_terms
from articles.models.term_check import page_violations

AT_ONCE = 50  # contents of pages in memory
AROUND = 30  # characters shown on either side


@dataclass(frozen=True)
class Passage:
    place: str
    before: str
    words: str
    after: str


@dataclass(frozen=True)
class Use:
    """What a page says in the wording that was asked for; `passages` maps each to where it stands."""

    page_id: int
    passages: dict[Passage, set[str]]  # "released", "draft"


def spelled(field, text):
    """The condition that a JSON column may hold `text`: never false where it does, except in a word half in bold.

    Japanese is stored as it is on PostgreSQL, as \\u escapes on SQLite, and as escapes of escapes in a body, which is
    JSON within JSON. Markup may stand between two scripts, so each is looked for by itself.
    """
    condition = Q()
    for run in terms.runs(text) or [text]:
        forms = {form for spelling in terms.widths(run) for form in _as_stored(spelling)}
        condition &= reduce(or_, (Q(**{f"{field}__icontains": form}) for form in sorted(forms)))
    return condition


def _as_stored(text):
    once = json.dumps(text)[1:-1]
    return text, once, json.dumps(once)[1:-1]


def uses(term, text, language, pages, before=None):
    """Each `Use` of a wording in `pages` (a queryset), the newest page first; only those older than the id `before`.

    Two queries, read a few rows at a time. `text` counts where no longer term contains it.
    """
    probe = terms.Term(term.pk, {}, {language: (text,)}, case_sensitive=term.case_sensitive)
    others = (other for other in current_terms().terms if other.pk != term.pk)
    names = terms.Term(term.pk, _but(term.names, language, text), {language: term.forbidden.get(language, ())})
    termset = terms.Termset([probe, names, *others])
    rows = merge(*_candidates(text, language, pages, before), key=lambda row: -row[0])
    for page_id, versions in groupby(rows, key=lambda row: row[0]):
        passages = {}
        for _page, kind, content, standing in versions:
            for passage in _passages(kind, content, language, termset, probe):
                passages.setdefault(passage, set()).add(standing)
        if passages:
            yield Use(page_id, passages)


def _but(names, language, text):
    """The term's names, of which the one that is asked for is looked for by the probe."""
    return {code: name for code, name in names.items() if code != language or name != text}


def _candidates(text, language, pages, before):
    """What is public, and the drafts: rows of (page id, id of its type, content, standing), newest page first."""
    older = Q(page_id__lt=before) if before else Q()
    released = LaneRelease.objects.filter(
        older, spelled("content", text), lane=language, withdrawn_at=None, page__live=True, page__in=pages
    )
    older = Q(pk__lt=before) if before else Q()
    drafts = Page.objects.filter(
        older,
        Q(has_unpublished_changes=True) | Q(live=False),
        spelled("latest_revision__content", text),
        pk__in=pages,
    )
    released = released.order_by("-page_id").values_list("page_id", "page__content_type_id", "content")
    drafts = drafts.order_by("-pk").values_list("pk", "content_type_id", "latest_revision__content")
    return _rows(released, "released"), _rows(drafts, "draft")


def _rows(queryset, standing):
    for row in queryset.iterator(chunk_size=AT_ONCE):
        yield (*row, standing)


def _passages(kind, content, language, termset, probe):
    model = ContentType.objects.get_for_id(kind).model_class()
    if model is None or not issubclass(model, LanePage):
        return
    found = page_violations(model, content, language, termset, wanted=partial(_may_say, probe.forbidden[language][0]))
    for violation in found:
        if violation.match.term is probe:
            text, start, end = violation.segment.plain, violation.match.start, violation.match.end
            before, after = text[:start].rpartition("\n")[2], text[end:].partition("\n")[0]
            yield Passage(violation.place, _tail(before), text[start:end], _head(after))


def _may_say(text, segment):
    """As `spelled`, for one text: reading markup is slow, and most texts are not about the wording."""
    said = terms.comparable(segment.text)
    return all(terms.comparable(run) in said for run in terms.runs(text))


def _tail(text):
    return text if len(text) <= AROUND else f"…{text[-AROUND:]}"


def _head(text):
    return text if len(text) <= AROUND else f"{text[:AROUND]}…"
