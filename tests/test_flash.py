"""Breaking news from the dashboard: by right public at once or sent for review, once however often it is sent."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry
from wagtail.users.models import UserProfile

from articles import lanes
from articles.models import GlossaryTerm, LaneApproval, NewsItemPage, Notice, ReviewRequest, approvals
from articles.models.approvals import ApprovalRefused
from articles.newsroom.near_duplicates import likeness, similarity
from tests import factories as make
from tests.factories import person
from tests.staff import member

pytestmark = pytest.mark.django_db
URL = "/admin/flash/"
WORDS = {
    "headline": "現物XRPのETF、8億ドルを突破",
    "summary": "取引13日目での到達です。",
    "source_url": "https://example.com/news",
}
RIVAL = "現物XRP ETFが8億ドル超え、取引13日目で"


@pytest.fixture(autouse=True)
def _approvals_count(settings):
    settings.APPROVALS_REQUIRED = True


@pytest.fixture
def staff(site):
    return {role: person(role, role) for role in ("writer", "ja-editor", "publisher", "en-translator")}


def send(client, user, step="publish", *, follow=True, **said):
    client.force_login(user)
    sent = {**WORDS, "step": step, "token": str(uuid.uuid4()), **said}
    return client.post(URL, sent, follow=follow)


def seen(client, text):
    client.logout()
    return text in client.get("/ja/news/").content.decode().replace("<wbr>", "")


class TestPublishing:
    def test_whoever_may_publish_alone_needs_one_request(self, staff, client):
        category, topic = make.category(), make.topic("etf", name_ja="ETF")
        make.topic("xrp", name_ja="XRP")
        answer = send(client, staff["ja-editor"], follow=False, category=category.pk, topics="etf、ＸＲ")
        assert (answer.status_code, answer.url) == (302, URL)
        item = NewsItemPage.objects.get()
        assert [item.category, *item.topics.all()] == [category, topic, item.topics.last()]
        assert item.released_languages() == ["ja"]
        assert not item.has_unpublished_changes
        page = client.get(URL).content.decode()
        assert f'href="{reverse("wagtailadmin_pages:edit", args=[item.pk])}"' in page
        assert item.get_url() in page
        assert WORDS["headline"] not in page.split("data-flash-form")[1].split("</form>")[0]
        assert seen(client, WORDS["headline"])
        assert WORDS["source_url"] in client.get(f"/ja/news/{item.slug}/").content.decode()

    def test_it_is_logged_as_an_exception_and_the_others_are_told_once(self, staff, client):
        send(client, staff["ja-editor"])
        item = NewsItemPage.objects.get()
        approvals_made = LaneApproval.objects.filter(page=item)
        assert {row.lane for row in approvals_made} == {"ja", lanes.SHARED}
        assert all(row.reason and row.approved_by == staff["ja-editor"] for row in approvals_made)
        logged = PageLogEntry.objects.filter(page=item.pk, action="articles.lane.override")
        assert {entry.data["lane"] for entry in logged} == {"ja", lanes.SHARED}
        notices = Notice.objects.filter(kind=Notice.Kind.OVERRIDE)
        assert [(notice.user, notice.lane, notice.page_id) for notice in notices] == [
            (staff["publisher"], "ja", item.pk)
        ]

    def test_a_second_press_makes_no_second_item(self, staff, client):
        token = str(uuid.uuid4())
        for _press in range(2):
            answer = send(client, staff["ja-editor"], token=token)
        assert NewsItemPage.objects.count() == 1
        assert NewsItemPage.objects.get().get_url() in answer.content.decode()

    def test_an_old_form_with_new_text_loses_neither(self, staff, client):
        token = str(uuid.uuid4())
        send(client, staff["ja-editor"], token=token)
        answer = send(client, staff["ja-editor"], token=token, headline="まったく別の話")
        assert answer.status_code == 422
        form = answer.context["form"]
        assert (NewsItemPage.objects.count(), form["headline"].value()) == (1, "まったく別の話")
        assert form["token"].value() != token

    @pytest.mark.parametrize("who", ["writer", "publisher"])
    def test_nobody_gets_the_item_of_another(self, staff, client, who):
        token = str(uuid.uuid4())
        send(client, staff["ja-editor"], token=token)
        assert send(client, staff[who], "draft", token=token).status_code == 422

    @pytest.mark.parametrize(
        ("field", "value"),
        [("headline", ""), ("summary", " "), ("source_url", ""), ("source_url", "x y"), ("topics", "無いもの")],
    )
    def test_what_is_missing_is_said_at_the_field_and_the_rest_is_kept(self, staff, client, field, value):
        answer = send(client, staff["ja-editor"], **{field: value})
        page = answer.content.decode()
        assert answer.status_code == 422
        assert answer.context["form"].errors.keys() == {field}
        assert f'id="flash-{field}-error"' in page
        assert (WORDS["headline"] if field != "headline" else WORDS["summary"]) in page
        assert not NewsItemPage.objects.exists()

    def test_a_forbidden_word_is_said_before_anything_is_made(self, staff, client):
        GlossaryTerm.objects.create(slug="etf", name_ja="上場投信", severity="block", forbidden_ja="ETF")
        answer = send(client, staff["ja-editor"])
        assert answer.status_code == 422
        assert "ETF" in str(answer.context["form"].non_field_errors())
        assert not NewsItemPage.objects.exists()


class TestRights:
    def test_without_the_right_it_is_sent_for_review(self, staff, client):
        client.force_login(staff["writer"])
        page = client.get("/admin/").content.decode()
        assert 'name="step" value="submit"' in page
        assert 'name="step" value="publish"' not in page
        send(client, staff["writer"], "submit")
        item = NewsItemPage.objects.get()
        asked = ReviewRequest.objects.values_list("page", "lane", "requested_by")
        assert set(asked) == {(item.pk, lane, staff["writer"].pk) for lane in ("ja", lanes.SHARED)}
        assert not seen(client, WORDS["headline"])

    def test_a_button_that_was_not_offered_does_nothing(self, staff, client):
        assert send(client, staff["writer"], "publish").status_code == 422
        assert not NewsItemPage.objects.exists()

    def test_a_draft_may_be_unfinished(self, staff, client):
        send(client, staff["writer"], "draft", summary="", source_url="")
        item = NewsItemPage.objects.get()
        assert (item.headline_ja, item.live) == (WORDS["headline"], False)
        assert not ReviewRequest.objects.exists()

    def test_translators_have_no_form(self, staff, client):
        client.force_login(staff["en-translator"])
        page = client.get("/admin/").content.decode()
        assert "data-queue" in page
        assert "data-flash-form" not in page
        assert send(client, staff["en-translator"], follow=False).url == "/admin/"
        assert client.get(f"{URL}similar/?headline={RIVAL}").url == "/admin/"
        assert not NewsItemPage.objects.exists()

    def test_the_desk_is_for_those_who_change_texts(self, site, client):
        client.force_login(member("hide_superseded"))
        assert client.get(URL).url == "/admin/"
        assert "data-flash-desk" not in client.get("/admin/").content.decode()

    def test_without_approvals_releasing_is_enough(self, staff, client, settings):
        settings.APPROVALS_REQUIRED = False
        staff["ja-editor"].groups.first().permissions.remove(
            *staff["ja-editor"].groups.first().permissions.filter(codename="publish_flash")
        )
        send(client, staff["ja-editor"])
        assert seen(client, WORDS["headline"])
        assert not LaneApproval.objects.exists()

    @pytest.mark.parametrize("case", ["explainer", "released item", "no right"])
    def test_standing_alone_is_for_new_news_only(self, site, staff, case, settings):
        settings.APPROVALS_REQUIRED = False
        page = site.explainer(languages=()) if case == "explainer" else site.item(languages=())
        if case == "released item":
            page = make.release(page)
        settings.APPROVALS_REQUIRED = True
        user = staff["writer" if case == "no right" else "ja-editor"]
        changed = make.draft(page)
        changed.headline_ja = "変えた見出し"
        changed.save_revision(user=user)
        digest = lanes.digest(lanes.lane_content(type(page), changed.draft_content(), "ja"))
        with pytest.raises(ApprovalRefused):
            approvals.approve(changed, "ja", user, digest, "速報", alone=True)


class TestGlossary:
    """What the glossary only advises against is said, and holds nothing up."""

    @pytest.fixture(autouse=True)
    def _term(self, site):
        GlossaryTerm.objects.create(slug="etf", name_ja="上場投信", severity="warn", forbidden_ja="ETF")

    def test_it_is_said_while_one_writes(self, staff, client):
        client.force_login(staff["writer"])
        said = {"headline": "ETF", "summary": ""}
        assert "上場投信" in client.get(f"{URL}similar/", said).content.decode()
        assert "上場投信" not in client.get(f"{URL}similar/", {**said, "headline": "投信"}).content.decode()

    @pytest.mark.parametrize(("who", "step"), [("ja-editor", "publish"), ("writer", "submit")])
    def test_it_is_said_of_what_was_sent(self, staff, client, who, step):
        answer = send(client, staff[who], step)
        assert "上場投信" in "".join(str(message) for message in answer.context["messages"])
        assert seen(client, WORDS["headline"]) == (step == "publish")


class TestNames:
    @pytest.mark.parametrize(("language", "names"), [("en", ["Alerts", "Funds"]), ("ja", ["速報", "投信"])])
    def test_what_it_is_filed_under_is_named_in_the_language_of_the_interface(self, staff, client, language, names):
        make.category(name_ja="速報", name_en="Alerts")
        make.topic("funds", name_ja="投信", name_en="Funds")
        UserProfile.objects.create(user=staff["writer"], preferred_language=language)
        client.force_login(staff["writer"])
        form = client.get(URL).content.decode().split("data-flash-form")[1].split("</form>")[0]
        assert [
            name for name in ("Alerts", "Funds", "速報", "投信") if f">{name}<" in form or f'"{name}"' in form
        ] == names


class TestSimilar:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            (WORDS["headline"], RIVAL),
            ("日銀が利上げを決定", "日銀、利上げ決定"),
            ("ＸＲＰのＥＴＦ", "xrp の etf"),
            ("デジタル庁、新しい認証アプリを公開", "デジタル庁が認証アプリの新版を公開"),
        ],
    )
    def test_the_same_event_in_other_words(self, one, other):
        assert likeness((one, ""), (other, "")) >= 1

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            (WORDS["headline"], "日銀が利上げを決定"),
            ("デジタル庁、新しい認証アプリを公開", "デジタル庁が職員を募集"),
            ("", ""),
            ("あ", "あ"),
        ],
    )
    def test_another_event(self, one, other):
        assert likeness((one, ""), (other, "")) < 1

    def test_similarity_is_a_share(self):
        assert similarity("同じ文章です", "同じ文章です。") == 1
        assert similarity("東京", "大阪") == 0

    @pytest.mark.parametrize("languages", [("ja",), ()])
    def test_recent_items_are_found_drafts_included(self, site, staff, client, languages):
        item = site.item(languages=languages, headline_ja="あとで変わる見出し")
        changed = make.draft(item) if languages else item
        changed.headline_ja = RIVAL
        changed.save_revision()
        client.force_login(staff["writer"])
        found = client.get(f"{URL}similar/", {"headline": WORDS["headline"], "summary": ""}).content.decode()
        assert RIVAL in found
        assert client.get(f"{URL}similar/", {"headline": "日銀が利上げ"}).content.decode().strip() == ""

    def test_old_news_is_no_duplicate(self, site, staff, client):
        site.item(headline_ja=RIVAL, published_at=timezone.now() - timedelta(hours=80))
        client.force_login(staff["writer"])
        assert RIVAL not in client.get(f"{URL}similar/", {"headline": WORDS["headline"]}).content.decode()

    @pytest.mark.parametrize("shown", [True, False])
    def test_it_goes_out_all_the_same_and_is_told_of_once(self, site, staff, client, shown):
        rival = site.item(headline_ja=RIVAL)
        answer = send(client, staff["ja-editor"], shown=f" {rival.pk}" if shown else "")
        assert (RIVAL in "".join(str(message) for message in answer.context["messages"])) != shown
        assert seen(client, WORDS["headline"])

    def test_looking_costs_the_same_for_many_items(self, site, staff, client):
        client.force_login(staff["writer"])

        def queries():
            with CaptureQueriesContext(connection) as found:
                client.get(f"{URL}similar/", {"headline": WORDS["headline"]})
            return len(found)

        site.item("first", headline_ja=RIVAL)
        queries()
        few = queries()
        for number in range(8):
            site.item(f"more{number}", headline_ja=RIVAL)
        assert queries() == few
