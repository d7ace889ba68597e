"""Whatever is done to a page in whatever order, readers see what a simple model of it says, and no draft is lost.

A longer search: `HYPOTHESIS_PROFILE=long make test ARGS="-n 0 tests/test_lane_model.py"`.
"""

import inspect
import os
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.revert_to_page_revision import RevertToPageRevisionAction
from wagtail.models import Revision

from articles import languages, rights
from articles.models import LaneApproval, LaneRelease, LaneSchedule, ReleasedVersion, approvals
from articles.models.releasing import release_lanes
from articles.newsroom.records import withdrawals
from articles.newsroom.schedule import schedules
from articles.newsroom.schedule.due_releases import release_due
from articles.rights import APPROVE, RELEASE
from tests import factories as make
from tests import staff
from tests.lane_model import LANES, OVERRIDES, PEOPLE, SHARED, TEXT, ModelPage, may, put, said, shown
from tests.publishing_paths import come_due
from tests.surfaces import stored

common = {"deadline": None, "database": None, "print_blob": False, "suppress_health_check": list(HealthCheck)}
PROFILES = {
    # A failure is shown as it was found: making it smaller takes minutes, and is what the long profile is for.
    "suite": settings(
        derandomize=True, max_examples=4, stateful_step_count=20, phases=[Phase.explicit, Phase.generate], **common
    ),
    "long": settings(max_examples=400, stateful_step_count=60, **common),
}
PROFILE = PROFILES[os.environ.get("HYPOTHESIS_PROFILE", "suite")]

REASON = "Nobody else is awake at this hour."

texts = st.sampled_from([1, 1, 2, 2, 3, 0])
people = st.sampled_from(sorted(PEOPLE))
people_and_commands = st.sampled_from([*sorted(PEOPLE), None])
some_lanes = st.sampled_from([LANES, LANES, [SHARED, "ja"], ["en"], ["ja"], [SHARED]])
lane_names, language_codes = st.sampled_from(LANES), st.sampled_from(["ja", "en"])
which_page = st.sampled_from([0, 0, 0, 1])


class LanesOfAPage(RuleBasedStateMachine):
    """The page at `start` and its copies; subclasses say which page that is, and who the people are."""

    start, users = None, {}

    def __init__(self):
        super().__init__()
        self.around = transaction.atomic()
        self.around.__enter__()
        self.client, self.seen = Client(), {}
        first = {lane: f"{lane}text0" for lane in LANES}
        self.pages = [(stored(self.start), ModelPage(first, first, live=True))]
        self._note_revision(*self.pages[0])

    def teardown(self):
        transaction.set_rollback(True)
        self.around.__exit__(None, None, None)

    def _at(self, number):
        page, model = self.pages[number % len(self.pages)]
        return stored(page), model

    def _note_revision(self, page, model):
        model.revisions[stored(page).latest_revision_id] = dict(model.draft)

    # --- writing
    @rule(which=which_page, person=people_and_commands, lane=lane_names, number=texts)
    def edit(self, which, person, lane, number):
        self._save(which, person, {lane: f"{lane}text{number}" if number else ""})

    @rule(which=which_page, person=people_and_commands, number=st.sampled_from([1, 2, 3]))
    def edit_everything(self, which, person, number):
        self._save(which, person, {lane: f"{lane}text{number}" for lane in LANES})

    @rule(which=which_page, lane=lane_names, number=texts)
    def autosave(self, which, lane, number):
        """The newest revision is rewritten in place by the person whose it is."""
        page, _model = self._at(which)
        names = [name for name, user in self.users.items() if user.pk == page.latest_revision.user_id]
        if names:
            text = f"{lane}text{number}" if number else ""
            self._save(which, names[0], {lane: text}, overwrite_revision=page.latest_revision, clean=False)

    def _save(self, which, person, texts, **options):
        page, model = self._at(which)
        draft = make.draft(page)
        draft.go_live_at = None
        for lane, text in texts.items():
            put(draft, lane, text)
        draft.save_revision(user=self.users.get(person), **options)
        model.write(texts, person)
        if "overwrite_revision" in options and model.scheduled and model.scheduled[0] == page.latest_revision_id:
            model.scheduled = None
        self._note_revision(page, model)

    @rule(which=which_page, person=people_and_commands, back=st.integers(0, 5))
    def revert(self, which, person, back):
        page, model = self._at(which)
        known = sorted(model.revisions)
        pk = known[max(len(known) - 1 - back, 0)]
        revision = Revision.objects.get(pk=pk)
        RevertToPageRevisionAction(page, revision, user=self.users.get(person)).execute(skip_permission_checks=True)
        model.write(model.revisions[pk], person)
        self._note_revision(page, model)

    # --- approving
    @rule(which=which_page, person=people, lane=lane_names, overriding=st.booleans())
    def approve(self, which, person, lane, overriding):
        page, model = self._at(which)
        digest = page.lane_states(page.draft_content())[lane][0]
        try:
            approvals.approve(page, lane, self.users[person], digest, REASON if overriding else "")
        except approvals.ApprovalRefused:
            assert not model.may_approve(lane, person, overriding)
        else:
            assert model.may_approve(lane, person, overriding)
            model.approve(lane)

    @rule(which=which_page)
    def approve_everything(self, which):
        for lane in LANES:
            self.approve(which, "reviewer", lane, False)

    @rule(which=which_page, person=people, lane=lane_names)
    def revoke(self, which, person, lane):
        page, model = self._at(which)
        try:
            approvals.revoke(page, lane, self.users[person])
        except approvals.ApprovalRefused:
            assert not may(person, APPROVE, lane)
        else:
            assert may(person, APPROVE, lane)
            model.approved.get(lane, set()).discard(model.draft[lane])

    # --- publishing
    @rule(which=which_page, person=people_and_commands, wanted=some_lanes, approving=st.booleans())
    def publish(self, which, person, wanted, approving):
        page, model = self._at(which)
        release_lanes(page, wanted, user=self.users.get(person), approving=approving)
        if approving and person:
            for lane in wanted:
                if model._is_new(lane, model.draft[lane]) and model.may_approve(lane, person):
                    model.approve(lane)
        model.publish(model.draft, wanted, person)

    @rule(which=which_page, wanted=some_lanes)
    def schedule(self, which, wanted):
        page, model = self._at(which)
        draft = make.draft(page)
        draft.go_live_at, draft.release_intent = timezone.now() + timedelta(hours=1), list(wanted)
        revision = draft.save_revision()
        revision.publish()
        self._note_revision(page, model)
        model.scheduled = (revision.pk, dict(model.draft), wanted)

    @rule()
    def run_what_is_scheduled(self):
        due = [(page, model) for page, model in self.pages if model.scheduled]
        for page, _model in due:
            come_due(page)
        call_command("publish_scheduled")
        for _page, model in due:
            _revision, texts, wanted = model.scheduled
            model.publish(texts, wanted, None)

    @rule(which=which_page, person=people, lane=lane_names, embargo=st.booleans())
    def set_time(self, which, person, lane, embargo):
        page, model = self._at(which)
        try:
            schedules.schedule(page, lane, timezone.now() + timedelta(hours=1), self.users[person], embargo=embargo)
        except schedules.NotScheduled:
            assert not may(person, RELEASE, lane)
            return
        assert may(person, RELEASE, lane)
        model.times[lane] = person
        (model.embargoed.add if embargo else model.embargoed.discard)(lane)

    @rule(which=which_page, person=people, lane=lane_names)
    def cancel_time(self, which, person, lane):
        page, model = self._at(which)
        try:
            schedules.unschedule(page, lane, self.users[person])
        except schedules.NotScheduled:
            assert not may(person, RELEASE, lane)
            return
        model.times.pop(lane, None)
        model.embargoed.discard(lane)

    @rule()
    def times_come(self):
        """Of all pages whose newest draft has no time of Wagtail's own, which holds every lane."""
        for page, model in self.pages:
            waits = make.draft(page).go_live_at
            if not (waits and waits > timezone.now()):
                LaneSchedule.objects.filter(page_id=page.pk).update(at=timezone.now() - timedelta(minutes=1))
                release_due(page.pk, timezone.now())
                model.come_due()

    # --- taking back
    @rule(which=which_page)
    def unpublish(self, which):
        page, model = self._at(which)
        if page.live:
            page.unpublish()
            model.unpublish()

    @rule(which=which_page, person=people_and_commands, language=language_codes)
    def withdraw(self, which, person, language):
        page, model = self._at(which)
        possible = may(person, RELEASE, language) and language in set(model.released) - model.withdrawn
        self._expect(possible, withdrawals.withdraw, page, language, self.users.get(person), REASON)
        if possible:
            model.withdrawn.add(language)

    @rule(which=which_page, person=people_and_commands, language=language_codes)
    def restore(self, which, person, language):
        page, model = self._at(which)
        possible = may(person, RELEASE, language) and language in model.withdrawn
        self._expect(possible, withdrawals.restore, page, language, self.users.get(person))
        model.withdrawn -= {language} if possible else set()

    def _expect(self, possible, act, *arguments):
        if possible:
            act(*arguments)
        else:
            with pytest.raises(withdrawals.NotWithdrawn):
                act(*arguments)

    @rule(person=people_and_commands, keep_live=st.booleans())
    def copy(self, person, keep_live):
        page, model = self._at(0)
        if len(self.pages) > 1:
            return
        action = CopyPageAction(page, update_attrs={"slug": "copy"}, keep_live=keep_live, user=self.users.get(person))
        copy = stored(action.execute(skip_permission_checks=True))
        self.pages.append((copy, model.copied(person)))
        self.pages[-1][1].live = copy.live
        self._note_revision(*self.pages[-1])

    # --- what has to hold after every step
    @invariant()
    def all_is_as_the_model_says(self):
        for page, model in self.pages:
            self.history_holds_every_release_and_nothing_unapproved(page, model)
            self.row_holds_what_was_released(page, model)
            self.no_draft_is_lost(page, model)
            self.readers_see_what_the_model_says(page, model)

    def readers_see_what_the_model_says(self, page, model):
        row = stored(page)
        state = (row.live, row.last_published_at, *(languages.read(row, "released_at", code) for code in ("ja", "en")))
        if self.seen.get(page.pk) == state:
            return  # readers were asked, and nothing that they see has moved
        self.seen[page.pk] = state
        for code in languages.codes():
            response = self.client.get(f"/{code}/{page.url_path.split('/', 2)[2]}")
            assert response.status_code == (404 if model.public(code) is None else 200)
            found = set(TEXT.findall(response.content.decode()))
            everywhere = {text for _page, other in self.pages for text in shown(other, code)}
            assert shown(model, code) <= found <= everywhere

    def row_holds_what_was_released(self, page, model):
        row = stored(page)
        assert row.live == model.live
        if row.live and model.released:  # a copy that is kept live holds a text, and is public in no language
            held = {lane: said(row.serializable_data(), lane) for lane in LANES}
            known = {lane: model.released.get(lane, "") for lane in LANES if lane != SHARED or lane in model.released}
            assert {lane: held[lane] for lane in known} == known

    def no_draft_is_lost(self, page, model):
        content = make.draft(page).serializable_data()
        assert {lane: said(content, lane) for lane in LANES} == model.draft

    def history_holds_every_release_and_nothing_unapproved(self, page, model):
        history = {lane: [] for lane in model.versions}
        for version in ReleasedVersion.objects.filter(page_id=page.pk).order_by("number"):
            history[version.lane].append(said(version.content, version.lane))
            assert LaneApproval.objects.filter(page_id=page.pk, lane=version.lane, digest=version.digest).exists()
        assert history == model.versions
        rows = LaneRelease.objects.filter(page_id=page.pk)
        assert {row.lane: said(row.content, row.lane) for row in rows} == model.released
        assert {row.lane for row in rows if row.withdrawn_at} == model.withdrawn


@pytest.fixture(scope="module")
def newsroom(standing_site):
    """The people, and one released page of each kind with an approval of all that it says."""
    pages = {"explainer": standing_site.explainer(languages=()), "item": standing_site.item(languages=())}
    for name, page in pages.items():
        for lane in LANES:
            put(page, lane, f"{lane}text0")
        approvals.approve_unattended(page, LANES, page.serializable_data())
        pages[name] = make.release(page)
    users = {}
    for name, held in PEOPLE.items():
        codenames = [rights.codename(act, lane) for act in held for lane in held[act]]
        users[name] = staff.member(*codenames, *([rights.OVERRIDE] if name in OVERRIDES else []))
    return pages, users


@pytest.mark.parametrize("kind", ["explainer", "item"])
def test_readers_see_what_the_model_says_whatever_is_done(db, newsroom, kind, settings):
    settings.APPROVALS_REQUIRED = True
    pages, users = newsroom
    for other in set(pages) - {kind}:  # its texts are named on pages that lead on to the newest
        stored(pages[other]).unpublish()
    machine = type(kind, (LanesOfAPage,), {"start": pages[kind], "users": users})
    run_state_machine_as_test(machine, settings=PROFILE)


# What a search of a few seconds rarely comes upon: (what is done, how it differs from USUAL).
USUAL = {"which": 0, "person": "reviewer"}
SCENARIOS = {
    "a withdrawn language is emptied, and restored": [
        ("withdraw", {"language": "en"}),
        ("edit", {"person": "writer", "lane": "en", "number": 0}),
        ("edit", {"person": "writer", "lane": "ja", "number": 1}),
        ("approve", {"lane": "ja", "overriding": False}),
        ("publish", {"wanted": [SHARED, "ja"], "approving": False}),
        ("restore", {"language": "en"}),
    ],
    "a draft is newer than what goes out, and its writer wants to approve it": [
        ("edit", {"person": "writer", "lane": "ja", "number": 1}),
        ("approve", {"lane": "ja", "overriding": False}),
        ("schedule", {"wanted": LANES}),
        ("edit", {"person": "japanese", "lane": "ja", "number": 2}),
        ("run_what_is_scheduled", {}),
        ("approve", {"person": "japanese", "lane": "ja", "overriding": False}),
        ("publish", {"wanted": ["ja"], "approving": False}),
    ],
    "what is approved and not asked for stays back": [
        ("edit_everything", {"person": "writer", "number": 1}),
        ("approve_everything", {}),
        ("publish", {"wanted": ["en"], "approving": False}),
        ("publish", {"wanted": ["ja"], "approving": False}),
    ],
    "an embargo keeps an approved text, until it is lifted": [
        ("edit", {"person": "writer", "lane": "ja", "number": 1}),
        ("approve", {"lane": "ja", "overriding": False}),
        ("set_time", {"lane": "ja", "embargo": True}),
        ("publish", {"person": "chief", "wanted": LANES, "approving": True}),
        ("cancel_time", {"lane": "ja"}),
        ("publish", {"person": "chief", "wanted": LANES, "approving": False}),
    ],
    "a schedule leaves the page online that was taken offline before": [
        ("unpublish", {}),
        ("publish", {"wanted": LANES, "approving": False}),
        ("edit", {"person": "writer", "lane": "ja", "number": 1}),
        ("schedule", {"wanted": LANES}),
    ],
    "two languages go out at their own times, and what nobody approved waits": [
        ("edit_everything", {"person": "writer", "number": 1}),
        ("approve", {"lane": "ja", "overriding": False}),
        ("set_time", {"lane": "en", "person": "english", "embargo": True}),
        ("set_time", {"lane": "ja", "person": "japanese", "embargo": False}),
        ("times_come", {}),
        ("approve", {"lane": SHARED, "overriding": False}),
        ("approve", {"lane": "en", "overriding": False}),
        ("times_come", {}),
    ],
    "no time and no approval brings back what was taken offline": [
        ("edit", {"person": "writer", "lane": "en", "number": 1}),
        ("approve", {"lane": "en", "overriding": False}),
        ("set_time", {"lane": "en", "embargo": False}),
        ("unpublish", {}),
        ("times_come", {}),
        ("publish", {"wanted": ["en"], "approving": False}),
        ("restore", {"language": "ja"}),
    ],
    "a replaced text is not put back without a word": [
        ("edit", {"person": "writer", "lane": "ja", "number": 1}),
        ("approve", {"lane": "ja", "overriding": False}),
        ("publish", {"wanted": LANES, "approving": False}),
        ("edit", {"person": "writer", "lane": "ja", "number": 2}),
        ("approve", {"lane": "ja", "overriding": False}),
        ("publish", {"wanted": LANES, "approving": False}),
        ("edit", {"person": "writer", "lane": "ja", "number": 1}),
        ("publish", {"wanted": LANES, "approving": False}),
    ],
    "now means now, although the draft has a later time": [
        ("edit", {"person": "writer", "lane": "ja", "number": 1}),
        ("approve", {"lane": "ja", "overriding": False}),
        ("schedule", {"wanted": LANES}),
        ("publish", {"wanted": ["ja"], "approving": False}),
    ],
    "a copy by somebody who may not edit all of it": [
        ("copy", {"person": "english", "keep_live": False}),
        ("edit", {"which": 1, "person": "english", "lane": "en", "number": 1}),
        ("approve_everything", {"which": 1}),
        ("publish", {"which": 1, "wanted": LANES, "approving": False}),
    ],
    "an approval is taken back, and another is for another text": [
        ("edit", {"person": "writer", "lane": "en", "number": 1}),
        ("approve", {"lane": "en", "overriding": False}),
        ("edit", {"person": "writer", "lane": "en", "number": 2}),
        ("publish", {"wanted": LANES, "approving": False}),
        ("edit", {"person": "writer", "lane": "en", "number": 1}),
        ("revoke", {"lane": "en"}),
        ("publish", {"wanted": LANES, "approving": False}),
    ],
}


@pytest.mark.parametrize("name", SCENARIOS)
@pytest.mark.parametrize("kind", ["explainer", "item"])
def test_readers_see_what_the_model_says_when(db, newsroom, kind, name, settings):
    settings.APPROVALS_REQUIRED = True
    pages, users = newsroom
    for other in set(pages) - {kind}:  # its texts are named on pages that lead on to the newest
        stored(pages[other]).unpublish()
    machine = type(kind, (LanesOfAPage,), {"start": pages[kind], "users": users})()
    try:
        for step, arguments in SCENARIOS[name]:
            act = getattr(machine, step)
            wanted = inspect.signature(act).parameters
            act(**{key: value for key, value in {**USUAL, **arguments}.items() if key in wanted})
            machine.all_is_as_the_model_says()
    finally:
        machine.teardown()
