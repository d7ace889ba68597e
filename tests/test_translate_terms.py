"""Terms in the side-by-side view: marked in both texts, in the comparison of the source, and in what is being written."""

# ruff: noqa: F811  fixtures are imported, and named again as arguments

import json
import re

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from articles.desk.translate.term_marks import marked_runs
from articles.lanes.text_diff import Run, text_diff
from articles.models import GlossaryTerm
from articles.terms import Term, Termset
from tests.factories import draft
from tests.translator import INTRO, TEAMS, behind, page, translator, update, url  # noqa: F401  fixtures

pytestmark = pytest.mark.django_db


@pytest.fixture
def glossary(db):
    GlossaryTerm.objects.create(slug="staff", name_ja="職員", name_en="officials", forbidden_en="staff")
    GlossaryTerm.objects.create(slug="start", name_ja="最初", forbidden_ja="はじめに", name_en="at first")


def marked(html):
    """`(kind, words)` of the marks in a piece of HTML."""
    return re.findall(r'<span class="term term--(\w+)"[^>]*>([^<]*)', html)


def part(html, start, end):
    return html.partition(start)[2].partition(end)[0]


class TestMarks:
    def test_terms_are_marked_in_the_comparison_and_offer_their_translation(self, behind, client, translator, glossary):
        html = client.get(url(behind)).content.decode()
        row = part(html, f'id="unit-body-{TEAMS}"', "</article>")
        diff = part(row, '<div class="text-diff', "</div>")
        assert marked(diff) == [("approved", "職員")]
        assert 'title="English: officials" data-insert-term="officials"' in diff
        assert "<ins>" in diff

    def test_terms_are_marked_in_what_can_only_be_read(self, behind, client, translator, glossary):
        update(behind, TEAMS, "<p>It has 1,000 officials, at first.</p>")
        html = client.get(url(behind)).content.decode()
        done = part(html, f'id="unit-body-{TEAMS}"', "</article>")
        assert marked(done) == [("approved", "職員"), ("approved", "officials"), ("approved", "at first")]
        removed = part(html, f'id="unit-body-{INTRO}"', "</article>")
        assert marked(part(removed, "translate-row__target", "</article>")) == [("approved", "At first")]
        assert marked(part(removed, "translate-row__source", "translate-row__target")) == [], "the text is gone"

    def test_terms_are_marked_in_the_fold(self, page, client, translator, glossary):
        html = client.get(url(page)).content.decode()
        fold = part(html, "<details", "</details>")
        assert marked(fold) == [
            ("forbidden", "はじめに"),
            ("approved", "At first"),
            ("approved", "職員"),
            ("forbidden", "staff"),
        ]
        assert "(Not approved. Use “officials”.)" in fold, "a screen reader says it"
        assert "data-insert-term" not in fold

    @pytest.mark.parametrize(
        ("before", "after", "fold_over", "found"),
        [
            ("デジ省の話", "デジタル庁の話", None, [("added", "デジタル庁", True)]),
            ("デジタルの話", "デジタル庁の話", None, [("same", "デジタル", False), ("added", "庁", True)]),
            ("デジタル庁の話", "庁の話", None, []),
            (
                "庁の話" + "あ。" * 50,
                "デジタル庁の話" + "あ。" * 50,
                20,
                [("added", "デジタル", False), ("same", "庁", True)],
            ),
        ],
    )
    def test_a_term_may_go_on_over_runs_of_the_new_text(self, before, after, fold_over, found):
        termset = Termset([Term(1, {"ja": "デジタル庁", "en": "Digital Agency"})])
        runs = text_diff(before, after, fold_over=fold_over)
        divided = marked_runs(runs, "ja", termset, "en")
        assert [(run.kind, run.text) for run in divided] == [(run.kind, run.text) for run in runs]
        assert [
            (run.kind, piece.text, piece.ends) for run in divided for piece in getattr(run, "parts", ()) if piece.mark
        ] == found

    def test_a_mark_that_goes_on_into_a_fold_ends_before_it(self):
        termset = Termset([Term(1, {"ja": "庁"}, {"ja": ("デジタル省",)})])
        runs = [Run("added", "今、"), Run("same", "デジタル"), Run("folded", "省"), Run("same", "の話")]
        divided = marked_runs(runs, "ja", termset)
        assert [(piece.text, piece.ends) for run in divided for piece in run.parts if piece.mark] == [
            ("デジタル", True)
        ]


class TestLiveMarks:
    def ask(self, client, page, *texts, language="en", body=None, **options):
        address = reverse("desk_live_terms", args=[page.pk, language])
        body = json.dumps({"texts": texts}) if body is None else body
        return client.post(address, body, content_type="application/json", **options)

    def test_each_text_is_answered_with_its_marks_and_what_is_wrong_with_it(self, behind, client, translator, glossary):
        first, second = self.ask(client, behind, "At first, staff", "Nothing").json()["texts"]
        assert first["marks"] == [
            {"start": 0, "end": 8, "kind": "approved", "title": "日本語: 最初"},
            {"start": 10, "end": 15, "kind": "forbidden", "title": "Not approved. Use “officials”."},
        ]
        assert "“staff” is not an approved translation. Use “officials”." in first["notice"]
        assert 'value="fix"' in first["notice"]
        assert second == {"marks": [], "notice": ""}

    def test_places_are_counted_as_browsers_count(self, behind, client, translator, glossary):
        text = "𠮷野家🙂 staff"
        [answer] = self.ask(client, behind, text).json()["texts"]
        [mark] = answer["marks"]
        words = text.encode("utf-16-le")[2 * mark["start"] : 2 * mark["end"]]
        assert words.decode("utf-16-le") == "staff"

    @pytest.mark.parametrize("body", ["", "[]", "{}", '{"texts": "x"}', '{"texts": [1]}', b"\xff"])
    def test_anything_else_is_refused(self, behind, client, translator, body):
        assert self.ask(client, behind, body=body).status_code == 400

    def test_a_text_longer_than_any_page_is_refused(self, behind, client, translator):
        assert self.ask(client, behind, "a" * 200_001).status_code == 400

    @pytest.mark.parametrize("language", ["ja", "fr"])
    def test_only_translations_are_asked_about(self, behind, client, translator, language):
        assert self.ask(client, behind, "x", language=language, follow=True).status_code == 404

    def test_who_does_not_see_the_page_learns_nothing(self, behind, client, translator, glossary):
        stranger = User.objects.create_user("stranger", password="a-long-password")
        group = Group.objects.create(name="strangers")
        group.permissions.add(Permission.objects.get(codename="access_admin"))
        stranger.groups.add(group)
        client.force_login(stranger)
        answer = self.ask(client, behind, "staff")
        assert answer.status_code in (302, 403)
        assert b"officials" not in answer.content
        client.logout()
        assert self.ask(client, behind, "staff").status_code in (302, 403)

    def test_it_is_asked_with_the_token_of_the_page(self, behind, translator, glossary):
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(translator)
        assert self.ask(strict, behind, "staff").status_code == 403

    def test_it_reads_only(self, behind, client, translator, glossary):
        address = reverse("desk_live_terms", args=[behind.pk, "en"])
        assert client.get(address).status_code == 405
        before = draft(behind).body_en.raw_data[:]
        self.ask(client, behind, "staff")
        assert draft(behind).body_en.raw_data[:] == before

    def test_the_page_says_where_to_ask_only_to_those_who_write(self, behind, client, translator):
        address = reverse("desk_live_terms", args=[behind.pk, "en"])
        assert f'data-live-terms="{address}"' in client.get(url(behind)).content.decode()
        other = User.objects.create_superuser("other", "other@example.jp", "a-long-password")
        Page.objects.filter(pk=behind.pk).update(locked=True, locked_by=other)
        assert "data-live-terms" not in client.get(url(behind)).content.decode()
