import pytest

from tests.factories import SiteTree


@pytest.fixture(autouse=True)
def _files_and_passwords_are_cheap(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "media")
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def site(db):
    return SiteTree()
