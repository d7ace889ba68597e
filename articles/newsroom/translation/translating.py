"""Dealing with what is open in a translation, unit by unit: each operation is one transaction with a log entry."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from articles import lanes, languages, rights
from articles.blocks.following import follow, insert_in_order
from articles.lanes import staleness
from articles.lanes.units import with_texts
from articles.models import LaneRelease
from articles.models.aliases import rows_showing
from articles.models.release_gate import notices
from articles.models.translations import translation_of
from articles.newsroom.translation import translated_words
from articles.newsroom.translation.work import (
    KEPT,
    LEFT_OUT,
    NO_EFFECT,
    REMOVED,
    UPDATED,
    fingerprint,
    translation_work,
    with_blocks,
)

# Basis of a unit that was translated without one and is to be looked at again: it equals no source text.
REOPENED = {"digest": "reopened", "text": {}}


class NotTranslated(Exception):
    """`reason` is fit to be shown to whoever asked; nothing has been changed."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


class SourceMoved(NotTranslated):
    """The source is no longer what the person read."""


class Conflict(NotTranslated):
    """Somebody else changed the translation meanwhile."""


class WordsRefused(NotTranslated):
    """The translation cannot stand as typed; `path` is the text at fault."""

    def __init__(self, reason, path):
        super().__init__(reason)
        self.path = path


@transaction.atomic
def update(page, language, key, texts, user, source_digest, target_digest, *, take_media=True):
    """Make `texts` (`{path: stored text}`) the translation of what the source says now; a missing block is made.

    The digests are those of the source unit and the `fingerprint` of the translated one that the person saw. Pictures
    and addresses of the translation's own stay unless `take_media`.
    """
    work = _begin(page, language, user)
    unit = _source_as_read(work, key, source_digest)
    if fingerprint(work.target.get(key)) != target_digest:
        raise Conflict(_("Somebody changed this translation meanwhile. Compare it with yours."))
    if problem := translated_words.problem(work, unit, texts):
        raise WordsRefused(*problem)
    return _settle(work, key, UPDATED, user, basis=unit, content=written(work, unit, texts, take_media))


@transaction.atomic
def no_effect(page, language, key, user, source_digest):
    """What changed in the source changes nothing in the translation."""
    work = _begin(page, language, user)
    _expect(work, key, staleness.CHANGED)
    return _settle(work, key, NO_EFFECT, user, basis=_source_as_read(work, key, source_digest))


@transaction.atomic
def leave_out(page, language, key, user, source_digest=None):
    """The translation does without a new unit of the source."""
    work = _begin(page, language, user)
    _expect(work, key, staleness.ADDED)
    return _settle(work, key, LEFT_OUT, user, basis=_source_as_read(work, key, source_digest))


@transaction.atomic
def remove(page, language, key, user):
    """What the source no longer has goes from the translation too."""
    work = _begin(page, language, user)
    _expect(work, key, staleness.REMOVED)
    return _settle(work, key, REMOVED, user, content=_without(work, work.target[key]), gone=_remembered(work, key))


@transaction.atomic
def keep(page, language, key, user):
    """What the source no longer has stays in the translation."""
    work = _begin(page, language, user)
    _expect(work, key, staleness.REMOVED)
    return _settle(work, key, KEPT, user, basis=None)


@transaction.atomic
def redo(page, language, key, user):
    """Open again what has been dealt with; what was removed comes back, what was written stays."""
    work = _begin(page, language, user)
    if key not in work.done:
        raise NotTranslated(_("There is nothing to take back here."))
    verdict = work.row.verdicts.pop(key)
    content = _with_back(work, verdict["gone"]) if verdict.get("gone") else work.content
    there = verdict.get("gone") or key in work.target
    _set(work.row.basis, key, verdict["basis"] or (REOPENED if there else None))
    released = verdict.get("released")
    if released and work.release:
        _set(work.release.basis, key, released["basis"])
        _set(work.row.flags, key, released["flag"])
    _store(work, content, user, "redo", released=bool(released))


def _begin(page, language, user):
    if user is not None and not rights.may(user, rights.EDIT, language):
        raise NotTranslated(_("You have no right to edit this language."))
    page = page.locked_row()
    translation_of(page, language)
    return translation_work(page, language)


def _source_as_read(work, key, digest):
    unit = work.source.get(key)
    if unit is None or (digest is not None and unit.digest != digest):
        raise SourceMoved(_("The source text has changed meanwhile. Read it again; what you typed is kept."))
    return unit


def _expect(work, key, kind):
    if key not in work.opened or work.opened[key].kind != kind:
        raise NotTranslated(_("Somebody has dealt with this meanwhile."))


def written(work, unit, texts, take_media):
    """The draft's content with the translation of one unit."""
    if not unit.block_id:
        return {**work.content, languages.column(unit.field, work.language): texts[""]}
    originals, present = work.original_blocks(unit.field), work.blocks(unit.field)
    original = next(item for item in originals if item["id"] == unit.block_id)
    before = next((item for item in present if item["id"] == unit.block_id), None)
    same_kind = before is not None and before["type"] == original["type"]
    value = follow(
        work.block(unit), original["value"], before["value"] if same_kind else None, texts, take_media=take_media
    )
    written = {**(before or {}), "type": original["type"], "id": unit.block_id, "value": value}
    if before is None:
        ids = [item["id"] for item in present]
        place = insert_in_order([item["id"] for item in originals], ids, unit.block_id)
        return with_blocks(work, unit.field, [*present[:place], written, *present[place:]])
    return with_blocks(work, unit.field, [written if item is before else item for item in present])


def _without(work, unit):
    if not unit.block_id:
        return with_texts(work.model, work.content, work.language, {unit.key: {"": ""}})
    return with_blocks(work, unit.field, [item for item in work.blocks(unit.field) if item["id"] != unit.block_id])


def _remembered(work, key):
    """What `_with_back` needs: the block and the one before it, or the text of a field; and what the source said."""
    unit, source = work.target[key], "\n".join(work.opened[key].before.values())
    if not unit.block_id:
        return {"field": unit.field, "text": unit.segments[0].text, "source": source}
    present = work.blocks(unit.field)
    place = next(index for index, item in enumerate(present) if item["id"] == unit.block_id)
    after = present[place - 1]["id"] if place else ""
    return {"field": unit.field, "block": present[place], "after": after, "source": source}


def removed_units(work):
    """`{key: (unit, text of the source)}` of what was taken out of the draft and can come back."""
    found = {key: verdict["gone"] for key, verdict in work.done.items() if verdict.get("gone")}
    return {
        key: (lanes.units(work.model, _with_back(work, gone), work.language).get(key), gone.get("source", ""))
        for key, gone in found.items()
    }


def _with_back(work, gone):
    if "block" not in gone:
        return {**work.content, languages.column(gone["field"], work.language): gone["text"]}
    present = work.blocks(gone["field"])
    ids = [item["id"] for item in present]
    place = ids.index(gone["after"]) + 1 if gone["after"] in ids else len(ids) if gone["after"] else 0
    return with_blocks(work, gone["field"], [*present[:place], gone["block"], *present[place:]])


def _settle(work, key, verdict, user, *, basis=None, content=None, gone=None):
    """Record a verdict: from now on the unit follows the source unit `basis` (None: the source has none)."""
    row, content = work.row, work.content if content is None else content
    after = lanes.units(work.model, content, work.language)
    entry = None if verdict == REMOVED else staleness.entry(basis)
    said = {
        "verdict": verdict,
        "by": user.pk if user else None,
        "at": timezone.now().isoformat(),
        "basis": row.basis.get(key),
        "machine": translated_words.is_machine_text(after.get(key), row.machine.pop(key, None)),
    }
    if gone:
        said["gone"] = gone
    _set(row.basis, key, entry)
    if _as_released(work, key, after):
        said["released"] = {"basis": work.release.basis.get(key), "flag": row.flags.pop(key, None)}
        _set(work.release.basis, key, entry)
    row.verdicts[key] = said
    _store(work, content, user, verdict, released="released" in said)
    return said


def _as_released(work, key, after):
    """Whether readers have exactly this translation of a unit already: then the verdict holds for them at once."""
    if work.release is None:
        return False
    released = lanes.units(work.model, work.release.content, work.language)
    return fingerprint(released.get(key)) == fingerprint(after.get(key))


def _set(entries, key, entry):
    entries.pop(key, None)
    if entry is not None:
        entries[key] = entry


def _store(work, content, user, verdict, *, released):
    page, row = work.page, work.row
    row.save(update_fields=["basis", "flags", "verdicts", "machine"])
    if released:
        LaneRelease.objects.filter(pk=work.release.pk).update(basis=work.release.basis)
        _tell_readers(page, work.language)
    revision = None
    if content != work.content:
        revision = page.with_content_json(content).save_revision(user=user, clean=False)
    else:
        page.refresh_status()  # saving a draft does so too
    digest = lanes.digest(lanes.lane_content(work.model, content, work.language))
    said = {"lane": work.language, "digest": digest, "reason": verdict}
    log(instance=page, action="articles.lane.verdict", user=user, revision=revision, data=said)


def _tell_readers(page, language):
    """Bring the notice on the released translation up to date, on the page and wherever else it is shown."""
    column = languages.column("outdated", language)
    notice = notices(page).get(language)
    shown = [row.pk for row in rows_showing(page)]
    type(page)._base_manager.filter(pk__in=shown).update(**{column: notice})
    setattr(page, column, notice)
