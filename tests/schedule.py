"""Pages with a time of publication, and what receivers of Wagtail's signals were told."""

from contextlib import contextmanager
from datetime import timedelta

from django.utils import timezone
from wagtail.signals import page_published, page_unpublished

from articles import rights
from articles.newsroom.schedule import schedules

NOW = timezone.now()
SOON, LATER = NOW + timedelta(hours=1), NOW + timedelta(hours=2)
AGO = NOW - timedelta(minutes=5)
EVERY_RIGHT = [rights.codename(act, lane) for act in rights.ACTS for lane in ("shared", "ja", "en")]


def stored(page):
    return type(page).objects.get(pk=page.pk)


def plan(page, user, *wanted, at=SOON, **options):
    if stored(page).latest_revision is None:
        stored(page).save_revision()
    for lane in wanted:
        schedules.schedule(stored(page), lane, at, user, **options)


@contextmanager
def signals():
    """`[(signal name, page id)]` in the order in which receivers were told."""
    found = []

    def note_published(sender, instance, **kwargs):
        found.append(("published", instance.pk))

    def note_unpublished(sender, instance, **kwargs):
        found.append(("unpublished", instance.pk))

    page_published.connect(note_published)
    page_unpublished.connect(note_unpublished)
    yield found
    page_published.disconnect(note_published)
    page_unpublished.disconnect(note_unpublished)
