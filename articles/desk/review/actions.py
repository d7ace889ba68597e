"""Asking for and answering a review from the editor and from Wagtail's workflow views."""

from functools import partial

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils.translation import gettext
from wagtail.admin import messages
from wagtail.admin.views.pages.workflow import CollectWorkflowActionDataView, WorkflowActionView

from articles import rights
from articles.desk.review.forms import ApproveForm, SendBackForm
from articles.desk.wording import edition_name, listed
from articles.models import LaneReviewTask
from articles.models.approvals import ApprovalRefused
from articles.newsroom.review import reviews
from articles.newsroom.review.reviews import ReviewRefused


class SubmissionMixin:
    """For the create and edit views: `action-submit` asks for a review of what the user may edit and has changed."""

    @property
    def action_name_and_method(self):
        """Wagtail offers to submit only while no workflow runs; ours asks for further lanes beside it."""
        if self.request.POST.get("action-submit") and self._may_submit():
            return ("submit", self.submit_action)
        return super().action_name_and_method

    def _may_submit(self):
        return bool(rights.lanes_for(self.request.user, rights.EDIT))

    def submit_action(self):
        """The draft is saved as by its own button, whatever becomes of the request."""
        response = self.save_action()
        if not self.page.pk or response.status_code != 302:
            return response
        try:
            asked = reviews.submit(self.page, self.request.user)
        except ReviewRefused as refused:
            messages.warning(self.request, refused.reason)
        else:
            text = gettext("Sent for review: %(lanes)s.") % {"lanes": listed(map(edition_name, asked))}
            messages.success(self.request, text)
        return response


class ReviewAnswerMixin:
    """For the edit view: an answer that the rules refuse is explained, and what was typed stays saved."""

    def perform_workflow_action(self):
        try:
            return super().perform_workflow_action()
        except (ReviewRefused, ApprovalRefused) as refused:
            messages.error(self.request, refused.reason)
            return self.redirect_and_remain()


class _ReviewFormMixin:
    """For Wagtail's dialogs: the form knows the text that is judged, and says why it cannot be approved."""

    def get_form_class(self):
        if not isinstance(self.task, LaneReviewTask):
            return super().get_form_class()
        if self.action_name == "approve":
            page = self.object.specific
            return partial(ApproveForm, page=page, lane=self.task.lane, user=self.request.user)
        return SendBackForm

    def check_action(self):
        super().check_action()
        if self.task_state.workflow_state.object_id != str(self.object.pk):
            raise PermissionDenied

    def post(self, request, *args, **kwargs):
        try:
            return super().post(request, *args, **kwargs)
        except (ReviewRefused, ApprovalRefused) as refused:
            messages.error(request, refused.reason)
            return redirect(self.redirect_url)


class LaneWorkflowActionView(_ReviewFormMixin, WorkflowActionView):
    pass


class LaneCollectActionDataView(_ReviewFormMixin, CollectWorkflowActionDataView):
    pass
