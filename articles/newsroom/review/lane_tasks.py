"""What a step of the review workflow does (`models.LaneReviewTask`), and what the end of a workflow does."""

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import workflow_approved, workflow_rejected, workflow_submitted

from articles import rights
from articles.models import LanePage, LaneReviewTask
from articles.models.releasing import release_request
from articles.newsroom.review import reviews


def has_work(task, page, user):
    """Whether `user` may ask for a review of the lane, and there is something in it to review."""
    if user is None or not isinstance(page, LanePage):
        return False
    return task.lane in reviews.lanes_to_submit(page, user)


def begin(task, page, user):
    reviews.request_review(page, task.lane, user)


def act(task, task_state, user, action_name, *, digest="", reason="", significance="", comment=""):
    """Approve or send back, by the same rules as everywhere else; raises `ReviewRefused` or `ApprovalRefused`."""
    page = task_state.workflow_state.content_object.specific
    if task_state.status != TaskState.STATUS_IN_PROGRESS:
        raise reviews.ReviewRefused(_("Nobody waits for a review of this language any more."))
    if action_name == "approve":
        reviews.approve_and_release(page, task.lane, user, digest, reason, significance=significance)
    elif action_name == "reject":
        reviews.send_back(page, task.lane, user, comment)


def finish_workflow(workflow_state, user=None):
    """`WAGTAIL_FINISH_WORKFLOW_ACTION`: a review has released what it could, lane by lane; other workflows publish.

    They publish what is approved in the lanes that `user` may release, and never undo the approval by failing.
    """
    page = workflow_state.content_object.specific
    tasks = workflow_state.workflow.tasks
    lane_review = ContentType.objects.get_for_model(LaneReviewTask)
    if tasks.filter(content_type=lane_review).exists():
        return
    if not isinstance(page, LanePage):
        page.get_latest_revision().publish(user=user)
    elif user is None or rights.lanes_for(user, rights.RELEASE):
        page = page.locked_row()  # before Wagtail changes revisions, as `LanePage.publish` does
        with release_request(user=user):
            PublishPageRevisionAction(page.get_latest_revision(), user=user).execute(skip_permission_checks=True)


def close_requests_of_cancelled(sender, instance, user=None, **kwargs):
    """`workflow_cancelled`: nobody waits any more for the lane it had come to."""
    page = instance.content_object.specific
    task = instance.current_task_state.task.specific if instance.current_task_state else None
    if isinstance(task, LaneReviewTask) and isinstance(page, LanePage):
        reviews.close_taken_back(page, task.lane, user)


def stop_wagtails_mails():
    """People are told by `notices`, in the background: Wagtail would send the same again while they wait.

    Registered for `register_admin_urls`, which Wagtail asks for when every application has connected its receivers.
    """
    for signal, name in [
        (workflow_submitted, "submitted"),
        (workflow_rejected, "rejected"),
        (workflow_approved, "approved"),
    ]:
        signal.disconnect(sender=WorkflowState, dispatch_uid=f"workflow_state_{name}_email_notification")
    return []
