"""Every way that Wagtail publishes a page: `(client of an editor, the editor, page)`."""

from datetime import timedelta

from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.actions import action_registry
from wagtail.actions.revert_to_page_revision import RevertToPageRevisionAction
from wagtail.models import GroupApprovalTask, Revision, Workflow, WorkflowTask

from tests import factories as make
from tests.desk_forms import post_edit
from tests.surfaces import stored


def by_editor(desk, editor, page):
    assert post_edit(desk, make.draft(page), **{"action-publish": "ja"}).status_code == 302


def by_plain_button(desk, editor, page):
    assert post_edit(desk, make.draft(page), **{"action-publish": "action-publish"}).status_code == 302


def by_revision(desk, editor, page):
    stored(page).get_latest_revision().publish(user=editor)


def by_bulk_action(desk, editor, page):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    assert desk.post(f"{address}?next=/admin/&id={page.pk}", {"include_descendants": ""}).status_code == 302


def by_edit_action(desk, editor, page):
    action = action_registry.get_action_class(type(page), "edit")
    action(make.draft(page), user=editor, publish=True).execute()


def by_admin_api(desk, editor, page):
    assert desk.post(f"/admin/api/main/pages/{page.pk}/action/publish/").status_code == 200


def by_workflow(desk, editor, page):
    group = Group.objects.create(name=f"reviewers {page.pk}")
    workflow = Workflow.objects.create(name=f"review {page.pk}")
    task = GroupApprovalTask.objects.create(name=f"read {page.pk}")
    task.groups.add(group)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=1)
    state = workflow.start(stored(page), editor)
    state.current_task_state.task.specific.on_action(state.current_task_state, editor, "approve")


def by_schedule(desk, editor, page):
    schedule(page)
    come_due(page)
    call_command("publish_scheduled")


def by_revert(desk, editor, page):
    wanted = stored(page).latest_revision
    draft = make.draft(page)
    draft.headline_ja, draft.headline_en = "別の見出し", "Another"
    draft.save_revision()
    RevertToPageRevisionAction(stored(page), revision=wanted, user=editor).execute()
    by_bulk_action(desk, editor, page)


def by_republishing(desk, editor, page):
    if page.live:
        stored(page).unpublish(user=editor)
    by_revision(desk, editor, page)


def schedule(page, intent=()):
    draft = make.draft(page)
    draft.go_live_at = timezone.now() + timedelta(hours=1)
    draft.release_intent = list(intent)
    draft.save_revision().publish()


def come_due(page):
    """Let the scheduled moment of a page lie a minute back."""
    due = timezone.now() - timedelta(minutes=1)
    revision = Revision.objects.get(object_id=str(page.pk), approved_go_live_at__isnull=False)
    revision.approved_go_live_at = due
    revision.content = {**revision.content, "go_live_at": due.isoformat()}
    revision.save()


PATHS = [
    by_editor, by_plain_button, by_revision, by_bulk_action, by_edit_action, by_admin_api, by_workflow, by_schedule,
    by_revert, by_republishing,
]  # fmt: skip
