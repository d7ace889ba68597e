"""Builds the demo newsroom in the database: all of it or nothing, and only what is missing."""

from django.db import transaction
from django.utils import translation
from wagtail.models import Site

from articles.demo.explainer_pages import DRAFT, ensure_explainers
from articles.demo.explainers import EXPLAINERS
from articles.demo.news import NEWS, archive_items
from articles.demo.news_pages import ensure_news
from articles.demo.newsroom import ensure_frame, ensure_picks, ensure_promos, ensure_taxonomy
from articles.demo.picture_store import PictureStore
from articles.demo.staff import ensure_accounts
from articles.demo.tree import DemoClash, check_room, ensure_holders
from articles.languages import default

__all__ = ["DemoClash", "load"]


def load(report=lambda line: None, picture_width=1600):
    """Make what is missing of the demo; what is there already stays as it is, edited or not.

    `report` takes one line of text for each step. Raises `DemoClash`, with nothing written, when other content
    stands in the way. Any other error leaves the database and the media files as they were.
    """
    store = PictureStore(picture_width)
    try:
        with translation.override(default()), store.files_removed_on_failure(), transaction.atomic():
            _load(report, store)
    finally:
        Site.clear_site_root_paths_cache()  # other processes may have kept what was true before the commit


def _load(report, store):
    newest, *older = archive_items()
    # One item that nobody has translated yet: the site must look right with it, too.
    items = [*NEWS, {**newest, "en": None}, *older]
    check_room([row["slug"] for row in [*EXPLAINERS, DRAFT]], [row["slug"] for row in items])
    home, index, feed = ensure_holders()
    report("[1/5] Home page, explainer index and news feed: ready")
    topics, categories, authors = ensure_taxonomy()
    promos = ensure_promos()
    report(f"[2/5] {len(topics)} topics, {len(categories)} categories, {len(authors)} author: ready")
    explainers, new = ensure_explainers(index, topics, authors, store, promos)
    report(f"[3/5] Explainers: {new} new, with {len(store.made)} new pictures")
    new = ensure_news(feed, items, categories, topics, explainers)
    report(f"[4/5] News: {new} new")
    pages = {("explainer", slug): pk for slug, pk in explainers.items()}
    pages |= {("page", "home"): home.pk, ("page", "explainers"): index.pk, ("page", "news"): feed.pk}
    frame, picks, accounts = ensure_frame(pages), ensure_picks(explainers), ensure_accounts(home)
    names = ", ".join(account.username for account in accounts) or "none"
    report(f"[5/5] Navigation: {_new(frame)}; picks: {_new(picks)}; new accounts: {names}")


def _new(made):
    return "new" if made else "kept"
