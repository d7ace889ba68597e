"""A step of the review workflow of a page: one lane. What it does is decided in `newsroom.lane_tasks`."""

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from wagtail.locks import WorkflowLock
from wagtail.models import Task, TaskState

from articles import lanes, rights

NEWSROOM = "articles.newsroom.review.lane_tasks"  # stands above the models: named, not imported


class NoLock(WorkflowLock):
    """A review keeps nobody from editing: an approval is of one text, and another lane may need a hotfix."""

    def for_user(self, user):
        return False

    def get_message(self, user):
        return None


class LaneReviewTask(Task):
    """Waits for the approval of one lane; who may give it is a right of their group, not of the task."""

    lane = models.CharField(_("Language"), max_length=12)

    lock_class = NoLock
    admin_form_fields = [*Task.admin_form_fields, "lane"]
    admin_form_readonly_on_edit_fields = [*Task.admin_form_readonly_on_edit_fields, "lane"]
    admin_form_widgets = {"lane": forms.Select(choices=[(lane, lane) for lane in lanes.all_lanes()])}

    class Meta:
        verbose_name = _("Review of one language")
        verbose_name_plural = _("Reviews of one language")

    @classmethod
    def get_description(cls):
        return _("Approved by whoever may approve the language. Skipped when the language has nothing new.")

    def start(self, workflow_state, user=None):
        page = workflow_state.content_object.specific
        asking = workflow_state.requested_by
        if not import_string(f"{NEWSROOM}.has_work")(self, page, asking):
            return self._skipped(workflow_state, page)
        task_state = super().start(workflow_state, user)
        import_string(f"{NEWSROOM}.begin")(self, page, asking)
        return task_state

    def _skipped(self, workflow_state, page):
        return TaskState.objects.create(
            workflow_state=workflow_state,
            revision=page.get_latest_revision(),
            task=self,
            status=TaskState.STATUS_SKIPPED,
            finished_at=timezone.now(),
        )

    def on_action(self, task_state, user, action_name, **kwargs):
        return import_string(f"{NEWSROOM}.act")(self, task_state, user, action_name, **kwargs)

    def get_actions(self, obj, user):
        if not rights.may(user, rights.APPROVE, self.lane):
            return []
        return [("reject", _("Send back"), True), ("approve", _("Approve"), True)]

    def get_task_states_user_can_moderate(self, user, **kwargs):
        if not rights.may(user, rights.APPROVE, self.lane):
            return TaskState.objects.none()
        return self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
