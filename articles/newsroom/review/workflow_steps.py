"""Where the workflow of a page stands, and moving it on when its lane was approved, sent back or taken back."""

from wagtail.models import TaskState

from articles.models import LaneReviewTask


def state_at(page, lane):
    """The active `WorkflowState` of `page` if it has come to `lane`, else None."""
    state = page.current_workflow_state
    return state if state and lane_of(state) == lane else None


def lane_of(state):
    """The lane that a workflow has come to; None at a task that is not about a lane."""
    task = state.current_task_state.task.specific if state.current_task_state else None
    return task.lane if isinstance(task, LaneReviewTask) else None


def lanes_ahead(state):
    """The lane a workflow has come to, and those it comes to afterwards."""
    tasks = [task for task in state.workflow.tasks.specific() if isinstance(task, LaneReviewTask)]
    found = [task.lane for task in tasks]
    current = lane_of(state)
    return found[found.index(current) :] if current in found else []


def move_on(page, lane, user):
    """The lane is approved: the workflow goes to the next one, also from where it was sent back."""
    state = state_at(page, lane)
    if state is None:
        return
    if state.status == state.STATUS_NEEDS_CHANGES:
        state.resume(user)  # which skips the lane, now that it is approved
    elif _is_running(state):
        state.current_task_state.specific.approve(user=user)


def send_back(page, lane, user, comment):
    state = state_at(page, lane)
    if state is not None and _is_running(state):
        state.current_task_state.specific.reject(user=user, comment=comment)


def cancel(page, lane, user):
    state = state_at(page, lane)
    if state is not None:
        state.cancel(user=user)


def _is_running(state):
    return state.current_task_state.status == TaskState.STATUS_IN_PROGRESS
