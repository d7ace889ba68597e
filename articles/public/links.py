"""What is referred to, fetched together: one query per kind, however much a page refers to."""

from dataclasses import dataclass, field

from django.db.models import BooleanField, Q, QuerySet, Value
from django.db.models.expressions import ExpressionWrapper

from articles.models import Picture, Promo
from articles.public.addresses import page_address
from articles.querysets import released_pages

SECTIONS = ("explainerindexpage", "newsfeedpage")


@dataclass(frozen=True)
class Link:
    address: str
    headline: str


@dataclass
class References:
    """Ids that a page refers to, by kind; `related` is a query of ids of further pages."""

    pages: set = field(default_factory=set)
    pictures: set = field(default_factory=set)
    promos: set = field(default_factory=set)
    related: QuerySet | None = None

    def __or__(self, other):
        related = other.related if self.related is None else self.related
        pages, pictures = self.pages | other.pages, self.pictures | other.pictures
        return References(pages, pictures, self.promos | other.promos, related)


@dataclass
class Resolved:
    """What the ids stand for, as far as readers of one language may see it; `links` maps a page's id to its `Link`."""

    language: str = ""
    links: dict = field(default_factory=dict)
    related: list = field(default_factory=list)  # newest first
    pictures: dict = field(default_factory=dict)
    promos: dict = field(default_factory=dict)
    explainers: Link | None = None
    news: Link | None = None


def resolve(references, language):
    """`Resolved` for all of `references`: one query for pages, and at most one each for promos and pictures."""
    promos = Promo.objects.in_bulk(references.promos) if references.promos else {}
    page_ids = references.pages | {promo.page_id for promo in promos.values() if promo.page_id}
    rows = _pages(page_ids, references.related, language)
    links = {row["pk"]: Link(page_address(row["url_path"], language), row["headline"] or "") for row in rows}
    sections = {kind: links[row["pk"]] for row in rows for kind in SECTIONS if row[kind]}
    return Resolved(
        language=language,
        links=links,
        related=[links[row["pk"]] for row in rows if row["is_related"]],
        pictures=Picture.objects.in_bulk(references.pictures) if references.pictures else {},
        promos=promos,
        explainers=sections.get("explainerindexpage"),
        news=sections.get("newsfeedpage"),
    )


def _pages(page_ids, related, language):
    """Rows of what readers of `language` may see: the pages asked for, those related, and the two sections."""
    wanted = Q(pk__in=page_ids)
    for kind in SECTIONS:
        wanted |= Q(**{f"{kind}__isnull": False})
    is_related = Value(False) if related is None else ExpressionWrapper(Q(pk__in=related), BooleanField())
    if related is not None:
        wanted |= Q(pk__in=related)
    rows = released_pages(language).filter(wanted).annotate(is_related=is_related).order_by("-newest", "-pk")
    return list(rows.values("pk", "url_path", "headline", "is_related", *SECTIONS))
