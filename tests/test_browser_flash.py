"""Breaking news from login to live, and a queue answered with nothing but the keyboard, in a real browser."""

import time

import pytest
from wagtail.users.models import UserProfile

from articles.models import LaneApproval, LaneSchedule, NewsItemPage, ReviewRequest
from articles.newsroom.review import reviews
from tests import factories as make
from tests.factories import SiteTree, draft, jst

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

HEADLINE = "現物XRPのETF、8億ドルを突破"
SUMMARY = "取引13日目での到達で、ビットコインのETFに次ぐ速さとなった。"
SECOND = 1000
TYPING = 200  # ms for each character: five Japanese characters a second, conversion included


@pytest.fixture
def newsroom(settings):
    site = SiteTree()
    settings.APPROVALS_REQUIRED = True
    make.category(name_ja="速報")
    make.topic("etf", name_ja="ETF")
    site.staff = {role: make.person(role, role) for role in ("writer", "ja-editor", "publisher")}
    return site


@pytest.fixture
def waiting(newsroom, settings):
    """Three items that the writer wants reviewed, each public in Japanese with an older text; and one of the editor's."""
    settings.APPROVALS_REQUIRED = False
    pages = [newsroom.item(f"i{number}", languages=("ja",)) for number in range(4)]
    settings.APPROVALS_REQUIRED = True
    for number, page in enumerate(pages):
        user = newsroom.staff["ja-editor" if number == 3 else "writer"]
        changed = draft(page)
        changed.headline_ja = f"待っている話{number}"
        changed.save_revision(user=user)
        reviews.request_review(NewsItemPage.objects.get(pk=page.pk), "ja", user)
    return pages


def posts(window):
    found = []
    window.page.on("request", lambda request: request.method == "POST" and found.append(request.url))
    return found


def test_from_login_to_live_by_keys_alone_and_one_request(newsroom, visitor):
    window = visitor()
    page, keys = window.page, window.page.keyboard
    started = time.monotonic()
    window.log_in("ja-editor", "x")
    sent = posts(window)
    page.wait_for_function("() => document.activeElement.name === 'headline'")
    keys.type(HEADLINE, delay=TYPING)
    keys.press("Tab")
    keys.type(SUMMARY, delay=TYPING)
    keys.press("Tab")
    keys.press("Tab")
    keys.type("ETF", delay=TYPING)
    keys.press("Tab")
    keys.insert_text("https://example.com/news/1")  # pasted
    keys.press("Control+Enter")
    keys.press("Control+Enter")
    page.wait_for_selector(".messages .success")
    took = time.monotonic() - started
    print(f"from the login page to live: {took:.1f} s")  # noqa: T201  shown with `pytest -s`; aim: 20

    assert [url.split("/admin/")[1] for url in sent] == ["flash/"]
    item = NewsItemPage.objects.get()
    assert [topic.slug for topic in item.topics.all()] == ["etf"]
    assert item.category.name_ja == "速報"
    page.wait_for_function("() => document.activeElement.name === 'headline' && document.activeElement.value === ''")
    reader = visitor()
    reader.go("/ja/news/")
    assert reader.page.is_visible(f"text={HEADLINE}")
    assert window.errors == []


def test_the_input_method_keeps_its_keys(newsroom, visitor):
    window = visitor()
    window.log_in("ja-editor", "x")
    sent = posts(window)
    window.page.fill("[name=headline]", HEADLINE)
    window.page.evaluate(
        """document.querySelector('[name=headline]').dispatchEvent(new KeyboardEvent('keydown',
        {key: 'Enter', ctrlKey: true, isComposing: true, bubbles: true, cancelable: true}))"""
    )
    window.page.keyboard.press("Enter")
    window.page.wait_for_timeout(SECOND)
    assert sent == []
    assert window.page.inner_text("#flash-headline-help").startswith(str(len(HEADLINE)))


def test_similar_news_is_shown_while_one_writes(newsroom, visitor):
    rival = newsroom.item("rival", languages=(), headline_ja="現物XRP ETFが8億ドル超え、取引13日目で")
    rival.save_revision()
    window = visitor(width=360)
    window.log_in("ja-editor", "x")
    window.page.fill("[name=headline]", HEADLINE)
    window.page.wait_for_selector("[data-found]")
    assert window.width_of_content() == 360
    window.page.click("[data-carry-on]")
    window.page.wait_for_selector("[data-found]", state="detached")
    window.page.fill("[name=summary]", SUMMARY)
    window.page.fill("[name=source_url]", "https://example.com/")
    window.page.keyboard.press("Control+Enter")
    window.page.wait_for_selector(".messages .success")
    assert not window.page.query_selector(".messages .warning")
    assert NewsItemPage.objects.filter(headline_ja=HEADLINE).exists()


def test_the_queue_needs_nothing_but_the_keyboard(waiting, visitor):
    window = visitor()
    window.log_in("ja-editor", "x")
    window.go("/admin/flash/")
    page, keys = window.page, window.page.keyboard
    page.wait_for_selector("[data-ask-why]:not([hidden])")
    for _tab in range(20):  # past the form, into the list
        if page.evaluate("document.activeElement.name") == "row":
            break
        keys.press("Tab")

    def chosen(text):
        page.wait_for_function(
            """text => document.activeElement.name === 'row'
            && document.activeElement.closest('[data-row]').textContent.includes(text)""",
            arg=text,
        )

    def said(text):
        page.wait_for_function("text => document.querySelector('[data-said]').textContent.includes(text)", arg=text)

    chosen("待っている話0")
    keys.press("j")
    keys.press("j")
    keys.press("k")
    chosen("待っている話1")
    keys.press("a")
    said("待っている話1")
    chosen("待っている話2")
    keys.press("x")
    page.wait_for_function("() => document.activeElement.name === 'comment'")
    keys.type("数字を確かめて")
    keys.press("Control+Enter")
    said("待っている話2")
    chosen("待っている話3")
    keys.press("a")
    page.wait_for_function("() => document.querySelector('[data-said]').textContent.length > 10")
    keys.press("k")
    chosen("待っている話0")
    outcomes = dict(ReviewRequest.objects.values_list("page", "outcome"))
    assert [outcomes[one.pk] for one in waiting] == ["", "approved", "sent-back", ""]
    assert NewsItemPage.objects.get(pk=waiting[1].pk).headline_ja == "待っている話1"
    with page.expect_navigation():
        keys.press("Enter")
    assert page.url.endswith(f"/admin/pages/{waiting[0].pk}/review/ja/")
    assert window.errors == ["Failed to load resource: the server responded with a status of 409 (Conflict)"] * len(
        window.errors
    )


def test_what_was_wrong_is_not_said_of_what_is_written_now(newsroom, visitor):
    window = visitor()
    window.log_in("ja-editor", "x")
    page = window.page
    page.fill("[name=headline]", HEADLINE)
    page.fill("[name=source_url]", "https://example.com/news/1")
    page.press("[name=source_url]", "Control+Enter")
    page.wait_for_selector("#flash-summary-error")
    page.keyboard.type("要")  # the field at fault has the focus
    assert page.query_selector("#flash-summary-error, [aria-invalid], [data-refused]") is None


def test_an_approval_is_taken_back_with_one_key(newsroom, visitor, settings):
    """It waits for its time, so that the approval does not publish it."""
    settings.APPROVALS_REQUIRED = False
    item = newsroom.item("new", languages=("ja",))
    settings.APPROVALS_REQUIRED = True
    LaneSchedule.objects.create(page_id=item.pk, lane="ja", at=jst("2099-01-01 09:00"))
    changed = draft(item)
    changed.headline_ja = "まだ公開されない話"
    changed.save_revision(user=newsroom.staff["writer"])
    reviews.request_review(NewsItemPage.objects.get(pk=item.pk), "ja", newsroom.staff["writer"])
    window = visitor()
    window.log_in("ja-editor", "x")
    window.go("/admin/flash/")
    window.page.focus("[name=row]")
    for key, approved in (("a", 1), ("u", 0)):
        window.page.keyboard.press(key)
        window.page.wait_for_selector("[data-row][data-approved]", state="attached" if approved else "detached")
        assert (
            LaneApproval.objects.filter(page=item, revoked_at=None, approved_by__username="ja-editor").count()
            == approved
        )
    assert ReviewRequest.objects.filter(page=item, closed_at=None).count() == 1


def test_letters_can_be_switched_off(waiting, newsroom, visitor):
    profile = UserProfile.get_for_user(newsroom.staff["ja-editor"])
    profile.keyboard_shortcuts = False
    profile.save()
    window = visitor()
    window.log_in("ja-editor", "x")
    window.page.focus("[name=row]")
    window.page.keyboard.press("a")
    window.page.keyboard.press("j")
    window.page.wait_for_timeout(SECOND)
    assert ReviewRequest.objects.filter(closed_at=None).count() == 4
    assert window.page.is_visible("[data-queue] [value=approve]")
    window.page.click("[data-queue] [value=approve]")
    window.page.wait_for_function("() => document.querySelectorAll('[data-row]').length === 3")
