"""Background work without a worker: done once what it is about is stored, and never at the cost of it."""

import pytest
from django.db import connection, transaction
from modelsearch import index

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
