"""A language of some pages as a file for translators' tools, and back into the drafts: all of the file, or nothing."""

from dataclasses import replace

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from articles import lanes, languages
from articles.exchange import Document, Segment, Unit, XliffError, read, unpacked, write
from articles.exchange.xliff_reader import LIMIT
from articles.lanes import staleness
from articles.models.term_check import numbered, unit_label
from articles.models.translations import translation_of
from articles.newsroom.translation import translated_words
from articles.newsroom.translation.exchange_check import Arrival, checked
from articles.newsroom.translation.translating import REOPENED, written
from articles.newsroom.translation.work import UPDATED, translation_work

PAGES_IN_A_FILE = 100

__all__ = ["Arrival", "XliffError", "check", "export", "take_in"]


def export(pages, language):
    """Yields XLIFF files with the source text of `pages` and their draft translation, each one fit to come back.

    A page without text is left out; so there may be no file at all.
    """
    waiting, size = [], 0
    for page in pages:
        document = _document(translation_work(page, language))
        if not document.units:
            continue
        own = len(write([document]))
        if waiting and (len(waiting) == PAGES_IN_A_FILE or size + own > LIMIT):
            yield write(waiting)
            waiting, size = [], 0
        waiting.append(document)
        size += own
    if waiting:
        yield write(waiting)


def check(files, user):
    """What `take_in` would do, as one `Arrival` per page; writes nothing. Raises `XliffError` as that does."""
    return checked(*_documents(files), user)


def take_in(files, user):
    """Put the translations of files, `(name, bytes)`, or of archives of them into the drafts: an `Arrival` per page.

    `XliffError` with every reason found, and nothing written, when one file is damaged, not ours or older than the
    source, or when `user` may not change one of its pages. Blank translations leave the draft as it is, and so does
    one that the draft has already: nobody can tell whether it was looked at.
    """
    documents, refusals = _documents(files)  # takes seconds for a large file: before the transaction
    with transaction.atomic():
        arrivals = checked(documents, refusals, user, lock=True)
        for arrival in arrivals:
            if arrival.texts:
                _store(arrival, user)
    return arrivals


# --- out
def _document(work):
    return Document(
        source_language=languages.default(),
        target_language=work.language,
        page_key=str(work.page.translation_key),
        title=work.page.get_admin_display_title(),
        source_digest=work.source_digest,
        exported_at=timezone.now(),
        units=tuple(_units(work)),
    )


def _units(work):
    for number, unit in numbered(work.source):
        present = work.target.get(unit.key)
        translated = {s.path: s.text for s in present.segments if s.plain} if present else {}
        segments = tuple(Segment(s.path, s.text, translated.get(s.path, ""), s.html) for s in unit.segments if s.plain)
        if segments:
            yield Unit(unit.key, segments, _note(work, unit, number))


def _note(work, unit, number):
    """What translators read beside a unit: where it stands, and what the source said when it was translated."""
    label = unit_label(work.model, unit, languages.default(), number)
    opened = work.opened.get(unit.key)
    if opened is None or opened.kind != staleness.CHANGED:
        return label
    before = " / ".join(words for words in opened.before.values() if words)
    return f"{label}. " + _("Changed since it was translated. Before: %(text)s") % {"text": before}


# --- in
def _documents(files):
    """`(documents, refusals)` of every file, as far as it can be read: others may have mistakes as well."""
    found, refusals = [], []
    for name, data in files:
        try:
            for member, content in unpacked(name, data):
                try:
                    found += [replace(document, file=member) for document in read(content)]
                except XliffError as error:
                    refusals.append(error.of_file(member))
        except XliffError as error:
            refusals.append(error.of_file(name))
    return found, refusals


def _store(arrival, user):
    work, page = arrival.work, arrival.work.page
    row = translation_of(page, work.language)
    for key, texts in arrival.texts.items():
        # Pictures and addresses of the translation's own stay: a file for translators has only words in it.
        work.content = written(work, work.source[key], texts, take_media=False)
    after = lanes.units(work.model, work.content, work.language)
    for key in arrival.texts:
        _follow(row, work.source[key], after[key], user)
    row.save(update_fields=["basis", "verdicts", "machine"])
    revision = page.with_content_json(work.content).save_revision(user=user, clean=False)
    digest = lanes.digest(lanes.lane_content(work.model, work.content, work.language))
    data = {"lane": work.language, "digest": digest}
    log(instance=page, action="articles.lane.exchange", user=user, revision=revision, data=data)


def _follow(row, source, target, user):
    """From now on the translated unit follows what the source says, unless a part of it is still missing."""
    there = {segment.path for segment in target.segments if segment.plain}
    if any(segment.plain and segment.path not in there for segment in source.segments):
        row.basis.setdefault(source.key, REOPENED)
        return
    suggested = row.machine.pop(source.key, None)
    row.verdicts[source.key] = {
        "verdict": UPDATED,
        "by": user.pk if user else None,
        "at": timezone.now().isoformat(),
        "basis": row.basis.get(source.key),
        "machine": translated_words.is_machine_text(target, suggested),
    }
    row.basis[source.key] = staleness.entry(source)
