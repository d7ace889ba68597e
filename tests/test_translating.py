"""Translating: each verdict sticks, readers are told the truth, and nobody's words are lost."""

# ruff: noqa: F811  fixtures are imported, and named again as arguments

import json

import pytest
from django.contrib.auth.models import User
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import PageLogEntry

from articles.blocks.following import insert_in_order
from articles.models import GlossaryTerm, LaneEdit, LaneStatus
from articles.models.machine_text import machine_blockers
from articles.models.releasing import release_lanes
from articles.newsroom.translation import suggestions as translation_suggestions
from articles.newsroom.translation import translating
from articles.newsroom.translation.work import fingerprint
from tests import factories as make
from tests.factories import block, draft
from tests.translator import (  # noqa: F401  fixtures
    CHART,
    INTRO,
    MOVING,
    TEAMS,
    behind,
    english,
    kinds,
    machine,
    notice,
    page,
    paragraphs,
    revise,
    send,
    translator,
    update,
    work,
)

pytestmark = pytest.mark.django_db


class TestOperations:
    def test_each_difference_is_open_once(self, behind):
        assert kinds(behind) == {TEAMS: "changed", MOVING: "added", INTRO: "removed"}

    def test_an_update_stays_a_draft_until_it_is_released(self, behind, translator):
        update(behind, TEAMS, "<p>It has about 1,000 staff.</p>", translator)
        assert english(behind)[TEAMS] == "It has about 1,000 staff."
        assert "some 600" in str(type(behind).objects.get(pk=behind.pk).body_en)
        assert f"body/{TEAMS}" in notice(behind)["units"], "readers still have the old English"
        assert LaneEdit.objects.filter(page=behind, lane="en", user=translator).exists()
        assert LaneStatus.objects.get(page=behind, lane="en").open_units == 2
        release_lanes(type(behind).objects.get(pk=behind.pk), ["en"])
        assert f"body/{TEAMS}" not in notice(behind)["units"]

    def test_a_new_block_comes_with_its_pictures_at_its_place(self, page):
        figure = {"picture": 7, "title": "流れ", "alt": "図", "source_name": "編集部", "source_url": ""}
        body = [
            *paragraphs(intro="はじめに"),
            block("figure", figure, "chart"),
            *paragraphs(teams="職員は約600人です。"),
        ]
        page = revise(page, body_ja=body)
        key, now = f"body/{CHART}", work(page)
        texts = {"title": "The flow", "alt": "A chart", "source_name": "The editors"}
        translating.update(page, "en", key, texts, None, now.source[key].digest, "")
        assert list(english(page)) == [INTRO, CHART, TEAMS]
        assert json.loads(work(page).target[key].media)["picture"] == 7

    @pytest.mark.parametrize(("take_media", "picture"), [(True, 7), (False, 8)])
    def test_a_picture_of_its_own_is_replaced_only_when_asked(self, site, take_media, picture):
        japanese, own = ({"picture": pk, "alt": "図", "source_name": "編集部"} for pk in (7, 8))
        page = site.explainer(
            "chart",
            languages=(),
            body_ja=[block("figure", japanese, "chart")],
            body_en=[block("figure", own, "chart")],
        )
        key, now = f"body/{CHART}", work(page)
        digests = now.source[key].digest, fingerprint(now.target[key])
        texts = {"alt": "A chart", "source_name": "The editors"}
        translating.update(page, "en", key, texts, None, *digests, take_media=take_media)
        assert json.loads(work(page).target[key].media)["picture"] == picture

    def test_no_effect_holds_for_readers_at_once(self, behind, site):
        alias = behind.create_alias(parent=site.explainers, update_slug="alias")
        assert notice(behind)
        key = f"body/{TEAMS}"
        translating.no_effect(behind, "en", key, None, work(behind).source[key].digest)
        assert f"body/{TEAMS}" not in notice(behind)["units"]
        assert notice(alias) == notice(behind)
        assert english(behind)[TEAMS] == "It has some 600 staff."

    def test_readers_are_told_nothing_once_everything_is_dealt_with(self, behind):
        teams, moving = f"body/{TEAMS}", f"body/{MOVING}"
        translating.no_effect(behind, "en", teams, None, work(behind).source[teams].digest)
        translating.leave_out(behind, "en", moving, None)
        translating.keep(behind, "en", f"body/{INTRO}", None)
        assert work(behind).opened == {}
        assert notice(behind) is None
        assert english(behind) == {INTRO: "At first", TEAMS: "It has some 600 staff."}

    def test_removed_text_leaves_the_draft_and_can_come_back_in_its_place(self, behind):
        translating.remove(behind, "en", f"body/{INTRO}", None)
        assert list(english(behind)) == [TEAMS]
        translating.redo(behind, "en", f"body/{INTRO}", None)
        assert list(english(behind)) == [INTRO, TEAMS]
        assert kinds(behind)[INTRO] == "removed"

    @pytest.mark.parametrize("verdict", ["update", "no_effect", "leave_out", "keep"])
    def test_redo_opens_again_and_tells_readers_again(self, behind, verdict):
        told = notice(behind)
        block_id = {"leave_out": MOVING, "keep": INTRO}.get(verdict, TEAMS)
        key = f"body/{block_id}"
        if verdict == "update":
            update(behind, TEAMS, "<p>It has about 1,000 staff.</p>")
        elif verdict == "no_effect":
            translating.no_effect(behind, "en", key, None, work(behind).source[key].digest)
        else:
            getattr(translating, verdict)(behind, "en", key, None)
        before = english(behind)
        translating.redo(behind, "en", key, None)
        assert key in work(behind).opened
        assert notice(behind) == told
        assert english(behind) == before, "what was written stays"

    def test_redo_opens_an_added_block_that_was_translated(self, behind):
        update(behind, MOVING, "<p>Moving house</p>")
        translating.redo(behind, "en", f"body/{MOVING}", None)
        assert kinds(behind)[MOVING] == "changed"

    def test_a_list_that_grew_gets_a_place_for_the_new_item(self, site):
        items = make.items("<p>一つ</p>", "<p>二つ</p>")
        other = [{**items[0], "value": "<p>One</p>"}]
        page = site.explainer(
            "list",
            body_ja=[block("bullets", {"kind": "bullet", "items": items[:1]}, "list")],
            body_en=[block("bullets", {"kind": "bullet", "items": other}, "list")],
        )
        page = revise(page, body_ja=[block("bullets", {"kind": "number", "items": items}, "list")])
        (key,) = work(page).opened
        now, second = work(page), f"items/{items[1]['id']}"
        texts = {second: "<p>Two</p>"}
        translating.update(page, "en", key, texts, None, now.source[key].digest, fingerprint(now.target[key]))
        assert work(page).target[key].plain == "One\nTwo"
        assert json.loads(work(page).target[key].media)["kind"] == "number"

    def test_a_text_that_moved_on_is_not_overwritten(self, behind):
        with pytest.raises(translating.SourceMoved):
            update(behind, TEAMS, "<p>Late</p>", source_digest="older")
        with pytest.raises(translating.Conflict):
            update(behind, TEAMS, "<p>Late</p>", target_digest="older")
        assert english(behind)[TEAMS] == "It has some 600 staff."

    @pytest.mark.parametrize("text", ["<p></p>", "<p>The Digital Bureau has grown.</p>"])
    def test_empty_and_forbidden_words_are_refused(self, behind, text):
        GlossaryTerm.objects.create(
            slug="agency", name_ja="デジタル庁", name_en="Digital Agency", forbidden_en="Digital Bureau"
        )
        with pytest.raises(translating.WordsRefused) as refusal:
            update(behind, TEAMS, text)
        assert refusal.value.path == ""
        assert kinds(behind)[TEAMS] == "changed"

    def test_fields_are_units_too(self, page):
        page = revise(page, headline_ja="新しい見出し")
        now = work(page)
        digests = now.source["headline"].digest, fingerprint(now.target["headline"])
        with pytest.raises(translating.WordsRefused):
            translating.update(page, "en", "headline", {"": "x" * 201}, None, *digests)
        translating.update(page, "en", "headline", {"": "A new headline"}, None, *digests)
        assert draft(page).headline_en == "A new headline"
        assert draft(page).headline_ja == "新しい見出し"

    def test_only_who_may_edit_the_language_gives_verdicts(self, behind):
        reader = User.objects.create_user("reader", "reader@example.jp", "a-long-password")
        for operation in (translating.leave_out, translating.remove, translating.redo, translating.keep):
            with pytest.raises(translating.NotTranslated):
                operation(behind, "en", f"body/{MOVING}", reader)
        with pytest.raises(translating.NotTranslated):
            update(behind, TEAMS, "<p>Mine</p>", reader)

    def test_each_verdict_stands_in_the_log(self, behind, translator):
        translating.leave_out(behind, "en", f"body/{MOVING}", translator)
        entry = PageLogEntry.objects.filter(page=behind.pk, action="articles.lane.verdict").latest("pk")
        assert entry.data["lane"] == "en"
        assert entry.user == translator

    @given(order=st.permutations("abcdefgh"), kept=st.sets(st.sampled_from("abcdefgh")))
    def test_a_new_block_follows_what_it_follows_in_the_source(self, order, kept):
        new = order[3]
        present = [key for key in order if key in kept and key != new]
        place = insert_in_order(order, present, new)
        assert [*present[:place], new, *present[place:]] == [key for key in order if key in kept | {new}]


class TestSuggestions:
    def test_it_is_never_part_of_the_translation_by_itself(self, behind, machine):
        before = english(behind)
        found = translation_suggestions.suggest(behind, "en", f"body/{TEAMS}", None)
        assert found == {"": machine.answers}
        assert english(behind) == before
        assert machine_blockers(type(behind), behind.pk, "en", work(behind).content) == []

    def test_it_blocks_a_release_until_a_person_has_confirmed_it(self, behind, machine):
        translation_suggestions.suggest(behind, "en", f"body/{TEAMS}", None)
        pasted = draft(behind)
        pasted.body_en = paragraphs(intro="At first", teams="It has about <b>1,000</b> staff.")
        pasted.save_revision()
        assert len(machine_blockers(type(behind), behind.pk, "en", work(behind).content)) == 1
        translation_suggestions.dismiss(behind, "en", f"body/{TEAMS}", None)
        assert machine_blockers(type(behind), behind.pk, "en", work(behind).content), "closing it confirms nothing"
        update(behind, TEAMS, "<p>It has about 1,000 staff.</p>")
        assert machine_blockers(type(behind), behind.pk, "en", work(behind).content) == []
        assert work(behind).done[f"body/{TEAMS}"]["machine"], "whoever reviews it is told"

    def test_it_is_inserted_behind_what_was_typed(self, behind, machine, client, translator):
        send(client, behind, "suggest", TEAMS, **{"text:": "<p>Mine</p>"})
        html = send(client, behind, "insert", TEAMS, scripts=True, **{"text:": "<p>Mine</p>"}).json()["row"]
        assert html.index("Mine") < html.index("It has about 1,000 staff.")
        assert english(behind)[TEAMS] == "It has some 600 staff."

    def test_a_service_that_is_down_leaves_the_row_usable(self, behind, machine, client, translator):
        machine.answers = None
        answer = send(client, behind, "suggest", TEAMS, scripts=True, **{"text:": "<p>Mine</p>"})
        assert answer.status_code == 409
        assert "No suggestion is available" in answer.json()["said"]
        assert "Mine" in answer.json()["row"]
