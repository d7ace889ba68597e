"""RSS 2.0 feeds, one of each kind per language, and the page that lists them."""

import re
import uuid
from datetime import UTC, datetime

from django.contrib.syndication.views import Feed
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import languages
from articles.models import Category, ExplainerPage, NewsItemPage, SiteFrame, Topic
from articles.public import body as bodies
from articles.public.addresses import absolute, named, page_address
from articles.public.corrections import told
from articles.public.explainer_links import explainers_named_by, with_links
from articles.public.frame import FrameBuilder
from articles.public.links import References, resolve
from articles.public.outdated import notice

LENGTH = 30
EPOCH = datetime(2021, 9, 1, tzinfo=UTC)  # "updated" of a feed without items: any fixed day keeps its ETag still
LOCAL = re.compile(r'((?:href|src)=")([/#][^"]*)"')
LOCAL_SET = re.compile(r'(srcset=")([^"]*)"')
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2


class RssFeed(Rss201rev2Feed):
    """RSS 2.0 with the whole text in `content:encoded`; characters that XML cannot carry are left out."""

    def __init__(self, **channel):
        super().__init__(**_fit_for_xml(channel))

    def add_item(self, **item):
        super().add_item(**_fit_for_xml(item))

    def rss_attributes(self):
        return {**super().rss_attributes(), "xmlns:content": "http://purl.org/rss/1.0/modules/content/"}

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("content:encoded", item["content"])

    def latest_post_date(self):
        return super().latest_post_date() if self.items else EPOCH


def _fit_for_xml(value):
    if isinstance(value, str):
        return NOT_XML.sub("", value)
    if isinstance(value, dict):
        return {key: _fit_for_xml(part) for key, part in value.items()}
    return [_fit_for_xml(part) for part in value] if isinstance(value, (list, tuple)) else value


class NewsroomFeed(Feed):
    """Shared by all feeds; `self` is one object for all requests, so what a request needs travels in `obj`."""

    feed_type = RssFeed
    item_guid_is_permalink = False

    @method_decorator(require_safe)
    def __call__(self, request, *args, **kwargs):
        return super().__call__(request, *args, **kwargs)

    def get_object(self, request, slug=None):
        language = languages.current()
        subject = self.subject(slug, language) if slug else None
        return {"language": language, "subject": subject, "site": SiteFrame.stored(), "path": request.path}

    # --- the channel
    def title(self, obj):
        parts = [obj["site"].name or "DAJP", self.subject_title(obj)]
        return " | ".join(part for part in parts if part)

    def subject_title(self, obj):
        return languages.read(obj["subject"], "name", obj["language"])

    def description(self, obj):
        return obj["site"].tagline or self.title(obj)

    def link(self, obj):
        return absolute(f"/{obj['language']}/")

    def feed_url(self, obj):
        return absolute(obj["path"])

    # --- items
    def item_title(self, item):
        return item.headline

    def item_link(self, item):
        return absolute(page_address(item.url_path, item.feed_language))

    def item_guid(self, item):
        """Made of the page's own key and the language: it stays when headline, slug or host change."""
        return uuid.uuid5(item.translation_key, item.feed_language).urn

    def item_updateddate(self, item):
        return max(self.item_pubdate(item), languages.read(item, "released_at", item.feed_language), *item.feed_moments)

    def item_categories(self, item):
        return item.feed_categories

    def item_extra_kwargs(self, item):
        return {"content": item.feed_content}


def with_feed_parts(items, language):
    """The items with all that their entries say, fetched together: language, categories, full text."""
    raws = [bodies.raw_blocks(languages.read(item, "body", language)) for item in items]
    named_by = explainers_named_by(items)
    wanted = References(pages={one.explainer for links in named_by.values() for one in links})
    for raw in raws:
        wanted |= bodies.references(raw)
    resolved = resolve(wanted, language)
    with_links(items, named_by, resolved)
    for item, raw in zip(items, raws, strict=True):
        item.feed_language = language
        names = [getattr(item, "category", None), *item.topics.all()]
        item.feed_categories = [name for name in (languages.read(n, "name", language) for n in names if n) if name]
        context = _entry(item, bodies.body(raw, resolved, language), language)
        item.feed_notice = render_to_string("partials/outdated_line.html", context).strip()
        item.feed_moments = [correction.at for correction in context["corrections"]]
        if context["outdated"]:
            item.feed_moments.append(context["outdated"].since)
        own_address = absolute(page_address(item.url_path, language))
        item.feed_content = with_absolute_addresses(render_to_string("feeds/content.html", context), own_address)
    return items


def _entry(item, body, language):
    """What the template of an entry's full text is given."""
    outdated, corrections = notice(item, language, body), told(item, language)
    return {
        "item": item,
        "body": body,
        "language": language,
        "in_feed": True,
        "outdated": outdated,
        "corrections": corrections,
    }


def with_absolute_addresses(html, own_address):
    """`html` fit to be read elsewhere; links within the text lead to the page at `own_address`."""

    def elsewhere(address):
        return f"{own_address}{address}" if address.startswith("#") else absolute(address)

    html = LOCAL.sub(lambda found: f'{found[1]}{elsewhere(found[2])}"', html)
    return LOCAL_SET.sub(
        lambda found: f'{found[1]}{", ".join(absolute(part.strip()) for part in found[2].split(","))}"', html
    ).strip()


def _with_notice(item, summary):
    """Who reads only the summary is told as well that the original has moved on."""
    return " ".join(part for part in (item.feed_notice, summary) if part)


class NewsFeed(NewsroomFeed):
    def items(self, obj):
        language = obj["language"]
        items = NewsItemPage.objects.in_stream(self.stream(obj), language).with_corrections(language)
        newest = items.select_related("category").prefetch_related("topics")[:LENGTH]
        return with_feed_parts(list(newest), language)

    def item_description(self, item):
        return _with_notice(item, item.summary)

    def item_pubdate(self, item):
        return item.published_at


class AllNewsFeed(NewsFeed):
    def stream(self, obj):
        return "all"

    def subject_title(self, obj):
        return _("News")


def named_in(language, model):
    """The topics or categories that have a name in `language`: the others do not exist there."""
    return model.objects.filter(**{f"{languages.column('name', language)}__gt": ""})


class CategoryFeed(NewsFeed):
    def subject(self, slug, language):
        return get_object_or_404(named_in(language, Category), slug=slug)

    def stream(self, obj):
        return f"category:{obj['subject'].pk}"


class TopicFeed(NewsFeed):
    def subject(self, slug, language):
        return get_object_or_404(named_in(language, Topic), slug=slug)

    def stream(self, obj):
        return f"topic:{obj['subject'].pk}"


class ExplainerNewsFeed(NewsFeed):
    """The related news of one explainer."""

    def subject(self, slug, language):
        return get_object_or_404(ExplainerPage.objects.released(language).for_listing(), slug=slug)

    def subject_title(self, obj):
        return _("News on: %(headline)s") % {"headline": languages.read(obj["subject"], "headline", obj["language"])}

    def link(self, obj):
        return absolute(page_address(obj["subject"].url_path, obj["language"]))

    def stream(self, obj):
        return f"explainer:{obj['subject'].pk}"


class ExplainersFeed(NewsroomFeed):
    def subject_title(self, obj):
        return _("Explainers")

    def items(self, obj):
        language = obj["language"]
        pages = ExplainerPage.objects.released(language).with_corrections(language).prefetch_related("topics")
        return with_feed_parts(list(pages.order_by("-first_published", "-pk")[:LENGTH]), language)

    def item_description(self, item):
        return _with_notice(item, item.standfirst)

    def item_pubdate(self, item):
        return item.first_published


@require_safe
def feeds_page(request):
    """All feeds of a language, for people."""
    language = languages.current()
    builder = FrameBuilder(language)
    explainers = ExplainerPage.objects.released(language).for_listing().newest_first(language)
    context = {
        "language": language,
        "news_feed": absolute(named("feed-news", language)),
        "explainers_feed": absolute(named("feed-explainers", language)),
        "corrections_feed": absolute(named("feed-corrections", language)),
        "groups": [
            (_("News by category"), _feeds("feed-category", named_in(language, Category), language, "name")),
            (_("News by topic"), _feeds("feed-topic", named_in(language, Topic), language, "name")),
            (_("News on an explainer"), _feeds("feed-explainer", explainers, language, "headline")),
        ],
        "frame": builder.build(
            resolve(builder.references, language),
            path=request.path,
            alternates={code: named("feeds", code) for code in languages.codes()},
        ),
    }
    return TemplateResponse(request, "feeds/feeds_page.html", context)


def _feeds(name, subjects, language, label):
    return [(languages.read(s, label, language), absolute(named(name, language, s.slug))) for s in subjects]
