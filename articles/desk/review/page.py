"""One lane of one page under review: everything that can be said about it, on one page that needs no script."""

from dataclasses import replace

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.views.generic.base import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Page

from articles import lanes, languages, rights
from articles.desk.changes.lane_diff import lane_diff
from articles.desk.content_checks.advice import warn, warnings
from articles.desk.glossary.advice import advice, advise
from articles.desk.review.forms import ApproveForm, RequestForm, SendBackForm
from articles.desk.review.outlook import outlook
from articles.desk.significance import significance_choices
from articles.desk.wording import edition_name, language_name
from articles.models import LanePage, LaneRelease, LaneStatus
from articles.models.approvals import ApprovalRefused
from articles.models.translations import source_units
from articles.newsroom.notices.texts import person_name
from articles.newsroom.review import reviews
from articles.newsroom.review.reviews import ReviewRefused


def review_url(page, lane):
    return reverse("lane_review", args=[page.pk, lane])


def review_urls():
    """`register_admin_urls`"""
    return [path("pages/<int:page_id>/review/<str:lane>/", LaneReviewView.as_view(), name="lane_review")]


class LaneReviewView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "articles/desk/lane_review.html"
    header_icon = "glasses"
    _show_breadcrumbs = True

    def dispatch(self, request, page_id, lane):
        self.page, self.lane = get_object_or_404(Page, pk=page_id).specific, lane
        if not isinstance(self.page, LanePage) or lane not in lanes.all_lanes():
            raise Http404
        if self.page.alias_of_id:  # Wagtail's page about aliases leads to the source
            return redirect("wagtailadmin_pages:edit", self.page.pk)
        if not self.page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request, page_id=page_id, lane=lane)

    @cached_property
    def open_request(self):
        return reviews.open_request(self.page, self.lane)

    @property
    def page_title(self):
        return gettext("Review: %(lane)s") % {"lane": edition_name(self.lane)}

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self):
        edit_url = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        here = {"url": "", "label": self.page_title}
        return [*self.breadcrumbs_items, {"url": edit_url, "label": self.get_page_subtitle()}, here]

    # --- answering
    def post(self, request, *args, **kwargs):
        answers = {
            "approve": self.approve,
            "approve-only": self.approve_only,
            "send-back": self.send_back,
            "request": self.ask,
            "take-back": self.take_back,
        }
        answer = answers.get(request.POST.get("answer"))
        if answer is None:
            raise Http404
        try:
            return answer()
        except (ReviewRefused, ApprovalRefused) as refused:
            messages.error(request, refused.reason)
            return redirect(review_url(self.page, self.lane))

    def approve(self):
        form = self.approve_form(self.request.POST)
        if not form.is_valid():
            return self.again(approve_form=form)
        said = form.cleaned_data
        _approval, plan = reviews.approve_and_release(
            self.page,
            self.lane,
            self.request.user,
            said["digest"],
            said.get("reason", ""),
            significance=said.get("significance", ""),
            along=said["along"],
        )
        advise(self.request, self.page, plan.release if plan else ())
        warn(self.request, self.page, plan.release if plan else ())
        return self.done(outcome(self.lane, plan))

    def approve_only(self):
        form = self.approve_form(self.request.POST, releasing=False)
        if not form.is_valid():
            return self.again(approve_form=form)
        said = form.cleaned_data
        reason, along = said.get("reason", ""), said["along"]
        reviews.approve(self.page, self.lane, self.request.user, said["digest"], reason, along=along)
        return self.done(outcome(self.lane, None))

    def send_back(self):
        form = SendBackForm(self.request.POST)
        if not form.is_valid():
            return self.again(send_back_form=form)
        reviews.send_back(self.page, self.lane, self.request.user, form.cleaned_data["comment"])
        return self.done(gettext("Sent back: %(lane)s.") % {"lane": edition_name(self.lane)})

    def ask(self):
        form = RequestForm(self.request.POST, lane=self.lane, user=self.request.user)
        if not form.is_valid():
            return self.again(request_form=form)
        reviews.request_review(self.page, self.lane, self.request.user, **form.cleaned_data)
        return self.done(gettext("Sent for review: %(lanes)s.") % {"lanes": edition_name(self.lane)})

    def take_back(self):
        reviews.take_back(self.page, self.lane, self.request.user)
        return self.done(gettext("Taken back: %(lane)s.") % {"lane": edition_name(self.lane)})

    def again(self, **forms):
        return self.render_to_response(self.get_context_data(**forms), status=422)

    def done(self, text):
        messages.success(self.request, text)
        return redirect(reverse("wagtailadmin_pages:edit", args=[self.page.pk]) + f"#tab-{self.lane}")

    # --- showing
    def approve_form(self, *args, releasing=None):
        user = self.request.user
        return ApproveForm(*args, page=self.page, lane=self.lane, user=user, releasing=releasing, shows_shared=True)

    def get_context_data(self, **kwargs):
        user, asked = self.request.user, self.open_request
        context = {
            "lane": self.lane,
            "lane_name": edition_name(self.lane),
            "page": self.page,
            "asked": asked,
            "asked_by": person_name(asked.requested_by) if asked and asked.requested_by else gettext("The system"),
            "status": LaneStatus.objects.filter(page_id=self.page.pk, lane=self.lane).first(),
            "may_approve": rights.may(user, rights.APPROVE, self.lane),
            "may_take_back": bool(asked) and reviews.may_take_back(asked, user),
            "may_ask": self.lane in reviews.lanes_to_submit(self.page, user),
            "compare_url": self._compare_url(),
            "diff": self._diff(),
            "advice": advice(self.page, self.lane),
            "warnings": warnings(self.page, self.lane),
            "language": "" if self.lane == lanes.SHARED else self.lane,
            "outlook": outlook(self.page, self.lane, user),
            "source_language": languages.default(),
            "source_name": language_name(languages.default()),
            "translates": self.lane in languages.translations(),
        }
        context |= {
            "approve_form": self.approve_form(),
            "send_back_form": SendBackForm(),
            "request_form": RequestForm(lane=self.lane, user=user),
        }
        if context["approve_form"]["along"].value():
            context["along"] = lane_diff(type(self.page), {}, self.page.draft_content(), lanes.SHARED)
        context |= kwargs
        answer = context["approve_form"]["significance"].value() if context["approve_form"].asks else ""
        return super().get_context_data(**context, significance_choices=list(significance_choices(answer)))

    def _diff(self):
        """What is to be judged: the newest draft against what readers see."""
        release = LaneRelease.objects.filter(page_id=self.page.pk, lane=self.lane).first()
        before, content = release.content if release else {}, self.page.draft_content()
        diff = lane_diff(type(self.page), before, content, self.lane)
        if self.lane not in languages.translations():
            return diff
        source = source_units(self.page, content)
        told = [replace(one, source=source[one.key].plain if one.key in source else "") for one in diff.changes]
        return replace(diff, changes=told)

    def _compare_url(self):
        if not self.page.live or not self.page.latest_revision_id:
            return None
        return reverse(
            "wagtailadmin_pages:revisions_compare", args=[self.page.pk, "live", self.page.latest_revision_id]
        )


def outcome(lane, plan):
    name = edition_name(lane)
    if plan is None:
        return gettext("Approved: %(lane)s. It waits to be published.") % {"lane": name}
    if lane in plan.release:
        return gettext("Approved and published: %(lane)s.") % {"lane": name}
    return gettext("Approved: %(lane)s. It could not be published yet; the editor says why.") % {"lane": name}
