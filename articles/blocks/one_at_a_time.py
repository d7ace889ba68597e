"""Checking the blocks of a page in one thread at a time.

To save a draft with unfinished blocks, Wagtail takes the requirements off the block definitions and puts them back
afterwards. All threads share these: unguarded, a publish beside it finds no fault in an unfinished block, a draft is
refused for one, and putting back what another thread has put back fails.
"""

from threading import RLock

from wagtail import blocks

_checking = RLock()


class OneAtATime(blocks.StreamBlock):
    """The outermost block of every field that drafts are made of; reads the database, but never waits for it."""

    def clean(self, value):
        with _checking:
            return super().clean(value)

    def clean_deferred(self, value):
        with _checking:
            return super().clean_deferred(value)
