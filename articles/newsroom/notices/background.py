"""Mailing in the background: after the commit, a few times where a worker can wait, never at the cost of a save."""

import logging
from datetime import timedelta
from functools import partial

from django.db import transaction
from django.utils import timezone

logger = logging.getLogger(__name__)

ATTEMPTS = 4
FIRST_DELAY = timedelta(minutes=2)  # doubled after each attempt


def after_commit(task, *args):
    """Nothing that happens here or in the task can break or undo what it is about."""
    transaction.on_commit(partial(_enqueue, task, args), robust=True)


def _enqueue(task, args):
    try:
        task.enqueue(*args)
    except Exception:
        logger.exception("%s%s was not queued", task.name, args)


def try_again(task, *args, attempt):
    """Without a worker nobody could wait: then it was the only attempt."""
    if attempt >= ATTEMPTS or not task.get_backend().supports_defer:
        logger.error("Gave up %s%s after %d attempts", task.name, args, attempt)
        return
    moment = timezone.now() + FIRST_DELAY * 2 ** (attempt - 1)
    task.using(run_after=moment).enqueue(*args, attempt=attempt + 1)
