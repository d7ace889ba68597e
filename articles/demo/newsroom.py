"""Topics, categories, authors, promos and what stands around every page: made where missing, never changed."""

import re

from articles.demo.blocks import stable_id
from articles.demo.first_steps import steps
from articles.demo.taxonomy import AUTHORS, CATEGORIES, FOOTER, NAVIGATION, PICKS, PROMOS, SITE, TOPICS
from articles.languages import codes, column
from articles.models import Author, Category, Picks, Promo, SiteFrame, Topic

FOOTER_LINKS = [
    {"kind": "page", "target": "explainers", "ja": {"label": "解説"}, "en": {"label": "Explainers"}},
    {"kind": "page", "target": "news", "ja": {"label": "新着一覧"}, "en": {"label": "Latest"}},
    {"kind": "page", "target": "feeds", "ja": {"label": "RSSフィード"}, "en": {"label": "RSS feeds"}},
    {"kind": "standard", "target": "about", "ja": {"label": "このサイトについて"}, "en": {"label": "About this site"}},
    {
        "kind": "standard",
        "target": "accessibility",
        "ja": {"label": "アクセシビリティ"},
        "en": {"label": "Accessibility"},
    },
    {"kind": "standard", "target": "privacy", "ja": {"label": "プライバシー"}, "en": {"label": "Privacy"}},
    {"kind": "standard", "target": "contact", "ja": {"label": "お問い合わせ"}, "en": {"label": "Contact"}},
]
ADDRESSES = {"feeds": "/feeds/"}  # what has an address but no page


def ensure_taxonomy():
    """`{slug: object}` of each: topics, categories, authors."""
    topics = {row["slug"]: _by_slug(Topic, row, sort_order=(place + 1) * 10) for place, row in enumerate(TOPICS)}
    categories = {
        row["slug"]: _by_slug(Category, row, sort_order=row["order"], is_flash=row["is_flash"]) for row in CATEGORIES
    }
    authors = {row["slug"]: _by_slug(Author, row) for row in AUTHORS}
    return topics, categories, authors


def _by_slug(model, row, **shared):
    return model.objects.get_or_create(slug=row["slug"], defaults={**_texts(row), **shared})[0]


def _texts(row):
    return {column(name, code): text for code in codes() for name, text in row[code].items()}


def ensure_promos():
    """`{name in the content: id}`."""
    return {
        row["slug"]: Promo.objects.get_or_create(
            title_ja=row["ja"]["title"], defaults={**_texts(row), "address": ADDRESSES.get(row["link"], "")}
        )[0].pk
        for row in PROMOS
    }


def ensure_frame(pages):
    """Name, navigation and footer; `pages` maps `(kind, target)` of a link to a page's id. True when they are new."""
    if SiteFrame.objects.exists():
        return False
    frame = SiteFrame()
    for code in codes():
        footer = FOOTER[code]
        texts = {
            "name": SITE["name"],
            "tagline": SITE[code]["tagline"],
            "navigation": _links(NAVIGATION, code, pages),
            "footer_notice": f"{footer['title']}{'' if code == 'ja' else ' '}{_plain(footer['text'])}",
            "footer_links": _links(FOOTER_LINKS, code, pages),
        }
        for name, value in texts.items():
            setattr(frame, column(name, code), value)
    frame.save()
    return True


def _plain(html):
    return re.sub(r"<[^>]+>", "", html)


def _links(rows, code, pages):
    return [
        {
            "type": "link",
            "id": stable_id("link", row["kind"], row["target"]),
            "value": {
                "label": row[code]["label"],
                "page": pages.get((row["kind"], row["target"])),
                "address": row["target"] if row["kind"] == "external" else ADDRESSES.get(row["target"], ""),
            },
        }
        for row in rows
    ]


def ensure_picks(explainers):
    """What the front page puts forward: explainers, the first one as its lead, and the first steps. True when new."""
    if Picks.objects.exists():
        return False
    lead, *others = PICKS
    rows = [{"type": "page", "value": explainers[slug], "id": stable_id("pick", slug)} for slug in others]
    Picks.objects.create(lead_id=explainers[lead], picks=rows, **steps(explainers))
    return True
