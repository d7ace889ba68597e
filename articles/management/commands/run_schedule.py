import argparse
import signal
import time
from contextlib import contextmanager

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from articles.newsroom.schedule import scheduler

LOOK_UP = 1  # seconds until a waiting loop notices that it is to end


def seconds(text):
    if (number := int(text)) < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number


class Command(BaseCommand):
    help = (
        "Carry out what is due: publications, expiries and reminders. Several at once do no harm; what fails or is "
        "interrupted is done by the next run. Exits with 1 if anything failed."
    )
    stopping = False

    def add_arguments(self, parser):
        parser.add_argument("--loop", type=seconds, metavar="SECONDS", help="run again after so long, until SIGTERM")
        parser.add_argument("--dry-run", action="store_true", help="list what is due, and change nothing")

    def handle(self, *args, loop, dry_run, **options):
        if dry_run:
            for job in scheduler.due():
                self._say(job, f"due since {timezone.localtime(job.at):%Y-%m-%d %H:%M}")
        elif loop:
            with self._ended_by_signals():
                self._run_again_and_again(loop)
        elif failed := self._run_once():
            raise CommandError(f"{failed} failed; the next run tries again.")

    def _run_again_and_again(self, pause):
        while not self.stopping:
            self._run_once()
            end = time.monotonic() + pause
            while not self.stopping and time.monotonic() < end:
                time.sleep(min(LOOK_UP, pause))

    def _run_once(self):
        """How many failed."""
        results = scheduler.run_due(report=self._report, stopping=lambda: self.stopping)
        return sum(result.error is not None for result in results)

    @contextmanager
    def _ended_by_signals(self):
        """SIGTERM and Ctrl-C let the object in hand be finished."""
        before = {number: signal.signal(number, self._stop) for number in (signal.SIGTERM, signal.SIGINT)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _stop(self, *signal_and_frame):
        self.stopping = True

    def _report(self, result):
        if result.error:
            self._say(result.job, f"FAILED: {type(result.error).__name__}: {result.error}", self.stderr)
        elif result.is_busy:
            self._say(result.job, "in other hands, left to the next run")
        elif result.done:
            self._say(result.job, result.done)

    def _say(self, job, text, stream=None):
        stream = stream or self.stdout
        stream.write(f"{job.kind} {job.object_id} “{job.title}”: {text}")
        stream.flush()
