"""The workflow that every page has by default: a review of what is shared, then of each language."""

from django.apps import apps as current_apps
from django.utils.translation import get_language_info

from articles import lanes

NAME = "Review"
STOCK = "Moderators approval"  # what Wagtail comes with


def task_name(lane):
    return "Review: shared fields" if lane == lanes.SHARED else f"Review: {get_language_info(lane)['name']}"


def ensure_workflow(apps=current_apps):
    """Make the workflow, with a task for each lane there is, and give it to the root page unless that has its own."""
    Workflow = apps.get_model("wagtailcore", "Workflow")
    WorkflowTask = apps.get_model("wagtailcore", "WorkflowTask")
    workflow, _new = Workflow.objects.get_or_create(name=NAME)
    for place, lane in enumerate(lanes.all_lanes()):
        task = _task(apps, lane)
        WorkflowTask.objects.update_or_create(workflow=workflow, task=task, defaults={"sort_order": place})
    _assign(apps, workflow)
    return workflow


def remove_workflow(apps=current_apps):
    workflows = apps.get_model("wagtailcore", "Workflow").objects
    workflows.filter(name=NAME).delete()
    apps.get_model("articles", "LaneReviewTask").objects.all().delete()
    root, stock = _root(apps), workflows.filter(name=STOCK, active=False).first()
    if stock and root:
        workflows.filter(pk=stock.pk).update(active=True)
        apps.get_model("wagtailcore", "WorkflowPage").objects.get_or_create(page=root, defaults={"workflow": stock})


def _task(apps, lane):
    LaneReviewTask = apps.get_model("articles", "LaneReviewTask")
    content_type, _new = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="articles", model="lanereviewtask"
    )
    known = LaneReviewTask.objects.filter(lane=lane).first()
    return known or LaneReviewTask.objects.create(lane=lane, name=task_name(lane), content_type=content_type)


def _assign(apps, workflow):
    """Wagtail's own gives way, unless something is under way in it."""
    root = _root(apps)
    if root is None:
        return
    assigned = apps.get_model("wagtailcore", "WorkflowPage").objects
    row = assigned.filter(page=root).select_related("workflow").first()
    if row and row.workflow.name == STOCK and not _is_used(apps, row.workflow):
        apps.get_model("wagtailcore", "Workflow").objects.filter(pk=row.workflow_id).update(active=False)
        assigned.filter(workflow_id=row.workflow_id).delete()
    assigned.get_or_create(page=root, defaults={"workflow": workflow})


def _is_used(apps, workflow):
    states = apps.get_model("wagtailcore", "WorkflowState").objects
    return states.filter(workflow_id=workflow.pk, status__in=["in_progress", "needs_changes"]).exists()


def _root(apps):
    return apps.get_model("wagtailcore", "Page").objects.filter(depth=1).first()
