"""The pages that hold the others, and what must not stand in their way."""

from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Page, Site

from articles.demo.releases import add_draft, demo_key, release
from articles.demo.taxonomy import CATEGORIES, SITE
from articles.languages import codes, column
from articles.models import Category, ExplainerIndexPage, HomePage, NewsFeedPage

WELCOME_TITLE = "Welcome to your new Wagtail site!"
HOLDERS = {
    HomePage: (
        "dajp",
        {code: {"headline": SITE["name"], "standfirst": SITE[code]["tagline"]} for code in codes()},
    ),
    ExplainerIndexPage: (
        "explainers",
        {
            "ja": {
                "headline": "解説",
                "standfirst": "日本のデジタル行政を、はじめて読む人にも分かる順番で説明します。",
            },
            "en": {
                "headline": "Explainers",
                "standfirst": "Japan’s digital government, step by step, for those who meet it for the first time.",
            },
        },
    ),
    NewsFeedPage: (
        "news",
        {
            "ja": {"headline": "ニュース", "standfirst": "解説に関わる動きを、新しい順に短く伝えます。"},
            "en": {
                "headline": "News",
                "standfirst": "What moves around our explainers, in short, newest first.",
            },
        },
    ),
}


class DemoClash(Exception):
    """Content of others stands where the demo wants to go; nothing has been written."""


def check_room(explainer_slugs, news_slugs, standard_slugs):
    """Raise `DemoClash` unless every page of the demo is there already or finds its place free."""
    home, index, feed = (model.objects.first() for model in HOLDERS)
    if home is None:
        _check_site_is_fresh()
        _check_free(Page.get_first_root_node(), {HOLDERS[HomePage][0]: HomePage.__name__})
        return
    _check_free(home, {slug: f"standard:{slug}" for slug in standard_slugs})
    for model, found in ((ExplainerIndexPage, index), (NewsFeedPage, feed)):
        if found is None:
            _check_free(home, {HOLDERS[model][0]: model.__name__})
    if index:
        _check_free(index, {slug: f"explainer:{slug}" for slug in explainer_slugs})
    if feed:
        missing = {row["slug"] for row in CATEGORIES} - set(Category.objects.values_list("slug", flat=True))
        _check_free(feed, {slug: f"news:{slug}" for slug in news_slugs} | dict.fromkeys(missing, ""))


def _check_site_is_fresh():
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site and site.root_page != welcome_page():
        raise DemoClash(
            f'The site begins at "{site.root_page.title}", which is no home page of this application. '
            "Load the demo into a site without pages, or below an existing home page."
        )


def _check_free(parent, names):
    """`names` maps a slug below `parent` to the name of the demo page that it is meant for."""
    keys = [demo_key(name) for name in names.values() if name]
    taken = parent.get_children().filter(slug__in=names).exclude(translation_key__in=keys).order_by("slug").first()
    if taken:
        raise DemoClash(
            f'The address {taken.url_path} belongs to the page "{taken.title}". Give that page another slug, then load again.'
        )


def welcome_page():
    """Wagtail's page of the first start, as long as nobody has made it theirs."""
    pages = Page.objects.filter(depth=2, title=WELCOME_TITLE, numchild=0, latest_revision=None)
    return pages.filter(content_type__app_label="wagtailcore", content_type__model="page").first()


def ensure_holders():
    """`(home, explainer index, news feed)`: those of the site where there are any, else new and released."""
    home = HomePage.objects.first() or _new_holder(HomePage, Page.get_first_root_node())
    _lead_the_site_to(home)
    index = ExplainerIndexPage.objects.first() or _new_holder(ExplainerIndexPage, home)
    feed = NewsFeedPage.objects.first() or _new_holder(NewsFeedPage, home)
    return home, index, feed


def _new_holder(model, parent):
    slug, texts = HOLDERS[model]
    columns = {column(name, code): text for code in codes() for name, text in texts[code].items()}
    page = add_draft(parent, model(slug=slug, **columns), model.__name__)
    release(page, codes())
    return model.objects.get(pk=page.pk)


def _lead_the_site_to(home):
    """Take the place of Wagtail's welcome page; a site that leads elsewhere is left alone."""
    welcome = welcome_page()
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    if site.pk and site.root_page != welcome:
        return
    address = urlsplit(settings.SITE_URL)
    site.hostname = address.hostname
    site.port = address.port or (443 if address.scheme == "https" else 80)
    site.site_name = SITE["name"]
    site.root_page = home
    site.save()
    if welcome:
        welcome.delete()
