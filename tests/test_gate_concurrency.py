"""Many hands on the same pages at once: nothing unapproved is read, nothing typed is lost, and nobody gets an error."""

import threading
import time
import traceback
from collections import Counter
from itertools import count, cycle

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connections, transaction
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page

from articles import lanes, languages, rights
from articles.models import LaneApproval, LaneRelease, ReleasedVersion, approvals
from articles.models.releasing import release_lanes
from articles.newsroom.review import reviews
from tests import factories as make
from tests import staff
from tests.desk_forms import form_of
from tests.surfaces import stored

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

LANES = lanes.all_lanes()
SECRET = "secret"  # in every third text; nobody ever approves those
SECONDS, LONGEST = 4, 15  # the longer time only until everything has happened that the test is about
PAUSE = 0.2  # seconds between two things that somebody does; autosave waits for longer than that
PATIENCE = 30  # for the last request of each, on a busy machine
HAS_TO_HAPPEN = {"autosaved", "pressed", "approved", "published", "read"}


class Crew:
    """Threads that each repeat one piece of work until the time is up; `errors` are their tracebacks."""

    def __init__(self):
        self.errors, self.done = [], Counter()

    def run(self, *works):
        connections.close_all()  # the pool of connections is as small as on the real site
        start = time.monotonic()
        threads = [threading.Thread(target=self._repeat, args=(work, start), daemon=True) for work in works]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(timeout=max(start + LONGEST + PATIENCE - time.monotonic(), 0))
        assert not [thread for thread in threads if thread.is_alive()]
        assert self.errors == []

    def _repeat(self, work, start):
        while not self.errors and time.monotonic() < start + (SECONDS if set(self.done) >= HAS_TO_HAPPEN else LONGEST):
            try:
                self.done[work()] += 1
            except BaseException:
                self.errors.append(traceback.format_exc())
            finally:
                connections.close_all()
            time.sleep(PAUSE)


class Editing:
    """An editor who types into one language, saves all the time, and sometimes presses another button."""

    def __init__(self, pages, user, language):
        self.pages, self.language = cycle(pages), language
        self.column = languages.column("headline", language)
        self.client, self.numbers = Client(), count(1)
        self.client.force_login(user)
        self.saved = {}  # by page: the last text that was accepted
        self.session = {}  # by page: the revision that autosave goes on rewriting

    def __call__(self):
        page, number = next(self.pages), next(self.numbers)
        text = f"{SECRET if number % 3 == 0 else 'open'}{self.language}{number}"
        form = self._open(page, text)
        if number % 5 == 0:
            return self._press(page, text, {**form, "action-publish": "ja en", "significance": "update"})
        if number % 5 == 1:
            return self._press(page, text, form)
        return self._autosave(page, text, form)

    def _open(self, page, text):
        with transaction.atomic():  # what is read, and which revision it is, belong together
            stored(page).locked_row()
            draft = make.draft(page)
            if page.pk in self.saved:
                assert getattr(draft, self.column) == self.saved[page.pk], "a saved text was lost"
            return form_of(draft, **{self.column: text})

    def _press(self, page, text, form):
        response = self.client.post(self._address(page), form)
        assert response.status_code in (200, 302)
        self.session.pop(page.pk, None)
        if response.status_code == 200:
            assert not response.context["form"].errors  # so it was refused as a conflict
            return "refused"
        self.saved[page.pk] = text
        return "pressed"

    def _autosave(self, page, text, form):
        if self.session.get(page.pk) == form["loaded_revision_id"]:
            form["overwrite_revision_id"] = form["loaded_revision_id"]
        response = self.client.post(self._address(page), form, headers={"accept": "application/json"})
        answer = response.json()
        if response.status_code == 400:
            assert answer["error_code"] == "invalid_revision"
            self.session.pop(page.pk, None)
            return "refused"
        assert (response.status_code, answer["success"]) == (200, True)
        self.session[page.pk], self.saved[page.pk] = str(answer["revision_id"]), text
        return "autosaved"

    def _address(self, page):
        return reverse("wagtailadmin_pages:edit", args=[page.pk])


def approving(pages, user):
    """Approves and publishes whatever is fit to be read, as it is when it is read."""
    found = cycle(pages)

    def work():
        page, done = next(found), "nothing new"
        content = stored(page).draft_content()
        for lane in LANES:
            part = lanes.lane_content(type(page), content, lane)
            if SECRET not in str(part) and lane != lanes.SHARED:
                try:
                    digest = lanes.digest(part)
                    _approval, plan = reviews.approve_and_release(page, lane, user, digest, significance="update")
                except approvals.ApprovalRefused:
                    return "text had changed"
                done = "approved" if plan.release else done
        return done

    return work


def publishing(pages, user):
    """Publishes all lanes, by the function of the desk and by Wagtail's bulk action in turn."""
    found, client = cycle([(page, by_desk) for page in pages for by_desk in (True, False)]), Client()
    client.force_login(user)

    def work():
        page, by_desk = next(found)
        if by_desk:
            release_lanes(stored(page), LANES, user=user)
            return "published"
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
        response = client.post(f"{address}?next=/admin/&id={page.pk}", {"include_descendants": ""})
        assert response.status_code == 302
        return "published"

    return work


def reading(pages):
    client = Client()
    addresses = [f"/{code}/{page.url_path.split('/', 2)[2]}" for page in pages for code in languages.codes()]
    found = cycle([*addresses, "/ja/", "/en/news/", "/ja/feeds/news.xml", "/en/explainers/"])

    def work():
        address = next(found)
        response = client.get(address)
        assert response.status_code == 200, address
        assert SECRET not in response.content.decode(), address
        return "read"

    return work


@pytest.fixture
def typists(site):
    """Two people who may edit and publish everything, and approve nothing."""
    names = [rights.codename(act, lane) for act in (rights.EDIT, rights.RELEASE) for lane in LANES]
    users = [staff.editor(*names) for _language in ("ja", "en")]
    publish = Permission.objects.get(content_type__app_label="wagtailcore", codename="publish_page")
    for group in Group.objects.filter(user__in=users):
        GroupPagePermission.objects.create(group=group, page=Page.get_first_root_node(), permission=publish)
    return users


@pytest.mark.parametrize("names", [["explainer"], ["explainer", "item"]], ids=["one-page", "several-pages"])
def test_many_hands_leak_nothing_lose_nothing_and_meet_no_error(site, typists, settings, names):
    pages = [getattr(site, name)() for name in names]
    for page in pages:
        approvals.approve_unattended(page, LANES, page.draft_content())
    settings.APPROVALS_REQUIRED = True
    japanese, english = Editing(pages, typists[0], "ja"), Editing(pages, typists[1], "en")
    crew = Crew()
    crew.run(japanese, english, approving(pages, staff.member()), publishing(pages, staff.member()), reading(pages))
    for page in pages:
        for editing in (japanese, english):
            if page.pk in editing.saved:
                assert getattr(make.draft(page), editing.column) == editing.saved[page.pk]
        _assert_only_approved_text_went_out(page)
    assert set(crew.done) >= HAS_TO_HAPPEN
    assert ReleasedVersion.objects.filter(number__gt=1).exists()


def _assert_only_approved_text_went_out(page):
    for version in ReleasedVersion.objects.filter(page_id=page.pk):
        assert SECRET not in str(version.content)
        given = LaneApproval.objects.filter(page_id=page.pk, lane=version.lane, digest=version.digest)
        assert given.exists(), version
    row = stored(page)
    now = {lane: lanes.digest(lanes.lane_content(type(row), row.serializable_data(), lane)) for lane in LANES}
    assert now == dict(LaneRelease.objects.filter(page_id=page.pk).values_list("lane", "digest"))
