"""Demo pages take the way of every page: a draft, a revision, a publish. Afterwards they get the dates of their story."""

from uuid import UUID

from wagtail.models import PageLogEntry, Revision

from articles import languages
from articles.demo.blocks import stable_id
from articles.lanes import SHARED
from articles.models import LaneRelease


def demo_key(name):
    """What a demo page is known by, however editors move or rename it: its `translation_key`."""
    return UUID(stable_id("page", name))


def add_draft(parent, model, name, slug, **fields):
    """A new, unpublished page under `parent`; `name` is its own among all demo pages."""
    page = model(slug=slug, live=False, has_unpublished_changes=True, translation_key=demo_key(name), **fields)
    parent.add_child(instance=page)
    return page


def existing(model, name):
    return model.objects.filter(translation_key=demo_key(name)).first()


def release(page, released_languages):
    """Publish the page as it stands in these languages; the text of the others is held back."""
    page.release_intent = [SHARED, *released_languages]
    page.save_revision().publish()


def backdate(page, first, last):
    """Readers and editors see when the story says that the page went out, not when the demo was loaded."""
    stored = type(page).objects.get(pk=page.pk)
    released = {languages.column("released_at", code): last for code in stored.released_languages()}
    published = {"first_published_at": first, "last_published_at": last} if stored.live else {}
    type(page).objects.filter(pk=page.pk).update(latest_revision_created_at=last, **published, **released)
    LaneRelease.objects.filter(page=page.pk).update(first_released_at=first, released_at=last)
    Revision.objects.for_instance(stored).update(created_at=last)
    PageLogEntry.objects.filter(page=page.pk).update(timestamp=last)
