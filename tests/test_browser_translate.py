"""A translator's work with nothing but the keyboard, in a real browser: every open part, to the request for a review."""

import pytest
from wagtail.users.models import UserProfile

from articles import lanes
from articles.models import GlossaryTerm, ReviewRequest
from articles.models.releasing import release_lanes
from articles.newsroom.translation import suggestions as translation_suggestions
from articles.newsroom.translation.work import translation_work
from tests import factories as make
from tests.factories import SiteTree, block, draft

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


class Machine:
    name = "Machine"

    def translate(self, texts, source, target, *, terms=None):
        return ["<p>A suggested sentence.</p>" for _text in texts]


@pytest.fixture
def behind(monkeypatch):
    """English lacks a changed headline and paragraph and a new one, and has one that Japanese lost."""
    monkeypatch.setattr(translation_suggestions, "provider", Machine)
    site = SiteTree()
    user = make.person("en-translator", "sato", first_name="美咲")
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = "en"
    profile.save()
    GlossaryTerm.objects.create(slug="staff", name_ja="職員", name_en="officials", forbidden_en="staff")
    page = site.explainer(
        body_ja=[
            block("paragraph", f"<p>{text}</p>", text) for text in ("職員は六百人です。", "消える段落", "同じ段落")
        ],
        body_en=[
            block("paragraph", f"<p>{text}</p>", key)
            for key, text in (
                ("職員は六百人です。", "It has"),
                ("消える段落", "A lost paragraph"),
                ("同じ段落", "The same"),
            )
        ],
    )
    newest = draft(page)
    newest.headline_ja = "新しい見出し"
    newest.body_ja = [
        {**block("paragraph", "<p>職員は千人です。</p>"), "id": block("paragraph", "", "職員は六百人です。")["id"]},
        block("paragraph", "<p>同じ段落</p>", "同じ段落"),
        block("paragraph", "<p>新しい段落</p>", "新しい段落"),
    ]
    newest.save_revision()
    release_lanes(newest, [lanes.SHARED, "ja"], significance="update")
    return page


def stored(page):
    return translation_work(type(page).objects.get(pk=page.pk), "en")


class Keyboard:
    def __init__(self, window):
        self.page = window.page

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text):
        self.page.keyboard.type(text)

    def wait_done(self, count):
        self.page.wait_for_selector(f"[data-bar] label:has-text('{count} / 4 done')")

    def wait_editing(self, row):
        """Until the caret stands in a field of the row with this text."""
        self.page.wait_for_function(
            """text => { const at = document.activeElement, row = at.closest('[data-row]');
            return row && row.textContent.includes(text) && (at.isContentEditable || at.matches('textarea')); }""",
            arg=row,
        )


def test_the_keyboard_is_enough_for_the_whole_job(behind, visitor):
    window = visitor()
    window.log_in("sato", "x")
    window.go(f"/admin/pages/{behind.pk}/translate/en/")
    keys = Keyboard(window)

    keys.press("Alt+ArrowDown")
    keys.wait_editing("新しい見出し")
    keys.press("Control+a")
    keys.type("A new headline")
    keys.press("Control+Enter")
    keys.wait_done(1)

    keys.wait_editing("職員は")
    keys.press("Control+End")
    keys.type(" 1,000 ")
    keys.press("Alt+t")
    keys.press("Enter")  # the first term
    window.page.wait_for_selector("[contenteditable=true]:has-text('officials')")
    keys.press("Alt+m")
    window.page.wait_for_selector("[data-suggestion]")
    keys.press("Alt+m")
    window.page.wait_for_selector("[data-machine]:not([hidden])")
    keys.wait_editing("職員は")
    keys.press("Control+Enter")
    keys.wait_done(2)

    window.page.wait_for_function("document.activeElement.dataset.key === 'update'")  # removed in Japanese
    keys.press("Control+Enter")
    keys.wait_done(3)

    keys.wait_editing("新しい段落")
    keys.type("Not sent yet")
    keys.press("Alt+n")
    keys.wait_done(4)

    window.page.wait_for_function("'review' in document.activeElement.dataset")
    with window.page.expect_navigation():
        keys.press("Enter")

    work = stored(behind)
    texts = [unit.plain for unit in work.target.values()]
    assert texts[0] == "A new headline"
    assert "It has 1,000 officials\nA suggested sentence." in texts
    assert "A lost paragraph" not in texts
    assert "Not sent yet" not in str(texts)
    assert work.opened == {}
    assert ReviewRequest.objects.get(page=behind, lane="en").requested_by.username == "sato"
    assert window.errors == []


def test_keys_belong_to_the_input_method_while_it_converts(behind, visitor):
    window = visitor()
    window.log_in("sato", "x")
    window.go(f"/admin/pages/{behind.pk}/translate/en/")
    keys = Keyboard(window)
    keys.press("Alt+ArrowDown")
    keys.wait_editing("新しい見出し")
    window.page.evaluate(
        """document.activeElement.dispatchEvent(new KeyboardEvent('keydown',
        {key: 'Enter', ctrlKey: true, isComposing: true, bubbles: true}))"""
    )
    window.page.wait_for_timeout(500)
    assert len(stored(behind).opened) == 4


class Marks:
    """What is marked in the fields of a row, and what is said below them."""

    def __init__(self, window, row):
        self.page, self.row = window.page, window.page.locator(f"[data-row=open]:has-text('{row}')")

    def wait(self, **words):
        """Until rich text has exactly these words marked, of each kind."""
        self.page.wait_for_function(
            """wanted => ['approved', 'forbidden'].every(kind =>
            [...CSS.highlights.get(`term-${kind}`)].map(String).sort().join() === (wanted[kind] ?? []).join())""",
            arg=words,
        )

    def wait_plain(self, words):
        """Until the plain field of the row has these words marked as forbidden, just where they stand."""
        mark = self.row.locator(f".term-copy .term--forbidden:has-text('{words}')")
        mark.wait_for()
        field, copy = self.row.locator("[data-edit]").bounding_box(), self.row.locator(".term-copy").bounding_box()
        assert field == copy

    def wait_notice(self, text):
        self.row.locator(f"[data-forbidden]:has-text('{text}')").wait_for()

    def wait_no_notice(self):
        self.row.locator("[data-forbidden]:not(:has(*))").wait_for(state="attached")


def test_terms_are_marked_while_somebody_writes(behind, visitor):
    window = visitor()
    window.log_in("sato", "x")
    window.go(f"/admin/pages/{behind.pk}/translate/en/")
    keys = Keyboard(window)
    keys.press("Alt+ArrowDown")
    keys.wait_editing("新しい見出し")
    keys.press("Control+a")
    keys.type("More staff")
    marks = Marks(window, "新しい見出し")
    marks.wait_plain("staff")
    marks.wait_notice("Use “officials”")

    marks = Marks(window, "職員は")
    keys.press("Alt+ArrowDown")
    keys.wait_editing("職員は")
    keys.press("Control+End")
    keys.type(" staff, officials and")
    marks.wait(approved=["officials"], forbidden=["staff"])
    marks.wait_notice("Use “officials”")
    assert marks.row.locator("[contenteditable=true]").inner_text().strip() == "It has staff, officials and"

    marks.row.locator("button[value=fix]").click()
    keys.wait_editing("職員は")
    marks.wait(approved=["officials", "officials"])
    marks.wait_no_notice()
    assert window.errors == []


def test_marks_are_never_older_than_the_text(behind, visitor):
    window = visitor()
    window.log_in("sato", "x")
    window.go(f"/admin/pages/{behind.pk}/translate/en/")
    keys, marks = Keyboard(window), Marks(window, "職員は")
    keys.press("Alt+ArrowDown", "Alt+ArrowDown")
    keys.wait_editing("職員は")
    keys.press("Control+End")
    keys.type(" staff and so on")
    marks.wait(forbidden=["staff"])

    window.page.route("**/terms/", lambda route: route.abort())
    keys.press("Control+Home")
    keys.type("Now ")
    marks.wait(forbidden=["staff"])  # moved with its words
    marks.wait()  # nobody knows whether it still holds
    marks.wait_no_notice()

    window.page.unroute("**/terms/")
    keys.type("again ")
    marks.wait(forbidden=["staff"])
    marks.wait_notice("Use “officials”")


def test_a_click_on_a_term_of_the_source_writes_its_translation_at_the_cursor(behind, visitor):
    window = visitor()
    window.log_in("sato", "x")
    window.go(f"/admin/pages/{behind.pk}/translate/en/")
    keys, row = Keyboard(window), window.page.locator("[data-row=open]:has-text('職員は')")
    term, text = row.locator(".text-diff .term--approved"), row.locator("[contenteditable=true]")
    term.click()
    row.locator("[contenteditable=true]:has-text('It hasofficials')").wait_for()  # nobody was in the field: at its end
    keys.press("Control+Home")
    keys.type("Our ")
    term.click()
    row.locator("[contenteditable=true]:has-text('Our officialsIt has')").wait_for()
    keys.type(" say: ")
    assert text.inner_text().strip() == "Our officials say: It hasofficials"


def test_what_was_typed_stays_when_japanese_moves(behind, visitor):
    window = visitor(width=360)
    window.log_in("sato", "x")
    window.go(f"/admin/pages/{behind.pk}/translate/en/")
    keys = Keyboard(window)
    keys.press("Alt+ArrowDown", "Alt+ArrowDown")
    keys.wait_editing("職員は")
    keys.press("Control+End")
    keys.type(" typed before")
    newest = draft(behind)
    newest.body_ja = [
        {**newest.body_ja.raw_data[0], "value": "<p>職員は二千人です。</p>"},
        *list(newest.body_ja.raw_data)[1:],
    ]
    newest.save_revision()
    release_lanes(type(behind).objects.get(pk=behind.pk), ["ja"], significance="update")
    keys.press("Control+Enter")
    window.page.wait_for_selector("[data-moved]:not([hidden])")
    window.page.wait_for_selector("[data-row=open] ins:has-text('二千人')")
    window.page.wait_for_selector("[contenteditable=true]:has-text('typed before')")
    assert window.width_of_content() == 360


@pytest.mark.parametrize("row", [0, 1])
def test_who_is_writing_goes_on_writing_when_another_part_moves(behind, visitor, row):
    window = visitor()
    window.log_in("sato", "x")
    window.go(f"/admin/pages/{behind.pk}/translate/en/")
    keys = Keyboard(window)
    keys.press(*["Alt+ArrowDown"] * (row + 1))
    keys.wait_editing(["新しい見出し", "職員は"][row])
    keys.press("Control+End")
    keys.type(" first")
    newest = draft(behind)
    newest.body_ja = [
        *list(newest.body_ja.raw_data)[:2],
        {**newest.body_ja.raw_data[2], "value": "<p>もっと新しい段落</p>"},
    ]
    newest.save_revision()
    release_lanes(type(behind).objects.get(pk=behind.pk), ["ja"], significance="update")
    window.page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    window.page.wait_for_selector("[data-moved]:not([hidden])")
    keys.wait_editing(["新しい見出し", "職員は"][row])
    keys.type(", second")
    window.page.wait_for_function(
        "() => (document.activeElement.value ?? document.activeElement.textContent).endsWith('first, second')"
    )


def test_leaving_asks_only_who_has_changed_something(behind, visitor):
    window = visitor()
    window.log_in("sato", "x")
    window.go(f"/admin/pages/{behind.pk}/translate/en/")
    keys = Keyboard(window)
    keys.press("Alt+ArrowDown", "Alt+ArrowDown")
    keys.wait_editing("職員は")
    asks = """() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))"""
    assert not window.page.evaluate(asks)
    keys.press("Control+End", "Backspace")
    window.page.wait_for_function("() => document.activeElement.textContent === 'It ha'")
    assert window.page.evaluate(asks)
