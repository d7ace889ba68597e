"""Terms in the side-by-side view: marked in both texts, in the comparison of the source, and in what is being written."""

# ruff: noqa: F811  fixtures are imported, and named again as arguments

import re

import pytest

from articles.desk.translate.term_marks import marked_runs
from articles.lanes.text_diff import Run, text_diff
from articles.models import GlossaryTerm
from articles.terms import Term, Termset
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
