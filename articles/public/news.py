"""The news feed: all, by category, by day, item by item, and the news of one explainer."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import Http404
from django.template.response import TemplateResponse
from django.utils import timezone

from articles import languages
from articles.models import Category, NewsItemPage
from articles.public.addresses import named, page_address
from articles.public.cursors import Cursor, read_cursor
from articles.public.explainer_links import explainers_named_by, explainers_of, with_links
from articles.public.frame import FrameBuilder, page_alternates
from articles.public.links import References, resolve
from articles.public.listing import by_day, no_rest
from articles.public.live_news import live_address, news_since
from articles.public.text_page import text_of
from articles.public.versions import PART, versions

PER_PAGE = 30
JST = ZoneInfo(settings.TIME_ZONE)


@dataclass
class NewsList:
    """What a list of news shows: `older` is the address of the next page, or ""."""

    items: list
    older: str
    newest: bool


def feed_page(request, page, rest=()):
    if len(rest) == 3:
        return _day_page(request, page, rest)
    if len(rest) > 1:
        raise Http404("nothing below a category")
    language = languages.current()
    categories = list(Category.objects.all())
    category = _category(categories, rest[0], language) if rest else None
    stream = f"category:{category.pk}" if category else "all"
    if "live" in request.GET:
        return news_since(request, stream, page_address(page.url_path, language), language)
    news = news_list(request, stream, language)
    return _render(request, page, news, categories=categories, category=category, rest=rest)


def _category(categories, slug, language):
    for category in categories:
        if category.slug == slug and languages.read(category, "name", language):
            return category
    raise Http404("no such category")


def news_list(request, stream, language):
    """One page of a stream, from the place that `?before=` names."""
    cursor = read_cursor(request.GET.get("before"))
    items = NewsItemPage.objects.in_stream(stream, language, before=cursor).for_listing()
    found = list(items.select_related("category")[: PER_PAGE + 1])
    shown = found[:PER_PAGE]
    more = len(found) > PER_PAGE
    older = f"?before={Cursor(shown[-1].published_at, shown[-1].pk)}" if more else ""
    return NewsList(items=shown, older=older, newest=cursor is None)


def _day_page(request, page, rest):
    language = languages.current()
    day = _day(rest)
    start = datetime.combine(day, time(), JST)
    end = start + timedelta(days=1)

    def in_news(**times):
        return NewsItemPage.objects.in_stream("all", language, **times).for_listing()

    items = list(in_news(since=start, until=end).select_related("category"))
    older, newer = in_news(until=start).first(), in_news(since=end).reverse().first()
    if not items:
        raise Http404("no news on that day")
    base = page_address(page.url_path, language)
    neighbours = {
        name: (
            timezone.localdate(item.published_at),
            day_address(base, timezone.localdate(item.published_at)),
        )
        for name, item in (("older", older), ("newer", newer))
        if item
    }
    news = NewsList(items=items, older="", newest=False)
    return _render(request, page, news, day=day, neighbours=neighbours, rest=rest)


def _day(rest):
    """The date that `("2025", "12", "04")` names; raises `Http404` for anything else, `2025/12/4` included."""
    year, month, day = rest
    if not (len(year) == 4 and len(month) == len(day) == 2):
        raise Http404("not a day")
    try:
        found = date.fromisoformat("-".join(rest))
    except ValueError as error:
        raise Http404("not a day") from error
    if not 1900 <= found.year <= 9000:
        raise Http404("not a day that a database can look around")
    return found


def day_address(base, day):
    return f"{base}{day:%Y/%m/%d}/"


def _render(request, page, news, *, rest=(), category=None, categories=None, **more):
    language = languages.current()
    if categories is None:
        categories = list(Category.objects.all())
    builder = FrameBuilder(language)
    named_by = explainers_named_by(news.items)
    wanted = {one.explainer for links in named_by.values() for one in links}
    resolved = resolve(builder.references | References(pages=wanted), language)
    below = "".join(f"{part}/" for part in rest)
    base = page_address(page.url_path, language)
    alternates = {
        code: address + below
        for code, address in page_alternates(page).items()
        if category is None or languages.read(category, "name", code)
    }
    feeds = [(named("feed-category", language, category.slug), category.name)] if category else []
    context = {
        "page": page,
        "language": language,
        "base": base,
        "tabs": [
            (c.name, f"{base}{c.slug}/", c == category) for c in categories if languages.read(c, "name", language)
        ],
        "category": category,
        "days": by_day(with_links(news.items, named_by, resolved)),
        "news": news,
        "live": live_address(request.path, news.items) if news.newest else "",
        "feed": feeds[0][0] if feeds else named("feed-news", language),
        "frame": builder.build(resolved, path=request.path, alternates=alternates, feeds=feeds),
        **more,
    }
    return TemplateResponse(request, "news/feed_page.html", context)


def related_news_page(request, explainer):
    """All news of one explainer, page by page."""
    language = languages.current()
    builder = FrameBuilder(language)
    news = news_list(request, f"explainer:{explainer.pk}", language)
    resolved = resolve(builder.references, language)
    feed = named("feed-explainer", language, explainer.slug)
    context = {
        "page": explainer,
        "language": language,
        "days": by_day(with_links(news.items, {}, resolved)),
        "news": news,
        "feed": feed,
        "frame": builder.build(
            resolved,
            path=request.path,
            alternates={code: f"{address}news/" for code, address in page_alternates(explainer).items()},
            feeds=[(feed, explainer.headline)],
        ),
    }
    return TemplateResponse(request, "news/related_news_page.html", context)


def item_page(request, page, rest=()):
    if rest[:1] == (PART,):
        return versions(request, page, rest[1:], _show_item)
    no_rest(rest)
    return _show_item(request, page)


def _show_item(request, page, earlier=None):
    """The item as it is; or, given an `Earlier`, as it was, without what is news today."""
    language = languages.current()
    named = explainers_of(page, language, in_memory=getattr(request, "is_preview", False))
    text = text_of(request, page, earlier, beside=References(pages={one.explainer for one in named}), lead="running")
    with_links([page], {page.pk: named}, text.resolved)
    feed_base = page_address(page.url_path.rstrip("/").rpartition("/")[0] + "/", language)
    context = {
        **text.context,
        "category": page.category,
        "feed_base": feed_base,
        "day_address": day_address(feed_base, timezone.localdate(page.published_at)),
        "others": [] if earlier else _other_items(page, language),
    }
    return TemplateResponse(request, "news/item_page.html", context)


def _other_items(page, language):
    return list(NewsItemPage.objects.in_stream("all", language).for_listing().exclude(pk=page.pk)[:6])
