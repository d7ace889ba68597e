"""News that an explainer's section does not know of yet: linked to it by editors, and newer than its text."""

from django.db.models import OuterRef, Q, Subquery

from articles.models import NewsItemExplainer, NewsItemPage

IN_SECTIONS = 12


def news_of(page, language, newest):
    """The `newest` items of an explainer and those linked to its sections, newest first, in one query.

    Each with `section`: the id of the heading that it is linked to, "" for none.
    """
    links = NewsItemExplainer.objects.filter(explainer=page.pk).exclude(section="")
    released = NewsItemPage.objects.released(language)
    in_stream = NewsItemPage.objects.in_stream(f"explainer:{page.pk}", language).values("pk")[:newest]
    linked = released.filter(pk__in=links.values("item_id")).order_by("-published_at", "-pk").values("pk")[:IN_SECTIONS]
    section = links.filter(item=OuterRef("pk")).order_by("sort_order", "pk").values("section")[:1]
    items = released.filter(Q(pk__in=in_stream) | Q(pk__in=linked)).annotate(section=Subquery(section))
    return list(items.order_by("-published_at", "-pk").for_listing())


def put_news_in_sections(body, items, history):
    """Gives each heading of `body` its `newer` items: those that came out after the section's text."""
    for heading in body.headings:
        changed_at = history.changed_at(heading.id)
        heading.newer = [
            item for item in items if item.section == heading.id and changed_at and item.published_at > changed_at
        ]
