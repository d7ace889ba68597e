"""The queue of reviews: its rows as they are shown, and the answers that it takes."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from articles import lanes, languages, rights
from articles.desk.editor.lane_chips import Chip
from articles.desk.review.page import outcome, review_url
from articles.models import LanePage
from articles.models.approvals import ApprovalRefused
from articles.newsroom.notices.texts import person_name
from articles.newsroom.review import queue as review_queue
from articles.newsroom.review import reviews
from articles.newsroom.review.reviews import ReviewRefused


@dataclass(frozen=True)
class Row:
    entry: review_queue.Entry
    user: object

    @property
    def value(self):
        """What an answer is about: the text that is shown, and no other."""
        return f"{self.entry.page.pk}:{self.entry.lane}:{self.entry.status.draft_digest}"

    @property
    def chip(self):
        return Chip(self.entry.status)

    @property
    def by(self):
        person = self.entry.person
        if person is None:
            return _("The system")
        return _("%(name)s (you)") % {"name": person_name(person)} if person == self.user else person_name(person)

    @property
    def language(self):
        return languages.default() if self.entry.lane == lanes.SHARED else self.entry.lane

    @property
    def review_url(self):
        return review_url(self.entry.page, self.entry.lane)

    @property
    def translate_url(self):
        return translate_url(self.entry.page, self.entry.lane, self.user)


def queue_context(request):
    entries, has_more = review_queue.queue(request.user)
    return {"rows": [Row(entry, request.user) for entry in entries], "has_more": has_more}


def translate_url(page, lane, user):
    """The side-by-side view of the translation that is meant, or of the first that `user` may edit; "" for none."""
    wanted = [lane] if lane in languages.translations() else languages.translations()
    language = next((code for code in wanted if rights.may(user, rights.EDIT, code)), None)
    return reverse("desk_translate", args=[page.pk, language]) if language else ""


@dataclass(frozen=True)
class Answered:
    """What is said about it; or `url`, where it goes on."""

    said: str = ""
    is_refused: bool = False
    url: str = ""


class Answering:
    """One answer of `user` to one row of the queue."""

    def __init__(self, user, row):
        self.user = user
        pk, _colon, rest = row.partition(":")
        self.lane, _colon, self.digest = rest.partition(":")
        if not pk.isdecimal() or self.lane not in lanes.all_lanes():
            raise Http404
        self.page = get_object_or_404(Page, pk=int(pk)).specific
        if not isinstance(self.page, LanePage):
            raise Http404
        if not self.page.permissions_for_user(user).can_edit():
            raise PermissionDenied

    def answer(self, name, comment=""):
        """The `Answered`; an unknown answer is none (404)."""
        acts = {"approve": self.approve, "revoke": self.revoke, "translate": self.translate, "open": self.open}
        if name != "send-back" and name not in acts:
            raise Http404
        try:
            return self.send_back(comment) if name == "send-back" else acts[name]()
        except (ReviewRefused, ApprovalRefused) as refused:
            return Answered(self.about(refused.reason), is_refused=True)

    def about(self, text):
        return _("“%(page)s”: %(text)s") % {"page": self.page.get_admin_display_title(), "text": text}

    def approve(self):
        page, lane, user = self.page, self.lane, self.user
        asks = reviews.may_release_now(page, lane, user) and reviews.asks_significance(page, lane)
        if asks:  # a question that wants reading
            return self.open()
        _approval, plan = reviews.approve_and_release(page, lane, user, self.digest)
        return Answered(self.about(outcome(lane, plan)))

    def send_back(self, comment):
        reviews.send_back(self.page, self.lane, self.user, comment)
        return Answered(self.about(_("Sent back.")))

    def revoke(self):
        review_queue.take_approval_back(self.page, self.lane, self.user)
        return Answered(self.about(_("The approval is taken back.")))

    def translate(self):
        url = translate_url(self.page, self.lane, self.user)
        return Answered(url=url) if url else Answered(_("You have no right to translate this."), is_refused=True)

    def open(self):
        return Answered(url=review_url(self.page, self.lane))
