"""Background tasks of a worker that was killed: nobody else ends them, and they would count as running for ever."""

from datetime import timedelta
from functools import partial

from django.db import transaction
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from articles.newsroom.schedule.due_jobs import Job

LONGEST = timedelta(hours=1)  # no task of ours takes minutes
ATTEMPTS = 3


def stuck_tasks(now):
    """A `Job` per task that began too long ago to be still at work."""
    return [
        Job("task", row.started_at, row.pk, row.task_path, partial(free, row.pk, now))
        for row in _stuck(now).order_by("started_at", "pk")
    ]


def _stuck(now):
    return DBTaskResult.objects.running().filter(started_at__lt=now - LONGEST)


@transaction.atomic
def free(pk, now):
    """For the next worker, unless it was the end of several."""
    row = _stuck(now).filter(pk=pk).select_for_update(skip_locked=True).first()
    if row is None:
        return ""
    if len(row.worker_ids) >= ATTEMPTS:
        row.set_failed(TimeoutError(f"Not ended by any of {len(row.worker_ids)} workers"))
        return "given up"
    row.status = TaskResultStatus.READY
    row.save(update_fields=["status"])
    return "put back"
