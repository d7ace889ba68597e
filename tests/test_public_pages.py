"""Every public page answers in both languages, costs the same whatever the site's size, and leaves no trace."""

import copy
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import ClarityCount, Picks, SiteFrame
from tests import factories as make
from tests.factories import block, items

BUDGET = 8


def rich_body(site, n=1):
    """A body with every kind of block, `n` of each that refers to something."""
    from articles.models import Promo

    blocks = [
        block("key_points", {"points": items("要点")}, "k"),
        block("heading", {"level": "2", "text": "一つ目"}, "h1"),
    ]
    for i in range(n):
        target = site.explainer(f"target-{n}-{i}")
        promo = Promo.objects.create(
            title_ja=f"案内{i}", title_en=f"Promo {i}", button_ja="開く", button_en="Open", page=target
        )
        picture = make.picture(file=make.image_file(name=f"p{n}{i}.png"))
        blocks += [
            block("paragraph", f'<p>文 <a linktype="page" id="{target.pk}">先</a></p>', f"p{i}"),
            block(
                "figure",
                {
                    "picture": picture.pk,
                    "title": "図",
                    "alt": "代替",
                    "caption": "",
                    "source_name": "出所",
                    "source_url": "",
                    "licence": "",
                    "edited_note": "",
                },
                f"f{i}",
            ),
            block("related", {"pages": items(target.pk)}, f"r{i}"),
            block("promo", {"promo": promo.pk}, f"promo{i}"),
        ]
    return blocks


def fill(site, n):
    SiteFrame.objects.get_or_create(pk=1)  # a site that has been set up
    topic = make.Topic.objects.filter(slug="t").first() or make.topic("t")
    category = make.Category.objects.filter(slug="flash").first() or make.category("flash")
    author = make.Author.objects.first() or make.author()
    body = rich_body(site, n)
    hero = make.picture(file=make.image_file(name=f"hero{n}.png"))
    main = make.ExplainerPage.objects.filter(slug="main").first()
    if main is None:
        main = site.explainer(
            "main",
            topics=[topic],
            authors=[author],
            hero=hero,
            hero_alt_ja="絵",
            hero_alt_en="Pic",
            body_ja=body,
            body_en=body,
        )
    else:
        main = make.draft(main)
        main.body_ja = main.body_en = body
        main = make.release(main)
    begin(main, topic)
    for i in range(n):
        begin(main, make.topic(f"more-{n}-{i}"))
        site.explainer(f"more-{n}-{i}", topics=[topic], hero=hero, hero_alt_ja="絵", hero_alt_en="Pic")
        site.item(
            f"item-{n}-{i}",
            at=f"2025-12-{4 - i % 2:02d} 0{i % 9}:10",
            topics=[topic],
            explainers=[main],
            category=category,
            body_ja=body[1:3],
            body_en=body[1:3],
        )
    call_command("index_texts", stdout=StringIO())


def begin(explainer, topic):
    """The explainer is what to read first on the topic, and for those who are new to the site."""
    topic.start_here = explainer
    topic.save()
    step = block("step", {"heading": "まず", "text": "", "page": explainer.pk})
    Picks.objects.get_or_create(lead=explainer, defaults={"steps_ja": [step], "steps_en": [step]})
    ClarityCount.objects.get_or_create(page=explainer, language="ja", version=1, defaults={"yes": 50})


SURFACES = [
    "", "explainers/", "explainers/main/", "explainers/main/?ruby=1", "explainers/main/news/", "news/", "news/flash/", "news/2025/12/04/",
    "news/item-3-0/", "feeds/", "feeds/news.xml", "feeds/news/flash.xml", "feeds/topics/t.xml", "feeds/explainers.xml",
    "feeds/explainers/main.xml", "nothing-here/", "corrections/", "feeds/corrections.xml",
    "explainers/main/versions/", "news/item-3-0/versions/",
    "topics/", "topics/t/", "authors/desk/", "glossary/",
    "news/?live=20251201T000000Z~0", "news/?live=20251201T000000Z~0&shape=brief", "search/", "search/?q=見出し", "search/?q=nowhere",
]  # fmt: skip


@pytest.fixture(scope="module")
def standing_small(standing_site):
    fill(standing_site, 3)
    return standing_site


@pytest.fixture
def small(db, standing_small):
    return copy.deepcopy(standing_small)


def measure(client, address):
    client.get(address)  # content types and root paths are remembered per process
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
    return response, [query["sql"] for query in queries]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_public_pages_keep_their_query_budget_at_any_size(small, client, language):
    before = {}
    for surface in SURFACES:
        response, queries = measure(client, f"/{language}/{surface}")
        assert response.status_code == (404 if "nothing" in surface else 200), surface
        assert len(queries) <= BUDGET, (surface, queries)
        before[surface] = len(queries)
    fill(small, 12)
    for surface in SURFACES:
        _response, queries = measure(client, f"/{language}/{surface}")
        assert len(queries) == before[surface], (surface, queries)


@pytest.mark.parametrize("surface", SURFACES)
def test_reading_writes_nothing_and_sets_no_cookie(small, client, surface):
    response, queries = measure(client, f"/ja/{surface}")
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    assert "csrfmiddlewaretoken" not in response.content.decode()
    assert [sql for sql in queries if not sql.lstrip("(").startswith("SELECT")] == []


def test_management_check_is_clean(db):
    call_command("check")
