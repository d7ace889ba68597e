"""Superseded texts stay readable; hiding one is a decision with a reason, and can be taken back."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from articles import rights


class HistoryRefused(Exception):
    """`reason` is fit to be shown to whoever asked."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


def hide_version(version, user, reason):
    """Readers can no longer open this superseded text (`ReleasedVersion`); the list still says that there was one."""
    if version.superseded_at is None:
        raise HistoryRefused(_("Readers see this text now: withdraw the language instead."))
    _move(version, user, reason, "hide_version", timezone.now())


def show_version(version, user, reason):
    """Readers can open the hidden text again."""
    _move(version, user, reason, "show_version", None)


@transaction.atomic
def _move(version, user, reason, action, hidden_at):
    if not rights.has(user, rights.HISTORY):
        raise HistoryRefused(_("You have no right to hide superseded texts."))
    if not reason.strip():
        raise HistoryRefused(_("Give a reason."))
    if bool(version.hidden_at) == bool(hidden_at):
        return
    version.hidden_at = hidden_at
    version.save(update_fields=["hidden_at"])
    data = {"lane": version.lane, "number": version.number, "digest": version.digest, "reason": reason.strip()}
    log(instance=version.page.specific, action=f"articles.lane.{action}", user=user, data=data)
