"""Explainers and their index."""

from django.db.models import CharField, Value
from django.template.response import TemplateResponse

from articles import languages
from articles.models import Author, ExplainerPage, Topic
from articles.public import body as bodies
from articles.public.addresses import named
from articles.public.frame import FrameBuilder, page_alternates
from articles.public.links import References, resolve
from articles.public.listing import by_day, grouped_by_topic, no_rest
from articles.public.news import related_news_page
from articles.public.reading_time import reading_time
from articles.public.section_news import news_of, put_news_in_sections
from articles.public.text_page import text_of
from articles.public.versions import PART, versions

RELATED_NEWS = 8
RELATED_EXPLAINERS = 4


def index_page(request, page, rest=()):
    no_rest(rest)
    language = languages.current()
    builder = FrameBuilder(language)
    explainers = ExplainerPage.objects.released(language).for_listing().newest_first(language)
    frame = builder.build(
        resolve(builder.references, language),
        path=request.path,
        alternates=page_alternates(page),
        feeds=[(named("feed-explainers", language), page.headline)],
    )
    context = {
        "page": page,
        "language": language,
        "topics": grouped_by_topic(explainers.prefetch_related("topics"), once=False),
        "frame": frame,
    }
    return TemplateResponse(request, "articles/explainer_index_page.html", context)


def explainer_page(request, page, rest=()):
    if rest == ("news",):
        return related_news_page(request, page)
    if rest[:1] == (PART,):
        return versions(request, page, rest[1:], _show)
    no_rest(rest)
    return _show(request, page)


def _show(request, page, earlier=None):
    """The page as it is; or, given an `Earlier`, as it was, without what is news today."""
    language = languages.current()
    feed = named("feed-explainer", language, page.slug)
    related = None if earlier else References(related=_related(page, language))
    text = text_of(request, page, earlier, beside=related, feeds=[(feed, page.headline)])
    topics, authors = filed_under(page, language, in_memory=getattr(request, "is_preview", False))
    alternates = text.context["frame"].alternates
    context = {
        **text.context,
        "keys": text.context["body"].take_key_points(),
        "reading": reading_time(text.raw, language),
        "topics": topics,
        "authors": authors,
        "sources": bodies.raw_blocks(page.sources),
        "elsewhere": [(code, languages.name(code), alternates[code]) for code in alternates if code != language],
        "feed": feed,
        "related": text.resolved.related,
        **({} if earlier else _news(page, text, language)),
    }
    return TemplateResponse(request, "articles/explainer_page.html", context)


def _news(page, text, language):
    items = news_of(page, language, RELATED_NEWS)
    put_news_in_sections(text.context["body"], items, text.history)
    return {"days": by_day(items[:RELATED_NEWS])}


def filed_under(page, language, *, in_memory=False):
    """`(topics, authors)` of an explainer as `{"pk", "name", "slug"}`, unnamed ones left out.

    One query for both; from memory for a preview, whose choices may not be stored yet.
    """
    column = languages.column("name", language)
    if in_memory:
        both = (page.topics.all(), page.authors.all())
        return tuple([{"pk": o.pk, "name": getattr(o, column), "slug": o.slug} for o in kind] for kind in both)
    rows = [
        model.objects.filter(explainers=page)
        .order_by()
        .annotate(kind=Value(kind, output_field=CharField()))
        .values_list("kind", "pk", column, "slug")
        for kind, model in (("topic", Topic), ("author", Author))
    ]
    found = {"topic": [], "author": []}
    for kind, pk, name, slug in rows[0].union(rows[1], all=True).order_by():
        if name:
            found[kind].append({"pk": pk, "name": name, "slug": slug})
    return sorted(found["topic"], key=lambda row: row["pk"]), sorted(found["author"], key=lambda row: row["pk"])


def _related(page, language):
    """Ids of the newest explainers that share a topic, as a query."""
    shared = ExplainerPage.topics.through.objects
    topics = shared.filter(explainerpage_id=page.pk).values("topic_id")
    pages = ExplainerPage.objects.released(language).newest_first(language).exclude(pk=page.pk)
    return pages.filter(pk__in=shared.filter(topic_id__in=topics).values("explainerpage_id"))[
        :RELATED_EXPLAINERS
    ].values("pk")
