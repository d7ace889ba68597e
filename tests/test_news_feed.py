"""The news feed: tabs, days, times, pages that never shift, and lists that follow every change."""

from datetime import datetime
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.users.models import UserProfile

from articles.models import Category, NewsItemPage
from articles.public import news as news_views
from tests import factories as make
from tests.desk_forms import form_of, post_new
from tests.factories import jst


@pytest.fixture
def site(db, standing_site):
    return standing_site


@pytest.fixture
def desk(db, client):
    client.force_login(User.objects.create_superuser("editor", "editor@example.com", "x"))
    return client


def soup(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content, "html.parser")


def slugs(client, address):
    """Slugs of the items that a list shows, in its order."""
    return [link["href"].rstrip("/").rpartition("/")[2] for link in soup(client, address).select(".item h3 a")]


def older(client, address):
    """Where the button to older news leads, or None."""
    link = soup(client, address).select_one(".pager a.button")
    return address.partition("?")[0] + link["href"] if link else None


def walk(client, address):
    """Every slug on every page, following the button to older news."""
    found = []
    while address:
        found += slugs(client, address)
        address = older(client, address)
    return found


@pytest.fixture
def short_pages(monkeypatch):
    monkeypatch.setattr(news_views, "PER_PAGE", 2)


# --- tabs and days


def tabs(client, address):
    """`(name, is current)` of each tab."""
    return [(link.text, link.has_attr("aria-current")) for link in soup(client, address).select("nav.tabs a")]


def test_tabs_are_the_categories_and_all_of_them(site, client):
    make.category("market", sort_order=20)
    make.category("flash", sort_order=10)
    assert tabs(client, "/en/news/") == [("Kind flash", False), ("Kind market", False), ("Latest", True)]
    assert tabs(client, "/en/news/market/") == [("Kind flash", False), ("Kind market", True), ("Latest", False)]


@pytest.mark.parametrize("nothing", [None, ""])
def test_a_category_without_a_name_in_the_language_has_no_tab_and_no_address(site, client, nothing):
    make.category("flash", name_en=nothing)
    assert tabs(client, "/en/news/") == [("Latest", True)]
    assert client.get("/en/news/flash/").status_code == 404
    assert 'hreflang="en"' not in client.get("/ja/news/flash/").content.decode()


@pytest.mark.parametrize("address", ["news/", "news/item/", "feeds/news.xml"])
def test_an_item_of_a_category_without_a_name_in_the_language_says_none(site, client, address):
    site.item("item", category=make.category("flash", name_en=None))
    assert "None" not in client.get(f"/en/{address}").content.decode()


@pytest.mark.parametrize("address", ["news/", "news/item/", "feeds/news.xml"])
def test_an_item_needs_no_category(site, client, address):
    site.item("item", category=None)
    assert "Headline item" in client.get(f"/en/{address}").content.decode()


def test_a_category_lists_its_own_items_only(site, client):
    site.item("one", category=make.category("flash"))
    site.item("two", category=make.category("market"))
    assert slugs(client, "/ja/news/flash/") == ["one"]


@pytest.mark.parametrize(
    ("language", "headings"),
    [("ja", ["12月4日(木)", "12月3日(水)"]), ("en", ["Thursday 4 December", "Wednesday 3 December"])],
)
@pytest.mark.parametrize("address", ["", "news/", "explainers/main/", "explainers/main/news/"])
def test_items_are_grouped_by_the_day_in_japan_with_its_weekday(site, client, language, headings, address):
    main = site.explainer("main")
    site.item("after", at="2025-12-04 00:10", explainers=[main])  # the same day in UTC
    site.item("before", at="2025-12-03 23:50", explainers=[main])
    days = soup(client, f"/{language}/{address}").select(".day h2 time, .daylist h3 time")
    assert [day["datetime"] for day in days] == ["2025-12-04", "2025-12-03"]
    assert all(heading in day.text for heading, day in zip(headings, days, strict=True))


def test_a_day_runs_from_midnight_to_midnight_in_japan(site, client):
    for slug, at in [
        ("next", "2025-12-05 00:00"),
        ("last", "2025-12-04 23:59"),
        ("first", "2025-12-04 00:00"),
        ("past", "2025-12-03 23:59"),
    ]:
        site.item(slug, at=at)
    assert slugs(client, "/ja/news/2025/12/04/") == ["last", "first"]


def test_an_item_in_many_lists_is_shown_once_on_its_day(site, client):
    topics = [make.topic("a"), make.topic("b")]
    main = site.explainer("main", topics=topics)
    site.item("item", at="2025-12-04 10:00", topics=topics, explainers=[main], category=make.category())
    for address in ("news/", "news/2025/12/04/", "news/flash/", "explainers/main/news/"):
        assert slugs(client, f"/ja/{address}") == ["item"]


@pytest.mark.parametrize(("language", "heading"), [("ja", "2025年12月4日(木)"), ("en", "4 December 2025")])
def test_a_day_page_names_its_day(site, client, language, heading):
    site.item(at="2025-12-04 05:45")
    assert soup(client, f"/{language}/news/2025/12/04/").h1.text == heading


def test_a_day_page_leads_to_the_days_with_news_before_and_after_it(site, client):
    for day in ("01", "04", "09"):
        site.item(f"item-{day}", at=f"2025-12-{day} 10:00")
    page = soup(client, "/en/news/2025/12/04/")
    assert page.select_one('a[rel="prev"]')["href"] == "/en/news/2025/12/01/"
    assert page.select_one('a[rel="next"]')["href"] == "/en/news/2025/12/09/"
    assert soup(client, "/en/news/2025/12/01/").select_one('a[rel="prev"]') is None
    assert soup(client, "/en/news/2025/12/09/").select_one('a[rel="next"]') is None


def test_a_day_without_news_in_the_language_does_not_exist(site, client):
    site.item(at="2025-12-04 10:00", languages=("ja",))
    assert client.get("/ja/news/2025/12/04/").status_code == 200
    assert client.get("/en/news/2025/12/04/").status_code == 404


def test_times_are_japans_and_say_so_to_machines(site, client):
    site.item(at="2025-12-04 05:45")
    time = soup(client, "/en/news/").select_one(".item time")
    assert (time.text, time["datetime"]) == ("05:45", "2025-12-04T05:45+09:00")


@pytest.mark.parametrize("kind", ["item", "feed", "home", "explainer"])
def test_a_preview_shows_japans_time_to_an_editor_elsewhere(site, desk, kind):
    main = site.explainer("main")
    item = site.item(at="2025-12-04 05:45", explainers=[main])
    UserProfile.objects.create(user=User.objects.get(), current_time_zone="America/New_York")
    page = make.draft({"item": item, "feed": site.news, "home": site.home, "explainer": main}[kind])
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    sent = form_of(page)
    sent |= {name: _in_new_york(getattr(page, name)) for name in ("published_at", "first_published") if name in sent}
    assert desk.post(address, sent).json()["is_valid"]
    shown = desk.get(address, {"mode": "ja"}).content.decode()
    assert "05:45" in shown
    assert "12月4日(木)" in shown


def _in_new_york(moment):
    return moment.astimezone(ZoneInfo("America/New_York")).strftime("%Y-%m-%d %H:%M:%S.%f")


# --- pages of a list


LISTS = ["news/", "news/flash/", "explainers/main/news/"]


@pytest.mark.parametrize("address", LISTS)
def test_walking_all_pages_meets_every_item_once(site, client, short_pages, address):
    topic, category = make.topic(), make.category()
    main = site.explainer("main", topics=[topic])
    for number in range(5):
        site.item(f"item-{number}", at=f"2025-12-04 0{number}:10", topics=[topic], category=category, explainers=[main])
    assert walk(client, f"/en/{address}") == ["item-4", "item-3", "item-2", "item-1", "item-0"]


def test_walking_meets_items_of_the_same_moment_once_each(site, client, short_pages):
    moment = datetime(2025, 12, 4, 5, 45, 10, 123456, tzinfo=make.JST)
    for number in range(5):
        site.item(f"item-{number}", published_at=moment)
    assert walk(client, "/ja/news/") == ["item-4", "item-3", "item-2", "item-1", "item-0"]


def test_an_older_page_stays_the_same_while_news_comes_in(site, client, short_pages):
    for number in range(4):
        site.item(f"item-{number}", at=f"2025-12-04 0{number}:10")
    address = older(client, "/ja/news/")
    before = slugs(client, address)
    site.item("newest", at="2025-12-04 09:00")
    assert slugs(client, address) == before == ["item-1", "item-0"]


def test_an_older_page_can_be_read_when_the_item_it_starts_after_is_gone(site, client, short_pages):
    made = [site.item(f"item-{number}", at=f"2025-12-04 0{number}:10") for number in range(4)]
    address = older(client, "/ja/news/")
    made[2].delete()
    assert slugs(client, address) == ["item-1", "item-0"]


def test_the_last_page_leads_to_no_older_one(site, client, short_pages):
    site.item("one"), site.item("two")
    assert older(client, "/ja/news/") is None


NONSENSE = [
    "x", "~", "~1", "20251203T072500Z", "20251203T072500Z~", "20251203T072500Z~x", "20251203T072500Z~-1",
    "20251203T072500Z~1.5", "20251203T072500Z~" + "9" * 40, "20251303T072500Z~1", "20251203T252500Z~1",
    "2025-12-03T07:25:00Z~1", "00010101T000000Z~1", "99991231T235959Z~1", "20251203T072500Z~1~2",
    "\x00", "20251203T072500Z~\x00", "２０２５1203T072500Z~1", "20251203T072500Z~１", "' OR 1=1 --", "1" * 5000,
    "20251203T072500+0900~1", "2025123T72500Z~1",
]  # fmt: skip


@pytest.mark.parametrize("nonsense", NONSENSE, ids=range(len(NONSENSE)))
def test_a_place_in_the_list_that_makes_no_sense_is_not_found(site, client, nonsense):
    assert client.get("/ja/news/?" + urlencode({"before": nonsense})).status_code == 404


def test_an_empty_place_in_the_list_is_its_start(site, client):
    site.item("item")
    assert slugs(client, "/ja/news/?before=") == ["item"]


NOWHERE = [
    "unknown/", "2025/", "2025/12/", "2025/12/05/", "2025/02/30/", "2025/13/01/", "2025/1/04/", "2025/12/4/", "25/12/04/",
    "2025/12/04/more/", "flash/more/", "flash/2025/12/04/", "0000/01/01/", "0001/01/01/", "9999/12/31/", "９999/12/31/",
    "２０２５/12/04/", "2025/00/00/", "item/more/", "-025/12/04/",
]  # fmt: skip


@pytest.mark.parametrize("rest", NOWHERE)
def test_an_address_that_names_no_category_day_or_item_is_not_found(site, client, rest):
    site.item(at="2025-12-04 10:00", category=make.category("flash"))
    assert client.get(f"/ja/news/{rest}").status_code == 404


# --- addresses that could mean two things


@pytest.mark.parametrize("slug", ["flash", "2025"])
def test_an_item_cannot_take_the_address_of_a_category_or_year(site, desk, slug):
    make.category("flash")
    item = NewsItemPage(slug=slug, headline_ja="見出し", summary_ja="要約")
    response = post_new(desk, site.news, item, **{"action-publish": "ja"})
    assert response.status_code == 200
    assert response.context["form"].errors["slug"]
    assert not NewsItemPage.objects.exists()


@pytest.mark.parametrize("slug", ["item", "2025"])
def test_a_category_cannot_take_the_address_of_an_item_or_year(site, desk, slug):
    site.item("item")
    sent = {"name_ja": "速報", "slug": slug, "sort_order": "1"}
    response = desk.post(reverse("wagtailsnippets_articles_category:add"), sent)
    assert response.status_code == 200
    assert response.context["form"].errors["slug"]
    assert not Category.objects.exists()


def test_two_items_cannot_have_the_same_address(site):
    site.item("item")
    with pytest.raises(ValidationError) as refused:
        site.item("item")
    assert "slug" in refused.value.message_dict


# --- lists follow every change


@pytest.fixture
def filed(site):
    """An item filed under everything, and what it could be filed under instead."""
    site.topics = [make.topic("a"), make.topic("b")]
    site.categories = [make.category("flash"), make.category("market")]
    site.main = site.explainer("main")
    site.other = site.explainer("other")
    site.sharing = site.explainer("sharing", topics=site.topics[:1])
    site.the_item = site.item(
        "item", at="2025-12-04 10:00", topics=site.topics[:1], category=site.categories[0], explainers=[site.main]
    )
    return site


def where(client, site):
    """Lists that show the item."""
    lists = [
        "news/", "news/flash/", "news/market/", "explainers/main/news/", "explainers/other/news/", "explainers/sharing/news/",
    ]  # fmt: skip
    found = {address for address in lists if "item" in slugs(client, f"/ja/{address}")}
    feeds = {"feeds/topics/a.xml", "feeds/topics/b.xml"}
    return found | {address for address in feeds if "/news/item/" in client.get(f"/ja/{address}").content.decode()}


HERE = {"news/", "news/flash/", "explainers/main/news/", "explainers/sharing/news/", "feeds/topics/a.xml"}


def change(page, **fields):
    draft = make.draft(page)
    for name, value in fields.items():
        getattr(draft, name).set(value) if isinstance(value, list) else setattr(draft, name, value)
    return make.release(draft)


def test_an_item_is_listed_under_all_that_it_is_filed_under(filed, client):
    assert where(client, filed) == HERE


def test_lists_follow_a_change_of_category(filed, client):
    change(filed.the_item, category=filed.categories[1])
    assert where(client, filed) == HERE - {"news/flash/"} | {"news/market/"}


def test_lists_follow_a_change_of_topics(filed, client):
    change(filed.the_item, topics=filed.topics[1:])
    assert where(client, filed) == HERE - {"feeds/topics/a.xml", "explainers/sharing/news/"} | {"feeds/topics/b.xml"}


def test_lists_follow_a_change_of_explainers(filed, client):
    change(filed.the_item, explainer_links=[make.NewsItemExplainer(explainer=filed.other)])
    assert where(client, filed) == HERE - {"explainers/main/news/"} | {"explainers/other/news/"}


def test_lists_follow_a_change_of_the_explainers_topics(filed, client):
    change(filed.sharing, topics=[])
    change(filed.other, topics=filed.topics[:1])
    assert where(client, filed) == HERE - {"explainers/sharing/news/"} | {"explainers/other/news/"}


def test_an_item_stays_with_an_explainer_it_names_whatever_its_topics(filed, client):
    change(filed.main, topics=filed.topics)
    change(filed.main, topics=[])
    assert where(client, filed) == HERE


def test_a_new_explainer_finds_the_news_that_was_there_before(filed, client):
    filed.explainer("late", topics=filed.topics[:1])
    assert slugs(client, "/ja/explainers/late/news/") == ["item"]


def test_a_draft_changes_no_list(filed, client):
    draft = make.draft(filed.the_item)
    draft.topics.set(filed.topics[1:])
    draft.category = filed.categories[1]
    draft.save_revision()
    assert where(client, filed) == HERE


def test_lists_follow_a_change_of_time(filed, client):
    filed.item("second", at="2025-12-03 10:00")
    change(filed.the_item, published_at=jst("2025-12-02 10:00"))
    assert slugs(client, "/ja/news/") == ["second", "item"]
    assert client.get("/ja/news/2025/12/04/").status_code == 404
    assert slugs(client, "/ja/news/2025/12/02/") == ["item"]


@pytest.mark.parametrize("way", ["unpublish", "delete"])
def test_an_item_that_is_taken_away_leaves_every_list(filed, client, way):
    getattr(NewsItemPage.objects.get(), way)()
    assert where(client, filed) == set()


def test_an_item_comes_back_to_its_lists_when_it_is_published_again(filed, client):
    NewsItemPage.objects.get().unpublish()
    make.release(make.draft(filed.the_item))
    assert where(client, filed) == HERE


def test_an_item_joins_the_lists_of_a_language_when_it_is_released_in_it(site, client):
    item = site.item("item", languages=("ja",))
    assert slugs(client, "/en/news/") == []
    make.release(make.draft(item), "en")
    assert slugs(client, "/en/news/") == ["item"]


def test_a_category_in_use_cannot_be_deleted(site, desk, django_capture_on_commit_callbacks):
    category = make.category()
    with django_capture_on_commit_callbacks(execute=True):  # which is when the use is noted
        site.item(category=category)
    desk.post(reverse("wagtailsnippets_articles_category:delete", args=[category.pk]))
    assert Category.objects.filter(pk=category.pk).exists()
