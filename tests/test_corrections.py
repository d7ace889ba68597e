"""Corrections: readers are told what was wrong and what is right, in their language once somebody answers for it."""

from datetime import timedelta
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import PageLogEntry, PageViewRestriction

from articles.models import Correction, ReleasedVersion, Translation
from articles.models.releasing import release_lanes
from articles.newsroom.records import withdrawals
from articles.newsroom.records.corrections import CorrectionRefused, amend, confirm, issue, stamp
from tests import factories as make
from tests.staff import editor, member
from tests.surfaces import alias_of

BUDGET = 8
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
PAGES = {"explainers/main/": "feeds/explainers.xml", "news/item/": "feeds/news.xml"}
LISTS = ["corrections/", "feeds/corrections.xml"]
every_page = pytest.mark.parametrize("address", PAGES)
every_kind = pytest.mark.parametrize("kind", Correction.Kind.values)
WORDS = {"ja": {"wrong": "三百人", "right": "二百人"}, "en": {"wrong": "about 300", "right": "about 200"}}
JAPANESE = {"ja": WORDS["ja"]}


@pytest.fixture
def told(site):
    """An explainer and a news item in both languages, and somebody who answers for the Japanese alone."""
    site.main, site.item = site.explainer("main"), site.item("item")
    site.chief = editor("release_lane_ja", "release_lane_shared", "approve_lane_ja", "edit_lane_ja")
    return site


def page_of(site, address):
    return site.main if "main" in address else site.item


def soup(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def entry(client, feed):
    return ElementTree.fromstring(client.get(feed).content).find("channel/item")


def box(client, language, address):
    heading = soup(client, f"/{language}/{address}").find(id="corrections")
    return heading.parent if heading else None


# --- who may, and what it takes


@pytest.mark.parametrize(
    ("rights", "texts", "works"),
    [
        (["release_lane_ja"], WORDS, True),
        (["release_lane_en"], {"en": WORDS["en"]}, True),
        (["release_lane_en"], JAPANESE, False),
        (["release_lane_en"], WORDS, False),
        (["approve_lane_ja", "edit_lane_ja"], JAPANESE, False),
    ],
)
def test_correcting_takes_the_right_to_release(told, rights, texts, works):
    user = member(*rights, superuser=False)
    if works:
        assert issue(told.main, user, "correction", texts).pk
        return
    with pytest.raises(CorrectionRefused):
        issue(told.main, user, "correction", texts)
    assert not Correction.objects.exists()


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        ("correction", {}),
        ("correction", {"ja": {"wrong": "", "right": " "}}),
        ("correction", {"ja": {"wrong": "三百人", "right": ""}}),
        ("correction", {"ja": {"wrong": "", "right": "二百人"}}),
        ("other", JAPANESE),
        ("correction", {"fr": WORDS["en"]}),
    ],
)
def test_a_correction_that_does_not_say_enough_is_refused(told, kind, texts):
    with pytest.raises(CorrectionRefused):
        issue(told.main, member(), kind, texts)


@pytest.mark.parametrize("kind", ["clarification", "update"])
def test_a_clarification_need_not_say_that_anything_was_wrong(told, client, kind):
    issue(told.main, member(), kind, {"ja": {"wrong": "", "right": "二百人"}})
    assert "二百人" in box(client, "ja", "explainers/main/").text


def test_what_readers_cannot_see_cannot_be_corrected(site):
    with pytest.raises(CorrectionRefused):
        issue(site.explainer("new", languages=()), member(), "correction", WORDS)


# --- what readers see


@every_page
@every_kind
@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_correction_is_on_its_page_in_the_list_and_in_the_feeds(told, client, address, kind, language):
    issue(page_of(told, address), member(), kind, WORDS)
    for path in (address, PAGES[address], *LISTS):
        said = client.get(f"/{language}/{path}").content.decode()
        assert all(words in said for words in WORDS[language].values()), path
    pointer = soup(client, f"/{language}/{address}").select_one(".notice a[href='#corrections']")
    assert pointer is not None


@every_page
def test_an_old_correction_stays_without_a_pointer(told, client, address):
    row = issue(page_of(told, address), member(), "correction", WORDS)
    Correction.objects.filter(pk=row.pk).update(issued_at=timezone.now() - timedelta(days=31))
    assert "三百人" in box(client, "ja", address).text
    assert soup(client, f"/ja/{address}").select_one(".notice") is None


@every_page
def test_several_corrections_stand_newest_first(told, client, address):
    page = page_of(told, address)
    first = issue(page, member(), "correction", WORDS)
    Correction.objects.filter(pk=first.pk).update(issued_at=timezone.now() - timedelta(days=3))
    issue(page, member(), "update", {"ja": {"wrong": "旧", "right": "新"}})
    assert [dd.text for dd in box(client, "ja", address).select("dd")] == ["旧", "新", "三百人", "二百人"]


@every_page
def test_other_pages_do_not_carry_it(told, client, address):
    issue(page_of(told, address), member(), "correction", WORDS)
    other = next(path for path in PAGES if path != address)
    assert box(client, "ja", other) is None


@every_page
def test_a_correction_moves_the_time_of_its_entry(told, client, address):
    row = issue(page_of(told, address), member(), "correction", WORDS)
    later = timezone.now().replace(microsecond=0) + timedelta(days=2)
    Correction.objects.filter(pk=row.pk).update(issued_at=later)
    for feed in (PAGES[address], "feeds/corrections.xml"):
        built = ElementTree.fromstring(client.get(f"/ja/{feed}").content).findtext("channel/lastBuildDate")
        assert parsedate_to_datetime(built) == later


def test_an_entry_of_the_corrections_feed_leads_to_the_corrections_of_its_page(told, client, settings):
    settings.SITE_URL = "https://news.example"
    issue(told.main, member(), "correction", WORDS)
    item = entry(client, "/en/feeds/corrections.xml")
    assert item.findtext("link") == "https://news.example/en/explainers/main/#corrections"
    assert item.findtext("title") == "Correction: Headline main"
    guids = {entry(client, f"/{code}/feeds/corrections.xml").findtext("guid") for code in ("ja", "en")}
    assert len(guids) == 2


def test_the_words_of_a_correction_stay_words(told, client):
    issue(told.main, member(), "correction", {"ja": {"wrong": "<b>needle</b>", "right": "a & b"}})
    for path in ("explainers/main/", "corrections/"):
        assert "<b>needle</b>" not in client.get(f"/ja/{path}").content.decode()
    ElementTree.fromstring(client.get("/ja/feeds/corrections.xml").content)


# --- each language by itself


@every_page
def test_until_it_is_confirmed_other_readers_only_learn_that_and_when(told, client, address):
    row = issue(page_of(told, address), told.chief, "correction", WORDS)
    said = box(client, "en", address)
    assert "The Japanese original was corrected" in said.text
    assert said.time["datetime"] == timezone.localtime(row.issued_at).isoformat(timespec="minutes")
    for path in (address, PAGES[address], *LISTS):
        page = client.get(f"/en/{path}").content.decode()
        assert not any(words in page for code in WORDS for words in WORDS[code].values()), path
    confirm(row, "en", member("approve_lane_en"))
    assert "about 300" in box(client, "en", address).text
    assert "about 200" in client.get("/en/corrections/").content.decode()


@every_page
def test_until_then_they_are_led_to_the_words_of_the_original(told, client, address):
    row = issue(page_of(told, address), told.chief, "correction", WORDS)
    page = soup(client, f"/en/{address}")
    places = page.select_one(".notice--short a"), page.find(id="corrections").parent.select_one(".log a")
    for link in places:
        assert (link["href"], link["hreflang"]) == (f"/ja/{address}#corrections", "ja")
    assert WORDS["ja"]["right"] in box(client, "ja", address).text
    confirm(row, "en", member("approve_lane_en"))
    assert not soup(client, f"/en/{address}").select('a[href$="/#corrections"]')


@pytest.mark.parametrize("kind", ["clarification", "update"])
def test_an_unconfirmed_clarification_is_not_announced(told, client, kind):
    issue(told.main, told.chief, kind, WORDS)
    assert box(client, "en", "explainers/main/") is None


def test_confirming_takes_the_right_to_approve_and_words(told):
    row = issue(told.main, told.chief, "correction", JAPANESE)
    with pytest.raises(CorrectionRefused):
        confirm(row, "en", member("approve_lane_en"))
    amend(row, {"en": WORDS["en"]}, member("edit_lane_en"))
    with pytest.raises(CorrectionRefused):
        confirm(row, "en", member("edit_lane_en"))
    assert row.waits_in("en")
    confirm(row, "en", member("approve_lane_en"))
    assert not Correction.objects.get(pk=row.pk).waits_in("en")


def test_public_words_are_changed_only_by_those_who_answer_for_them(told, client):
    row = issue(told.main, member(), "correction", WORDS)
    needle = {"en": {"wrong": "needle", "right": "needle"}}
    with pytest.raises(CorrectionRefused):
        amend(row, needle, member("edit_lane_en"))
    assert "about 300" in client.get("/en/explainers/main/").content.decode()
    amend(row, needle, member("approve_lane_en"))
    assert "needle" in client.get("/en/explainers/main/").content.decode()


def test_waiting_words_stay_hidden_whoever_writes_them(told, client):
    row = issue(told.main, told.chief, "correction", JAPANESE)
    amend(row, {"en": {"wrong": "needle", "right": "needle"}}, member("edit_lane_en"))
    with pytest.raises(CorrectionRefused):
        amend(row, {"ja": {"wrong": "別", "right": "別"}}, member("edit_lane_en"))
    assert "needle" not in client.get("/en/explainers/main/").content.decode()


def restricted(page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def unpublished(page):
    type(page).objects.get(pk=page.pk).unpublish()


def withdrawn(page):
    withdrawals.withdraw(page, "ja", member(), "a reason")


@every_page
@pytest.mark.parametrize("how", [restricted, unpublished, withdrawn])
def test_corrections_of_a_text_that_was_taken_back_are_not_public(told, client, address, how):
    page = page_of(told, address)
    issue(page, member(), "correction", JAPANESE)
    how(page)
    surfaces = [f"/{code}/{path}" for code in ("ja", "en") for path in ["", *PAGES, *PAGES.values(), *LISTS]]
    found = [path for path in surfaces if "三百人" in client.get(path).content.decode()]
    assert found == []
    assert box(client, "en", address) is None if how is withdrawn else True


# --- what follows


def test_translations_get_a_date_and_keep_one_they_have(told):
    issue(told.main, told.chief, "correction", JAPANESE)
    due = timezone.localdate() + timedelta(days=2)
    assert Translation.objects.get(page_id=told.main.pk, lane="en").due_on == due
    Translation.objects.filter(page_id=told.main.pk).update(due_on=due - timedelta(days=1))
    issue(told.main, told.chief, "correction", JAPANESE)
    assert Translation.objects.get(page_id=told.main.pk, lane="en").due_on == due - timedelta(days=1)


@pytest.mark.parametrize(("kind", "texts"), [("correction", WORDS), ("update", JAPANESE)])
def test_there_is_no_date_where_nothing_is_left_to_do(told, kind, texts):
    issue(told.main, member(), kind, texts)
    assert not Translation.objects.filter(page_id=told.main.pk, due_on__isnull=False).exists()


def test_a_correction_knows_the_texts_it_stands_between(told, client):
    draft = make.draft(told.main)
    draft.headline_ja = "直した見出し"
    draft.save_revision()
    make.release(draft, "ja")
    row = issue(told.main, told.chief, "correction", JAPANESE)
    assert (row.version_before_ja, row.version_after_ja) == (1, 2)
    assert (row.version_before_en, row.version_after_en) == (1, None)
    with translation.override("ja"):
        assert row.get_kind_display() in soup(client, "/ja/explainers/main/versions/").select_one(".log li b").text
    assert ReleasedVersion.objects.filter(page_id=told.main.pk, lane="ja").count() == 2


def rewrite(page, headline, *codes):
    draft = make.draft(page)
    for code in codes:
        setattr(draft, f"headline_{code}", headline)
    return make.release(draft, *codes)


def between(row, code):
    row.refresh_from_db()
    return getattr(row, f"version_before_{code}"), getattr(row, f"version_after_{code}")


def versions_called(client, label, address):
    listed = soup(client, f"{address}versions/").select(".log li")
    return [item.a["href"].removeprefix(address) for item in listed if label in item.text]


@every_page
def test_a_correction_issued_before_its_text_names_the_text_that_puts_it_right(told, client, address):
    page = page_of(told, address)
    row = issue(page, told.chief, "correction", WORDS)
    assert (between(row, "ja"), between(row, "en")) == ((1, None), (1, None))
    assert versions_called(client, "訂正", f"/ja/{address}") == []
    rewrite(page, "直した見出し", "ja")
    assert (between(row, "ja"), between(row, "en")) == ((1, 2), (1, None))
    assert versions_called(client, "訂正", f"/ja/{address}") == [""]
    rewrite(page, "後の見出し", "ja")
    assert between(row, "ja") == (1, 2)
    assert versions_called(client, "訂正", f"/ja/{address}") == ["versions/2/"]


@every_page
def test_a_translation_that_follows_is_shown_with_the_correction(told, client, address):
    page = page_of(told, address)
    draft = make.draft(page)
    draft.headline_ja = "直した見出し"
    draft.save_revision()
    release_lanes(page, ["ja"], significance="correction")
    row = issue(page, member(), "correction", WORDS)
    assert (between(row, "ja"), between(row, "en")) == ((1, 2), (1, None))
    rewrite(page, "Put right", "en")
    assert between(row, "en") == (1, 2)
    assert versions_called(client, "Correction", f"/en/{address}") == [""]


def test_languages_corrected_together_name_both_texts_of_each(told):
    draft = make.draft(told.main)
    draft.headline_ja, draft.headline_en = "直した見出し", "Put right"
    draft.save_revision()
    release_lanes(told.main, ["ja", "en"], significance="correction")
    row = issue(told.main, member(), "correction", WORDS)
    assert (between(row, "ja"), between(row, "en")) == ((1, 2), (1, 2))


def test_a_translation_that_never_was_wrong_is_not_called_corrected(told, client):
    draft = make.draft(told.main)
    draft.headline_ja = "誤字を直した見出し"
    draft.save_revision()
    release_lanes(told.main, ["ja"], significance="none")
    row = issue(told.main, member(), "update", WORDS)
    assert (between(row, "ja"), between(row, "en")) == ((1, 2), (None, None))
    rewrite(told.main, "Another day", "en")
    assert between(row, "en") == (None, None)


def test_a_correction_of_a_translation_says_nothing_of_the_source(told):
    row = issue(told.main, member(), "correction", {"en": WORDS["en"]})
    assert (between(row, "ja"), between(row, "en")) == ((None, None), (1, None))


def test_a_second_error_found_later_waits_for_its_own_text(told):
    for number in (1, 2):
        row = issue(told.main, member(), "correction", JAPANESE)
        assert between(row, "ja") == (number, None)
        draft = make.draft(told.main)
        draft.headline_ja = f"直した見出し{number}"
        draft.save_revision()
        release_lanes(told.main, ["ja"], significance="correction")
        assert between(row, "ja") == (number, number + 1)


@pytest.mark.parametrize("newer", ["drafted", "long ago"])
def test_a_text_of_another_day_is_not_taken_for_the_corrected_one(told, newer):
    rewrite(told.main, "二つ目", "ja")
    if newer == "drafted":
        draft = make.draft(told.main)
        draft.headline_ja = "これから直す"
        draft.save_revision()
    else:
        old = timezone.now() - timedelta(days=30)
        ReleasedVersion.objects.filter(page_id=told.main.pk).update(released_at=old)
    assert between(issue(told.main, told.chief, "correction", JAPANESE), "ja") == (2, None)


def test_every_step_is_logged(told):
    row = issue(told.main, told.chief, "correction", WORDS)
    confirm(row, "en", member("approve_lane_en"))
    entries = PageLogEntry.objects.filter(page=told.main, action__contains="correction").order_by("pk")
    assert [(e.action, e.data["lane"]) for e in entries] == [
        ("articles.lane.correction", "ja"),
        ("articles.lane.correction", "en"),
        ("articles.lane.confirm_correction", "en"),
    ]


def test_the_log_says_which_text_readers_saw(told):
    draft = make.draft(told.main)
    draft.headline_ja = "直した見出し"
    draft.save_revision()
    make.release(draft, "ja")
    row = issue(told.main, told.chief, "correction", JAPANESE)
    amend(row, {"en": WORDS["en"]}, member("edit_lane_en"))
    confirm(row, "en", member("approve_lane_en"))
    seen = {release.lane: (release.digest, release.number) for release in told.main.lane_releases.all()}
    entries = PageLogEntry.objects.filter(page=told.main, action__contains="correction").order_by("pk")
    assert [e.data["lane"] for e in entries] == ["ja", "en", "en"]
    assert [(e.data["digest"], e.data["number"]) for e in entries] == [seen["ja"], seen["en"], seen["en"]]
    assert seen["ja"][1] == 2
    for entry in entries:
        assert entry.data["digest"] in entry.message


# --- cost


def test_corrections_cost_no_query_and_the_list_the_same_for_many(told, client):
    page = told.main.page_ptr
    paths = [f"/{code}/{path}" for code in ("ja", "en") for path in [*PAGES, *PAGES.values(), *LISTS]]
    before = {}
    for n in (1, 34):
        now = timezone.now()
        fields = {"page": page, "wrong_ja": "a", "right_ja": "b", "wrong_en": "a", "right_en": "b"}
        rows = [Correction(confirmed_at_ja=now, confirmed_at_en=now, **fields) for _ in range(n)]
        Correction.objects.bulk_create(rows)
        for path in paths:
            client.get(path)
            with CaptureQueriesContext(connection) as queries:
                response = client.get(path)
            assert len(queries) <= BUDGET, path
            assert before.setdefault(path, len(queries)) == len(queries), path
            assert not response.cookies
    first = soup(client, "/ja/corrections/")
    rest = soup(client, "/ja/corrections/" + first.select_one(".pager a")["href"])
    assert [len(found.select(".log > li")) for found in (first, rest)] == [30, 5]
    assert client.get("/ja/corrections/?before=x").status_code == 404


# --- at the desk


def test_the_desk_issues_a_correction(told, client):
    client.force_login(told.chief)
    address = reverse("desk_correction", args=[told.main.pk])
    assert client.get(address).status_code == 200
    typed = {"kind": "correction", "wrong_ja": "三百人", "right_ja": "二百人", "wrong_en": "", "right_en": ""}
    assert client.post(address, {**typed, "right_ja": ""}).status_code == 200
    assert not Correction.objects.exists()
    assert client.post(address, typed).status_code == 302
    row = Correction.objects.get()
    assert (row.issued_by, row.right_ja, row.waits_in("ja"), row.waits_in("en")) == (told.chief, "二百人", False, True)


def test_the_desk_confirms_and_completes_a_waiting_language(told, client):
    row = issue(told.main, told.chief, "correction", JAPANESE)
    reader = editor("approve_lane_en", "edit_lane_en")
    client.force_login(reader)
    assert reverse("desk_correction_edit", args=[row.pk]) in client.get(reverse("desk_corrections")).content.decode()
    amend(row, {"en": WORDS["en"]}, editor("edit_lane_en"))
    seen = {"seen": stamp(Correction.objects.get(pk=row.pk), ["en"])}
    assert client.post(reverse("desk_correction_confirm", args=[row.pk, "en"]), seen).status_code == 302
    assert not Correction.objects.get(pk=row.pk).waits_in("en")
    typed = {"wrong_en": "x", "right_en": "y", "right_ja": "z", **seen}
    client.post(reverse("desk_correction_edit", args=[row.pk]), typed)
    row.refresh_from_db()
    assert (row.right_en, row.right_ja) == ("y", "二百人")


@pytest.mark.parametrize("name", ["desk_correction", "desk_versions"])
def test_who_may_not_edit_the_page_finds_nothing(told, client, name):
    client.force_login(member("release_lane_ja"))
    assert client.get(reverse(name, args=[told.main.pk])).status_code in (302, 403)
    assert client.post(reverse(name, args=[told.main.pk]), {}).status_code in (302, 403)


def test_who_has_no_right_sees_no_way_to_correct(told, client):
    client.force_login(editor("edit_lane_en"))
    assert client.get(reverse("desk_correction", args=[told.main.pk])).status_code in (302, 403)
    assert client.post(reverse("desk_correction", args=[told.main.pk]), {"kind": "update", "right_en": "x"}).status_code in (302, 403)  # fmt: skip
    assert not Correction.objects.exists()


def test_the_desk_hides_a_version_and_shows_it_again(told, client):
    draft = make.draft(told.main)
    draft.headline_ja = "二つ目"
    make.release(draft, "ja")
    client.force_login(editor("hide_superseded"))
    address = reverse("desk_versions", args=[told.main.pk])
    old = ReleasedVersion.objects.get(page_id=told.main.pk, lane="ja", number=1)
    assert client.post(address, {"version": old.pk, "act": "hide", "reason": ""}).status_code == 302
    assert client.get("/ja/explainers/main/versions/1/").status_code == 200
    assert client.post(address, {"version": old.pk, "act": "hide", "reason": "why"}).status_code == 302
    assert client.get("/ja/explainers/main/versions/1/").status_code == 404
    assert client.post(address, {"version": old.pk, "act": "show", "reason": "why"}).status_code == 302
    assert client.get("/ja/explainers/main/versions/1/").status_code == 200
    other = ReleasedVersion.objects.get(page_id=told.item.pk, lane="ja")
    client.post(address, {"version": other.pk, "act": "hide", "reason": "why"})
    other.refresh_from_db()
    assert other.hidden_at is None


@every_page
def test_readers_of_an_alias_are_told_as_well(told, client, address):
    source = page_of(told, address)
    alias = alias_of(source, "alias")
    alias_of(alias, "alias-of-alias")
    issue(source, told.chief, "correction", WORDS)
    section = address.split("/")[0]
    for slug in ("alias", "alias-of-alias"):
        assert "二百人" in box(client, "ja", f"{section}/{slug}/").text
