"""What is worked out of a text when it is released, so that no reader waits for it."""

from articles.newsroom.readings import read_after_commit
from articles.newsroom.search_texts import index_after_commit


def prepare_after_commit(page_pk, lane):
    read_after_commit(page_pk, lane)
    index_after_commit(page_pk, lane)
