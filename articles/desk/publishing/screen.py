"""The screen that publishes several lanes together: what changed, who approved it, when each goes out."""

from contextlib import suppress
from dataclasses import replace

from django.contrib.auth import get_user_model
from django.db import transaction
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from articles import rights
from articles.desk.editor.publication import publication, report
from articles.desk.lane_pages import LanePageMixin
from articles.desk.publishing.form import NOW, TogetherForm
from articles.desk.publishing.outcome import (
    NotCarriedOut,
    button_patterns,
    button_words,
    carry_out,
    effects,
)
from articles.desk.publishing.reader_cities import city_of, time_in_city
from articles.desk.publishing.sections import sections
from articles.desk.significance import significance_choices
from articles.desk.typed import storable
from articles.desk.wording import edition_name
from articles.models.approvals import ApprovalRefused
from articles.newsroom.review import reviews

LOOK, PUBLISH, APPROVE, OVERRIDE, ASK = "look", "publish", "approve", "override", "ask"


class PublishTogetherView(LanePageMixin, WagtailAdminTemplateMixin, TemplateView):
    template_name = "articles/desk/publish_together.html"
    page_title = _("Publish together")
    header_icon = "upload"
    # What a response answers to a form that was sent: nothing, errors, or why it is refused.
    summary, status, is_checked = (), 200, False

    def get(self, request, *args, **kwargs):
        wanted = request.GET.get("now", "").split()
        self.form = TogetherForm(sections(self.page, request.user), wanted=wanted)
        return self.render_to_response(self.get_context_data())

    def post(self, request, *args, **kwargs):
        act, _colon, lane = request.POST.get("act", PUBLISH).partition(":")
        try:
            with transaction.atomic():
                self.page = self.page.locked_row()
                self.form = TogetherForm(sections(self.page, request.user), request.POST)
                done = self._act(act, lane)
        except NotCarriedOut as refused:
            self.summary = self.summary or [("", words) for words in refused.reasons]
            done = False
        if done and act == PUBLISH:
            return self._leave()
        self.page = type(self.page).objects.get(pk=self.page.pk)
        self.form = TogetherForm(sections(self.page, request.user), request.POST)
        return self.render_to_response(self.get_context_data(), status=self.status)

    def _act(self, act, lane):
        """Do what the button says; False when there is nothing more to say than the screen itself."""
        if act == LOOK:
            return False
        if self.form.is_stale:
            self._refuse(
                409, gettext("This page has changed since you opened this screen. Read the differences again.")
            )
        if act == PUBLISH:
            self.is_checked = True
            return self._publish()
        section = next((form for form in self.form.lanes if form.section.lane == lane), None)
        if section is not None:
            with suppress(KeyError):
                {APPROVE: self._approve, OVERRIDE: self._override, ASK: self._ask}[act](section)
        return False

    def _refuse(self, status, *reasons, field=""):
        self.status, self.summary = status, [(field, words) for words in reasons]
        raise NotCarriedOut(reasons)

    # --- publishing
    def _publish(self):
        if lock := self.lock_message:
            self._refuse(403, lock)
        if names := self.form.without_right:
            text = gettext("You have no right to publish this: %(lane)s.")
            self._refuse(403, *(text % {"lane": name} for name in names))
        if errors := self.form.errors:
            self.summary = errors
            raise NotCarriedOut([words for _field, words in errors])
        self.plan = carry_out(self.page, self.form, self.request.user)
        return True

    def _leave(self):
        self.page = type(self.page).objects.get(pk=self.page.pk)
        later = {one.section.lane: one.cleaned_data["at"] for one in self.form.scheduled}
        if self.plan:
            outcome = publication(self.plan, self.page, self.request.user)
            wanted = self.form.chosen(NOW)  # whoever left a lane out knows that it was not published
            report(self.request, replace(outcome, held=[held for held in outcome.held if held.lane in wanted]))
        for lane, at in later.items():
            moment = timezone.localtime(at, timezone.get_default_timezone())
            text = gettext("Scheduled: %(lane)s for %(time)s.")
            messages.success(self.request, text % {"lane": edition_name(lane), "time": f"{moment:%Y-%m-%d %H:%M %Z}"})
        for lane in self.form.cancelled:
            text = gettext("The schedule is cancelled: %(lane)s.")
            messages.success(self.request, text % {"lane": edition_name(lane)})
        return redirect(self.edit_url)

    # --- approvals
    def _approve(self, form):
        self._give(form, "")

    def _override(self, form):
        reason = storable(form.typed["reason"])
        if len(reason) < rights.MINIMUM_REASON:
            text = gettext("Explain the exception in at least %(count)d characters.") % {"count": rights.MINIMUM_REASON}
            self._refuse(200, text, field=form["reason"].auto_id)
        self._give(form, reason)

    def _give(self, form, reason):
        section = form.section
        if section.approval:
            return
        try:
            reviews.approve(self.page, section.lane, self.request.user, section.digest, reason)
        except ApprovalRefused as refused:
            self._refuse(403, refused.reason)
        messages.success(self.request, gettext("Approved: %(lane)s.") % {"lane": section.name})

    def _ask(self, form):
        section = form.section
        person = get_user_model().objects.filter(pk=form.asked_person).first()
        try:
            reviews.request_review(self.page, section.lane, self.request.user, assignee=person)
        except reviews.ReviewRefused as refused:
            self._refuse(403, refused.reason)
        text = gettext("Asked for approval: %(lane)s.")
        messages.success(self.request, text % {"lane": section.name})

    # --- the screen
    def get_context_data(self, **kwargs):
        form = self.form
        shown = [decision for decision in form.lanes if decision.section.matters]
        zone = timezone.localtime(timezone=timezone.get_default_timezone())
        return super().get_context_data(
            **kwargs,
            form=form,
            cards=[self._card(decision) for decision in shown],
            unchanged=[decision for decision in form.lanes if not decision.section.matters],
            summary=self.summary,
            is_stale=self.status == 409,
            is_checked=self.is_checked,
            lock_message=self.lock_message,
            may_publish=any(decision.section.may_release for decision in shown),
            button=button_words(form),
            patterns=button_patterns(),
            effects=effects(form),
            significance_choices=list(significance_choices(form.significance.chosen)),
            is_side=self.request.GET.get("view") == "side",
            edit_url=self.edit_url,
            zone=f"{zone:%Z}",
            offset=zone.isoformat()[-6:],
        )

    def _card(self, decision):
        language = decision.section.language
        return {
            "decision": decision,
            "section": decision.section,
            "errors": decision.errors,
            "city": city_of(language),
            "city_time": time_in_city(decision.moment, language) if decision.moment else "",
            "is_source": decision.section.lane == self.form.lanes[0].section.lane,
            "translate_url": self._translate_url(language) if decision.section.open_units else "",
            "withdraw_url": reverse("desk_withdraw", args=[self.page.pk, language]) if language else "",
        }

    def _translate_url(self, language):
        return reverse("desk_translate", args=[self.page.pk, language])


def publish_urls():
    return [path("pages/<int:pk>/publish/", PublishTogetherView.as_view(), name="desk_publish")]
