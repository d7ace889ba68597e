"""What is referred to, fetched together: one query per kind, however much a page refers to."""

from dataclasses import dataclass, field

from articles.models import Picture, Promo
from articles.public.addresses import page_address
from articles.querysets import released_pages


@dataclass(frozen=True)
class Link:
    address: str
    headline: str


@dataclass
class References:
    """Ids that a page refers to, by kind."""

    pages: set = field(default_factory=set)
    pictures: set = field(default_factory=set)
    promos: set = field(default_factory=set)

    def __or__(self, other):
        return References(self.pages | other.pages, self.pictures | other.pictures, self.promos | other.promos)


@dataclass
class Resolved:
    """What the ids stand for, as far as readers of one language may see it; `links` maps a page's id to its `Link`."""

    links: dict = field(default_factory=dict)
    pictures: dict = field(default_factory=dict)
    promos: dict = field(default_factory=dict)


def resolve(references, language):
    """`Resolved` for all of `references`: at most one query each for promos, pages and pictures."""
    promos = Promo.objects.in_bulk(references.promos) if references.promos else {}
    page_ids = references.pages | {promo.page_id for promo in promos.values() if promo.page_id}
    return Resolved(
        links=links_to(page_ids, language),
        pictures=Picture.objects.in_bulk(references.pictures) if references.pictures else {},
        promos=promos,
    )


def links_to(page_ids, language):
    """`{id: Link}` of the pages that readers of `language` may see; the others are left out."""
    if not page_ids:
        return {}
    rows = released_pages(language).filter(pk__in=page_ids).values_list("pk", "url_path", "headline")
    return {pk: Link(page_address(url_path, language), headline or "") for pk, url_path, headline in rows}
