"""Whom a review concerns is told in the inbox and by mail, and no mail server can stand in the way of a save."""

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django_tasks.backends.immediate import ImmediateBackend
from django_tasks_db.models import DBTaskResult
from wagtail.users.models import UserProfile

from articles import rights
from articles.models import Notice, ReviewRequest
from articles.newsroom.notices import notices
from articles.newsroom.notices.background import ATTEMPTS
from articles.newsroom.notices.mails import send_notices
from articles.newsroom.review import reviews
from tests.desk_forms import form_of, post_edit
from tests.factories import draft, person
from tests.test_review import submitted

SUBMIT = {"action-submit": "1"}
BROKEN = "tests.test_notices.BrokenMail"

pytestmark = pytest.mark.django_db


class BrokenMail(BaseEmailBackend):
    """A mail backend whose server is gone: from the start, or from the first message on."""

    opened, attempts, answers = 0, 0, False

    def open(self):
        BrokenMail.opened += 1
        if not self.answers:
            raise ConnectionRefusedError("connection refused")

    def send_messages(self, messages):
        BrokenMail.attempts += 1
        raise TimeoutError("the server hangs")


class CountedMail(EmailBackend):
    opened = 0

    def open(self):
        CountedMail.opened += 1


class FullQueue(ImmediateBackend):
    """Takes every task but the mails."""

    def enqueue(self, task, args, kwargs):
        if task.name == "send_notices":
            raise OSError("queue is down")
        return super().enqueue(task, args, kwargs)


@pytest.fixture(autouse=True)
def _approvals_count(settings):
    settings.APPROVALS_REQUIRED = True


@pytest.fixture(autouse=True)
def _nobody_asked_the_server_yet(monkeypatch):
    monkeypatch.setattr(BrokenMail, "opened", 0)
    monkeypatch.setattr(BrokenMail, "attempts", 0)


@pytest.fixture
def page(site, settings):
    settings.APPROVALS_REQUIRED = False
    made = site.explainer()
    settings.APPROVALS_REQUIRED = True
    return made


@pytest.fixture
def translator():
    return person("en-translator", "translator", first_name="Ann", last_name="Other")


@pytest.fixture
def reviewer():
    return person("en-reviewer", "reviewer")


@pytest.fixture
def after_commit(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


class TestMail:
    def test_whoever_may_approve_gets_one_mail_each_with_an_absolute_link(
        self, page, translator, reviewer, after_commit, settings
    ):
        publisher, _editor = person("publisher", "publisher"), person("ja-editor", "editor")
        settings.WAGTAILADMIN_BASE_URL = "https://news.example.jp"
        with after_commit():
            submitted(page, translator, headline_en="New")
        assert sorted(message.to for message in mail.outbox) == [[publisher.email], [reviewer.email]]
        assert f"https://news.example.jp/admin/pages/{page.pk}/review/en/" in mail.outbox[0].body
        assert mail.outbox[0].content_subtype == "plain"
        assert "\n" not in mail.outbox[0].subject

    @pytest.mark.parametrize(("language", "word"), [("en", "English"), ("ja", "英語")])
    def test_it_speaks_the_language_of_whoever_gets_it(self, page, translator, reviewer, after_commit, language, word):
        UserProfile.objects.create(user=reviewer, preferred_language=language)
        with after_commit():
            submitted(page, translator, headline_en="New")
        assert word in mail.outbox[0].subject
        assert "Ann Other" in mail.outbox[0].subject

    @pytest.mark.parametrize("preference", ["submitted", "approved", "rejected"])
    def test_a_mail_that_was_switched_off_is_not_sent(self, page, translator, reviewer, after_commit, preference):
        for user in (translator, reviewer):
            UserProfile.objects.create(user=user, **{f"{preference}_notifications": False})
        with after_commit():
            page = submitted(page, translator, headline_en="New")
        with after_commit():
            reviews.send_back(page, "en", reviewer, "Not yet.")
        with after_commit():
            page = submitted(page, translator, headline_en="Newer")
        with after_commit():
            reviews.approve(page, "en", reviewer, page.lane_states(page.draft_content())["en"][0])
        expected = {"submitted": [reviewer] * 2, "rejected": [translator], "approved": [translator]}
        del expected[preference]
        assert sorted(message.to[0] for message in mail.outbox) == sorted(
            user.email for users in expected.values() for user in users
        )
        kinds = Notice.objects.filter(user=translator).values_list("kind", flat=True)
        assert set(kinds) == {Notice.Kind.SENT_BACK, Notice.Kind.APPROVED}

    def test_saving_and_autosaving_mail_nobody(self, page, translator, reviewer, client, after_commit):
        client.force_login(translator)
        with after_commit():
            post_edit(client, draft(page), headline_en="Typing")
            form = form_of(draft(page), headline_en="Typing on")
            url = reverse("wagtailadmin_pages:edit", args=[page.pk])
            saved = client.post(url, form, headers={"accept": "application/json"})
        assert saved.json()["success"]
        assert mail.outbox == []
        assert not Notice.objects.exists()

    def test_a_mail_that_is_answered_before_it_was_sent_is_not_sent(self, page, translator, reviewer, after_commit):
        with after_commit():
            page = submitted(page, translator, headline_en="New")
            reviews.take_back(page, "en", translator)
        assert mail.outbox == []

    def test_a_dead_mail_server_breaks_nothing(self, page, translator, reviewer, client, settings, after_commit):
        settings.EMAIL_BACKEND = BROKEN
        client.force_login(translator)
        with after_commit():
            assert post_edit(client, draft(page), headline_en="New", **SUBMIT).status_code == 302
        assert BrokenMail.opened == 1
        assert draft(page).headline_en == "New"
        assert ReviewRequest.objects.filter(page_id=page.pk, lane="en", closed_at=None).exists()
        assert Notice.objects.get(user=reviewer).mailed_at is None

    @pytest.mark.parametrize("answers", [False, True])
    def test_a_server_that_is_away_is_asked_once_whoever_is_told(
        self, page, translator, reviewer, settings, after_commit, monkeypatch, answers
    ):
        settings.EMAIL_BACKEND = BROKEN
        monkeypatch.setattr(BrokenMail, "answers", answers)
        _more = [person("en-reviewer") for _ in range(3)]
        with after_commit():
            submitted(page, translator, headline_en="New")
        assert (BrokenMail.opened, BrokenMail.attempts) == (1, int(answers))
        assert Notice.objects.filter(mailed_at=None).count() == 4

    def test_all_who_are_told_the_same_are_mailed_over_one_connection(
        self, page, translator, reviewer, settings, after_commit
    ):
        settings.EMAIL_BACKEND = "tests.test_notices.CountedMail"
        CountedMail.opened = 0
        person("en-reviewer")
        with after_commit():
            submitted(page, translator, headline_en="New")
        assert (CountedMail.opened, len(mail.outbox)) == (1, 2)

    def test_a_queue_that_is_down_breaks_nothing(self, page, translator, reviewer, client, settings, after_commit):
        settings.TASKS = {"default": {"BACKEND": "tests.test_notices.FullQueue"}}
        client.force_login(translator)
        with after_commit():
            assert post_edit(client, draft(page), headline_en="New", **SUBMIT).status_code == 302
        assert Notice.objects.filter(user=reviewer).exists()

    def test_with_a_worker_a_failed_mail_is_tried_again_a_few_times(
        self, page, translator, reviewer, settings, after_commit
    ):
        settings.EMAIL_BACKEND = BROKEN
        settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
        with after_commit():
            submitted(page, translator, headline_en="New")
        pks = list(Notice.objects.values_list("pk", flat=True))
        queued = DBTaskResult.objects.filter(task_path__endswith="send_notices")
        for attempt in range(1, ATTEMPTS + 1):
            assert queued.count() == attempt
            send_notices.call(pks, attempt=attempt)
        assert queued.count() == ATTEMPTS
        settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
        send_notices.call(pks)
        send_notices.call(pks)
        assert len(mail.outbox) == 1


class TestWhoMay:
    def test_it_is_one_query_and_leaves_out_who_cannot_sign_in(self, reviewer, translator):
        person("en-reviewer", "gone", is_active=False)
        publisher = person("publisher", "publisher")
        publisher.groups.add(*reviewer.groups.all())
        with CaptureQueriesContext(
            connection,
        ) as queries:
            found = list(notices.who_may(rights.APPROVE, "en"))
        assert found == [reviewer, publisher]
        assert len(queries) == 1


class TestInbox:
    @pytest.fixture
    def inbox(self, client, reviewer):
        client.force_login(reviewer)
        return lambda **query: client.get(reverse("inbox"), query)

    def fill(self, page, user, count):
        Notice.objects.bulk_create(
            Notice(user=user, kind=Notice.Kind.REVIEW_REQUESTED, page_id=page.pk, lane="en") for _ in range(count)
        )

    def test_it_shows_ones_own_unread_first(self, page, reviewer, translator, inbox):
        self.fill(page, reviewer, 2)
        self.fill(page, translator, 1)
        newest = Notice.objects.filter(user=reviewer).order_by("created_at").last()
        notices.mark_read(reviewer, newest.pk)
        rows = inbox().context["rows"]
        assert [row["notice"].is_read for row in rows] == [False, True]
        assert rows[0]["url"] == reverse("lane_review", args=[page.pk, "en"])

    def test_reading_takes_a_button_and_reaches_ones_own_only(self, page, reviewer, translator, inbox, client):
        self.fill(page, reviewer, 3)
        self.fill(page, translator, 1)
        inbox()
        assert notices.unread_count(reviewer) == 3
        client.post(reverse("inbox"), {"notice": str(Notice.objects.filter(user=translator).get().pk)})
        assert (notices.unread_count(reviewer), notices.unread_count(translator)) == (3, 1)
        client.post(reverse("inbox"), {"notice": str(Notice.objects.filter(user=reviewer).first().pk)})
        assert notices.unread_count(reviewer) == 2
        client.post(reverse("inbox"))
        assert (notices.unread_count(reviewer), notices.unread_count(translator)) == (0, 1)

    def test_it_has_pages(self, page, reviewer, inbox):
        self.fill(page, reviewer, 35)
        assert len(inbox().context["rows"]) == 30
        assert len(inbox(p="2").context["rows"]) == 5
        assert inbox(p="x").status_code == 200

    @pytest.mark.parametrize("url", ["inbox", "wagtailadmin_home"])
    def test_it_takes_as_many_queries_for_few_as_for_many(self, page, reviewer, translator, client, url):
        client.force_login(reviewer)
        client.get(reverse(url))
        counts = []
        for count in (3, 20):
            self.fill(page, reviewer, count)
            with CaptureQueriesContext(connection) as queries:
                client.get(reverse(url))
            counts.append(len(queries))
        assert counts[0] == counts[1]

    def test_the_menu_says_how_many_are_unread(self, page, reviewer, client):
        UserProfile.objects.create(user=reviewer, preferred_language="en")
        client.force_login(reviewer)
        self.fill(page, reviewer, 3)
        assert "Inbox (3)" in client.get(reverse("wagtailadmin_home")).content.decode()

    def test_a_translator_without_rights_to_a_page_sees_only_their_own(self, page, reviewer, translator, client):
        self.fill(page, reviewer, 2)
        client.force_login(translator)
        assert client.get(reverse("inbox")).context["rows"] == []
