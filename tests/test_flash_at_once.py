"""The quick entry pressed several times at the same moment, in whatever thread each press arrives."""

import threading
import uuid

import pytest
from django.db import connections
from django.test import Client

from articles.models import LaneRelease, NewsItemPage
from tests.factories import person

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
PRESSES = 4


def test_presses_at_the_same_moment_make_one_item(site, settings):
    settings.APPROVALS_REQUIRED = True
    editor = person("ja-editor")
    sent = {
        "headline": "同時に押された速報",
        "summary": "要約です。",
        "source_url": "https://example.com/news",
        "step": "publish",
        "token": str(uuid.uuid4()),
    }
    browsers = [Client() for _press in range(PRESSES)]
    for browser in browsers:
        browser.force_login(editor)
    together, answers = threading.Barrier(PRESSES), []

    def press(browser):
        try:
            together.wait(timeout=30)
            answers.append(browser.post("/admin/flash/", sent).status_code)
        except BaseException as error:
            answers.append(repr(error))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=press, args=(browser,), daemon=True) for browser in browsers]
    connections.close_all()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert answers == [302] * PRESSES
    item = NewsItemPage.objects.get()
    assert item.released_languages() == ["ja"]
    assert LaneRelease.objects.filter(page=item, lane="ja").get().number == 1
