"""An editor's working day, in a real browser: from an empty form to two published languages. Draws the README's tour."""

import pytest
from django.contrib.auth.models import User

from articles.models import ExplainerPage
from tests import factories as make
from tests.browser import EditingForm
from tests.factories import SiteTree

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.fixture
def editor():
    """Somebody who may write and publish every language, and is no superuser."""
    SiteTree()
    user = make.person("publisher", "suzuki", first_name="鈴木")
    user.set_password("a-long-password")
    user.save()
    make.picture(title="組織図", file=make.image_file(1200, 800, "chart.png"), credit_ja="編集部", credit_en="Editors")
    make.topic("system", name_ja="行政のしくみ", name_en="How government works")
    return user


def preview(page, language):
    """The text of the preview panel in one language."""
    if not page.locator("#id_preview_mode").is_visible():
        page.locator("[data-side-panel-toggle=preview]").click()
    page.select_option("#id_preview_mode", language)
    shown = page.frame_locator("#w-preview-iframe").locator(f"html[lang={language}] main")
    shown.wait_for()
    return shown.inner_text()


def test_an_editor_writes_translates_previews_and_publishes(editor, visitor):
    desk = visitor(width=1280)
    page, form = desk.page, EditingForm(desk.page)
    desk.log_in("suzuki", "a-long-password")
    desk.shot("1-dashboard")

    index = make.ExplainerIndexPage.objects.get()
    desk.go(f"/admin/pages/add/articles/explainerpage/{index.pk}/")
    form.write("headline_ja", "窓口のしくみ")
    form.write("standfirst_ja", "役所の窓口がどう変わるのかを、初めての人に説明します。")
    heading = form.add_block("body_ja", "見出し")
    form.write(f"body_ja-{heading}-value-text", "変わる窓口")
    paragraph = form.add_block("body_ja", "段落")
    page.locator("[data-contentpath=body_ja] [contenteditable=true]").last.click()
    page.keyboard.type("手続きは画面の上で終わります。")
    bullets = form.add_block("body_ja", "リスト")
    page.locator("[data-contentpath=body_ja] [contenteditable=true]").last.click()
    page.keyboard.type("待ち時間が減る")
    figure = form.add_block("body_ja", "図")
    form.choose_picture("組織図")
    form.write(f"body_ja-{figure}-value-alt", "窓口の流れを表す図")
    form.write(f"body_ja-{figure}-value-source_name", "編集部作成")
    assert (heading, paragraph, bullets, figure) == ("0", "1", "2", "3")
    form.tab("公開")
    form.write("slug", "counters")
    form.tab("日本語")
    page.evaluate("scrollTo(0, 0)")
    form.saved()
    desk.shot("2-writing-japanese")

    form.tab("English")
    with page.expect_navigation():
        page.click("button:has-text('日本語の本文の構成を写す')")
    page.wait_for_selector("[name='body_en-3-value-alt']", state="visible")
    desk.shot("3-structure-copied")
    for field in ("0-id", "3-id", "3-value-picture"):
        japanese, english = (page.locator(f"[name='body_{code}-{field}']").input_value() for code in ("ja", "en"))
        assert japanese == english != ""
    assert page.locator("[name='body_en-0-value-text']").input_value() == ""

    form.write("headline_en", "How counters work")
    form.write("standfirst_en", "What changes at public counters, for first-time readers.")
    form.write("body_en-0-value-text", "Counters are changing")
    editable = page.locator("[data-contentpath=body_en] [contenteditable=true]")
    editable.nth(0).click()
    page.keyboard.type("Procedures end on the screen.")
    editable.nth(1).click()
    page.keyboard.type("Shorter waits")
    form.write("body_en-3-value-alt", "How a visit to the counter goes")
    form.write("body_en-3-value-source_name", "Drawn by the editors")
    form.saved()
    assert "変わる窓口" in preview(page, "ja")
    assert "Counters are changing" in preview(page, "en")
    desk.shot("4-preview-english")

    form.act("日本語版を公開")
    explainer = ExplainerPage.objects.get(slug="counters")
    assert explainer.released_languages() == ["ja"]
    desk.go(f"/admin/pages/{explainer.pk}/edit/")
    form.tab("English")
    form.act("英語版を公開")
    assert "公開していません" not in page.locator(".messages").inner_text()
    desk.shot("5-published")
    assert ExplainerPage.objects.get(slug="counters").released_languages() == ["ja", "en"]

    reader = visitor(width=360)
    reader.go("/ja/explainers/counters/")
    assert "手続きは画面の上で終わります。" in reader.page.locator(".prose").inner_text()
    assert reader.page.locator(".prose img").get_attribute("alt") == "窓口の流れを表す図"
    reader.page.click(".langs a[hreflang=en]")
    assert "Procedures end on the screen." in reader.page.locator(".prose").inner_text()
    assert reader.page.locator(".prose li").inner_text() == "Shorter waits"
    assert reader.context.cookies() == []
    assert reader.errors == []


def _public_explainer(slug):
    page = ExplainerPage(
        slug=slug,
        headline_ja="はじめ",
        standfirst_ja="前文",
        body_ja=[make.block("paragraph", "<p>本文</p>")],
        live=False,
    )
    make.ExplainerIndexPage.objects.get().add_child(instance=page)
    return make.release(page, "ja")


def test_the_second_of_two_editors_is_told_and_overwrites_nothing(editor, visitor):
    User.objects.create_superuser("tanaka", "tanaka@example.jp", "a-long-password", first_name="田中")
    tree_page = _public_explainer("shared")
    first, second = visitor(), visitor()
    first.log_in("suzuki", "a-long-password")
    second.log_in("tanaka", "a-long-password")
    for window in (first, second):
        window.go(f"/admin/pages/{tree_page.pk}/edit/")
        window.page.wait_for_timeout(800)
    # Autosave is cut off for the second, as on a bad connection: only the deliberate publish gets through.
    second.page.route(
        "**/edit/**",
        lambda route: route.abort() if "json" in route.request.headers.get("accept", "") else route.continue_(),
    )
    first.page.fill("[name=headline_ja]", "鈴木の見出し")
    EditingForm(first.page).act("日本語版を公開")
    second.page.fill("[name=headline_ja]", "田中の見出し")
    EditingForm(second.page).act("日本語版を公開")
    assert "鈴木" in second.page.locator(".messages").inner_text()
    assert second.page.locator("[name=headline_ja]").input_value() == "田中の見出し"
    second.shot("6-conflict")
    assert ExplainerPage.objects.get(slug="shared").headline_ja == "鈴木の見出し"


def test_the_first_keystroke_changes_the_chip_and_the_buttons(editor, visitor):
    page = _public_explainer("typed")
    desk = visitor(width=1280)
    desk.log_in("suzuki", "a-long-password")
    desk.go(f"/admin/pages/{page.pk}/edit/")
    window = desk.page
    main = window.locator("footer [data-desk-publish=ja]:visible")
    state = window.locator("#tab-label-ja [data-lane-state]")
    assert main.get_attribute("aria-disabled") == "true"
    assert "公開中" in state.inner_text()
    window.click("[name=standfirst_ja]")
    window.keyboard.type("あ")
    assert "変更あり" in state.inner_text()
    assert "変更あり" in window.locator(".desk-header-lanes [data-lane-state=ja]").text_content()
    assert main.get_attribute("aria-disabled") is None
    assert "日本語" in window.locator("[data-desk-submit]").text_content()
    window.click("#tab-label-en .icon")  # the state within the tab is part of it
    assert window.locator("footer [data-desk-publish=en]:visible").get_attribute("aria-disabled") == "true"
