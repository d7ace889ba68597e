"""Background work where there is no worker: in the same process, once the data that it is about is there to stay."""

from functools import partial

from django.db import transaction
from django_tasks.backends.immediate import ImmediateBackend


class AfterCommitBackend(ImmediateBackend):
    """Runs a task when the transaction that asked for it is committed, at once where there is none.

    Inside the transaction, a task that fails would take what the editor saved along: PostgreSQL goes on with nothing
    after an error, such as two publications that lock each other out of the search index.
    """

    def _execute_task(self, task_result):
        transaction.on_commit(partial(super()._execute_task, task_result), robust=True)
