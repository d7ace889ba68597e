"""Which released texts a correction stands between: the wrong one that readers saw, and the one that put it right."""

from datetime import timedelta

from django.utils import timezone

from articles import languages
from articles.lanes import Significance
from articles.models import Correction, LaneRelease, ReleasedVersion

LATELY = timedelta(days=1)  # who corrects after a release does so soon
NOT_WRONG = (None, None)


def note_texts(correction, page, codes):
    """Fill `version_before` and `version_after` of a new correction that says something in the languages `codes`."""
    texts, source = _public_texts(page), languages.default()
    if source in codes:  # what the source got wrong, its translations said too
        codes = {*codes, *languages.translations()}
    for code in texts.keys() & set(codes):
        follows = texts.get(source) if source in codes and code != source else None
        between = _between(correction, page, texts[code], follows)
        for name, number in zip(("version_before", "version_after"), between, strict=True):
            setattr(correction, languages.column(name, code), number)


def note_new_text(version):
    """`version`, just released, puts right what corrections of its page called wrong in its language."""
    if version.lane not in languages.codes():
        return
    before, after = (languages.column(name, version.lane) for name in ("version_before", "version_after"))
    waiting = {f"{before}__lt": version.number, f"{after}__isnull": True}
    Correction.objects.filter(page_id=version.page_id, **waiting).update(**{after: version.number})


def _public_texts(page):
    """`{language: the ReleasedVersion that readers see}`"""
    lanes_shown = LaneRelease.objects.filter(page_id=page.pk, withdrawn_at=None).values("lane")
    rows = ReleasedVersion.objects.filter(page_id=page.pk, lane__in=lanes_shown, superseded_at=None).defer("content")
    return {row.lane: row for row in rows if row.lane in languages.codes()}


def _between(correction, page, text, source):
    """`(number of the wrong text, number of the right one)`; `source` is what a translation `text` follows, or None."""
    put_right, still_wrong = (text.number - 1, text.number), (text.number, None)
    if not _is_put_right(correction, page, source or text):
        return still_wrong
    if source is None or (text.number > 1 and text.released_at >= source.released_at):
        return put_right
    return still_wrong if languages.read(page, "outdated", text.lane) else NOT_WRONG


def _is_put_right(correction, page, text):
    """Whether the text that readers see is the corrected one already, as far as its release says."""
    told = {"page_id": page.pk, languages.column("version_after", text.lane): text.number}
    if text.number == 1 or Correction.objects.filter(**told).exists():
        return False
    if text.significance == Significance.CORRECTION:
        return True
    if text.significance and correction.kind == Correction.Kind.CORRECTION:
        return False  # whoever released it was asked, and did not say that it corrects anything
    newest, _release = page.lane_states(page.draft_content())[text.lane]
    return newest == text.digest and text.released_at > timezone.now() - LATELY
