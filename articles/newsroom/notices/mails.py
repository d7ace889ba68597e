"""Mails about notices: after the commit, in the background, once per notice; what goes wrong stays in the log."""

import logging
from contextlib import suppress
from smtplib import SMTPServerDisconnected

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django_tasks import task

from articles.models import Notice
from articles.newsroom.notices.background import after_commit, try_again
from articles.newsroom.notices.texts import address, sentence

logger = logging.getLogger(__name__)

LOST = (ConnectionError, TimeoutError, SMTPServerDisconnected)  # nobody would answer the next message either

# Wagtail's own preferences of a person; what has none is always mailed
PREFERENCES = {
    Notice.Kind.REVIEW_REQUESTED: "submitted_notifications",
    Notice.Kind.APPROVED: "approved_notifications",
    Notice.Kind.SENT_BACK: "rejected_notifications",
}


def mail_after_commit(notices):
    """Nothing that happens here can break or undo what the notices are about."""
    if notices:
        after_commit(send_notices, [notice.pk for notice in notices])


@task
def send_notices(pks, attempt=1):
    """Mail the notices that are still unread and were not mailed yet; what failed is tried again, a few times."""
    rows = Notice.objects.filter(pk__in=pks, read_at=None, mailed_at=None, user__is_active=True)
    wanted = [row for row in rows.select_related("user__wagtail_userprofile", "page", "actor") if _is_wanted(row)]
    if failed := _send(wanted):
        try_again(send_notices, failed, attempt=attempt)


def _send(notices):
    """Over one connection; ids of those to be tried again. A server that does not answer is not asked twice."""
    failed, left = [], list(notices)
    connection = get_connection()
    try:
        if left:
            connection.open()
        while left:
            if not _sent(left[0], connection):
                failed.append(left[0].pk)
            left.pop(0)
    except OSError:
        logger.exception("The mail server does not answer")
    finally:
        with suppress(OSError):
            connection.close()
    return [*failed, *(notice.pk for notice in left)]


def _sent(notice, connection):
    """False when it has to be tried again. Claimed before it is sent: two workers never mail it twice."""
    unclaimed = Notice.objects.filter(pk=notice.pk, mailed_at=None)
    if not unclaimed.update(mailed_at=timezone.now()):
        return True
    try:
        _message(notice, connection).send()
    except Exception as error:
        Notice.objects.filter(pk=notice.pk).update(mailed_at=None)
        if isinstance(error, LOST):
            raise
        logger.exception("The mail about notice %s was not sent", notice.pk)
        return False
    return True


def _is_wanted(notice):
    if not notice.user.email:
        return False
    preference, profile = PREFERENCES.get(notice.kind), _profile(notice.user)
    return preference is None or profile is None or getattr(profile, preference)


def _profile(user):
    return getattr(user, "wagtail_userprofile", None)


def _message(notice, connection):
    profile = _profile(notice.user)
    language = (profile and profile.preferred_language) or settings.LANGUAGE_CODE
    with translation.override(language):
        said = sentence(notice)
        link = settings.WAGTAILADMIN_BASE_URL + address(notice)
        body = render_to_string("articles/desk/notice_mail.txt", {"notice": notice, "sentence": said, "link": link})
        subject = " ".join(f"[{settings.WAGTAIL_SITE_NAME}] {said}".split())
    headers = {"Auto-Submitted": "auto-generated"}  # no answering machine answers
    return EmailMessage(subject, body, to=[notice.user.email], headers=headers, connection=connection)
