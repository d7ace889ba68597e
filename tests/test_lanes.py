"""Lanes: nothing goes out that nobody approved, and what was said of a text holds for that text alone."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission, User
from django.utils import timezone
from wagtail.models import PageLogEntry

from articles import lanes, languages, rights
from articles.lanes import gate
from articles.models import LaneApproval, LaneRelease, LaneState, LaneStatus, ReleasedVersion, Translation, approvals
from articles.models.releasing import release_lanes
from articles.models.translations import open_units
from articles.newsroom.records import withdrawals
from articles.newsroom.schedule import schedules
from tests import factories as make
from tests.factories import block

pytestmark = pytest.mark.django_db
BOTH = ("ja", "en")


@pytest.fixture(autouse=True)
def _approvals_count(settings):
    settings.APPROVALS_REQUIRED = True


def person(name, *wanted):
    user = User.objects.create_user(name, f"{name}@example.jp", "x")
    names = [rights.codename(*right) if isinstance(right, tuple) else right for right in wanted]
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="articles", codename__in=names))
    return user


@pytest.fixture
def writer(db):
    return person("writer", ("edit", "ja"), ("edit", "shared"), ("edit", "en"))


@pytest.fixture
def chief(db):
    return person("chief", *((act, lane) for act in rights.ACTS for lane in ("shared", "ja", "en")), rights.OVERRIDE)


@pytest.fixture
def unapproved(site):
    """An explainer with text in both languages that nobody has seen but its writer."""
    return site.explainer("new", languages=())


def digest_of(page, lane):
    page = stored(page)
    return lanes.digest(lanes.lane_content(type(page), page.draft_content(), lane))


def stored(page):
    return type(page).objects.get(pk=page.pk)


def approve(page, user, *approved):
    for lane in approved or lanes.all_lanes():
        approvals.approve(stored(page), lane, user, digest_of(page, lane))


def edit(page, user, **fields):
    draft = make.draft(page)
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save_revision(user=user)
    return draft


def status(page, lane):
    return LaneStatus.objects.get(page_id=page.pk, lane=lane)


def released(site, writer, chief, slug="main", **fields):
    page = site.explainer(slug, languages=(), **fields)
    page.save_revision(user=writer)
    approve(page, chief)
    release_lanes(stored(page), lanes.all_lanes(), user=chief)
    return stored(page)


class TestApproval:
    def test_what_nobody_approved_is_held_however_it_is_published(self, unapproved, client):
        unapproved.save_revision().publish()
        page = stored(unapproved)
        assert page.released_languages() == []
        assert page.has_unpublished_changes
        assert client.get("/ja/explainers/new/").status_code == 404

    def test_an_approved_language_goes_out_and_the_other_stays(self, unapproved, writer, chief, client):
        unapproved.save_revision(user=writer)
        approve(unapproved, chief, "shared", "ja")
        plan = release_lanes(stored(unapproved), BOTH, user=chief)
        assert plan.release == ["shared", "ja"]
        assert [(held.lane, held.reason) for held in plan.held] == [("en", gate.NOT_APPROVED)]
        assert client.get("/ja/explainers/new/").status_code == 200
        assert client.get("/en/explainers/new/").status_code == 404

    @pytest.mark.parametrize("lane", BOTH)
    def test_a_changed_letter_needs_a_new_approval(self, unapproved, writer, chief, lane):
        unapproved.save_revision(user=writer)
        approve(unapproved, chief)
        edit(unapproved, writer, **{languages.column("headline", lane): "!"})
        plan = release_lanes(stored(unapproved), BOTH, user=chief)
        assert [held.lane for held in plan.held] == [lane]

    def test_an_approval_of_a_text_that_is_no_longer_there_is_refused(self, unapproved, writer, chief):
        unapproved.save_revision(user=writer)
        seen = digest_of(unapproved, "ja")
        edit(unapproved, writer, headline_ja="別の見出し")
        with pytest.raises(approvals.ApprovalRefused):
            approvals.approve(stored(unapproved), "ja", chief, seen)
        assert not LaneApproval.objects.exists()

    def test_a_language_cannot_go_out_before_the_shared_fields_are_approved(self, unapproved, writer, chief):
        unapproved.save_revision(user=writer)
        approve(unapproved, chief, "ja")
        plan = release_lanes(stored(unapproved), ["shared", "ja"], user=chief)
        assert plan.release == []
        assert ("ja", gate.SHARED_NOT_APPROVED) in [(held.lane, held.reason) for held in plan.held]

    def test_a_publisher_cannot_release_a_language_without_the_right(self, unapproved, writer, chief):
        unapproved.save_revision(user=writer)
        approve(unapproved, chief)
        japanese_only = person("japanese", ("release", "ja"), ("release", "shared"))
        plan = release_lanes(stored(unapproved), ["shared", *BOTH], user=japanese_only)
        assert plan.release == ["shared", "ja"]
        assert plan.held[0].reason == gate.NO_RIGHT

    def test_a_taken_back_approval_counts_no_more(self, unapproved, writer, chief):
        unapproved.save_revision(user=writer)
        approve(unapproved, chief)
        assert approvals.revoke(stored(unapproved), "en", chief)
        assert release_lanes(stored(unapproved), BOTH, user=chief).held_lanes == ["en"]

    @pytest.mark.parametrize("microsecond", [0, 1, 999, 1000, 123456])
    def test_a_time_is_the_same_text_however_fine_it_was_written(self, site, writer, chief, microsecond):
        moment = timezone.now().replace(microsecond=microsecond)
        page = site.explainer("exact", languages=(), first_published=moment)
        page.save_revision(user=writer)
        approve(page, chief)
        assert release_lanes(stored(page), ["shared", *BOTH], user=chief).held == []


class TestFourEyes:
    def test_nobody_approves_what_they_edited(self, unapproved, chief):
        unapproved.save_revision(user=chief)
        edit(unapproved, chief, headline_ja="自分で書いた")
        with pytest.raises(approvals.ApprovalRefused) as refused:
            approve(unapproved, chief, "ja")
        assert "20" in refused.value.reason  # says when they edited it

    def test_another_language_of_the_same_page_can_be_approved(self, site, writer, chief):
        page = released(site, writer, chief)
        edit(page, chief, headline_ja="自分で書いた")
        edit(page, writer, headline_en="By the writer")
        approve(page, chief, "en")
        with pytest.raises(approvals.ApprovalRefused):
            approve(page, chief, "ja")

    def test_after_a_release_the_count_begins_anew(self, site, writer, chief):
        other = person("other", ("approve", "ja"), ("approve", "shared"), ("edit", "ja"))
        page = released(site, writer, chief)
        edit(page, chief, headline_ja="編集長が直した")
        approve(page, other, "ja")
        release_lanes(stored(page), ["ja"], user=chief)
        edit(page, writer, headline_ja="書き手が直した")
        approve(page, chief, "ja")

    def test_an_exception_needs_the_permission_and_a_reason_and_is_logged(self, unapproved, chief):
        unapproved.save_revision(user=chief)
        edit(unapproved, chief, headline_ja="急ぎの直し")
        page, digest = stored(unapproved), digest_of(unapproved, "ja")
        with pytest.raises(approvals.ApprovalRefused):
            approvals.approve(page, "ja", chief, digest, reason="急ぎ")
        reason = "担当者が不在で、発足日の誤りを今日のうちに直す必要があるため。"
        approvals.approve(page, "ja", chief, digest, reason=reason)
        entry = PageLogEntry.objects.get(action="articles.lane.override")
        assert (entry.user, entry.data["lane"], entry.data["digest"]) == (chief, "ja", digest)
        assert entry.data["reason"] == reason

    def test_a_reason_alone_does_not_help_without_the_permission(self, unapproved):
        editor = person("editor", ("edit", "ja"), ("approve", "ja"))
        edit(unapproved, editor, headline_ja="自分で書いた")
        with pytest.raises(approvals.ApprovalRefused):
            approvals.approve(stored(unapproved), "ja", editor, digest_of(unapproved, "ja"), reason="理由" * 20)


class TestRightsOverText:
    @pytest.mark.parametrize("own", ["shared", "ja", "en"])
    def test_a_draft_changes_only_the_lanes_that_its_author_may_edit(self, site, own):
        author = person("author", ("edit", own))
        page = site.explainer("main", topics=[make.topic("a")])
        draft = make.draft(page)
        draft.headline_ja, draft.headline_en, draft.slug = "変えた", "changed", "changed"
        draft.topics.set([make.topic("b")])
        draft.save_revision(user=author)
        after = make.draft(page)
        assert (after.headline_ja == "変えた") == (own == "ja")
        assert (after.headline_en == "changed") == (own == "en")
        assert (after.slug == "changed") == (own == "shared")
        assert ([topic.slug for topic in after.topics.all()] == ["b"]) == (own == "shared")

    def test_reverting_brings_back_only_their_own_language(self, site, writer):
        page = site.explainer("main")
        first = page.latest_revision
        edit(page, None, headline_ja="二版", headline_en="Second")
        translator = person("translator", ("edit", "en"))
        first.as_object().save_revision(user=translator, previous_revision=first)
        after = make.draft(page)
        assert (after.headline_ja, after.headline_en) == ("二版", "Headline main")


class TestHistory:
    def test_every_released_text_is_kept_with_its_number(self, site):
        page = site.explainer("main", languages=())
        for text in ("初版", "二版", "三版"):
            draft = make.draft(page) if page.latest_revision_id else page
            draft.headline_ja = text
            draft.save_revision()
            approvals.approve_unattended(page, ["shared", "ja"], stored(page).draft_content())
            release_lanes(stored(page), ["shared", "ja"])
        versions = ReleasedVersion.objects.filter(page=page, lane="ja").order_by("number")
        assert [version.content["headline_ja"] for version in versions] == ["初版", "二版", "三版"]
        assert [bool(version.superseded_at) for version in versions] == [True, True, False]
        assert LaneRelease.objects.get(page=page, lane="ja").number == 3
        assert ReleasedVersion.objects.filter(page=page, lane="shared").count() == 1

    def test_the_audit_log_says_who_what_and_which_text(self, unapproved, writer, chief):
        unapproved.save_revision(user=writer)
        approve(unapproved, chief, "shared", "ja")
        release_lanes(stored(unapproved), ["shared", *BOTH], user=chief)
        entries = PageLogEntry.objects.filter(page=unapproved.pk, action__startswith="articles.lane")
        said = {(entry.action.rpartition(".")[2], entry.data["lane"]) for entry in entries if entry.user == chief}
        wanted = {("approve", "shared"), ("approve", "ja"), ("release", "shared"), ("release", "ja"), ("hold", "en")}
        assert said == wanted
        assert all(len(entry.data["digest"]) == 32 for entry in entries)

    def test_a_page_can_still_be_deleted_with_all_its_revisions(self, site, writer, chief):
        page = released(site, writer, chief)
        page.delete()
        assert not LaneRelease.objects.filter(page_id=page.pk).exists()


class TestWithdrawal:
    @pytest.fixture
    def page(self, site, writer, chief):
        return released(site, writer, chief)

    def test_one_language_goes_and_comes_back_word_for_word(self, page, chief, client):
        before = client.get("/en/explainers/main/").content
        withdrawals.withdraw(page, "en", chief, "許可を待つ")
        assert client.get("/en/explainers/main/").status_code == 404
        assert client.get("/ja/explainers/main/").status_code == 200
        assert "Headline main" not in client.get("/en/explainers/").content.decode()
        assert status(page, "en").state == LaneState.WITHDRAWN
        withdrawals.restore(stored(page), "en", chief)
        assert client.get("/en/explainers/main/").content == before
        assert status(page, "en").state == LaneState.LIVE

    def test_publishing_the_other_language_does_not_bring_it_back(self, page, writer, chief, client):
        withdrawals.withdraw(page, "en", chief, "許可を待つ")
        edit(page, writer, headline_ja="新しい見出し")
        approve(page, chief, "ja")
        release_lanes(stored(page), ["shared", "ja"], user=chief)
        assert client.get("/en/explainers/main/").status_code == 404

    def test_it_needs_the_right_and_a_public_language(self, page, writer, chief):
        with pytest.raises(withdrawals.NotWithdrawn):
            withdrawals.withdraw(page, "en", writer, "")
        withdrawals.withdraw(page, "en", chief, "x")
        with pytest.raises(withdrawals.NotWithdrawn):
            withdrawals.withdraw(page, "en", chief, "again")
        assert PageLogEntry.objects.filter(action="articles.lane.withdraw").count() == 1


class TestStaleness:
    @pytest.fixture
    def page(self, site, writer, chief):
        blocks = {"a": "一", "b": "二", "c": "三"}
        body = {
            code: [block("paragraph", f"<p>{text}{code}</p>", key) for key, text in blocks.items()] for code in BOTH
        }
        return released(site, writer, chief, body_ja=body["ja"], body_en=body["en"])

    def change(self, page, writer, chief, significance, **fields):
        edit(page, writer, **fields)
        approve(page, chief, "ja")
        release_lanes(stored(page), ["ja"], user=chief, significance=significance)
        return stored(page)

    def with_block(self, page, place, text):
        body = page.body_ja.stream_block.get_prep_value(page.body_ja)
        body[place] = {**body[place], "value": f"<p>{text}</p>"}
        return body

    @pytest.mark.parametrize(
        ("significance", "state", "told"),
        [
            ("none", LaneState.LIVE, False),
            ("minor", LaneState.LIVE, False),
            ("update", LaneState.OUTDATED, True),
            ("correction", LaneState.CORRECTION, True),
        ],
    )
    def test_only_update_and_correction_are_told_to_readers(self, page, writer, chief, significance, state, told):
        page = self.change(page, writer, chief, significance, body_ja=self.with_block(page, 1, "変えた"))
        assert status(page, "en").state == state
        assert bool(page.outdated_en) == told
        assert status(page, "en").open_units == (0 if significance == "none" else 1)
        if told:
            assert page.outdated_en["units"] == [f"body/{page.body_ja[1].id}"]
            assert page.outdated_en["correction"] == (significance == "correction")

    def test_markup_and_shared_fields_do_not_count(self, page, writer, chief):
        body = self.with_block(page, 1, "<b>二ja</b>")
        edit(page, writer, slug="moved")
        approve(page, chief, "shared")
        release_lanes(stored(page), ["shared"], user=chief)
        page = self.change(page, writer, chief, "update", body_ja=body)
        assert page.outdated_en is None
        assert status(page, "en").open_units == 0

    def test_added_and_removed_blocks_are_named(self, page, writer, chief):
        body = page.body_ja.stream_block.get_prep_value(page.body_ja)
        new = block("paragraph", "<p>新しい段落</p>", "new")
        page = self.change(page, writer, chief, "update", body_ja=[body[0], new, body[2]])
        opened = open_units(page, "en")
        assert [(unit.kind, unit.key) for unit in opened] == [
            ("added", f"body/{new['id']}"),
            ("removed", f"body/{body[1]['id']}"),
        ]
        assert status(page, "en").characters == len("新しい段落")

    def test_releasing_an_english_that_covers_nothing_keeps_the_notice(self, page, writer, chief):
        page = self.change(page, writer, chief, "update", body_ja=self.with_block(page, 1, "変えた"))
        edit(page, writer, headline_en="A better headline")
        approve(page, chief, "en")
        release_lanes(stored(page), ["en"], user=chief)
        assert stored(page).headline_en == "A better headline"
        assert len(stored(page).outdated_en["units"]) == 1

    def test_a_second_change_keeps_the_first_date_and_the_higher_significance(self, page, writer, chief):
        page = self.change(page, writer, chief, "correction", body_ja=self.with_block(page, 1, "一回目"))
        since = page.outdated_en["since"]
        page = self.change(page, writer, chief, "minor", body_ja=self.with_block(page, 1, "二回目"))
        assert page.outdated_en == {"since": since, "units": page.outdated_en["units"], "correction": True}

    def test_the_basis_remembers_what_the_japanese_was(self, page, writer, chief):
        page = self.change(page, writer, chief, "update", body_ja=self.with_block(page, 1, "変えた"))
        (unit,) = open_units(page, "en")
        assert (unit.before, unit.source.plain) == ({"": "二ja"}, "変えた")
        assert set(Translation.objects.get(page=page, lane="en").flags) == {unit.key}


def test_an_embargo_holds_even_an_approved_language(unapproved, writer, chief, client):
    unapproved.save_revision(user=writer)
    approve(unapproved, chief)
    later = timezone.now() + timedelta(hours=1)
    schedules.schedule(stored(unapproved), "en", later, chief, embargo=True)
    plan = release_lanes(stored(unapproved), ["shared", *BOTH], user=chief)
    assert [(held.lane, held.reason) for held in plan.held] == [("en", gate.EMBARGOED)]
    assert client.get("/en/explainers/new/").status_code == 404
