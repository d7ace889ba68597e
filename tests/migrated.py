"""An empty SQLite database with all migrations applied, kept between runs: applying them takes longer than most tests.

It is made anew whenever a line of the application or a pinned version has changed.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def copy_to(target, directory):
    """Put a migrated database at `target`; `directory` keeps the one it is copied from, made by whoever is first."""
    kept = Path(directory) / f"{_key()}.sqlite3"
    with (Path(directory) / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            for old in Path(directory).glob("*.sqlite3"):
                old.unlink()
            _make(kept)
    shutil.copy(kept, target)


def _key():
    found = hashlib.sha256(sys.version.encode())
    sources = [path for name in ("articles", "dajp_site") for path in sorted((ROOT / name).rglob("*.py"))]
    for path in [*sources, ROOT / "requirements.txt"]:
        found.update(f"{path.relative_to(ROOT)}\n".encode() + path.read_bytes())
    return found.hexdigest()[:16]


def _make(kept):
    unfinished = kept.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    settings = {"DJANGO_SETTINGS_MODULE": "tests.settings", "DATABASE_URL": f"sqlite:///{unfinished}"}
    command = [sys.executable, "manage.py", "migrate", "--run-syncdb", "--no-input", "--verbosity=0"]
    subprocess.run(command, cwd=ROOT, env={**os.environ, **settings}, check=True)
    unfinished.rename(kept)
