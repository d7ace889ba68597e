"""What is referred to, fetched together: one query per kind, however much a page refers to."""

from dataclasses import dataclass, field

from django.db.models import Q

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
    """Ids that a page refers to, by kind."""

    pages: set = field(default_factory=set)
    pictures: set = field(default_factory=set)
    promos: set = field(default_factory=set)

    def __or__(self, other):
        return References(self.pages | other.pages, self.pictures | other.pictures, self.promos | other.promos)


@dataclass
class Resolved:
    """What the ids stand for, as far as readers of one language may see it; `links` maps a page's id to its `Link`."""

    language: str = ""
    links: dict = field(default_factory=dict)
    pictures: dict = field(default_factory=dict)
    promos: dict = field(default_factory=dict)
    explainers: Link | None = None
    news: Link | None = None


def resolve(references, language):
    """`Resolved` for all of `references`: one query for pages, and at most one each for promos and pictures."""
    promos = Promo.objects.in_bulk(references.promos) if references.promos else {}
    page_ids = references.pages | {promo.page_id for promo in promos.values() if promo.page_id}
    links, sections = links_to(page_ids, language)
    return Resolved(
        language=language,
        links=links,
        pictures=Picture.objects.in_bulk(references.pictures) if references.pictures else {},
        promos=promos,
        explainers=sections.get("explainerindexpage"),
        news=sections.get("newsfeedpage"),
    )


def links_to(page_ids, language):
    """`({id: Link}, {kind: Link})` of what readers of `language` may see: the pages asked for, and the two sections."""
    is_section = Q()
    for kind in SECTIONS:
        is_section |= Q(**{f"{kind}__isnull": False})
    rows = released_pages(language).filter(Q(pk__in=page_ids) | is_section)
    links, sections = {}, {}
    for pk, url_path, headline, *section_ids in rows.values_list("pk", "url_path", "headline", *SECTIONS):
        link = Link(page_address(url_path, language), headline or "")
        links[pk] = link
        sections.update({kind: link for kind, section_id in zip(SECTIONS, section_ids, strict=True) if section_id})
    return links, sections
