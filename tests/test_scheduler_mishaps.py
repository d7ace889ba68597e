"""The scheduler: what is due is done once, by whoever comes first, whatever happens to the others."""

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, connections
from django.utils import timezone
from wagtail.signals import page_published

from articles.models import LaneRelease, LaneSchedule, Notice, ReleasedVersion, lane_status, release_gate
from articles.newsroom.notices import notices
from articles.newsroom.schedule import due_releases
from articles.newsroom.schedule.scheduler import run_due
from tests.schedule import AGO, EVERY_RIGHT, LATER, SOON, plan, signals, stored
from tests.staff import member

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]
committed = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def chief(db):
    return member(*EVERY_RIGHT)


@pytest.fixture
def page(site):
    return site.explainer("due", languages=())


@pytest.fixture
def _approvals_count(settings):
    settings.APPROVALS_REQUIRED = True


@pytest.fixture
def sent():
    with signals() as found:
        yield found


class Poison(Exception):
    pass


class TestMishaps:
    @pytest.fixture
    def pages(self, site, chief):
        """Three pages, due one after the other."""
        found = [site.explainer(f"due{number}", languages=()) for number in range(3)]
        for number, page in enumerate(found):
            plan(page, chief, "ja", at=SOON + timedelta(minutes=number))
        return found

    def released(self, pages):
        return [bool(stored(page).released_languages()) for page in pages]

    @pytest.fixture
    def poisoned(self, pages):
        def refuse(sender, instance, **kwargs):
            if instance.pk == pages[0].pk:
                raise Poison("boom")

        page_published.connect(refuse)
        yield pages
        page_published.disconnect(refuse)

    def test_one_that_fails_stops_no_other_and_is_tried_again(self, poisoned, caplog):
        results = run_due(LATER)
        assert [type(result.error) for result in results] == [Poison, type(None), type(None)]
        assert self.released(poisoned) == [False, True, True]
        assert f"of {poisoned[0].pk} failed" in caplog.text
        assert "boom" in caplog.text
        assert [result.job.object_id for result in run_due(LATER)] == [poisoned[0].pk]

    def test_it_is_done_when_the_cause_is_gone(self, pages, monkeypatch):
        with monkeypatch.context() as broken:
            broken.setattr(due_releases, "outlook", self.fail)
            assert all(result.error for result in run_due(LATER))
        run_due(LATER)
        assert self.released(pages) == [True, True, True]

    @staticmethod
    def fail(*args, **options):
        raise Poison("boom")

    def test_a_list_that_cannot_be_made_stops_no_other(self, pages, monkeypatch):
        monkeypatch.setattr(due_releases.LaneSchedule.objects, "filter", self.fail)
        assert [result.job.kind for result in run_due(LATER) if result.error] == ["list"]

    @pytest.mark.parametrize(
        ("module", "step"),
        [
            (due_releases, "outlook"),
            (due_releases, "release_lanes"),
            (release_gate, "record"),
            (release_gate, "_tell_translations"),
            (lane_status, "refresh_status"),
        ],
    )
    def test_killed_after_any_step_it_completes_next_time(self, pages, monkeypatch, module, step):
        original, calls = getattr(module, step), []

        def then_die(*args, **options):
            original(*args, **options)
            calls.append(step)
            raise SystemExit

        with monkeypatch.context() as mortal:
            mortal.setattr(module, step, then_die)
            with pytest.raises(SystemExit):
                run_due(LATER)
        assert len(calls) == 1
        assert self.released(pages) == [False, False, False]
        assert not LaneRelease.objects.filter(page__in=pages).exists()
        assert LaneSchedule.objects.count() == 3
        run_due(LATER)
        assert self.released(pages) == [True, True, True]
        assert ReleasedVersion.objects.filter(page__in=pages, lane="ja").count() == 3

    @pytest.mark.usefixtures("_approvals_count")
    def test_killed_while_people_are_told_they_are_told_once_all_the_same(self, page, chief, monkeypatch):
        plan(page, chief, "ja")

        def tell_and_die(*args, **options):
            notices.tell(*args, **options)
            raise SystemExit

        with monkeypatch.context() as mortal:
            mortal.setattr(due_releases, "tell", tell_and_die)
            with pytest.raises(SystemExit):
                run_due(LATER)
        assert LaneSchedule.objects.get().held_at is None
        run_due(LATER)
        assert list(Notice.objects.values_list("user", "kind")) == [(chief.pk, Notice.Kind.HELD)]

    KILLED = """
import os, signal, django
django.setup()
from articles.newsroom.schedule.scheduler import run_due
from wagtail.signals import page_published

def kill(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGKILL)

def kill_at_the_second(sender, instance, **kwargs):
    if instance.slug == "due1":
        kill()

if {within}:
    page_published.connect(kill_at_the_second)
run_due(report=(lambda result: None) if {within} else kill)
"""

    @committed
    @pytest.mark.parametrize("within", [True, False])
    def test_a_killed_process_leaves_each_page_done_or_undone(self, pages, sent, within):
        for number, page in enumerate(pages):
            LaneSchedule.objects.filter(page=page).update(at=AGO + timedelta(seconds=number))
        script = self.KILLED.format(within=within)
        env = {**os.environ, "DATABASE_URL": database_url(), "DJANGO_SETTINGS_MODULE": "tests.settings"}
        killed = subprocess.run([sys.executable, "-c", script], env=env, timeout=60, capture_output=True)
        assert killed.returncode == -signal.SIGKILL, killed.stderr.decode()
        assert self.released(pages) == [True, False, False]
        assert LaneSchedule.objects.count() == 2
        run_due()
        assert self.released(pages) == [True, True, True]
        assert sorted(sent) == sorted(("published", page.pk) for page in pages[1:])
        assert ReleasedVersion.objects.filter(page__in=pages, lane="ja").count() == 3


def database_url():
    found = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{found['NAME']}"
    return "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**found)


@committed
def test_runs_at_the_same_time_share_the_work(site, chief, sent):
    pages = [site.explainer(f"due{number}", languages=()) for number in range(6)]
    expired = site.explainer("gone", review_by=timezone.localdate())
    stale = site.explainer("stale", review_by=timezone.localdate())
    for page in pages:
        plan(page, chief, "ja")
    type(expired).objects.filter(pk=expired.pk).update(expire_at=AGO)
    sent.clear()
    results, start = [], Barrier(4)

    def run():
        start.wait()
        results.extend(run_due(LATER))
        connections.close_all()

    runners = [Thread(target=run) for _ in range(4)]
    for runner in runners:
        runner.start()
    for runner in runners:
        runner.join()
    assert [result.error for result in results if result.error] == []
    assert sorted(sent) == sorted([("unpublished", expired.pk), *(("published", page.pk) for page in pages)])
    assert ReleasedVersion.objects.filter(page__in=pages, lane="ja").count() == 6
    assert list(Notice.objects.values_list("kind", "page")) == [(Notice.Kind.REVIEW_DUE, stale.pk)]
    assert not LaneSchedule.objects.exists()


class TestCommand:
    @pytest.fixture
    def due(self, site, chief):
        pages = [site.explainer(f"due{number}", languages=()) for number in range(2)]
        for page in pages:
            plan(page, chief, "ja")
        LaneSchedule.objects.update(at=AGO)
        return pages

    def test_it_says_what_it_did(self, due, capsys):
        call_command("run_schedule")
        lines = capsys.readouterr().out.splitlines()
        assert lines == [f"release {page.pk} “{page.title}”: released shared, ja" for page in due]

    def test_a_dry_run_lists_and_changes_nothing(self, due, capsys, sent):
        call_command("run_schedule", dry_run=True)
        assert [line.split()[:2] for line in capsys.readouterr().out.splitlines()] == [
            ["release", str(page.pk)] for page in due
        ]
        assert LaneSchedule.objects.count() == 2
        assert sent == []

    def test_a_failure_is_its_exit_code(self, due, monkeypatch, capsys):
        monkeypatch.setattr(due_releases, "outlook", TestMishaps.fail)
        with pytest.raises(CommandError) as failed:
            call_command("run_schedule")
        assert failed.value.returncode == 1
        assert capsys.readouterr().err.count("FAILED: Poison: boom") == 2

    @pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
    def test_a_loop_finishes_the_page_in_hand_when_it_is_stopped(self, due, number, monkeypatch):
        def stop(sender, **kwargs):
            os.kill(os.getpid(), number)

        monkeypatch.setattr(time, "sleep", TestMishaps.fail)
        page_published.connect(stop)
        before = signal.getsignal(number)
        try:
            call_command("run_schedule", loop=3600)
        finally:
            page_published.disconnect(stop)
        assert [bool(stored(page).released_languages()) for page in due] == [True, False]
        assert signal.getsignal(number) == before
