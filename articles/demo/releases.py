"""Demo pages take the way of every page: a draft, a revision, a publish. Afterwards they get the dates of their story."""

from uuid import UUID

from wagtail.models import PageLogEntry, Revision

from articles import lanes, languages
from articles.demo.blocks import stable_id
from articles.lanes import staleness
from articles.models import (
    Correction,
    LaneApproval,
    LaneRelease,
    LaneStatus,
    ReleasedVersion,
    Translation,
    lane_status,
)
from articles.models.approvals import approve_unattended
from articles.models.release_gate import plain_json
from articles.models.releasing import release_lanes
from articles.newsroom.prepared_texts import prepare_after_commit


def demo_key(name):
    """What a demo page is known by, however editors move or rename it: its `translation_key`."""
    return UUID(stable_id("page", name))


def existing(model, name):
    return model.objects.filter(translation_key=demo_key(name)).first()


def add_draft(parent, page, name):
    """Put a new page below `parent`, unpublished; `name` is its own among all demo pages."""
    page.translation_key = demo_key(name)
    page.live = False
    page.has_unpublished_changes = True
    parent.add_child(instance=page)
    return page


def release(page, released_languages, significance=""):
    """Publish the page as it stands in these languages; the text of the others is held back."""
    page.save_revision(clean=False)
    release_draft(page, released_languages, significance)


def release_draft(page, released_languages, significance=""):
    """`release`, of the newest draft as it is stored."""
    wanted = [lanes.SHARED, *released_languages]
    approve_unattended(page, wanted, type(page).objects.get(pk=page.pk).draft_content())
    release_lanes(page, wanted, significance=significance)


def backdate(page, first, last, behind=()):
    """Readers and editors see when the story says that the page went out, not when the demo was loaded.

    What was superseded was public from `first` to `last`; languages `behind` have not changed since `first`.
    """
    stored = type(page).objects.get(pk=page.pk)
    released = {
        languages.column("released_at", code): first if code in behind else last for code in stored.released_languages()
    }
    published = {"first_published_at": first, "last_published_at": last} if stored.live else {}
    type(page).objects.filter(pk=page.pk).update(latest_revision_created_at=last, **published, **released)
    LaneRelease.objects.filter(page=page.pk).update(first_released_at=first, released_at=last)
    versions = ReleasedVersion.objects.filter(page=page.pk)
    versions.filter(superseded_at=None).update(released_at=last)
    versions.exclude(superseded_at=None).update(released_at=first, superseded_at=last)
    for texts in (LaneRelease.objects.filter(page=page.pk), versions):
        texts.filter(lane__in=behind).update(released_at=first)
    LaneApproval.objects.filter(page=page.pk).update(approved_at=last)
    LaneStatus.objects.filter(page=page.pk).update(changed_at=last)
    LaneStatus.objects.filter(page=page.pk, open_since__isnull=False).update(open_since=last)
    _backdate_what_is_open(stored, last)
    _backdate_corrections(stored, last)
    Revision.objects.for_instance(stored).update(created_at=last)
    PageLogEntry.objects.filter(page=page.pk).update(timestamp=last)


def _backdate_what_is_open(page, last):
    """What translations have not followed yet, for editors and for readers."""
    since = last.isoformat()
    for row in Translation.objects.filter(page=page.pk).exclude(flags={}):
        row.flags = {key: {**flag, "since": since} for key, flag in row.flags.items()}
        row.save(update_fields=["flags"])
    told = {languages.column("outdated", code): languages.read(page, "outdated", code) for code in languages.codes()}
    late = {column: {**notice, "since": since} for column, notice in told.items() if notice}
    if late:
        type(page).objects.filter(pk=page.pk).update(**late)


def _backdate_corrections(page, last):
    confirmed = {languages.column("confirmed_at", code): last for code in languages.codes()}
    Correction.objects.filter(page=page.pk).update(issued_at=last, **confirmed)


def add_released(parent, page, name, released_languages, moment):
    """Put a new page below `parent` as `release` and `backdate` would leave it, in a sixth of their time.

    For the many pages of an archive; every text of the page must be in one of the released languages.
    """
    page.translation_key = demo_key(name)
    page.first_published_at = page.last_published_at = page.latest_revision_created_at = moment
    for code in released_languages:
        setattr(page, languages.column("released_at", code), moment)
    parent.add_child(instance=page)
    page = type(page).objects.get(pk=page.pk)  # times and choices as the database returns them
    content = page.serializable_data()
    revision = Revision.objects.create(
        content_object=page,
        base_content_type=page.get_base_content_type(),
        created_at=moment,
        content=content,
        object_str=str(page),
    )
    model, wanted = type(page), [lanes.SHARED, *released_languages]
    plain = plain_json(content)
    parts = {lane: lanes.released_part(model, plain, lane) for lane in wanted}
    digests = {lane: lanes.digest(lanes.lane_content(model, plain, lane)) for lane in wanted}
    source = lanes.units(model, plain, languages.default())
    bases = {lane: staleness.seeded({}, source, lanes.units(model, plain, lane)) for lane in _translations(wanted)}
    said = [{"page": page, "lane": lane, "digest": digests[lane]} for lane in wanted]
    texts = [{**one, "content": parts[one["lane"]], "released_at": moment} for one in said]
    LaneRelease.objects.bulk_create(
        LaneRelease(**one, basis=bases.get(one["lane"], {}), first_released_at=moment) for one in texts
    )
    ReleasedVersion.objects.bulk_create(ReleasedVersion(**one, number=1) for one in texts)
    LaneApproval.objects.bulk_create(LaneApproval(**one, approved_at=moment) for one in said)
    Translation.objects.bulk_create(Translation(page=page, lane=lane, basis=basis) for lane, basis in bases.items())
    model.objects.filter(pk=page.pk).update(latest_revision=revision, live_revision=revision)
    lane_status.refresh_status(page, plain)
    for code in released_languages:
        prepare_after_commit(page.pk, code)


def _translations(wanted):
    return [lane for lane in languages.translations() if lane in wanted]
