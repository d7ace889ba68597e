"""The one place where text goes live: what may go out goes, the rest becomes again what readers see."""

import json

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from wagtail.log_actions import log

from articles import lanes, languages, rights
from articles.lanes import gate, staleness
from articles.lanes.sections import changed_sections
from articles.models import approvals, translations
from articles.models.lane_records import LaneApproval, LaneEdit, LaneRelease, LaneSchedule, ReleasedVersion
from articles.models.releasing import acting_user, current_request, significance_of

LANE_COLUMNS = ("released_at", "outdated")  # moved by releases alone, whatever a revision says


def keep_lane_columns(page, stored):
    """A revision must not bring back the columns of its own time."""
    for name in LANE_COLUMNS:
        for code in languages.codes():
            column = languages.column(name, code)
            setattr(page, column, getattr(stored, column) if stored else None)


def release(page, stored):
    """Make `page`, which a publish is about to save over the row `stored`, hold what readers may see; the plan."""
    content, now = page.serializable_data(), timezone.now()
    states = page.lane_states(content)
    plan = lanes.plan(_drafts(page, stored, states, now))
    keep_lane_columns(page, stored)
    parts = {lane: lanes.released_part(type(page), plain_json(content), lane) for lane in plan.release}
    released = {lane: row.content for lane, (_digest, row) in states.items() if row}
    kept = _kept(plan, states)
    # Unchanged languages too: that they equal what was released is only what the digests say.
    fixed = [*kept, *(code for code in languages.codes() if code not in [*kept, *plan.release])]
    take(page, lanes.hold_back(type(page), content, fixed, released), fixed)
    newest = page.lane_states(stored.draft_content()) if stored else states
    for lane in plan.release:
        record(page, lane, states[lane][0], parts[lane], now)
        if lane != lanes.SHARED:
            setattr(page, languages.column("released_at", lane), now)
        if newest[lane][0] == states[lane][0]:  # else its editors may not approve the newer draft that waits
            LaneEdit.objects.filter(page_id=page.pk, lane=lane).delete()
        _forget_approvals(page, lane, {states[lane][0], newest[lane][0]})
    if stored and not stored.live:
        _stay_away(page, plan, now)
    _tell_translations(page, plan, released.get(languages.default()), parts, now)
    LaneSchedule.objects.filter(page_id=page.pk, lane__in=plan.release).delete()
    _log_held(page, plan, states)
    if kept or any(newest[lane][0] != states[lane][0] for lane in states):
        page.has_unpublished_changes = True
    page.title = page.headline_for_desk() or page.title
    page.release_intent = []
    current_request().plans[page.pk] = plan
    return plan


def _forget_approvals(page, lane, digests):
    """Once a text was replaced, putting it back takes a new approval; that of what is public and next still counts."""
    given = LaneApproval.objects.filter(page_id=page.pk, lane=lane, revoked_at=None)
    given.exclude(digest__in=digests).update(revoked_at=timezone.now())


def _stay_away(page, plan, now):
    """A page that was taken offline comes back in those languages alone that this publish brings."""
    gone = [code for code in languages.codes() if code not in plan.release]
    for code in gone:
        setattr(page, languages.column("released_at", code), None)
    LaneRelease.objects.filter(page_id=page.pk, lane__in=gone, withdrawn_at=None).update(withdrawn_at=now)


def _kept(plan, states):
    """Lanes that stay as they were released: those held, and those withdrawn whose draft was emptied meanwhile."""
    emptied = [lane for lane, (digest, row) in states.items() if row and not digest]
    return [*plan.held_lanes, *(lane for lane in emptied if lane not in plan.held_lanes)]


def outlook(page, stored):
    """The plan of `release` for the current request if the draft `page` were published now; nothing is changed."""
    return lanes.plan(_drafts(page, stored, page.lane_states(), timezone.now()))


def _asked_for(page):
    """Lanes that this publish names; empty for a publish of the page as such, as Wagtail's own actions ask for it."""
    return current_request().lanes or page.release_intent or page.intent_of_revision


def _drafts(page, stored, states, now):
    user = acting_user()
    wanted = _asked_for(page) or [lanes.SHARED, languages.default()]
    public = stored.released_languages() if stored else []  # none while the page is offline
    withdrawn = set(languages.codes()) - set(public)
    embargoed = set(
        LaneSchedule.objects.filter(page_id=page.pk, embargo=True, at__gt=now).values_list("lane", flat=True)
    )
    for lane, (digest, row) in states.items():
        released = row.digest if row and lane not in withdrawn else ""
        may_go = digest != released and lane in wanted
        yield lanes.LaneDraft(
            lane=lane,
            draft=digest,
            released=released,
            wanted=lane in wanted,
            allowed=user is None or rights.may(user, rights.RELEASE, lane),
            approved=page.is_approved(lane, digest) or (may_go and _approved_by_publishing(page, lane, digest)),
            embargoed=lane in embargoed,
            blockers=() if lane == lanes.SHARED else tuple(page.release_blockers(lane).values()),
        )


def _approved_by_publishing(page, lane, digest):
    """Who publishes what they have before them approves it, unless they wrote it or may not approve it."""
    request = current_request()
    if not request.approving or request.user is None:
        return False
    try:
        approvals.approve(page, lane, request.user, digest)
    except approvals.ApprovalRefused:
        return False
    return True


def record(page, lane, digest, part, now):
    """Remember `part` as what readers see of `lane` from `now` on, and what they saw as superseded."""
    versions = ReleasedVersion.objects.filter(page_id=page.pk, lane=lane)
    last = versions.order_by("-number").first()
    values = {"digest": digest, "content": part, "released_at": now, "withdrawn_at": None}
    number = last.number if last else 0
    if last is None or last.digest != digest:
        number += 1
        versions.filter(superseded_at=None).update(superseded_at=now)
        ReleasedVersion.objects.create(
            page_id=page.pk,
            lane=lane,
            number=number,
            digest=digest,
            content=part,
            sections=_changed(page, lane, last.content, part) if last else [],
            released_at=now,
            released_by=acting_user(),
            significance=current_request().significance if lane == languages.default() else "",
        )
    values["number"] = number
    LaneRelease.objects.update_or_create(
        page_id=page.pk, lane=lane, defaults=values, create_defaults={**values, "first_released_at": now}
    )
    log(
        instance=page,
        action="articles.lane.release",
        user=acting_user(),
        data={"lane": lane, "digest": digest, "number": number},
    )


def _changed(page, lane, before, after):
    if lane == lanes.SHARED:
        return []
    old, new = (lanes.units(type(page), content, lane) for content in (before, after))
    return changed_sections(old, new)


def _tell_translations(page, plan, before, parts, now):
    """Bring what translations follow, and what their readers are told, up to date with this release."""
    model, source = type(page), languages.default()
    if source in plan.release and before is not None:
        old, new = (lanes.units(model, part, source) for part in (before, parts[source]))
        translations.follow_source(page, old, new, significance_of(current_request()), now)
    for code in languages.translations():
        if code in plan.release:
            _release_basis(page, code, lanes.units(model, parts[code], code))
    if plan.release:
        for code, notice in notices(page).items():
            setattr(page, languages.column("outdated", code), notice)


def _release_basis(page, code, target):
    """A released translation follows the source wherever nobody has said otherwise."""
    row = translations.translation_of(page, code)
    source = translations.source_units(page, plain_json(page.serializable_data()))
    row.basis = staleness.seeded(row.basis, source, target)
    row.flags = staleness.still_open(row.flags, staleness.open_units(source, target, row.basis, row.flags))
    row.save(update_fields=["basis", "flags"])
    LaneRelease.objects.filter(page_id=page.pk, lane=code).update(basis=row.basis)


def notices(page):
    """`{language: notice or None}` for every released translation, from what is released now."""
    rows = {row.lane: row for row in LaneRelease.objects.filter(page_id=page.pk)}
    if languages.default() not in rows:
        return {}
    source = lanes.units(type(page), rows[languages.default()].content, languages.default())
    flags = dict(translations.Translation.objects.filter(page_id=page.pk).values_list("lane", "flags"))
    return {
        code: translations.outdated_notice(
            page, code, source, lanes.units(type(page), rows[code].content, code), rows[code].basis, flags.get(code, {})
        )
        for code in languages.translations()
        if code in rows
    }


def _log_held(page, plan, states):
    """A lane that was left out on purpose is not held; whoever publishes the page as such leaves out nothing."""
    for held in plan.held:
        if held.reason != gate.NOT_ASKED or not _asked_for(page):
            log(
                instance=page,
                action="articles.lane.hold",
                user=acting_user(),
                data={"lane": held.lane, "digest": states[held.lane][0], "reason": held.reason},
            )


def take(page, content, held):
    """Put the values of `content` into the fields of the held lanes."""
    if not held:
        return
    merged = page.with_content_json(content)
    for lane in held:
        for key in lanes.lane_keys(type(page), lane):
            if key in lanes.child_relations(type(page)):
                setattr(page, key, getattr(merged, key).all())
            elif (field := page._meta.get_field(key)).many_to_many:
                getattr(page, key).set(getattr(merged, key).all())
            else:
                setattr(page, field.attname, getattr(merged, field.attname))


def plain_json(content):
    return json.loads(json.dumps(content, cls=DjangoJSONEncoder))
