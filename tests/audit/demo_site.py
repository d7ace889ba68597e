"""A demo site of its own in a temporary directory: built, served as in production, and gone afterwards."""

import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"
PATIENCE = 30  # seconds for the server to answer
KEPT = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR")  # nothing else of the environment decides what is measured


@contextmanager
def demo_site():
    """Yields `(address, pages)`: where the site is served, and what there is to look at (`prepare.py`)."""
    place = Path(tempfile.mkdtemp(prefix="dajp-audit-"))
    try:
        site = Site(place, free_port())
        site.build()
        with site.served():
            yield site.address, json.loads(site.pages.read_text())
    finally:
        shutil.rmtree(place, ignore_errors=True)


class Site:
    def __init__(self, place, port):
        self.place, self.address, self.bind = place, f"http://{HOST}:{port}", f"{HOST}:{port}"
        self.pages, self.log = place / "pages.json", place / "server.log"
        self.environment = {
            **{name: os.environ[name] for name in KEPT if name in os.environ},
            "DATABASE_URL": f"sqlite:///{place / 'db.sqlite3'}",
            "MEDIA_ROOT": str(place / "media"),
            "STATIC_ROOT": str(place / "static"),
            "SITE_URL": self.address,
            "SECRET_KEY": secrets.token_urlsafe(50),
            "ALLOWED_HOSTS": HOST,
            "BEHIND_TLS_PROXY": "0",
            "EMAIL_URL": "dummymail://",
            "BIND": self.bind,
            # Pages of the demo are few: one process answers them, and leaves the other core to the browser.
            "WEB_CONCURRENCY": "1",
            "DJANGO_SETTINGS_MODULE": "dajp_site.settings",
        }

    def build(self):
        collecting = self._start("manage.py", "collectstatic", "--no-input", "--verbosity", "0")
        try:
            # The demo accounts, whose passwords are published, are made on a development machine only.
            for command in (["manage.py", "migrate", "--verbosity", "0"], ["manage.py", "load_demo"]):
                self._run(*command, DEBUG="1")
            self._run("-m", "tests.audit.prepare", str(self.pages), DEBUG="1")
            if collecting.wait():
                raise SystemExit("The static files could not be collected.")
        finally:
            stop(collecting)

    @contextmanager
    def served(self):
        with self.log.open("w") as log:
            server = self._start(
                *["-m", "gunicorn", "--config", "deploy/gunicorn.conf.py", "tests.audit.wsgi"], stdout=log, stderr=log
            )
            try:
                self._wait_until_it_answers(server)
                yield
            finally:
                stop(server)

    def _wait_until_it_answers(self, server):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and server.poll() is None:
            try:
                with urlopen(f"{self.address}/ja/", timeout=PATIENCE):
                    return
            except (URLError, OSError):
                time.sleep(0.2)
        raise SystemExit(f"The site does not answer:\n{self.log.read_text()[-3000:]}")

    def _run(self, *arguments, **environment):
        process = self._start(*arguments, **environment)
        try:
            if code := process.wait():
                raise SystemExit(f"{' '.join(arguments)} failed ({code}).")
        finally:
            stop(process)

    def _start(self, *arguments, stdout=None, stderr=None, **environment):
        return subprocess.Popen(
            [sys.executable, *arguments], cwd=ROOT, env=self.environment | environment, stdout=stdout, stderr=stderr
        )


def stop(process):
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def free_port():
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]
