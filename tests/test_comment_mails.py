"""Comments are mailed to whoever follows them, after the save: no mail server can cost what was typed."""

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from wagtail.models import Comment, CommentReply, PageSubscription

from articles.newsroom.notices.background import ATTEMPTS
from articles.newsroom.notices.comment_mails import send_comment_mails
from tests import factories as make
from tests.desk_forms import form_of

pytestmark = pytest.mark.django_db


class DeadServer(BaseEmailBackend):
    opened = 0

    def open(self):
        DeadServer.opened += 1
        raise ConnectionRefusedError("no mail server")


@pytest.fixture
def page(site):
    return site.explainer()


@pytest.fixture
def writer(client):
    user = make.person("writer", "writer")
    client.force_login(user)
    return user


@pytest.fixture
def follower(page):
    user = make.person("ja-editor", "follower")
    PageSubscription.objects.create(user=user, page=page, comment_notifications=True)
    return user


@pytest.fixture
def dead_server(settings):
    settings.EMAIL_BACKEND = "tests.test_comment_mails.DeadServer"
    DeadServer.opened = 0


def save(client, page, *, new="", known=(), **changes):
    """Send the editing form with the comments `known` as `{field: value}` each, and a new one."""
    rows = [{"pk": comment.pk, **typed} for comment, typed in known]
    rows += [{"text": new, "contentpath": "headline_ja"}] if new else []
    form = form_of(make.draft(page), **changes) | {
        "comment_notifications": "",
        "comments-TOTAL_FORMS": str(len(rows)),
        "comments-INITIAL_FORMS": str(len(known)),
    }
    for number, row in enumerate(rows):
        row = {"id": str(row.pop("pk", "")), "position": "", "resolved": "", "DELETE": "", **row}
        replies = {"TOTAL_FORMS": "1" if "reply" in row else "0", "INITIAL_FORMS": "0"}
        if "reply" in row:
            replies |= {"0-id": "", "0-text": row.pop("reply"), "0-DELETE": ""}
        form |= {f"comments-{number}-{name}": value for name, value in row.items()}
        form |= {f"comments-{number}-replies-{name}": value for name, value in replies.items()}
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form)


def comment(page, user, text):
    return Comment.objects.create(page=page, user=user, text=text, contentpath="headline_ja")


def test_a_dead_mail_server_costs_nothing(
    page, writer, follower, client, dead_server, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        assert save(client, page, new="Is this right?", headline_ja="書いた").status_code == 302
        assert DeadServer.opened == 0  # a server that hangs would hold the page locked meanwhile
    assert DeadServer.opened == 1
    assert make.draft(page).headline_ja == "書いた"
    assert Comment.objects.get().text == "Is this right?"


def test_who_follows_the_page_is_told_all(page, writer, follower, client, django_capture_on_commit_callbacks):
    answered, done, gone = (comment(page, writer, text) for text in ("ANSWERED", "DONE", "GONE"))
    known = [(answered, {"reply": "REPLY"}), (done, {"resolved": "1"}), (gone, {"DELETE": "1"})]
    known = [(one, {"text": one.text, "contentpath": one.contentpath, **typed}) for one, typed in known]
    with django_capture_on_commit_callbacks(execute=True):
        save(client, page, new="NEW", known=known)
    (message,) = mail.outbox
    assert message.to == [follower.email]
    assert all(text in message.body for text in ("NEW", "ANSWERED", "REPLY", "DONE", "GONE"))


def test_who_takes_part_in_a_thread_is_told_of_it_alone(page, writer, client, django_capture_on_commit_callbacks):
    author, other = make.person("en-translator", "author"), make.person("en-reviewer", "other")
    first, second = comment(page, author, "FIRST"), comment(page, other, "SECOND")
    CommentReply.objects.create(comment=first, user=writer, text="mine")
    known = [(first, "REPLY 1"), (second, "REPLY 2")]
    with django_capture_on_commit_callbacks(execute=True):
        save(
            client,
            page,
            known=[(one, {"text": one.text, "contentpath": one.contentpath, "reply": text}) for one, text in known],
        )
    said = {message.to[0]: message.body for message in mail.outbox}
    assert set(said) == {author.email, other.email}
    assert "REPLY 1" in said[author.email]
    assert "REPLY 2" not in said[author.email]


def test_saving_without_comments_tells_nobody(page, writer, follower, client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        save(client, page, headline_ja="書いた")
    assert mail.outbox == []


def test_with_a_worker_a_server_that_is_away_is_tried_again_a_few_times(
    page, writer, follower, client, settings, dead_server, django_capture_on_commit_callbacks
):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    with django_capture_on_commit_callbacks(execute=True):
        save(client, page, new="Is this right?")
    queued = DBTaskResult.objects.filter(task_path__endswith="send_comment_mails").order_by("enqueued_at")
    for attempt in range(1, ATTEMPTS + 1):
        assert queued.count() == attempt
        said = queued.last().args_kwargs
        send_comment_mails.call(*said["args"], **said["kwargs"])
    assert queued.count() == ATTEMPTS
