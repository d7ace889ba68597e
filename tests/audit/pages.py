"""Which pages are looked at: every type that readers see, in each language, and every screen of the desk."""

from urllib.parse import quote

from django.test import RequestFactory
from django.urls import reverse

from articles import languages
from articles.demo.accounts import DEMO_ACCOUNTS
from articles.models import (
    Author,
    Category,
    Correction,
    ExplainerPage,
    GlossaryTerm,
    HomePage,
    LaneRelease,
    NewsItemPage,
    Topic,
)
from articles.public.errors import server_error
from tests.audit.work import BEHIND, CORRECTED

RICHEST = "digital-agency"  # the explainer with every kind of block
# Lighthouse is slow: what has the same template as another, or is kept from search engines, is left to the others.
NOT_FOR_LIGHTHOUSE = (
    "explainer, furigana",
    "explainer, outdated",
    "explainer, corrected",
    "versions",
    "earlier version",
    "search",
    "search, found",
    "search, nothing",
    "not found",
)
DAY = "2025/12/04"


def reader():
    """`{type, language, address, status, for_lighthouse}` of each page; what a server error shows has `html` instead."""
    item, category = NewsItemPage.objects.get(slug="strategy-msci-talks"), Category.objects.first()
    addresses = {
        "home": "",
        "explainers": "explainers/",
        "explainer": f"explainers/{RICHEST}/",
        "explainer, furigana": f"explainers/{RICHEST}/?ruby=1",
        "explainer, outdated": f"explainers/{BEHIND}/",
        "explainer, corrected": f"explainers/{CORRECTED}/",
        "news of an explainer": f"explainers/{RICHEST}/news/",
        "versions": f"explainers/{BEHIND}/versions/",
        "earlier version": f"explainers/{BEHIND}/versions/1/",
        "news": "news/",
        "category": f"news/{category.slug}/",
        "day": f"news/{DAY}/",
        "news item": f"news/{item.slug}/",
        "standard": "accessibility/",
        "topics": "topics/",
        "topic": f"topics/{Topic.objects.first().slug}/",
        "author": f"authors/{Author.objects.first().slug}/",
        "glossary": "glossary/",
        "feeds": "feeds/",
        "corrections": "corrections/",
        "search": "search/",
        "search, found": "search/?q=NFT",
        "search, nothing": f"search/?q={quote('デジタル長 xyzzy')}",
        "not found": "not-there/",
    }
    found = [
        {
            "type": kind,
            "language": code,
            "address": f"/{code}/{path}",
            "status": 404 if kind == "not found" else 200,
            "for_lighthouse": kind not in NOT_FOR_LIGHTHOUSE,
        }
        for kind, path in addresses.items()
        for code in languages.codes()
        # Only Japanese was released twice, and only Japanese is read by furigana.
        if (kind, code) not in (("earlier version", "en"), ("explainer, furigana", "en"))
    ]
    html = server_error(RequestFactory().get("/")).content.decode()
    return [*found, {"type": "server error", "language": "ja, en", "html": html}]


def desk():
    """`{screen, address, person}` of each screen, seen by somebody whose work it is; by nobody yet to sign in."""
    behind, corrected = ExplainerPage.objects.get(slug=BEHIND), ExplainerPage.objects.get(slug=CORRECTED)
    item, home = NewsItemPage.objects.get(slug="strategy-msci-talks"), HomePage.objects.get()
    term, correction = GlossaryTerm.objects.first(), Correction.objects.first()
    withdrawn = LaneRelease.objects.exclude(withdrawn_at=None).get()
    screens = [
        ("sign in", "", "wagtailadmin_login", []),
        ("dashboard", "editor", "wagtailadmin_home", []),
        ("flash", "editor", "desk_flash", []),
        ("explorer", "admin", "wagtailadmin_explore", [behind.get_parent().pk]),
        ("editor: explainer", "publisher", "wagtailadmin_pages:edit", [behind.pk]),
        ("editor: locked lanes", "translator", "wagtailadmin_pages:edit", [behind.pk]),
        ("editor: news item", "editor", "wagtailadmin_pages:edit", [item.pk]),
        ("editor: home", "publisher", "wagtailadmin_pages:edit", [home.pk]),
        ("publish together", "publisher", "desk_publish", [behind.pk]),
        ("review", "editor", "lane_review", [behind.pk, "ja"]),
        ("review: asking", "translator", "lane_review", [corrected.pk, "en"]),
        ("inbox", "reviewer", "inbox", []),
        ("translate", "translator", "desk_translate", [behind.pk, "en"]),
        ("translation desk", "reviewer", "desk_translations", []),
        ("import", "translator", "desk_translations_import", []),
        ("glossary", "editor", "wagtailsnippets_articles_glossaryterm:list", []),
        ("glossary: term", "editor", "wagtailsnippets_articles_glossaryterm:edit", [term.pk]),
        ("glossary: uses", "editor", "term_uses", [term.pk]),
        ("corrections", "publisher", "desk_corrections", []),
        ("correction", "publisher", "desk_correction", [behind.pk]),
        ("correction: words", "publisher", "desk_correction_edit", [correction.pk]),
        ("clarity", "editor", "desk_clarity", []),
        ("versions", "publisher", "desk_versions", [behind.pk]),
        ("withdraw", "publisher", "desk_withdraw", [behind.pk, "en"]),
        ("restore", "publisher", "desk_restore", [withdrawn.page_id, "en"]),
    ]
    return [
        {"screen": name, "person": who, "address": reverse(view, args=arguments)}
        for name, who, view, arguments in screens
    ]


def people():
    """`{name: password}` of the demo accounts."""
    return {account.username: account.password for account in DEMO_ACCOUNTS}
