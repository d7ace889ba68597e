"""Pages about the site itself: edited and released like any other, in each language by itself."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import StandardPage
from tests import factories as make
from tests.factories import block

pytestmark = pytest.mark.django_db
BUDGET = 8


@pytest.fixture
def about(site):
    body = [block("heading", {"level": "2", "text": "だれが"}, "h"), block("paragraph", "<p>編集部です。</p>", "p")]
    page = StandardPage(slug="about", headline_ja="このサイトについて", body_ja=body, headline_en="needle", live=False)
    site.home.refresh_from_db()
    site.home.add_child(instance=page)
    return make.release(page, "ja")


def test_it_is_read_in_the_language_in_which_it_is_released(about, client):
    page = BeautifulSoup(client.get("/ja/about/").content, "html.parser")
    assert page.h1.text == "このサイトについて"
    assert "編集部です。" in page.text
    answer = client.get("/en/about/")
    assert answer.status_code == 404
    assert "needle" not in answer.content.decode()


def test_its_earlier_texts_stay_readable(about, client):
    draft = make.draft(about)
    draft.headline_ja = "サイトの説明"
    make.release(draft, "ja")
    assert "このサイトについて" in client.get("/ja/about/versions/1/").content.decode().replace("<wbr>", "")


def test_nothing_stands_below_it(about, client):
    assert client.get("/ja/about/more/").status_code == 404


def test_it_keeps_the_query_budget(about, client):
    client.get("/ja/about/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/ja/about/")
    assert len(queries) <= BUDGET


def test_it_is_edited_like_every_page(about, admin_client):
    answer = admin_client.get(f"/admin/pages/{about.pk}/edit/")
    assert answer.status_code == 200
    assert "tab-ja" in answer.content.decode()
