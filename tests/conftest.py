import pytest
from django.db import connection, transaction
from wagtail.models import Page

from tests.factories import SiteTree


@pytest.fixture(autouse=True)
def _files_and_passwords_are_cheap(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "media")
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="module", autouse=True)
def _what_migrations_made_is_there(django_db_setup, django_db_blocker):
    """Tests that commit (`transaction=True, serialized_rollback=True`) leave an empty database to the next module."""
    yield
    with django_db_blocker.unblock():
        if not Page.objects.exists():
            connection.creation.deserialize_db_from_string(connection._test_serialized_contents)


@pytest.fixture
def site(db):
    return SiteTree()


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
