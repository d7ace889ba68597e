"""Times of Wagtail's own: revisions that go live, objects that expire. As its `publish_scheduled` does, but safely."""

from functools import partial

from django.apps import apps
from django.db import transaction
from wagtail.models import DraftStateMixin, Page, Revision

from articles import rights
from articles.lanes import gate
from articles.models import LanePage, Notice
from articles.models.releasing import release_request
from articles.newsroom.notices.notices import tell, who_may
from articles.newsroom.schedule.due_jobs import Job, claimed, claimed_page
from articles.newsroom.schedule.due_releases import reason_words


def publications(now):
    """A `Job` per revision whose time to go live has come."""
    rows = Revision.objects.filter(approved_go_live_at__lt=now).order_by("approved_go_live_at", "pk")
    return [
        Job("publish", row.approved_go_live_at, row.object_id, row.object_str, partial(publish, row.pk, now))
        for row in rows.defer("content")
    ]


@transaction.atomic
def publish(revision_id, now):
    due = Revision.objects.filter(pk=revision_id, approved_go_live_at__lt=now)
    revision = due.defer("content").first()
    if revision is None:
        return ""
    claimed(revision.content_type.model_class(), revision.object_id)
    revision = due.first()  # another run may have published it before it was claimed
    if revision is None:
        return ""
    with release_request() as request:
        revision.publish(log_action="wagtail.publish.scheduled")
    page = revision.content_object
    if isinstance(page, LanePage):
        _tell_of_held(page, request.plans.get(page.pk), revision.user)
    return f"published revision {revision_id}"


def _tell_of_held(page, plan, person):
    """The moment has passed: what stays back has to be published by hand."""
    for held in plan.held if plan else []:
        if held.reason != gate.NOT_ASKED:
            people = [*([person] if person and person.is_active else []), *who_may(rights.RELEASE, held.lane)]
            tell(people, Notice.Kind.HELD, page, held.lane, text=reason_words(held))


def expiries(now):
    """A `Job` per object whose time to be taken offline has come."""
    models = [model for model in apps.get_models() if issubclass(model, DraftStateMixin)]
    return [job for model in models if model is Page or not issubclass(model, Page) for job in _expired(model, now)]


def _expired(model, now):
    rows = model._base_manager.filter(live=True, expire_at__lt=now).order_by("expire_at", "pk")
    return [Job("expire", row.expire_at, row.pk, str(row), partial(expire, model, row.pk, now)) for row in rows]


@transaction.atomic
def expire(model, pk, now):
    found = claimed_page(pk) if model is Page else claimed(model, pk)
    if not (found.live and found.expire_at and found.expire_at < now):
        return ""
    found.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return "taken offline"
