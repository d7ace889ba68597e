"""Work whose time has come, one object at a time: shared by several runs at once, repeated by none."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from wagtail.models import Page


class Busy(Exception):
    """Somebody else is changing the object at this moment, or has deleted it."""


@dataclass(frozen=True)
class Job:
    """What is due for one object.

    `carry_out` does all of it in one transaction, or nothing, and says what it did; "" when nothing was left to do.
    """

    kind: str
    at: datetime
    object_id: object
    title: str
    carry_out: Callable[[], str]


def claimed(model, pk):
    """The object as it is stored, nobody else changing it before the transaction ends. Raises `Busy`."""
    found = model._base_manager.filter(pk=pk).order_by().select_for_update(skip_locked=True).first()
    if found is None:
        raise Busy
    return found


def claimed_page(pk):
    """`claimed`, as the page's own type."""
    page = Page.objects.filter(pk=pk).first()
    if page is None:
        raise Busy
    return claimed(page.specific_class, pk)
