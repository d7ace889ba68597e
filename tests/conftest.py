import copy

import pytest
from django.db import connection, transaction
from wagtail.models import Page

from tests import migrated

# In one place: a fixture imported by every module would be a browser of its own for each.
from tests.browser import chromium, visitor  # noqa: F401
from tests.factories import SiteTree


@pytest.fixture(autouse=True)
def _files_and_passwords_are_cheap(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "media")
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(request, django_db_modify_db_settings_parallel_suffix):
    """SQLite begins with a copy of a migrated database."""
    if connection.vendor == "sqlite":
        kept = request.config.cache.mkdir("migrated")
        migrated.copy_to(connection.creation._get_test_db_name(), kept)


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_modify_db_settings):
    return connection.vendor == "sqlite"


def pytest_collection_modifyitems(items):
    """Whoever commits brings back what migrations made: else the next module would find an empty database."""
    for item in items:
        for mark in item.iter_markers("django_db"):
            if mark.kwargs.get("transaction") and not mark.kwargs.get("serialized_rollback"):
                raise pytest.UsageError(f"{item.nodeid} commits: give its django_db mark serialized_rollback=True")


@pytest.fixture(scope="module", autouse=True)
def _what_migrations_made_is_there(request, django_db_blocker):
    """Tests that commit (`transaction=True, serialized_rollback=True`) leave an empty database to the next module."""
    yield
    if not _commits(request):
        return
    with django_db_blocker.unblock():
        if not Page.objects.exists():
            connection.creation.deserialize_db_from_string(connection._test_serialized_contents)


@pytest.fixture(scope="module")
def module_db(django_db_setup, django_db_blocker):
    """The database for what a module builds once: each of its tests starts from that, and changes it for nobody else."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def standing_site(module_db):
    """As `site`, built once for the module."""
    return SiteTree()


@pytest.fixture(scope="module", autouse=True)
def _site_stands_before_the_tests(request):
    """Before any test of the module begins its own transaction."""
    if not _commits(request) and any("site" in item.fixturenames for item in _tests(request)):
        request.getfixturevalue("standing_site")


@pytest.fixture
def site(request, db):
    """A released home page with its sections: built once for the module, as new for each of its tests."""
    return SiteTree() if _commits(request) else copy.deepcopy(request.getfixturevalue("standing_site"))


@pytest.fixture
def desk(client, admin_user):
    """The browser of somebody who may do everything."""
    client.force_login(admin_user)
    return client


def _commits(request):
    """Whether a test of the module commits, so that nothing can stand in an open transaction meanwhile."""
    marks = (mark for item in _tests(request) for mark in item.iter_markers("django_db"))
    return any(mark.kwargs.get("transaction") for mark in marks)


def _tests(request):
    return [item for item in request.session.items if item.path == request.path]
