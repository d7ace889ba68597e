"""The log says of every language that was held back why: as a code, which each reads in their own language."""

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry
from wagtail.users.models import UserProfile

from articles.desk.audit_log import CODES
from articles.lanes import gate
from articles.newsroom.schedule import due_releases
from articles.newsroom.schedule.scheduler import run_due
from tests import factories as make
from tests.publishing_paths import by_admin_api, by_bulk_action, by_edit_action, by_editor, by_revision
from tests.schedule import LATER, plan
from tests.staff import member
from tests.surfaces import stored

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief(client):
    user = member()
    client.force_login(user)
    return user


@pytest.fixture
def page(site):
    """Public, with a newer draft in both languages."""
    page = site.explainer()
    draft = make.draft(page)
    draft.headline_ja, draft.headline_en = "新しい", "New"
    draft.save_revision()
    return stored(page)


def holds(page):
    rows = PageLogEntry.objects.filter(page=page.pk, action="articles.lane.hold").order_by("pk")
    return [(row.data["lane"], row.data["reason"]) for row in rows]


@pytest.mark.parametrize("path", [by_bulk_action, by_admin_api, by_edit_action, by_revision])
def test_a_publish_that_names_no_language_tells_which_it_left_behind(path, page, chief, client):
    path(client, chief, page)
    assert stored(page).headline_ja == "新しい"
    assert holds(page) == [("en", gate.NOT_ASKED)]


def test_a_language_that_was_left_out_on_purpose_is_not_held(page, chief, client):
    by_editor(client, chief, page)
    assert (stored(page).headline_ja, stored(page).headline_en) == ("新しい", "Headline explainer")
    assert holds(page) == []


def test_the_scheduler_stores_the_same_codes_as_the_gate(page, chief, settings):
    settings.APPROVALS_REQUIRED = True
    plan(page, chief, "ja", "en")
    make.release(make.draft(page), "ja")
    run_due(LATER)
    assert holds(page) == [("ja", gate.NOT_APPROVED), ("ja", gate.NOT_APPROVED), ("en", gate.NOT_APPROVED)]


@pytest.mark.parametrize("loss", [due_releases.NO_ACCOUNT, due_releases.NO_TEXT])
def test_the_scheduler_has_codes_of_its_own(loss, site, chief):
    page = site.explainer(languages=(), **dict.fromkeys(("headline_en", "standfirst_en", "body_en")))
    setter = member(superuser=True)
    plan(page, setter, "en")
    if loss == due_releases.NO_ACCOUNT:
        setter.delete()
    run_due(LATER)
    assert holds(page) == [("en", loss)]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_it_reads_in_the_language_of_whoever_looks(language, page, chief, client, settings):
    UserProfile.objects.create(user=chief, preferred_language=language)
    settings.APPROVALS_REQUIRED = True
    make.release(make.draft(page), "ja")
    shown = client.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
    assert gate.NOT_APPROVED not in shown
    if language == "en":
        assert "Held Japanese back: not approved" in shown


def test_every_code_has_words():
    reasons = [value for name, value in vars(gate).items() if name.isupper() and isinstance(value, str)]
    assert set(reasons) - {gate.SHARED} <= set(CODES["hold"])
