"""Background work without a worker: done once what it is about is stored, and never at the cost of it."""

import threading
import traceback

import pytest
from django.db import connection, connections, transaction
from modelsearch import index

from articles import lanes
from articles.models.releasing import release_lanes
from tests import factories as make
from tests.surfaces import stored

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def page(site):
    return site.item(languages=())


def test_an_index_that_fails_does_not_fail_the_publication(page, monkeypatch):
    failed = []

    def fail(instance):
        failed.append(instance)
        with connection.cursor() as cursor:  # on PostgreSQL, an error inside the transaction would be its end
            cursor.execute("SELECT no_such_column")

    monkeypatch.setattr(index, "insert_or_update_object", fail)
    with transaction.atomic():
        make.release(page)
    assert failed
    assert stored(page).released_languages() == ["ja", "en"]


def test_what_was_taken_back_is_not_indexed(page, monkeypatch):
    indexed = []
    monkeypatch.setattr(index, "insert_or_update_object", indexed.append)
    with transaction.atomic():
        make.release(page)
        transaction.set_rollback(True)
    assert indexed == []
    make.release(stored(page))
    assert indexed


def test_publishing_different_pages_at_the_same_moment_meets_no_error(site):
    """Not even the search index makes them wait for each other in a circle."""
    pages = [site.item(f"item-{number}") for number in range(4)]
    together, errors = threading.Barrier(len(pages)), []

    def work(page):
        try:
            for round_number in range(6):
                together.wait(timeout=30)
                draft = make.draft(page)
                draft.headline_ja = f"{page.slug} の {round_number} 回目"
                draft.save_revision()
                release_lanes(stored(page), lanes.all_lanes())
        except BaseException:
            errors.append(traceback.format_exc())
            together.abort()
        finally:
            connections.close_all()

    connections.close_all()
    threads = [threading.Thread(target=work, args=(page,), daemon=True) for page in pages]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)
    assert errors == []
    assert all(stored(page).headline_ja == f"{page.slug} の 5 回目" for page in pages)
