"""Searching what readers may see: terms, explainers and pages about the site, and the news, newest first."""

from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from urllib.parse import urlencode

from django.db.models import Case, F, IntegerField, Q, When
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles import languages, search
from articles.models import ExplainerPage, NewsItemPage, NewsStreamEntry, StandardPage
from articles.public.addresses import named, page_address
from articles.public.cursors import Cursor, read_cursor
from articles.public.frame import FrameBuilder
from articles.public.glossary import entry
from articles.public.links import resolve

TEXTS = 20  # explainers and pages about the site
PER_PAGE = 20  # news items
REACH = 5000  # news items that one page looks through
SUGGESTIONS = 3
ALIKE = 0.6  # from 0 to 1, as `difflib` counts


@dataclass(frozen=True)
class Hit:
    page: object
    address: str
    headline: list  # `search.Part`s
    excerpt: list


@dataclass
class Results:
    """`older` is the address of further news, or ""; `instead` is `[(words, address)]`, for when nothing was found."""

    entries: list = field(default_factory=list)  # of the glossary
    texts: list = field(default_factory=list)
    news: list = field(default_factory=list)
    older: str = ""
    instead: list = field(default_factory=list)

    def __bool__(self):
        return bool(self.entries or self.texts or self.news)


@require_safe
def search_page(request):
    """`?q=` is what to look for; `?before=` goes on with older news."""
    language = languages.current()
    builder = FrameBuilder(language)
    glossary = builder.glossary()
    query = search.parsed(request.GET.get("q", ""), _names(glossary)[0])
    before = read_cursor(request.GET.get("before"))
    results = _results(query, glossary, before, language) if query.terms else Results()
    context = {
        "language": language,
        "query": query,
        "results": results,
        "newest": before is None,
        "newest_address": address_of(query.typed, language),
        "explainers": [] if query.terms else _newest_explainers(language),
        "frame": builder.build(
            resolve(builder.references, language),
            path=request.path,
            alternates={code: address_of(query.typed, code) for code in languages.codes()},
        ),
    }
    return render(request, "articles/search_page.html", context)


def address_of(words, language, **more):
    """Where `words` are searched for."""
    base = named("search", language)
    return f"{base}?{urlencode({'q': words, **more})}" if words else base


def _results(query, glossary, before, language):
    results = Results()
    if before is None:
        results.entries = _entries(query, glossary, language)
        results.texts = _texts(query, language)
    results.news, place = _news(query, before, language)
    results.older = address_of(query.typed, language, before=place) if place else ""
    if not results and before is None:
        results.instead = [(words, address_of(words, language)) for words in _instead(query, glossary, language)]
    return results


@lru_cache(maxsize=1)
def _names(glossary):
    """A `Thesaurus`, and `{folded wording: [pk]}`: folding every name again for each reader would take its time."""
    wordings = {pk: _wordings(row) for pk, row in glossary.rows.items()}
    named = {}
    for pk, forms in wordings.items():
        for form in forms:
            named.setdefault(search.folded(form), []).append(pk)
    return search.Thesaurus(wordings.values()), named


def _wordings(row):
    """Names, variants and reading of a term in every language."""
    found = [row.reading]
    for code in languages.codes():
        found += [languages.read(row, "name", code) or "", *row.variants(code)]
    return [wording for wording in found if wording]


def _entries(query, glossary, language):
    """What the terms that were asked for by name mean."""
    named = _names(glossary)[1]
    asked = dict.fromkeys(pk for term in query.terms for pk in named.get(search.folded(term.typed), ()))
    return [entry(glossary.rows[pk], language) for pk in asked if glossary.explains(pk, language)]


def _has(term, where):
    """A condition: `where`, the name of a folded text, contains the term."""
    found = Q()
    for wording in term.wordings:
        found |= Q(**{f"{where}__contains": wording})
    return found


def _matching(pages, query, language):
    """Of released `pages` those that have every term, with the `lines` of their text."""
    wanted = Q(
        search_texts__lane=language,
        lane_releases__lane=language,
        search_texts__digest=F("lane_releases__digest"),
    )
    for term in query.terms:
        wanted &= _has(term, "search_texts__text")
    return pages.filter(wanted).annotate(lines=F("search_texts__lines"))


def _texts(query, language):
    """Those with the most terms in the headline first, then the newest."""
    in_headline = sum(
        Case(When(_has(term, "search_texts__headline"), then=1), default=0, output_field=IntegerField())
        for term in query.terms
    )
    found = []
    for model in (ExplainerPage, StandardPage):
        pages = _matching(model.objects.released(language).for_listing(), query, language)
        pages = pages.annotate(in_headline=in_headline)
        found += pages.order_by("-in_headline", F(languages.column("released_at", language)).desc(), "-pk")[:TEXTS]
    found.sort(key=lambda page: -page.in_headline)
    return [_hit(page, query, language) for page in found[:TEXTS]]


def _news(query, before, language):
    """`(hits, place)`: `place` is the `Cursor` at which older news goes on, None where there is none."""
    end = _end_of_reach(before, language)
    items = NewsItemPage.objects.in_stream("all", language, before=before, since=end.time if end else None)
    found = list(_matching(items.for_listing(), query, language).select_related("category")[: PER_PAGE + 1])
    shown = found[:PER_PAGE]
    if len(found) > PER_PAGE:
        end = Cursor(shown[-1].published_at, shown[-1].pk)
    return [_hit(item, query, language) for item in shown], end


def _end_of_reach(before, language):
    """The place of the last news item that is looked through, None where all are."""
    entries = NewsStreamEntry.objects.filter(stream="all", language=language)
    if before:
        entries = entries.filter(published_at__lte=before.time)
    place = entries.order_by("-published_at", "-item_id").values_list("published_at", "item_id")[REACH:].first()
    return Cursor(*place) if place else None


def _hit(page, query, language):
    return Hit(
        page=page,
        address=page_address(page.url_path, language),
        headline=search.marked(page.headline, query.terms),
        excerpt=search.excerpt(page.lines, query.terms),
    )


def _instead(query, glossary, language):
    """Words to try: names of the glossary that are spelt much alike, and each of several terms by itself."""
    named = _names(glossary)[1]
    alike = [
        languages.read(glossary.rows[pk], "name", language)
        for term in query.terms
        for wording in get_close_matches(search.folded(term.typed), named, SUGGESTIONS, ALIKE)
        for pk in named[wording]
    ]
    alone = [term.typed for term in query.terms] if len(query.terms) > 1 else []
    return list(dict.fromkeys(filter(None, [*alike, *alone])))


def _newest_explainers(language):
    return ExplainerPage.objects.released(language).for_listing().newest_first(language)[:5]
