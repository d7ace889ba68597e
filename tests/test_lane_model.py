"""Whatever is done to a page in whatever order, readers see what a simple model of it says, and no draft is lost.

A longer search: `HYPOTHESIS_PROFILE=long make test ARGS="-n 0 tests/test_lane_model.py"`.
"""

import os
import re
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

from articles import lanes, languages, rights
from articles.models import LaneApproval, LaneRelease, ReleasedVersion, approvals
from articles.models.releasing import release_lanes
from articles.newsroom import schedules, withdrawals
from articles.rights import APPROVE, EDIT, RELEASE
from tests import factories as make
from tests import staff
from tests.factories import block
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

SHARED = lanes.SHARED
LANES = [SHARED, "ja", "en"]
TEXT = re.compile(r"(?:shared|ja|en)text\d")
REASON = "Nobody else is awake at this hour."
PEOPLE = {  # who may do what to which lanes
    "writer": {EDIT: LANES, APPROVE: [], RELEASE: []},
    "japanese": {EDIT: [SHARED, "ja"], APPROVE: [SHARED, "ja"], RELEASE: [SHARED, "ja"]},
    "english": {EDIT: ["en"], APPROVE: ["en"], RELEASE: ["en"]},
    "reviewer": {EDIT: [], APPROVE: LANES, RELEASE: LANES},
    "chief": {EDIT: LANES, APPROVE: LANES, RELEASE: LANES},
}
OVERRIDES = {"chief"}


class ModelPage:
    """All that matters of a page, as plain dictionaries of texts by lane; `person` is a name, None a command."""

    def __init__(self, draft, released=None, live=False):
        self.draft, self.live = dict(draft), live
        self.released = dict(released or {})  # kept while a language is withdrawn or the page unpublished
        self.approved = {lane: {text} for lane, text in self.released.items()}
        self.versions = {lane: [text] for lane, text in self.released.items()}
        self.edited = {lane: set() for lane in LANES}  # by whom, since what is now the draft last equalled a release
        self.withdrawn, self.embargoed = set(), set()
        self.scheduled = None  # (revision, texts, lanes)
        self.revisions = {}

    def public(self, lane):
        """The text that readers see, or None."""
        return self.released.get(lane) if self.live and lane not in self.withdrawn else None

    def write(self, texts, person):
        for lane, text in texts.items():
            if text != self.draft[lane] and _may(person, EDIT, lane):
                self.draft[lane] = text
                self.edited[lane] |= {person} - {None}

    def may_approve(self, lane, person, overriding=False):
        is_own = person in self.edited[lane] and not (overriding and person in OVERRIDES)
        return bool(self.draft[lane] or lane == SHARED) and _may(person, APPROVE, lane) and not is_own

    def approve(self, lane):
        self.approved.setdefault(lane, set()).add(self.draft[lane])

    def publish(self, texts, wanted, person):
        self.live, self.scheduled = True, None
        changed = [lane for lane in LANES if self._is_new(lane, texts[lane])]
        has_ground = SHARED in self.released or self._may_go(SHARED, texts, person)
        go = [lane for lane in changed if lane in wanted and lane != SHARED and self._may_go(lane, texts, person)]
        go = go if has_ground else []
        if SHARED in changed and self._may_go(SHARED, texts, person):
            go += [SHARED] if SHARED in wanted or (go and SHARED not in self.released) else []
        for lane in go:
            self._release(lane, texts[lane])

    def _is_new(self, lane, text):
        now = None if lane in self.withdrawn else self.released.get(lane)
        return text != now if lane == SHARED else (text or "") != (now or "")

    def _may_go(self, lane, texts, person):
        has_text = bool(texts[lane]) or lane == SHARED
        is_approved = texts[lane] in self.approved.get(lane, ())
        return has_text and is_approved and lane not in self.embargoed and _may(person, RELEASE, lane)

    def _release(self, lane, text):
        shown = self.versions.setdefault(lane, [])
        if shown[-1:] != [text]:
            shown.append(text)
        self.released[lane] = text
        self.withdrawn.discard(lane)
        if text == self.draft[lane]:
            self.edited[lane] = set()

    def copied(self, person):
        """A copy is a draft that nobody has approved, and whoever made it answers for its text."""
        copy = ModelPage(self.draft)
        if person is not None:
            for lane in LANES:
                copy.edited[lane] = {person} if self.draft[lane] or lane == SHARED else set()
        return copy


def _may(person, act, lane):
    return person is None or lane in PEOPLE[person][act]


def put(page, lane, text):
    """Make `text` all that a lane says."""
    if lane == SHARED:
        if hasattr(page, "sources"):
            source = {"title": text, "url": "https://example.jp/", "accessed": "2025-12-01"}
            page.sources = [block("source", source, "source")] if text else []
        else:
            page.source_name = text
        return
    for name in lanes.translated_fields(type(page)):
        field = page._meta.get_field(languages.column(name, lane))
        setattr(page, field.attname, text)
    setattr(page, languages.column("body", lane), [block("paragraph", f"<p>{text}</p>", "p")] if text else [])


def said(content, lane):
    """The text that `content` holds in a lane; "" for none."""
    keys = ("sources", "source_name") if lane == SHARED else (languages.column("headline", lane),)
    found = TEXT.search(" ".join(str(content.get(key) or "") for key in keys))
    return found[0] if found else ""


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
            assert not _may(person, APPROVE, lane)
        else:
            assert _may(person, APPROVE, lane)
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

    @rule(which=which_page, person=people, lane=lane_names, setting=st.booleans())
    def embargo(self, which, person, lane, setting):
        page, model = self._at(which)
        try:
            if setting:
                at = timezone.now() + timedelta(hours=1)
                schedules.schedule(page, lane, at, self.users[person], embargo=True)
                model.embargoed.add(lane)
            else:
                schedules.unschedule(page, lane, self.users[person])
                model.embargoed.discard(lane)
        except schedules.NotScheduled:
            assert not _may(person, RELEASE, lane)

    # --- taking back
    @rule(which=which_page)
    def unpublish(self, which):
        page, model = self._at(which)
        if page.live:
            page.unpublish()
            model.live, model.scheduled = False, None

    @rule(which=which_page, person=people_and_commands, language=language_codes)
    def withdraw(self, which, person, language):
        page, model = self._at(which)
        possible = _may(person, RELEASE, language) and language in set(model.released) - model.withdrawn
        self._expect(possible, withdrawals.withdraw, page, language, self.users.get(person), REASON)
        if possible:
            model.withdrawn.add(language)

    @rule(which=which_page, person=people_and_commands, language=language_codes)
    def restore(self, which, person, language):
        page, model = self._at(which)
        possible = _may(person, RELEASE, language) and language in model.withdrawn
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
            everywhere = {text for _page, other in self.pages for text in _shown(other, code)}
            assert _shown(model, code) <= found <= everywhere

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


def _shown(model, code):
    """Texts of a page that its readers in a language see."""
    return {text for text in (model.public(code), model.public(SHARED)) if text} if model.public(code) else set()


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
    machine = type(kind, (LanesOfAPage,), {"start": pages[kind], "users": users})
    run_state_machine_as_test(machine, settings=PROFILE)
