"""What explainers and news are filed under and signed with: pages of topics and of authors."""

from django.http import Http404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import languages
from articles.models import Author, ExplainerPage, Topic
from articles.public.addresses import named
from articles.public.explainer_links import explainers_named_by, with_links
from articles.public.frame import FrameBuilder
from articles.public.links import References, resolve
from articles.public.listing import by_day
from articles.public.news import news_list
from articles.public.starting import candidates, start_of, with_clearest

EXPLAINERS = 60


@require_safe
def topics_page(request):
    """Every topic that has a name in the reader's language."""
    language = languages.current()
    builder = FrameBuilder(language)
    context = {
        "language": language,
        "topics": [topic for topic in Topic.objects.all() if languages.read(topic, "name", language)],
        "frame": builder.build(
            resolve(builder.references, language),
            path=request.path,
            alternates={code: named("topics", code) for code in languages.codes()},
        ),
    }
    return TemplateResponse(request, "articles/topics_page.html", context)


@require_safe
def topic_page(request, slug):
    """A topic: its explainers, and its news page by page."""
    language = languages.current()
    topic = _named(with_clearest(Topic.objects, language), slug, language)
    builder = FrameBuilder(language)
    news = news_list(request, f"topic:{topic.pk}", language)
    named_by = explainers_named_by(news.items)
    wanted = References(pages={one.explainer for links in named_by.values() for one in links})
    resolved = resolve(builder.references | wanted, language)
    feed = named("feed-topic", language, slug)
    context = {
        "language": language,
        "topic": topic,
        **(_with_start(topic, language) if news.newest else {}),
        "days": by_day(with_links(news.items, named_by, resolved)),
        "news": news,
        "feed": feed,
        "frame": builder.build(
            resolved, path=request.path, alternates=_alternates("topic", topic), feeds=[(feed, topic.name)]
        ),
    }
    return TemplateResponse(request, "articles/topic_page.html", context)


@require_safe
def author_page(request, slug):
    """Who signs explainers, and which."""
    language = languages.current()
    author = _named(Author.objects, slug, language)
    builder = FrameBuilder(language)
    context = {
        "language": language,
        "author": author,
        "explainers": _explainers(language, authors=author),
        "frame": builder.build(
            resolve(builder.references, language), path=request.path, alternates=_alternates("author", author)
        ),
    }
    return TemplateResponse(request, "articles/author_page.html", context)


def _named(snippets, slug, language):
    """The snippet, if it has a name in `language`; raises `Http404`."""
    found = snippets.filter(slug=slug).first()
    if found is None or not languages.read(found, "name", language):
        raise Http404(_("There is no page at this address"))
    return found


def _explainers(language, **filed):
    pages = ExplainerPage.objects.released(language).for_listing().newest_first(language)
    return list(pages.filter(**filed)[:EXPLAINERS])


def _with_start(topic, language):
    """What to read first, by choice or because readers found it clear, and the other explainers, newest first."""
    released = ExplainerPage.objects.released(language).for_listing()
    start = start_of(topic, released.in_bulk(candidates([topic])))
    explainers = [explainer for explainer in _explainers(language, topics=topic) if explainer != start]
    return {"start": start, "explainers": explainers}


def _alternates(route, snippet):
    return {
        code: named(route, code, snippet.slug) for code in languages.codes() if languages.read(snippet, "name", code)
    }
