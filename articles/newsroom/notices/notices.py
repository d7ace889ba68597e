"""Telling people what concerns them: a line in their inbox, and a mail in the background."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q
from django.utils import timezone

from articles import rights
from articles.models import Notice
from articles.newsroom.notices.mails import mail_after_commit


def tell(users, kind, page, lane="", *, actor=None, text=""):
    """Put a notice into the inbox of each of `users` except `actor`, and mail them after the commit."""
    people = {user.pk: user for user in users if actor is None or user.pk != actor.pk}
    notices = Notice.objects.bulk_create(
        Notice(user=user, kind=kind, page_id=page.pk, lane=lane, actor=actor, text=text) for user in people.values()
    )
    mail_after_commit(notices)
    return notices


def settle(page, lane):
    """Nobody has to answer the last request for a review of the lane: it is read, or gone where nobody saw it yet."""
    asked = Notice.objects.filter(page_id=page.pk, lane=lane, kind=Notice.Kind.REVIEW_REQUESTED, read_at=None)
    asked.filter(mailed_at=None).delete()
    asked.update(read_at=timezone.now())


def who_may(act, lane):
    """Everybody who may `act` on `lane` and can sign in to the admin; one query."""
    may_act = _holds("articles", rights.codename(act, lane))
    may_enter = _holds("wagtailadmin", "access_admin")
    users = get_user_model().objects.filter(is_active=True)
    return users.filter(Q(is_superuser=True) | (may_act & may_enter)).order_by("pk")


def _holds(app, codename):
    mine = Q(user=OuterRef("pk")) | Q(group__user=OuterRef("pk"))
    return Exists(Permission.objects.filter(mine, content_type__app_label=app, codename=codename))


def inbox(user):
    """The notices of `user`, unread first, then the newest."""
    is_read = ExpressionWrapper(Q(read_at__isnull=False), output_field=BooleanField())
    rows = Notice.objects.filter(user=user).select_related("page", "actor")
    return rows.annotate(is_read=is_read).order_by("is_read", "-created_at", "-pk")


def unread_count(user):
    return Notice.objects.filter(user=user, read_at=None).count()


def mark_read(user, pk=None):
    """One notice of `user`, or all of them; how many were unread."""
    rows = Notice.objects.filter(user=user, read_at=None)
    return (rows if pk is None else rows.filter(pk=pk)).update(read_at=timezone.now())
