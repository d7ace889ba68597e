"""What a publish is asked to do, by whom, and how much it matters: said by the caller, read by the gate."""

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.db import transaction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.log_actions import get_active_log_context

from articles.lanes import Significance


@dataclass
class ReleaseRequest:
    """Of one caller. `plans` is filled by the gate: what became of each page, by its id.

    `lanes` None: what the revision asks for. `significance` counts when the source language goes out. `approving`:
    the user has the text before them, so that publishing it is approving it, as far as they may.
    """

    lanes: tuple[str, ...] | None = None
    user: object = None
    significance: str = ""
    approving: bool = False
    plans: dict = field(default_factory=dict)


_request = ContextVar("release_request")


def current_request():
    return _request.get(None) or ReleaseRequest()


@contextmanager
def release_request(*, lanes=None, user=None, significance="", approving=False):
    """Publishes inside the block ask for these lanes, in the name of `user`; yields the `ReleaseRequest`."""
    request = ReleaseRequest(None if lanes is None else tuple(lanes), user, significance, approving)
    token = _request.set(request)
    try:
        yield request
    finally:
        _request.reset(token)


def acting_user():
    """Whoever publishes: named by the caller, else signed in to the admin; None for commands."""
    return current_request().user or get_active_log_context().user


def significance_of(request):
    """Unanswered (a bulk publish, an import), a change counts as one that translations have to follow."""
    return Significance(request.significance or Significance.UPDATE)


@transaction.atomic
def release_lanes(page, lanes, *, user=None, significance="", approving=False):
    """Publish the newest draft of `page` in these lanes; the `lanes.Plan` of what went out and what was held."""
    revision = page.locked_row().get_latest_revision() or page.save_revision(user=user, clean=False)
    with release_request(lanes=lanes, user=user, significance=significance, approving=approving) as request:
        action = PublishPageRevisionAction(revision, user=user)
        action.object.go_live_at = None  # now means now: Wagtail would only schedule the draft of a later time
        action.execute(skip_permission_checks=True)
    return request.plans[page.pk]
