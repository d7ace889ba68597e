"""Builds the demo newsroom in the database: all of it or nothing, and only what is missing."""

from django.db import transaction
from django.utils import translation
from wagtail.models import Site

from articles.demo.explainer_pages import DRAFT, ensure_explainers
from articles.demo.explainers import EXPLAINERS
from articles.demo.first_steps import begin_topics, missing_topics
from articles.demo.glossary import ensure_glossary
from articles.demo.news import NEWS, archive_items
from articles.demo.news_pages import NewsLoader
from articles.demo.newsroom import ensure_frame, ensure_picks, ensure_promos, ensure_taxonomy
from articles.demo.picture_store import PictureStore
from articles.demo.staff import demo_writer, ensure_accounts
from articles.demo.standard_pages import PAGES, ensure_standard_pages
from articles.demo.tree import DemoClash, check_room, ensure_holders
from articles.languages import default

__all__ = ["DemoClash", "load"]


def load(report=lambda line: None, picture_width=1600, archive_days=45):
    """Make what is missing of the demo; what is there already stays as it is, edited or not.

    `report` takes one line of text for each step; tests make smaller pictures and a shorter archive. Raises `DemoClash`, with nothing written, when other content
    stands in the way. Any other error leaves the database and the media files as they were.
    """
    store = PictureStore(picture_width)
    try:
        with translation.override(default()), store.files_removed_on_failure(), transaction.atomic():
            _load(report, store, archive_days)
    finally:
        Site.clear_site_root_paths_cache()  # other processes may have kept what was true before the commit


def _load(report, store, archive_days):
    newest, *older = archive_items(days=archive_days)
    # One item that nobody has translated yet: the site must look right with it, too.
    archive = [{**newest, "en": None}, *older]
    check_room(
        [row["slug"] for row in [*EXPLAINERS, DRAFT]],
        [row["slug"] for row in [*NEWS, *archive]],
        [row["slug"] for row in PAGES],
    )
    home, index, feed = ensure_holders()
    report("[1/5] Home page, explainer index and news feed: ready")
    new_topics = missing_topics()
    topics, categories, authors = ensure_taxonomy()
    promos = ensure_promos()
    report(
        f"[2/5] {len(topics)} topics, {len(categories)} categories, {len(authors)} author: ready; "
        f"glossary: {ensure_glossary()} new terms"
    )
    accounts = ensure_accounts()
    explainers, new = ensure_explainers(index, topics, authors, store, promos, demo_writer())
    begin_topics(new_topics, explainers)
    report(f"[3/5] Explainers: {new} new, with {len(store.made)} new pictures")
    news = NewsLoader(feed, categories, topics, explainers)
    report(f"[4/5] News: {news.ensure_items(NEWS)} new items, {news.ensure_archive(archive)} in the archive")
    pages = {("explainer", slug): pk for slug, pk in explainers.items()}
    pages |= {("standard", slug): pk for slug, pk in ensure_standard_pages(home).items()}
    pages |= {("page", "home"): home.pk, ("page", "explainers"): index.pk, ("page", "news"): feed.pk}
    frame, picks = ensure_frame(pages), ensure_picks(explainers)
    names = ", ".join(account.username for account in accounts) or "none"
    report(f"[5/5] Navigation: {_new(frame)}; picks: {_new(picks)}; new accounts: {names}")


def _new(made):
    return "new" if made else "kept"
