"""Carrying out what is due: publications, expiries, reminders, tasks left undone. Several runs at once share the work.

Each object has a transaction of its own: a run that is killed leaves it undone or done, never in between, and one that
fails stops no other. Whatever is left is done by the next run.
"""

import logging
from dataclasses import dataclass
from functools import partial

from django.db import OperationalError, close_old_connections, connection
from django.db.transaction import TransactionManagementError
from django.utils import timezone, translation

from articles import languages
from articles.newsroom.schedule.due_jobs import Busy, Job
from articles.newsroom.schedule.due_releases import releases
from articles.newsroom.schedule.page_times import expiries, publications
from articles.newsroom.schedule.reminders import reminders
from articles.newsroom.schedule.stuck_tasks import stuck_tasks

logger = logging.getLogger(__name__)

# A database ends one of two transactions that wait for each other. Wagtail's search index writes to the rows of all
# pages; without a background worker it does so while a page is published, and keeps the error to itself: what is seen
# then is a transaction in which nothing goes any more.
CONFLICTS = (OperationalError, TransactionManagementError)
ATTEMPTS = 5

# In this order: a release can bring a later time to go offline along, and nobody is reminded of what goes offline now.
SOURCES = (releases, publications, expiries, reminders, stuck_tasks)


@dataclass(frozen=True)
class Result:
    """What became of a `Job`: `done` in words ("": nothing was left to do), or the `error`, or somebody else had it."""

    job: Job
    done: str = ""
    error: Exception | None = None
    is_busy: bool = False

    @property
    def is_in_the_way(self):
        """Somebody else was: after the other objects it may well go."""
        return self.is_busy or isinstance(self.error, CONFLICTS)


def due(now=None):
    """The `Job`s that are due, in the order in which they would be carried out."""
    now = now or timezone.now()
    return [job for source in SOURCES for job in source(now)]


def run_due(now=None, report=lambda result: None, stopping=lambda: False):
    """Carry out all that is due at `now` (the present); returns the `Result`s, each handed to `report` at once.

    Never raises because of an object. `stopping` is asked before each: true ends the run there.
    """
    now, results = now or timezone.now(), []
    _drop_broken_connection()
    with translation.override(languages.default()):  # the words that are stored are the newsroom's
        jobs = _jobs(now)
        for attempt in range(1, ATTEMPTS + 1):
            put_off = []
            for job in jobs:
                if stopping():
                    return results
                result = _attempt(job)
                if result.is_in_the_way and attempt < ATTEMPTS:
                    put_off.append(job)
                else:
                    results.append(result)
                    _tell(result, report)
            jobs = put_off
    return results


def _tell(result, report):
    if result.error:
        job = result.job
        logger.error("%s of %s failed; the next run tries again", job.kind, job.object_id, exc_info=result.error)
    report(result)


def _jobs(now):
    """Each source is asked when those before it are done; one that cannot answer is a job that fails."""
    for source in SOURCES:
        try:
            yield from list(source(now))
        except Exception as error:
            yield Job("list", now, source.__name__, "", partial(_fail, error))


def _fail(error):
    raise error


def _attempt(job):
    try:
        return Result(job, done=job.carry_out())
    except Busy:
        return Result(job, is_busy=True)
    except Exception as error:
        _drop_broken_connection()
        return Result(job, error=error)


def _drop_broken_connection():
    """All that follows would fail with it."""
    if not connection.in_atomic_block:
        close_old_connections()
