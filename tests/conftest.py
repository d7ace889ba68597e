import pytest
from django.db import transaction

from tests.factories import SiteTree


@pytest.fixture(autouse=True)
def _files_and_passwords_are_cheap(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "media")
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


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
