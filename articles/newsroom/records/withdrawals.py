"""Taking one language out of the public site, and putting it back: explicit, logged, and without losing a word."""

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from articles import languages, rights
from articles.models import LanePage, LaneRelease
from articles.models.aliases import rows_showing
from articles.models.news_streams import refresh_streams
from articles.models.releasing import acting_user


class NotWithdrawn(Exception):
    """The language cannot be withdrawn or restored: it is not public, is public already, or the user has no right."""


def withdraw(page, language, user, reason):
    """Readers no longer see `page` in `language`; its text, draft and history stay. Raises `NotWithdrawn`."""
    _check_right(user, language)
    with transaction.atomic():
        page = page.locked_row()
        release = _release(page, language)
        if release.withdrawn_at:
            raise NotWithdrawn("withdrawn")
        release.withdrawn_at = timezone.now()
        release.save(update_fields=["withdrawn_at"])
        _show(page, language, None)
        _log(page, "withdraw", language, release, user, reason)


def restore(page, language, user):
    """Readers see again exactly the text that was withdrawn. Raises `NotWithdrawn`."""
    _check_right(user, language)
    with transaction.atomic():
        page = page.locked_row()
        release = _release(page, language)
        if not release.withdrawn_at:
            raise NotWithdrawn("public")
        release.withdrawn_at = None
        release.save(update_fields=["withdrawn_at"])
        _show(page, language, release.released_at)
        _log(page, "restore", language, release, user, "")


def log_unpublished(sender, instance, **kwargs):
    """`page_unpublished`: what readers lost with the page, language by language, whoever or whatever took it."""
    if not isinstance(instance, LanePage):
        return
    digests = dict(
        LaneRelease.objects.filter(page_id=instance.alias_of_id or instance.pk).values_list("lane", "digest")
    )
    for code in languages.codes():
        if languages.read(instance, "released_at", code):
            data = {"lane": code, "digest": digests.get(code, "")}
            log(instance=instance, action="articles.lane.unpublish", user=acting_user(), data=data)


def _check_right(user, language):
    if user is not None and not rights.may(user, rights.RELEASE, language):
        raise NotWithdrawn("no-right")


def _release(page, language):
    release = LaneRelease.objects.filter(page_id=page.pk, lane=language).first()
    if release is None or language not in languages.codes():
        raise NotWithdrawn("never-released")
    return release


def _show(page, language, moment):
    """Aliases show what their source shows."""
    column = languages.column("released_at", language)
    for shown in rows_showing(page):
        type(page)._base_manager.filter(pk=shown.pk).update(**{column: moment})
        setattr(shown, column, moment)
        refresh_streams(shown)
    setattr(page, column, moment)
    page.refresh_status()


def _log(page, action, language, release, user, reason):
    data = {"lane": language, "digest": release.digest, "reason": reason}
    log(instance=page, action=f"articles.lane.{action}", user=user, data=data)
