"""From news to the explainers that it belongs to, and to the very section that it updates."""

import json
from dataclasses import dataclass

from django.db.models import Case, F, Q, TextField, When

from articles import languages
from articles.models import NewsItemExplainer
from articles.public import body as bodies
from articles.public.links import Resolved


@dataclass(frozen=True)
class Named:
    """An explainer that an item names; `body` holds the raw blocks of its text where `section` (an id) is in it."""

    explainer: int
    section: str = ""
    body: tuple = ()


@dataclass(frozen=True)
class ExplainerLink:
    """`section` is the number and heading of the part that the item updates, "" where it is not told, or the whole."""

    address: str
    headline: str
    section: str = ""


def explainers_named_by(items):
    """`{item id: [Named]}`, in the editors' order, for a page of items: one query."""
    found = {}
    rows = NewsItemExplainer.objects.filter(item_id__in=[item.pk for item in items]).order_by("sort_order", "pk")
    for item_id, explainer, section in rows.values_list("item_id", "explainer_id", "section"):
        found.setdefault(item_id, []).append(Named(explainer, section))
    return found


def explainers_of(item, language, *, in_memory=False):
    """`[Named]` of one item, with the texts to name the sections from; from memory for a preview."""
    column = languages.column("body", language)
    if in_memory:
        links = [link for link in item.explainer_links.all() if link.explainer_id]
        return [
            Named(link.explainer_id, link.section, tuple(bodies.raw_blocks(getattr(link.explainer, column))))
            for link in links
        ]
    text = Case(When(~Q(section=""), then=F(f"explainer__{column}")), output_field=TextField())
    rows = NewsItemExplainer.objects.filter(item=item.pk).order_by("sort_order", "pk").annotate(text=text)
    return [
        Named(explainer, section, tuple(json.loads(text) if text else ()))
        for explainer, section, text in rows.values_list("explainer_id", "section", "text")
    ]


def with_links(items, named_by, resolved):
    """The items, each with `explainers`: the `ExplainerLink`s that readers may follow."""
    for item in items:
        named = [one for one in named_by.get(item.pk, ()) if one.explainer in resolved.links]
        item.explainers = [_link(one, resolved.links[one.explainer], resolved.language) for one in named]
    return items


def _link(named, page, language):
    heading = next((h for h in _headings(named.body, language) if h.id == named.section), None)
    if not named.section or (named.body and heading is None):  # or one that readers of this language have not got
        return ExplainerLink(page.address, page.headline)
    title = f"{heading.number} {heading.value['text']}" if heading else ""
    return ExplainerLink(f"{page.address}#{bodies.anchor_of(named.section)}", page.headline, title)


def _headings(raw, language):
    headings = [block for block in raw if block["type"] == "heading"]
    return bodies.body(headings, Resolved(), language).headings
