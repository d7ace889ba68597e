"""The work on each translation of a page: what it was made from, what waits, who does it and until when."""

from django.db import models

from articles import lanes, languages
from articles.lanes import staleness
from articles.models.lane_records import LaneRecord, LaneRelease, person


class Translation(LaneRecord):
    """Of the newest draft in one language. `lane` is that language; shapes are those of `lanes.staleness`."""

    basis = models.JSONField(default=dict)
    flags = models.JSONField(default=dict)
    verdicts = models.JSONField(default=dict)  # {unit key: {"verdict": updated|no-effect|…, "by": user id, "at": …}}
    machine = models.JSONField(default=dict)  # {unit key: {path: suggestion}} put in and not yet confirmed by a person
    assignee = person()
    due_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "lane"], name="one_translation_per_language")]
        default_permissions = ()


def translation_of(page, language):
    return Translation.objects.get_or_create(page_id=page.pk, lane=language)[0]


def source_content(page, content):
    """What translators work from: the newest source text that was approved or released; a first draft before that.

    `content` is that of the newest draft of `page`.
    """
    code = languages.default()
    release = LaneRelease.objects.filter(page_id=page.pk, lane=code).first()
    digest = lanes.digest(lanes.lane_content(type(page), content, code))
    if release is None or digest == release.digest or page.is_approved(code, digest):
        return content
    return release.content


def source_units(page, content):
    """The units of `source_content`."""
    return lanes.units(type(page), source_content(page, content), languages.default())


def open_units(page, language, content=None):
    """The `OpenUnit`s of the draft translation, in reading order."""
    content = content if content is not None else page.draft_content()
    row = Translation.objects.filter(page_id=page.pk, lane=language).first() or Translation()
    target = lanes.units(type(page), content, language)
    return staleness.open_units(source_units(page, content), target, row.basis, row.flags)


def follow_source(page, before, after, significance, moment):
    """The source changed from one released text to another: tell every translation what became of its units."""
    keys = staleness.changed_keys(before, after)
    if not keys:
        return
    rows = Translation.objects.filter(page_id=page.pk)
    releases = LaneRelease.objects.filter(page_id=page.pk, lane__in=languages.translations())
    if significance == lanes.Significance.NONE:
        for row in [*rows, *releases]:
            row.basis = staleness.advanced(row.basis, before, after)
            row.save(update_fields=["basis"])
    for row in rows:
        row.flags = staleness.flagged(row.flags, keys, significance, moment)
        row.save(update_fields=["flags"])


def outdated_notice(page, language, source, target, basis, flags):
    """What readers of a released translation are told: `{"since", "units", "correction"}`; None: it is up to date."""
    late = [unit for unit in staleness.open_units(source, target, basis, flags) if unit.is_flagged]
    if not late:
        return None
    return {
        "since": min(unit.since for unit in late),
        "units": [unit.key for unit in late],
        "correction": any(unit.significance == lanes.Significance.CORRECTION for unit in late),
    }
