"""One page through a newsroom of four and its reader, in a real browser: written, approved, translated, corrected."""

import pytest

from articles.models import Correction, ExplainerPage
from tests import factories as make
from tests.browser import EditingForm
from tests.factories import SiteTree

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
ADDRESS = "explainers/agency/"


@pytest.fixture
def newsroom(settings):
    settings.APPROVALS_REQUIRED = True
    SiteTree()
    for role, name in (
        ("writer", "mori"),
        ("ja-editor", "takahashi"),
        ("en-translator", "clark"),
        ("en-reviewer", "okada"),
        ("publisher", "sato"),
    ):
        make.person(role, name)


class Desk:
    """One person's window on the admin."""

    def __init__(self, visitor, name):
        self.window = visitor(width=1280)
        self.page = self.window.page
        self.form = EditingForm(self.page)
        self.window.log_in(name, "x")

    def open(self, address):
        self.window.go(address)

    def edit(self, pk):
        self.open(f"/admin/pages/{pk}/edit/")
        self.page.wait_for_selector("[data-contentpath=body_ja] [contenteditable=true], .locked-lane")

    def type_into(self, body, place, text):
        self.page.locator(f"[data-contentpath={body}] [contenteditable=true]").nth(place).click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)
        self.form.saved()

    def submit(self):
        self.form.act("審査に出す")

    def answer(self, pk, lane, answer):
        self.open(f"/admin/pages/{pk}/review/{lane}/")
        with self.page.expect_navigation():
            self.page.click(f"button[name=answer][value={answer}]")

    def open_rows(self, pk):
        self.open(f"/admin/pages/{pk}/translate/en/")
        return self.page.locator("[data-row=open]")

    def translate(self, row, text):
        field = row.locator("[contenteditable=true], textarea:visible").first
        field.click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)
        anchor = row.get_attribute("id")
        self.page.keyboard.press("Control+Enter")
        self.page.wait_for_selector(f"#{anchor}[data-row=done]")

    def ask_for_review(self):
        with self.page.expect_navigation():
            self.page.click("button[name=action][value=review]")


def read(reader, language):
    """The status, and what a reader sees of the page."""
    response = reader.go(f"/{language}/{ADDRESS}")
    return response.status, reader.page.locator("main").inner_text()


def test_written_approved_translated_corrected(newsroom, visitor):
    writer, editor, translator, reviewer = (Desk(visitor, name) for name in ("mori", "takahashi", "clark", "okada"))
    reader = visitor(width=360)

    # the writer writes Japanese, and can publish nothing
    index = make.ExplainerIndexPage.objects.get()
    writer.open(f"/admin/pages/add/articles/explainerpage/{index.pk}/")
    writer.form.write("headline_ja", "庁のしくみ")
    writer.form.write("standfirst_ja", "役所のしくみを説明します。")
    for number, text in enumerate(("職員はおよそ六百人です。", "二〇二一年十月に発足しました。")):
        writer.form.add_block("body_ja", "段落")
        writer.type_into("body_ja", number, text)
    writer.form.tab("公開")
    writer.form.write("slug", "agency")
    writer.form.tab("日本語")
    assert writer.page.locator("[data-desk-publish]").count() == 0
    writer.submit()
    pk = ExplainerPage.objects.get(slug="agency").pk
    assert read(reader, "ja")[0] == 404

    # the editor approves, and it is live in Japanese alone
    editor.answer(pk, "shared", "approve-only")
    editor.answer(pk, "ja", "approve")
    assert "職員はおよそ六百人です。" in read(reader, "ja")[1]
    assert read(reader, "en")[0] == 404

    # the translator translates, and cannot touch Japanese
    translator.edit(pk)
    assert translator.page.locator("[name=headline_ja]").count() == 0
    rows = translator.open_rows(pk)
    assert rows.count() == 4
    for text in (
        "How the agency works",
        "The agency, explained.",
        "It has some 600 staff.",
        "Founded in October 2021.",
    ):
        translator.translate(rows.first, text)
    rows.first.wait_for(state="detached")
    translator.ask_for_review()
    assert read(reader, "en")[0] == 404
    reviewer.answer(pk, "en", "approve")
    status, english = read(reader, "en")
    assert status == 200
    assert "Founded in October 2021." in english

    # Japanese is corrected; the question how much that matters has no answer that was given beforehand
    writer.edit(pk)
    writer.type_into("body_ja", 1, "二〇二一年九月に発足しました。")
    writer.submit()
    editor.open(f"/admin/pages/{pk}/publish/")
    page = editor.page
    assert page.locator("[name=significance]:checked").count() == 0
    with page.expect_navigation():
        page.click("button[name=act][value='approve:ja']")
    page.check("[name=ja-when][value=now]")
    page.check("[name=significance][value=correction]")
    page.locator("textarea[id*=wrong][lang=ja]").first.fill("十月に発足")
    page.locator("textarea[id*=right][lang=ja]").first.fill("九月に発足")
    with page.expect_navigation():
        page.click("button[name=act][value=publish]")
    assert Correction.objects.get(page=pk).wrong_ja == "十月に発足"
    assert "二〇二一年九月" in read(reader, "ja")[1]
    assert "九月に発足" in read(reader, "ja")[1]

    # English says so, and turns up on the desk with exactly the changed block
    english = read(reader, "en")[1]
    assert "Founded in October 2021." in english
    assert reader.page.locator(".notice__sections").count() == 1
    assert "十月に発足" not in english
    translator.open("/admin/translations/")
    assert "庁のしくみ" in translator.page.locator("main").inner_text()
    rows = translator.open_rows(pk)
    assert rows.count() == 1
    assert "九月" in rows.first.inner_text()

    # only that is translated; the reviewer, who had a hand in it, is refused
    translator.translate(rows.first, "Founded in September 2021.")
    rows.first.wait_for(state="detached")
    translator.ask_for_review()
    reviewer.edit(pk)
    reviewer.form.tab("English")
    reviewer.form.write("standfirst_en", "The agency explained, step by step.")
    reviewer.form.act("下書きを保存")
    reviewer.open(f"/admin/pages/{pk}/review/en/")
    assert reviewer.page.locator("button[name=answer][value=approve]").count() == 0
    assert "承認できません" in reviewer.page.locator(".lane-review__refusal").inner_text()
    assert "October" in read(reader, "en")[1]

    publisher = Desk(visitor, "sato")
    publisher.answer(pk, "en", "approve")
    english = read(reader, "en")[1]
    assert "Founded in September 2021." in english
    assert "step by step" in english
    assert reader.page.locator(".notice__sections").count() == 0
    assert all("404" in error for error in reader.errors)  # before each language was released
    assert reader.context.cookies() == []
