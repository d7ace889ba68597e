"""Mails about notices: after the commit, in the background, once per notice; what goes wrong stays in the log."""

import logging

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django_tasks import task

from articles.models import Notice
from articles.newsroom.notices.background import after_commit, try_again
from articles.newsroom.notices.texts import address, sentence

logger = logging.getLogger(__name__)

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
    failed = [row.pk for row in rows.select_related("user__wagtail_userprofile", "page", "actor") if not _sent(row)]
    if failed:
        try_again(send_notices, failed, attempt=attempt)


def _sent(notice):
    """False when it has to be tried again. Claimed before it is sent: two workers never mail it twice."""
    if not _is_wanted(notice):
        return True
    unclaimed = Notice.objects.filter(pk=notice.pk, mailed_at=None)
    if not unclaimed.update(mailed_at=timezone.now()):
        return True
    try:
        _message(notice).send()
    except Exception:
        logger.exception("The mail about notice %s was not sent", notice.pk)
        Notice.objects.filter(pk=notice.pk).update(mailed_at=None)
        return False
    return True


def _is_wanted(notice):
    if not notice.user.email:
        return False
    preference, profile = PREFERENCES.get(notice.kind), _profile(notice.user)
    return preference is None or profile is None or getattr(profile, preference)


def _profile(user):
    return getattr(user, "wagtail_userprofile", None)


def _message(notice):
    profile = _profile(notice.user)
    language = (profile and profile.preferred_language) or settings.LANGUAGE_CODE
    with translation.override(language):
        said = sentence(notice)
        link = settings.WAGTAILADMIN_BASE_URL + address(notice)
        body = render_to_string("articles/desk/notice_mail.txt", {"notice": notice, "sentence": said, "link": link})
        subject = " ".join(f"[{settings.WAGTAIL_SITE_NAME}] {said}".split())
    headers = {"Auto-Submitted": "auto-generated"}  # no answering machine answers
    return EmailMessage(subject, body, to=[notice.user.email], headers=headers)
