"""Background tasks whose worker was killed do not stay at it for ever: the scheduler gives them to the next worker."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from articles.models import Notice
from articles.newsroom.notices.mails import send_notices
from articles.newsroom.schedule.scheduler import due, run_due
from articles.newsroom.schedule.stuck_tasks import ATTEMPTS, LONGEST
from tests.factories import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def notice(site, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    return Notice.objects.create(user=person("writer"), kind=Notice.Kind.OVERRIDE, page_id=site.explainer().pk)


def running(notice, since, workers=1):
    """As a worker that was killed leaves it."""
    DBTaskResult.objects.all().delete()
    send_notices.enqueue([notice.pk])
    row = DBTaskResult.objects.get()
    for number in range(workers):
        row.claim(f"worker {number}")
    DBTaskResult.objects.update(started_at=timezone.now() - since)
    return row


def test_it_is_done_by_the_next_worker(notice):
    row = running(notice, LONGEST + timedelta(minutes=1))
    (result,) = run_due()
    assert (result.job.kind, result.done, result.error) == ("task", "put back", None)
    assert run_due() == []
    assert list(DBTaskResult.objects.ready()) == [row]


def test_one_that_is_at_work_is_left_alone(notice):
    running(notice, LONGEST - timedelta(minutes=1))
    assert due() == []


def test_one_that_killed_every_worker_is_given_up(notice):
    row = running(notice, LONGEST + timedelta(minutes=1), workers=ATTEMPTS)
    (result,) = run_due()
    assert result.done == "given up"
    row.refresh_from_db()
    assert (row.status, row.finished_at is not None) == ("FAILED", True)
    assert run_due() == []


def test_one_that_ended_meanwhile_stays_ended(notice):
    row = running(notice, LONGEST + timedelta(minutes=1))
    (job,) = due()
    row.set_successful(None)
    assert job.carry_out() == ""
    row.refresh_from_db()
    assert row.status == "SUCCESSFUL"
