"""The queue of the news desk: what waits for a word, answered from a list; without a script the buttons are forms."""

import re

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.users.models import UserProfile

from articles.desk.review.forms import draft_digest
from articles.models import (
    ExplainerPage,
    GlossaryTerm,
    LaneApproval,
    LaneSchedule,
    LaneStatus,
    NewsItemPage,
    ReviewRequest,
)
from articles.models.releasing import release_lanes
from articles.newsroom.review import reviews
from tests.factories import draft, jst, person

pytestmark = pytest.mark.django_db
URL = "/admin/flash/queue/"
JSON = {"Accept": "application/json"}


@pytest.fixture(autouse=True)
def _approvals_count(settings):
    settings.APPROVALS_REQUIRED = True


@pytest.fixture
def staff(site):
    roles = ("writer", "ja-editor", "en-translator", "en-reviewer", "publisher")
    return {role: person(role, role) for role in roles}


@pytest.fixture
def page(site, settings):
    """Public in Japanese only: a new release leaves no translation behind."""
    settings.APPROVALS_REQUIRED = False
    made = site.item(languages=("ja",), headline_ja="公開中の見出し")
    settings.APPROVALS_REQUIRED = True
    return made


def asked(page, user, lane="ja", **fields):
    """Wanted by `user`: a review of what they changed."""
    changed = draft(page)
    for name, value in (fields or {"headline_ja": "審査待ちの見出し"}).items():
        setattr(changed, name, value)
    changed.save_revision(user=user)
    reviews.request_review(type(page).objects.get(pk=page.pk), lane, user)
    return type(page).objects.get(pk=page.pk)


def row(page, lane="ja"):
    return f"{page.pk}:{lane}:{draft_digest(page, lane)}"


def answer(client, user, page, name, lane="ja", **said):
    client.force_login(user)
    return client.post(URL, {"row": row(page, lane), "answer": name, **said}, headers=JSON)


def shown(client, user):
    client.force_login(user)
    return client.get("/admin/flash/").context["rows"]


def open_lanes(page):
    return set(ReviewRequest.objects.filter(page=page, closed_at=None).values_list("lane", flat=True))


class TestRows:
    def test_it_says_what_waits_and_who_asked(self, page, staff, client):
        asked(page, staff["writer"], headline_ja="新しい見出し", summary_ja="新しい要約")
        client.force_login(staff["ja-editor"])
        for url in ("/admin/flash/", "/admin/"):
            html = client.get(url).content.decode().split("data-queue")[1]
            assert all(text in html for text in ("新しい見出し", "新しい要約", "writer", 'value="approve"', "審査中"))

    def test_own_text_says_why_it_cannot_be_approved(self, page, staff, client):
        asked(page, staff["ja-editor"])
        (own,) = shown(client, staff["ja-editor"])
        assert own.entry.refusal
        assert own.entry.refusal in client.get("/admin/flash/").content.decode()
        (others,) = shown(client, staff["publisher"])
        assert not others.entry.refusal

    @pytest.mark.parametrize(("role", "found"), [("writer", 1), ("publisher", 1), ("en-translator", 0)])
    def test_only_lanes_of_ones_own(self, page, staff, client, role, found):
        asked(page, staff["ja-editor"])
        assert len(shown(client, staff[role])) == found

    @pytest.mark.parametrize(("role", "found"), [("writer", 1), ("ja-editor", 1), ("publisher", 0)])
    def test_what_was_given_to_somebody_else_is_left_out(self, page, staff, client, role, found):
        page = asked(page, staff["writer"])
        reviews.request_review(page, "ja", staff["writer"], assignee=staff["ja-editor"])
        assert len(shown(client, staff[role])) == found

    def test_the_longest_waiting_comes_first(self, site, staff, client):
        pages = [asked(site.item(f"i{number}", languages=()), staff["writer"]) for number in range(3)]
        ReviewRequest.objects.filter(page=pages[2]).update(requested_at="2020-01-01T00:00Z")
        rows = shown(client, staff["ja-editor"])
        assert [one.entry.page.pk for one in rows] == [pages[2].pk, pages[0].pk, pages[1].pk]

    def test_nothing_waits(self, staff, client):
        client.force_login(staff["ja-editor"])
        assert "queue__empty" in client.get("/admin/flash/").content.decode()

    @pytest.mark.parametrize("url", ["/admin/flash/", "/admin/"])
    def test_many_cost_what_few_cost(self, site, staff, client, url):
        def queries():
            with CaptureQueriesContext(connection) as found:
                client.get(url)
            return len(found)

        def more(numbers):
            for number in numbers:
                item = site.item(f"i{number}", languages=())
                item.save_revision(user=staff["writer"])
                ReviewRequest.objects.create(page=item, lane="ja", digest="x", requested_by=staff["writer"])

        client.force_login(staff["ja-editor"])
        more(range(5))
        queries()
        few = queries()
        more(range(5, 50))
        assert queries() == few


class TestAnswers:
    def test_approving_publishes_what_may_be_published(self, page, staff, client):
        page = asked(page, staff["writer"])
        told = answer(client, staff["ja-editor"], page, "approve").json()
        assert (told["refused"], told["url"], open_lanes(page)) == (False, "", set())
        assert "審査待ちの見出し" in told["said"]
        assert NewsItemPage.objects.get(pk=page.pk).headline_ja == "審査待ちの見出し"

    def test_without_a_script_the_list_is_a_form(self, page, staff, client):
        page = asked(page, staff["writer"])
        client.force_login(staff["ja-editor"])
        told = client.post(URL, {"row": row(page), "answer": "approve", "place": "home"})
        assert (told.status_code, told.url) == (302, "/admin/")
        assert open_lanes(page) == set()

    @pytest.mark.parametrize("who", ["ja-editor", "writer"])
    def test_who_may_not_approve_is_told_why(self, page, staff, client, who):
        page = asked(page, staff[who])
        told = answer(client, staff[who], page, "approve")
        assert (told.status_code, told.json()["refused"]) == (409, True)
        assert open_lanes(page) == {"ja"}
        assert not LaneApproval.objects.filter(page=page).exists()

    def test_another_text_than_the_one_shown_is_not_approved(self, page, staff, client):
        page = asked(page, staff["writer"])
        seen = row(page)
        asked(page, staff["writer"], headline_ja="もう一度変えた")
        client.force_login(staff["ja-editor"])
        assert client.post(URL, {"row": seen, "answer": "approve"}, headers=JSON).status_code == 409
        assert not LaneApproval.objects.filter(page=page).exists()

    def test_a_question_about_translations_opens_the_review(self, site, staff, client, settings):
        settings.APPROVALS_REQUIRED = False
        both = site.explainer()
        settings.APPROVALS_REQUIRED = True
        both = asked(both, staff["writer"])
        told = answer(client, staff["ja-editor"], both, "approve").json()
        assert told["url"] == f"/admin/pages/{both.pk}/review/ja/"
        assert not LaneApproval.objects.filter(page=both).exists()
        assert ExplainerPage.objects.get(pk=both.pk).headline_ja != "審査待ちの見出し"

    def test_sending_back_wants_a_reason(self, page, staff, client):
        page = asked(page, staff["writer"])
        assert answer(client, staff["ja-editor"], page, "send-back", comment=" ").status_code == 409
        assert open_lanes(page) == {"ja"}
        answer(client, staff["ja-editor"], page, "send-back", comment="数字を確かめてください")
        closed = ReviewRequest.objects.get(page=page)
        assert (closed.outcome, closed.comment) == ("sent-back", "数字を確かめてください")

    @pytest.mark.parametrize(
        ("who", "lane", "url"),
        [
            ("publisher", "ja", "/admin/pages/{}/translate/en/"),
            ("en-reviewer", "en", "/admin/pages/{}/translate/en/"),
            ("ja-editor", "ja", ""),
        ],
    )
    def test_translating_opens_the_side_by_side_view(self, page, staff, client, who, lane, url):
        told = answer(client, staff[who], page, "translate", lane).json()
        assert told["url"] == url.format(page.pk)
        assert told["refused"] == (not url)

    @pytest.mark.parametrize("sent", ["", "x:ja:d", "1:fr:d", "999999:ja:d"])
    def test_nonsense_is_not_found(self, staff, client, sent):
        client.force_login(staff["ja-editor"])
        assert client.post(URL, {"row": sent, "answer": "approve"}, headers=JSON, follow=True).status_code == 404

    def test_it_is_for_those_who_may_change_the_page(self, page, staff, client):
        page = asked(page, staff["writer"])
        staff["ja-editor"].groups.first().page_permissions.all().delete()
        assert shown(client, staff["ja-editor"]) == []
        assert not answer(client, staff["ja-editor"], page, "approve").content.startswith(b"{")
        assert open_lanes(page) == {"ja"}


class TestButtons:
    """Nobody is offered what they may not do."""

    @pytest.mark.parametrize(
        ("role", "offered"),
        [
            ("writer", {"approve", "open"}),
            ("ja-editor", {"approve", "open", "send-back"}),
            ("publisher", {"approve", "open", "send-back", "translate"}),
        ],
    )
    def test_a_list_has_the_buttons_that_can_do_something_in_it(self, page, staff, client, role, offered):
        asked(page, staff["writer"])
        client.force_login(staff[role])
        html = client.get("/admin/flash/").content.decode().split("data-queue")[1]
        assert set(re.findall('name="answer" value="([^"]+)"', html)) == offered

    def test_an_approval_is_taken_back_where_there_is_one(self, page, staff, client):
        page = asked(page, staff["writer"])
        LaneSchedule.objects.create(page_id=page.pk, lane="ja", at=jst("2099-01-01 09:00"))
        answer(client, staff["ja-editor"], page, "approve")
        assert 'value="revoke"' in client.get("/admin/flash/").content.decode()

    def test_sending_back_is_refused_row_by_row(self, page, staff, client):
        asked(page, staff["writer"])
        (own,) = shown(client, staff["writer"])
        (others,) = shown(client, staff["ja-editor"])
        assert (bool(own.send_back_refusal), bool(others.send_back_refusal)) == (True, False)


class TestGlossary:
    @pytest.fixture(autouse=True)
    def _term(self, page):
        GlossaryTerm.objects.create(slug="wait", name_ja="待機", severity="warn", forbidden_ja="審査待ち")

    def test_the_answer_says_what_the_glossary_advises_against(self, page, staff, client):
        page = asked(page, staff["writer"])
        assert "待機" in answer(client, staff["ja-editor"], page, "approve").json()["said"]
        assert NewsItemPage.objects.get(pk=page.pk).headline_ja == "審査待ちの見出し"

    def test_the_review_page_says_it_before(self, page, staff, client):
        asked(page, staff["writer"])
        client.force_login(staff["ja-editor"])
        assert "待機" in client.get(f"/admin/pages/{page.pk}/review/ja/").content.decode()


class TestTakingAnApprovalBack:
    @pytest.fixture
    def approved(self, site, staff):
        """By somebody who may not publish it before its shared fields are approved."""
        page = asked(site.item(languages=()), staff["writer"])
        reviews.approve(page, "ja", staff["ja-editor"], draft_digest(page, "ja"))
        return page

    def test_the_list_keeps_it_until_it_is_public(self, approved, staff, client):
        (one,) = shown(client, staff["ja-editor"])
        assert (one.entry.is_approved, one.chip.state) == (True, "ready")
        assert shown(client, staff["publisher"]) == []

    def test_whoever_asked_waits_again(self, approved, staff, client):
        assert answer(client, staff["ja-editor"], approved, "revoke").status_code == 200
        assert LaneStatus.objects.get(page=approved, lane="ja").state == "review"
        (one,) = shown(client, staff["ja-editor"])
        assert (one.entry.is_approved, one.entry.person) == (False, staff["writer"])

    def test_what_is_public_stays_approved(self, approved, staff, client, settings):
        reviews.approve(approved, "shared", staff["ja-editor"], draft_digest(approved, "shared"))
        release_lanes(approved, ["shared", "ja"], user=staff["ja-editor"])
        assert answer(client, staff["ja-editor"], approved, "revoke").status_code == 409
        assert not LaneApproval.objects.filter(page=approved).exclude(revoked_at=None).exists()
        assert shown(client, staff["ja-editor"]) == []

    def test_what_nobody_approved_is_refused(self, page, staff, client):
        page = asked(page, staff["writer"])
        assert answer(client, staff["ja-editor"], page, "revoke").status_code == 409


class TestMenu:
    LABEL = "Breaking news and reviews"

    def menu(self, client, user):
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "en"})
        client.force_login(user)
        props = re.search(r'id="wagtail-sidebar-props"[^>]*>(.*?)</script>', client.get("/admin/").content.decode())
        return props[1]

    def test_it_says_how_many_wait_for_ones_word(self, client, staff, page):
        asked(page, staff["writer"])
        assert f"{self.LABEL} (1)" in self.menu(client, staff["publisher"])

    @pytest.mark.parametrize("role", ["writer", "en-translator"])
    def test_what_one_asked_for_or_may_not_approve_is_not_counted(self, client, staff, page, role):
        asked(page, staff["writer"])
        shown = self.menu(client, staff[role])
        assert self.LABEL in shown
        assert f"{self.LABEL} (" not in shown

    def test_who_works_with_no_language_has_no_news_desk(self, client, site):
        user = User.objects.create_user("guest", "guest@example.com", "x")
        user.user_permissions.add(Permission.objects.get(codename="access_admin"))
        assert self.LABEL not in self.menu(client, user)
