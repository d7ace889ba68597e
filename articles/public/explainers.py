"""Explainers and their index."""

from django.db.models import CharField, Value
from django.template.response import TemplateResponse

from articles import languages
from articles.models import Author, ExplainerPage, NewsItemPage, Topic
from articles.public import body as bodies
from articles.public.addresses import named
from articles.public.corrections import told
from articles.public.frame import FrameBuilder, page_alternates
from articles.public.links import resolve
from articles.public.listing import by_day, grouped_by_topic, no_rest
from articles.public.news import related_news_page
from articles.public.outdated import notice
from articles.public.reading_time import reading_time
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
    builder = FrameBuilder(language)
    raw = bodies.raw_blocks(languages.read(page, "body", language))
    resolved = resolve(builder.references | bodies.references(raw), language)
    topics, authors = filed_under(page, language, in_memory=getattr(request, "is_preview", False))
    alternates = {} if earlier else page_alternates(page)
    feed = named("feed-explainer", language, page.slug)
    body = bodies.body(raw, resolved, language)
    context = {
        "page": page,
        "language": language,
        "body": body,
        "reading": reading_time(raw, language),
        "topics": topics,
        "authors": authors,
        "updated": languages.read(page, "released_at", language),
        "sources": bodies.raw_blocks(page.sources),
        "frame": builder.build(resolved, path=request.path, alternates=alternates, feeds=[(feed, page.headline)]),
        "elsewhere": [(code, languages.name(code), alternates[code]) for code in alternates if code != language],
        "earlier": earlier,
        "feed": feed,
        "outdated": notice(page, language, body),
        "corrections": told(page, language),
        **({} if earlier else _around(page, topics, language)),
    }
    return TemplateResponse(request, "articles/explainer_page.html", context)


def _around(page, topics, language):
    """What stands beside the text."""
    news = NewsItemPage.objects.in_stream(f"explainer:{page.pk}", language).for_listing()
    return {"related": _related_explainers(page, topics, language), "days": by_day(news[:RELATED_NEWS])}


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


def _related_explainers(page, topics, language):
    """Newest explainers that share a topic."""
    if not topics:
        return []
    pages = ExplainerPage.objects.released(language).for_listing().newest_first(language)
    same = ExplainerPage.topics.through.objects.filter(topic_id__in=[topic["pk"] for topic in topics])
    return list(pages.filter(pk__in=same.values("explainerpage_id")).exclude(pk=page.pk)[:RELATED_EXPLAINERS])
