"""Chromium for the tests that a person lives through. Pictures of the tour are written only when asked for (TOUR=1)."""

import os
import re
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
TOUR = Path(__file__).parent.parent / "docs" / "tour"
SIZES = {360: 780, 1280: 900}


@pytest.fixture(scope="session")
def chromium():
    from playwright.sync_api import sync_playwright

    stored = getattr(connection, "_test_serialized_contents", None)
    with sync_playwright() as playwright:
        if stored:  # beside Playwright's event loop there is another connection, which restores the same
            connection._test_serialized_contents = stored
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


class Visitor:
    """A window on the site under test; `errors` collects what the browser's console complains of."""

    def __init__(self, chromium, live_server, *, width=1280, **context):
        self.address = live_server.url
        context = {"locale": "ja-JP", "viewport": {"width": width, "height": SIZES[width]}, **context}
        self.context = chromium.new_context(**context)
        self.page = self.context.new_page()
        self.page.set_default_timeout(30_000)
        self.errors, self.requests = [], []
        self.page.on("console", lambda message: message.type == "error" and self.errors.append(message.text))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))

    def go(self, path):
        return self.page.goto(self.address + path)

    def log_in(self, username, password):
        self.go("/admin/login/")
        self.page.fill("[name=username]", username)
        self.page.fill("[name=password]", password)
        self.page.click("button[type=submit]")
        self.page.wait_for_url("**/admin/")

    def shot(self, name, **options):
        """Keep a picture for the README's tour."""
        if os.environ.get("TOUR") == "1":
            TOUR.mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=TOUR / f"{name}.png", **options)

    def width_of_content(self):
        return self.page.evaluate("document.documentElement.scrollWidth")


class EditingForm:
    """Wagtail's editing form, as far as this story needs it."""

    def __init__(self, page):
        self.page = page

    def tab(self, name):
        # A tab says the state of its language, too: 公開 is a tab, 公開中 a state.
        self.page.locator("[role=tab]").filter(has_text=re.compile(rf"^\s*{name}")).click()

    def add_block(self, body, kind):
        """Add a block at the end of a body and return the number it has there."""
        number = self.page.locator(f"[name='{body}-count']").input_value()
        self.page.locator(f"[data-contentpath={body}] button.c-sf-add-button").last.click()
        self.page.get_by_role("option", name=kind, exact=True).click()
        self.page.wait_for_selector(f"[name='{body}-{number}-type']", state="attached")
        return number

    def write(self, name, text):
        self.page.locator(f"[name='{name}']").fill(text)

    def choose_picture(self, title):
        self.page.click("[data-chooser-action-choose]:visible >> nth=-1")
        self.page.click(f".modal a:has-text('{title}')")
        self.page.wait_for_selector(".modal", state="hidden")

    def saved(self):
        """Wait until autosave has nothing more to send."""
        self.page.wait_for_timeout(1500)

    def act(self, label):
        """Press a button of the footer; its menu opens where the button is not the main one."""
        button = self.page.locator(f"footer button:visible:has-text('{label}')")
        if button.count() == 0:
            self.page.locator("footer [data-w-dropdown-target=toggle]").click()
        with self.page.expect_event("load"):  # autosave navigates within the document
            button.first.click()


@pytest.fixture
def visitor(chromium, live_server, settings):
    """`visitor(width=360)` opens a window; all are closed at the end, and none may have met a script error."""
    settings.SITE_URL = live_server.url
    opened = []

    @contextmanager
    def closing():
        yield
        for window in opened:
            window.context.close()

    def make(**options):
        opened.append(Visitor(chromium, live_server, **options))
        return opened[-1]

    with closing():
        yield make
