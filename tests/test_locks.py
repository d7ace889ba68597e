"""While somebody has locked a page, nobody else judges or publishes a language of it."""

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from articles.desk.review.forms import draft_digest
from articles.models import LaneApproval
from articles.newsroom.review import reviews
from tests import factories as make
from tests.surfaces import stored

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(site, settings):
    page = site.explainer()
    settings.APPROVALS_REQUIRED = True
    draft = make.draft(page)
    draft.headline_en = "New"
    translator = make.person("en-translator")
    draft.save_revision(user=translator)
    page = stored(page)
    reviews.submit(page, translator)
    return page


@pytest.fixture
def reviewer(client):
    user = make.person("en-reviewer")
    client.force_login(user)
    return user


def on_its_page(client, page, answer="approve"):
    said = {"answer": answer, "digest": draft_digest(page, "en")}
    client.get(reverse("lane_review", args=[page.pk, "en"]))
    return client.post(reverse("lane_review", args=[page.pk, "en"]), said)


def without_publishing(client, page):
    return on_its_page(client, page, "approve-only")


def in_the_queue(client, page):
    row = f"{page.pk}:en:{draft_digest(page, 'en')}"
    return client.post("/admin/flash/queue/", {"row": row, "answer": "approve"}, headers={"accept": "application/json"})


def in_the_dialog(client, page):
    task_state = page.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task_state.pk])
    return client.post(url, {"digest": draft_digest(page, "en")}, headers={"x-requested-with": "XMLHttpRequest"})


every_way = pytest.mark.parametrize("way", [on_its_page, without_publishing, in_the_queue, in_the_dialog])


def lock(page, user):
    Page.objects.filter(pk=page.pk).update(locked=True, locked_by=user, locked_at=timezone.now())


@every_way
def test_a_page_locked_by_somebody_else_is_not_approved(way, page, reviewer, client):
    lock(page, make.person("publisher", "locker"))
    assert "locker" in way(client, stored(page)).content.decode()
    assert not LaneApproval.objects.filter(page_id=page.pk, lane="en").exists()
    assert stored(page).headline_en == "Headline explainer"


@every_way
def test_whoever_locked_it_goes_on(way, page, reviewer, client):
    lock(page, reviewer)
    way(client, stored(page))
    assert LaneApproval.objects.filter(page_id=page.pk, lane="en").exists()
