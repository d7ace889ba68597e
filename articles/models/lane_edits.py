"""Who changed which lane: what they may not change stays as it was, what they changed they cannot approve."""

from django.utils import timezone

from articles import lanes, rights
from articles.models import lane_status
from articles.models.lane_records import LaneEdit
from articles.models.release_gate import plain_json, take


def keep_lanes_of_others(page, user):
    """Before `page` becomes a draft of `user`: put back every lane that they have no right to edit.

    Nobody else's text can be changed, whatever was sent: a form, a reverted revision, an import. Commands, which
    have no user, may change everything.
    """
    if user is None or not page.pk:
        return
    locked = [lane for lane in lanes.all_lanes() if not rights.may(user, rights.EDIT, lane)]
    if not locked or _is_new(page):
        return
    before, model = page.draft_content(), type(page)
    after = plain_json(page.serializable_data())
    # Not by digest: what does not count there is nobody else's to change either.
    parts = {lane: lanes.released_part(model, before, lane) for lane in locked}
    changed = [lane for lane in locked if parts[lane] != lanes.released_part(model, after, lane)]
    take(page, lanes.hold_back(model, after, changed, parts), changed)


def _is_new(page):
    """Before its first draft nothing is anybody else's; a copy's first differs from what was copied in its slug."""
    return not page.lane_statuses.exists() and not page.lane_releases.exists()


def note(page, user, revision):
    """After a draft was saved: remember who changed which lanes, and bring their states up to date."""
    known = dict(lane_status.LaneStatus.objects.filter(page_id=page.pk).values_list("lane", "draft_digest"))
    found = lane_status.refresh_status(page, plain_json(revision.content))
    if user is None:
        return
    now = timezone.now()
    for lane, status in found.items():
        if status.draft_digest != known.get(lane, ""):
            LaneEdit.objects.update_or_create(page_id=page.pk, lane=lane, user=user, defaults={"edited_at": now})
