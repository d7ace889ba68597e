"""Mails about comments: Wagtail's words, to whom it would send them, but in the background.

Wagtail connects to the mail server while the draft is saved: a server that is away would take the draft along.
"""

import logging

from django.contrib.auth import get_user_model
from django_tasks import task
from wagtail.admin.mail import send_notification
from wagtail.models import Comment, CommentReply, Page, PageSubscription

from articles.newsroom.notices.background import after_commit, try_again

logger = logging.getLogger(__name__)


def mail_comments(page, editor, changes):
    """Tell followers of the page of all `changes` (`EditView.get_commenting_changes`), others of their own threads."""
    said = [
        *(_line("new_comments", one) for one in changes["new_comments"]),
        *(_line("resolved_comments", one) for one in changes["resolved_comments"]),
        *(_line("deleted_comments", one) for one in changes["deleted_comments"]),
        *(_line("replied_comments", one, replies) for one, replies in changes["new_replies"]),
    ]
    mails = list(_mails(page, editor, said)) if said else []
    if mails:
        after_commit(send_comment_mails, page.pk, editor.pk, mails)


def _line(kind, comment, replies=()):
    """As plain data: what was deleted is gone when the mail is written."""
    return {"kind": kind, "thread": comment.pk, "text": comment.text, "replies": [reply.text for reply in replies]}


def _mails(page, editor, said):
    """`{"users": ids, "said": lines}` for all who are told the same."""
    rows = PageSubscription.objects.filter(page=page, comment_notifications=True)
    followers = set(rows.values_list("user_id", flat=True))
    if others := followers - {editor.pk}:
        yield {"users": sorted(others), "said": said}
    groups = {}
    for user, threads in _participants(said).items():
        if user not in followers | {editor.pk}:
            groups.setdefault(frozenset(threads), []).append(user)
    for threads, users in groups.items():
        yield {"users": sorted(users), "said": [line for line in said if line["thread"] in threads]}


def _participants(said):
    """`{user id: threads}` of those who wrote in a thread that was answered or resolved."""
    threads = [line["thread"] for line in said if line["kind"] in ("resolved_comments", "replied_comments")]
    wrote = Comment.objects.filter(pk__in=threads).values_list("user_id", "pk")
    answered = CommentReply.objects.filter(comment__in=threads).values_list("user_id", "comment_id")
    found = {}
    for user, thread in [*wrote, *answered]:
        found.setdefault(user, set()).add(thread)
    return found


@task
def send_comment_mails(page_pk, editor_pk, mails, attempt=1):
    """A server that cannot be reached is tried again later, with what is left."""
    page = Page.objects.filter(pk=page_pk).first()
    users = get_user_model().objects.in_bulk([editor_pk, *(pk for mail in mails for pk in mail["users"])])
    if page is None or editor_pk not in users:
        return
    for place, mail in enumerate(mails):
        people = [users[pk] for pk in mail["users"] if pk in users]
        context = {"page": page.specific_deferred, "editor": users[editor_pk], **_by_kind(mail["said"])}
        try:
            send_notification(people, "updated_comments", context)
        except Exception:
            logger.exception("The mails about comments on page %s were not sent", page_pk)
            try_again(send_comment_mails, page_pk, editor_pk, mails[place:], attempt=attempt)
            return


def _by_kind(said):
    """Shaped as Wagtail's template wants it."""
    found = {}
    for line in said:
        if line["kind"] == "replied_comments":
            line = {**line, "comment": line, "replies": [{"text": text} for text in line["replies"]]}
        found.setdefault(line["kind"], []).append(line)
    return found
