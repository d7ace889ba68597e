"""Every address where readers could come upon a page, and a newsroom in which two pages are named at all of them."""

from io import StringIO

from django.core.management import call_command
from wagtail.actions.create_alias import CreatePageAliasAction

from articles import languages
from articles.models import Picks, Promo, SiteFrame
from tests import factories as make
from tests.factories import block, items

SURFACES = [
    "", "explainers/", "explainers/main/", "explainers/main/?ruby=1", "explainers/main/news/", "explainers/other/", "explainers/other/news/",
    "news/", "news/flash/", "news/2025/12/04/", "news/2025/12/03/", "news/item/", "news/fresh/", "news/old/", "nothing-here/",
    "feeds/", "feeds/news.xml", "feeds/news/flash.xml", "feeds/topics/t.xml", "feeds/explainers.xml",
    "feeds/explainers/main.xml", "feeds/explainers/other.xml",
    "topics/", "topics/t/", "glossary/", "corrections/", "feeds/corrections.xml", "explainers/main/versions/", "explainers/main/versions/1/",
    "news/item/versions/", "news/item/versions/1/", "news/fresh/versions/", "news/fresh/versions/1/",
    "news/?live=20251201T000000Z~0", "news/?live=20251201T000000Z~0&shape=brief", "search/?q=要約", "search/?q=lead",
]  # fmt: skip


# One of each way to list or show a page: the long tests of the gate (`-m thorough`) go through all of SURFACES.
MAIN_SURFACES = [
    "", "explainers/", "explainers/main/", "explainers/other/", "news/", "news/fresh/", "news/item/", "topics/t/",
    "feeds/news.xml", "feeds/explainers.xml", "search/?q=要約",
]  # fmt: skip


class Newsroom:
    """An explainer `main` and a news item `item`, and everything that could mention them: `other`, `old`, picks."""

    def __init__(self, site):
        self.site, self.topic, self.category = site, make.topic("t"), make.category("flash")
        self.main = site.explainer("main", topics=[self.topic])
        link = f'<p><a linktype="page" id="{self.main.pk}">the words stay</a></p>'
        promo = Promo.objects.create(
            title_ja="案内", title_en="Promo", button_ja="開く", button_en="Open", page=self.main
        )
        body = [
            block("paragraph", link, "link"),
            block("related", {"pages": items(self.main.pk)}, "related"),
            block("promo", {"promo": promo.pk}, "promo"),
        ]
        self.other = site.explainer("other", topics=[self.topic], body_ja=body, body_en=body)
        filed = {"topics": [self.topic], "category": self.category, "explainers": [self.main]}
        site.item("old", at="2025-12-03 09:00", body_ja=body[:1], body_en=body[:1], **filed)
        self.filed = filed
        self.item = site.item("item", at="2025-12-04 09:00", **filed)
        self.topic.start_here = self.main
        self.topic.save()
        step = block("step", {"heading": "first", "text": "", "page": self.main.pk})
        Picks.objects.create(lead=self.main, picks=[("page", self.main)], steps_ja=[step], steps_en=[step])
        links = [
            {"type": "link", "value": {"label": f"to {p.slug}", "page": p.pk, "address": ""}}
            for p in (self.main, self.item)
        ]
        SiteFrame.objects.create(navigation_ja=links, navigation_en=links)
        call_command("index_texts", stdout=StringIO())

    @property
    def pages(self):
        return [self.main, self.item]

    def fresh(self, **fields):
        """A news item that was never published."""
        return self.site.item("fresh", at="2025-12-04 10:00", languages=(), **self.filed, **fields)


def stored(page):
    return type(page).objects.get(pk=page.pk)


def mentions(client, *needles, surfaces=SURFACES):
    """`(address, needle)` of every answer that holds one of the `needles`."""
    found = []
    for address in [f"/{code}/{surface}" for code in languages.codes() for surface in surfaces]:
        response = client.get(address)
        assert response.status_code in (200, 302, 404), address
        found += [(address, needle) for needle in needles if needle in response.content.decode()]
    return found


def alias_of(page, slug):
    return stored(CreatePageAliasAction(stored(page), parent=page.get_parent(), update_slug=slug).execute())
