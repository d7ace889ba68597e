"""The queue of reviews: its rows as they are shown, and the answers that it takes."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from articles import lanes, languages, rights
from articles.desk.editor.lane_chips import Chip
from articles.desk.glossary.advice import advice_message
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
        return ":".join([str(self.entry.page.pk), self.entry.lane, self.entry.status.draft_digest, self.entry.along])

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

    @property
    def send_back_refusal(self):
        """Why the user cannot send it back; "" when they can."""
        if self.entry.is_approved:
            return _("This text is approved already.")
        may_answer = rights.may(self.user, rights.APPROVE, self.entry.lane)
        return "" if may_answer else _("You have no right to approve this language.")


def queue_context(request):
    entries, has_more = review_queue.queue(request.user)
    rows = [Row(entry, request.user) for entry in entries]
    return {
        "rows": rows,
        "has_more": has_more,
        # A button that can do nothing in the whole list is not there.
        "may_translate": any(row.translate_url for row in rows),
        "may_send_back": not all(row.send_back_refusal for row in rows),
        "may_revoke": any(row.entry.is_approved for row in rows),
    }


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
        self.lane, _colon, digests = rest.partition(":")
        self.digest, _colon, self.along = digests.partition(":")
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
        _approval, plan = reviews.approve_and_release(page, lane, user, self.digest, along=self.along)
        return Answered(self.about(f"{outcome(lane, plan)} {advice_message(page, lane)}".rstrip()))

    @transaction.atomic
    def send_back(self, comment):
        if self.along and reviews.open_request(self.page, lanes.SHARED):
            reviews.send_back(self.page, lanes.SHARED, self.user, comment)
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
