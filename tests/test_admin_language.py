"""The desk speaks Japanese throughout, also where Wagtail has no Japanese of its own."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.contrib.humanize.templatetags.humanize import naturaltime
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.users.models import UserProfile

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["ja", "en"])
def language(request, client):
    """The language that an editor at the desk has chosen, whatever the browser asks for."""
    user = User.objects.create_superuser("chief", "chief@example.jp", "a-long-password")
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = request.param
    profile.save()
    client.force_login(user)
    return request.param


def test_the_dashboard_is_in_the_editors_language(site, client, language):
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    assert ("すべてのページを検索…" in html) == (language == "ja")
    assert ("Search all pages…" in html) == (language == "en")


def test_the_texts_of_the_admins_javascript_are_too(client, language):
    response = client.get(reverse("wagtailadmin_javascript_catalog"))
    japanese = "すべて折りたたむ".encode("unicode_escape").decode()  # as JSON writes it
    assert (f'"Collapse all": "{japanese}"' in response.content.decode()) == (language == "ja")
    assert "no-store" in response["Cache-Control"]


def test_how_long_ago_a_review_was_asked_for_is_told_in_japanese():
    with translation.override("ja"):
        assert naturaltime(timezone.now() - timedelta(minutes=5)).replace("\xa0", " ") == "5分前"
