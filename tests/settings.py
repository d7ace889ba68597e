"""The site's settings as every test sees them: only the database may be chosen from outside (DATABASE_URL).

A module of its own, because pytest-django reads the settings before any conftest.py could prepare the environment.
"""

import atexit
import os
import shutil
import tempfile

OUTSIDE = [
    "APPROVALS_REQUIRED",
    "ALLOWED_HOSTS",
    "BACKGROUND_WORKER",
    "BEHIND_TLS_PROXY",
    "CACHE_URL",
    "EMAIL_URL",
    "MACHINE_TRANSLATION",
    "MACHINE_TRANSLATION_KEY",
    "MACHINE_TRANSLATION_TIMEOUT",
    "MACHINE_TRANSLATION_URL",
    "SECRET_KEY",
    "SITE_URL",
]
for name in OUTSIDE:
    os.environ.pop(name, None)
# No secrets are needed this way; pytest-django then turns settings.DEBUG off, as on the real site.
os.environ["DEBUG"] = "1"
os.environ["MEDIA_ROOT"] = tempfile.mkdtemp(prefix="dajp-media-")
atexit.register(shutil.rmtree, os.environ["MEDIA_ROOT"], ignore_errors=True)
# Playwright keeps an event loop in the thread that also queries the database, which Django would refuse.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

from dajp_site.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # fast: nothing here is worth protecting
APPROVALS_REQUIRED = False  # tests of approvals turn it on; the others are about other promises
# Static files come from their sources: nothing has been collected.
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True
if "sqlite" in DATABASES["default"]["ENGINE"]:  # noqa: F405
    # A file, as on the real site: SQLite's shared memory answers "table is locked" to the browser tests' threads.
    DATABASES["default"]["TEST"] = {"NAME": os.path.join(os.environ["MEDIA_ROOT"], "test.sqlite3")}  # noqa: F405
