"""How far the work on a translation is, and whether its review can be asked for."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import ReviewRequest


@dataclass(frozen=True)
class Progress:
    done: int
    total: int
    characters: int
    obstacle: str  # why no review can be asked for; "" when it can
    is_requested: bool

    @property
    def left(self):
        return self.total - self.done

    @property
    def is_up_to_date(self):
        return self.left == 0


def progress(work):
    opened, done = len(work.opened), len(work.done)
    request = ReviewRequest.objects.filter(page_id=work.page.pk, lane=work.language, closed_at=None).first()
    is_requested = bool(request and request.digest == work.digest)
    return Progress(done, done + opened, work.characters, _obstacle(work, opened, is_requested), is_requested)


def _obstacle(work, opened, is_requested):
    if opened:
        return ngettext("%(count)d left", "%(count)d left", opened) % {"count": opened}
    if is_requested:
        return _("The review is requested")
    released = work.release.digest if work.release and not work.release.withdrawn_at else ""
    if work.digest == released:
        return _("Nothing new to review")
    return ""
