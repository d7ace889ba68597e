"""The translation desk lists what waits for a language, gives it to people, and says what became of each item."""

import csv
from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.users.models import UserProfile

from articles import rights
from articles.desk.translation_desk.items import open_count
from articles.desk.translation_desk.spreadsheet import safe_cell
from articles.models import ExplainerPage, LaneStatus, Notice, ReviewRequest, Translation
from articles.newsroom.translation import assignments, translating
from articles.newsroom.translation.work import translation_work
from tests.factories import draft, person, release, topic

LIST = "/admin/translations/"


def signed_in(client, user):
    """The browser of `user`, with the admin in English."""
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "en"})
    client.force_login(user)
    return client


@pytest.fixture
def emma(site):
    return person("en-translator", "emma")


@pytest.fixture
def desk(client, emma):
    return signed_in(client, emma)


def headlines(response):
    return [row.headline for row in response.context["rows"]]


def untranslated(site, slug, **fields):
    return site.explainer(slug, languages=("ja",), headline_en="", standfirst_en="", body_en=[], **fields)


def messages(response):
    return " ".join(str(message) for message in response.context["messages"])


def act(client, action, *pages, address=LIST, **more):
    return client.post(address, {"action": action, "page": [page.pk for page in pages], **more}, follow=True)


# --- what is listed
def test_only_what_waits_is_listed_until_everything_is_asked_for(site, desk):
    site.explainer("done")
    waiting = untranslated(site, "waiting")
    assert headlines(desk.get(LIST)) == [waiting.headline_ja]
    assert {"見出しdone", waiting.headline_ja} <= set(headlines(desk.get(LIST, {"show": "all"})))


def test_a_row_says_what_waits_and_leads_to_the_translation(site, desk):
    page = untranslated(site, "moving")
    response = desk.get(LIST)
    (row,) = response.context["rows"]
    assert row.status.characters == len("見出しmoving前文moving本文moving")
    assert row.translate_url == reverse("desk_translate", args=[page.pk, "en"])
    assert row.translate_url in response.text


@pytest.mark.parametrize(("number", "said"), [(1, "1 item"), (2, "2 items")])
def test_the_foot_counts_in_words_of_the_desk(site, desk, number, said):
    for slug in ("one", "two")[:number]:
        untranslated(site, slug)
    foot = desk.get(LIST).text.split('class="pagination__end"')[1].split("</div>")[0]
    assert foot.strip(" >\n") == said


def test_a_due_date_ends_with_the_work(site, desk, emma):
    page, today = draft(site.explainer("late")), timezone.localdate()
    page.headline_ja = "新しい見出し"
    page = release(page, "ja")
    assignments.assign([page], "en", emma, emma, today)
    unit = translation_work(page, "en").source["headline"]
    page.refresh_status()
    assert Translation.objects.get(page=page, lane="en").due_on == today
    translating.no_effect(page, "en", "headline", emma, unit.digest)
    row = Translation.objects.get(page=page, lane="en")
    assert (row.due_on, row.assignee) == (None, emma)
    assert today.isoformat() not in desk.get(LIST, {"export": "csv", "show": "all", "q": "新しい"}).getvalue().decode()


def test_only_who_may_release_is_led_to_the_publish_screen(site, client, desk):
    page = site.explainer("new", languages=())
    page.save_revision()
    address = reverse("desk_publish", args=[page.pk])
    assert address not in desk.get(LIST).text
    assert address in signed_in(client, person("publisher")).get(LIST).text


@pytest.mark.parametrize(
    ("show", "expected"),
    [
        ("open", {"never", "mine", "overdue", "outdated", "correction", "review"}),
        ("never", {"never", "mine", "overdue"}),
        ("outdated", {"outdated"}),
        ("correction", {"correction"}),
        ("review", {"review"}),
        ("mine", {"mine", "overdue"}),
        ("overdue", {"overdue"}),
        ("unassigned", {"never", "outdated", "correction", "review"}),
        ("nonsense", {"never", "mine", "overdue", "outdated", "correction", "review"}),
    ],
)
def test_each_quick_filter_shows_what_it_counts(site, desk, emma, show, expected):
    names = ("never", "mine", "overdue", "outdated", "correction", "review")
    pages = {name: untranslated(site, name) for name in names}
    for name in ("outdated", "correction", "review"):
        asked = timezone.now() if name == "review" else None
        LaneStatus.objects.filter(page=pages[name], lane="en").update(state=name, requested_at=asked)
    assignments.assign([pages["mine"]], "en", emma, emma)
    assignments.assign([pages["overdue"]], "en", emma, emma, timezone.localdate() - timedelta(days=1))
    response = desk.get(LIST, {"show": show})
    (link,) = [link for link in response.context["quick"] if link["is_current"]]
    assert set(headlines(response)) == {f"見出し{name}" for name in expected}
    assert link["count"] == len(expected)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"q": "引っ越"}, ["引っ越し"]),
        ({"kind": "news"}, ["速報"]),
        ({"topic": "topic"}, ["引っ越し"]),
        ({"assignee": "emma"}, ["速報"]),
        ({"assignee": "none"}, ["引っ越し", "人口"]),
        ({"due": "today"}, ["速報"]),
        ({"due": "week"}, ["速報", "引っ越し"]),
        ({"due": "none"}, ["人口"]),
        ({"q": "nothing like it"}, []),
        ({"q": '"'}, []),
        ({"q": "%"}, []),
    ],
)
def test_filters_narrow_the_list(site, desk, emma, asked, expected):
    moving = untranslated(site, "moving", topics=[subject := topic()])
    people, news = untranslated(site, "people"), site.item("flash", languages=("ja",), headline_en="", summary_en="")
    for page, name in ((moving, "引っ越し"), (people, "人口"), (news, "速報")):
        page = draft(page)
        page.headline_ja = name
        release(page, "ja")
    today = timezone.localdate()
    assignments.assign([news], "en", emma, emma, today)
    assignments.assign([moving], "en", emma, due_on=today + timedelta(days=5))
    stand_ins = {"topic": subject.pk, "emma": emma.pk, "news": news.content_type_id}
    response = desk.get(LIST, {name: stand_ins.get(value, value) for name, value in asked.items()})
    assert headlines(response) == expected
    assert ("Clear the filters" in response.text) or headlines(response)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("due", ["b", "c", "a"]),
        ("-due", ["c", "b", "a"]),
        ("age", ["c", "a", "b"]),
        ("-age", ["b", "a", "c"]),
        ("characters", ["a", "b", "c"]),
        ("-characters", ["c", "b", "a"]),
        ("headline", ["a", "b", "c"]),
        ("; drop table", ["b", "c", "a"]),
    ],
)
def test_the_list_is_sorted(site, desk, emma, order, expected):
    now, today = timezone.now(), timezone.localdate()
    for name, characters, hours, days in (("a", 1, 2, None), ("b", 2, 1, 1), ("c", 3, 3, 2)):
        page = untranslated(site, name)
        LaneStatus.objects.filter(page=page, lane="en").update(
            characters=characters, open_since=now - timedelta(hours=hours)
        )
        if days:
            assignments.assign([page], "en", emma, due_on=today + timedelta(days=days))
    assert headlines(desk.get(LIST, {"ordering": order})) == [f"見出し{name}" for name in expected]


def test_an_empty_desk_says_so(site, desk):
    assert "Nothing to translate." in desk.get(LIST).text
    narrowed = desk.get(LIST, {"show": "mine"}).text
    assert "No item matches." in narrowed
    assert "Clear the filters" in narrowed


def test_fifty_items_make_a_page(site, desk):
    many(site, 53)
    assert len(headlines(desk.get(LIST))) == 50
    assert len(headlines(desk.get(LIST, {"p": 2}))) == 3


def many(site, number):
    """Open items enough to fill a list, without the cost of publishing each."""
    for place in range(number):
        page = ExplainerPage(slug=f"many-{number}-{place}", headline_ja=f"見出し{place}", live=False)
        site.explainers.refresh_from_db()
        site.explainers.add_child(instance=page)
        for lane in ("ja", "en"):
            LaneStatus.objects.create(page=page, lane=lane, state="unreleased", open_units=3, characters=place)


def assign_all(user):
    rows = LaneStatus.objects.filter(lane="en", open_units=3).select_related("page")
    assignments.assign([row.page for row in rows], "en", user, user, timezone.localdate())


def test_the_list_costs_the_same_with_few_and_with_many_items(site, desk, emma):
    many(site, 2)
    assign_all(emma)
    desk.get(LIST)
    with CaptureQueriesContext(connection) as few:
        desk.get(LIST)
    many(site, 40)
    assign_all(emma)
    with CaptureQueriesContext(connection) as more:
        assert len(headlines(desk.get(LIST))) == 42
    assert len(more) == len(few)


def test_the_menu_counts_what_waits_in_one_query(site, desk, emma):
    untranslated(site, "one")
    untranslated(site, "two")
    assert "Translation desk (2)" in desk.get("/admin/").text
    list(PagePermissionPolicy().get_cached_permissions_for_user(emma))  # Wagtail's menu has asked for them already
    rights.may(emma, rights.EDIT, "en")
    with CaptureQueriesContext(connection) as asked:
        assert open_count(emma) == 2
    assert len(asked) == 1


# --- who may see and do what
def test_a_stranger_to_every_translation_has_no_desk(site, client):
    signed_in(client, person("writer"))
    assert client.get(LIST).status_code == 302
    assert "Translation desk" not in client.get("/admin/").text


def test_pages_that_a_person_may_not_open_are_not_listed_nor_touched(site, desk, emma):
    page = untranslated(site, "hidden")
    GroupPagePermission.objects.all().delete()
    assert headlines(desk.get(LIST, {"show": "all"})) == []
    for action in ("assign", "review", "xliff"):
        response = act(desk, action, page, assignee=emma.pk)
        assert "Choose at least one item." in messages(response)
    assert not Translation.objects.filter(page=page, assignee=emma).exists()


def test_assigning_tells_the_assignee(site, desk, django_capture_on_commit_callbacks):
    page = untranslated(site, "moving")
    jun = person("en-translator", "jun")
    due = timezone.localdate() + timedelta(days=2)
    with django_capture_on_commit_callbacks(execute=True):
        response = act(desk, "assign", page, assignee=jun.pk, due_on=due.isoformat())
    row = Translation.objects.get(page=page, lane="en")
    assert (row.assignee, row.due_on) == (jun, due)
    assert Notice.objects.get(user=jun).kind == Notice.Kind.ASSIGNED
    assert [jun.email] in [message.to for message in mail.outbox]
    assert "Assigned 1 of 1" in messages(response)


def test_what_is_left_as_it_is_stays_and_tells_nobody(site, desk, emma):
    page, jun = untranslated(site, "moving"), person("en-translator", "jun")
    today = timezone.localdate()
    assignments.assign([page], "en", emma, jun, today)
    Notice.objects.all().delete()
    act(desk, "assign", page, due_on=(today + timedelta(days=1)).isoformat())
    act(desk, "assign", page, assignee=jun.pk)
    row = Translation.objects.get(page=page, lane="en")
    assert (row.assignee, row.due_on) == (jun, today + timedelta(days=1))
    act(desk, "assign", page, assignee="none", no_date="on")
    row.refresh_from_db()
    assert (row.assignee, row.due_on) == (None, None)
    assert not Notice.objects.exists()


@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        ({}, "Choose an assignee or a due date."),
        ({"due_on": "2001-01-01"}, "The due date lies in the past."),
        ({"due_on": "soon"}, "Enter a valid date."),
        ({"assignee": "writer"}, "Select a valid choice."),
        ({"assignee": "99999"}, "Select a valid choice."),
    ],
)
def test_an_assignment_that_cannot_be_is_refused(site, desk, sent, reason):
    page = untranslated(site, "moving")
    writer = person("writer")
    response = act(
        desk, "assign", page, **{name: writer.pk if value == "writer" else value for name, value in sent.items()}
    )
    assert reason in messages(response)
    assert not Translation.objects.filter(page=page).exclude(assignee=None, due_on=None).exists()


def test_nobody_is_assigned_by_or_to_somebody_without_the_right(site, emma):
    page, writer = untranslated(site, "moving"), person("writer")
    for user, assignee in ((writer, emma), (emma, writer)):
        with pytest.raises(assignments.AssignmentRefused):
            assignments.assign([page], "en", user, assignee)
    assert not Translation.objects.filter(page=page).exclude(assignee=None).exists()


def test_reviews_are_requested_item_by_item_with_reasons(site, desk):
    ready, waiting = site.explainer("ready"), untranslated(site, "waiting")
    unchanged = site.explainer("unchanged")
    page = draft(ready)
    page.headline_en = "A better headline"
    page.save_revision()
    response = act(desk, "review", ready, waiting, unchanged)
    assert [row.page_id for row in ReviewRequest.objects.all()] == [ready.pk]
    said = messages(response)
    assert "Requested the review of 1 of 3 items." in said
    assert "見出しwaiting: 3 parts wait to be translated." in said
    assert "見出しunchanged: There is nothing new to review in this language." in said


@pytest.mark.parametrize("action", ["assign", "review"])
def test_pages_that_a_person_may_only_look_at_are_refused_one_by_one(site, desk, emma, action):
    lock = Permission.objects.get(content_type__app_label="wagtailcore", codename="lock_page")
    GroupPagePermission.objects.filter(group__user=emma).update(permission=lock)
    response = act(desk, action, untranslated(site, "moving"), assignee=emma.pk)
    assert "You have no right to edit this page." in messages(response)
    assert not Translation.objects.exclude(assignee=None).exists()
    assert not ReviewRequest.objects.exists()


@pytest.mark.parametrize(
    "sent", [{"action": "assign"}, {"action": "review", "page": ["x", "-1", "9" * 30]}, {"action": "?"}]
)
def test_nothing_chosen_is_answered_with_words(site, desk, sent):
    response = desk.post(f"{LIST}?show=never&q=a", sent, follow=True)
    assert "Choose at least one item." in messages(response)
    assert response.redirect_chain == [(f"{LIST}?show=never&q=a", 302)]


# --- the list as a table
@pytest.mark.parametrize(
    "hostile",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1",
        "＝1",
        "　＋1",
        "－1",
        "＠x",
        "\u200b=1",
        "\ufeff=1",
        "−1",
        "\x00=1",
    ],
)
def test_a_cell_is_never_a_formula(hostile):
    assert safe_cell(hostile) == f"'{hostile}"


@pytest.mark.parametrize("harmless", ["見出し", "1+1=2", "a-b", "", 12, None, "「＝」とは"])
def test_other_cells_stay_as_they_are(harmless):
    assert safe_cell(harmless) == ("" if harmless is None else str(harmless))


def test_the_csv_has_every_item_of_the_list_and_no_formula(site, desk, emma):
    many(site, 55)
    hostile = untranslated(site, "hostile", headline_ja='=HYPERLINK("http://x.example","押す")')
    emma.first_name = "=Emma"
    emma.save()
    assignments.assign([hostile], "en", emma, emma, timezone.localdate())
    response = desk.get(LIST, {"export": "csv"})
    assert response.streaming
    text = response.getvalue().decode()
    assert text.startswith("\ufeff")
    rows = list(csv.reader(text[1:].splitlines()))
    assert len(rows) == 1 + 56
    (row,) = [row for row in rows if "HYPERLINK" in row[0]]
    assert row[0] == "'" + hostile.headline_ja
    assert row[2] == "Not released"
    assert row[6].startswith("'=Emma")
    assert row[7] == timezone.localdate().isoformat()
    assert not [cell for cells in rows for cell in cells if cell[:1] in ("=", "+", "-", "@")]
    assert (
        len(list(csv.reader(desk.get(LIST, {"export": "csv", "show": "mine"}).getvalue().decode().splitlines()))) == 2
    )
