"""Whether a file of translations fits the pages as they are now: what it would change, or every reason why not."""

from dataclasses import dataclass, field
from uuid import UUID

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from wagtail.models import Page

from articles import languages, rights, terms
from articles.exchange import Reason, XliffError
from articles.lanes.content import essence
from articles.lanes.plain_text import plain_text
from articles.models import LanePage
from articles.models.glossary import current_terms
from articles.models.glossary_wording import blocking_message, warning_message
from articles.models.term_check import numbered, unit_label
from articles.newsroom.translation.translated_words import place_of
from articles.newsroom.translation.work import TranslationWork, translation_work

SHOWN = 80  # characters of a text in a reason
MOST_PAGES = 500  # at once: each becomes a draft, some twenty in a second, and somebody waits for all of them


@dataclass
class Arrival:
    """What a file brings for one page: `texts` (`{unit key: {path: text}}`) that the draft does not have."""

    work: TranslationWork
    texts: dict = field(default_factory=dict)
    replaced: int = 0  # texts that stand in the place of others
    unchanged: int = 0  # texts that the draft has already
    blank: int = 0  # texts that are not translated
    warnings: list[Reason] = field(default_factory=list)

    @property
    def page(self):
        return self.work.page

    @property
    def count(self):
        return sum(map(len, self.texts.values()))


def checked(documents, refusals, user, *, lock=False):
    """An `Arrival` for each document; `XliffError` with every reason when one of them cannot be taken in.

    `refusals`: the `XliffError`s of what could not even be read. With `lock`, in a transaction, nobody else changes
    the pages before its end.
    """
    refusals = [*refusals, *_refused_whole(documents, user)]
    pages, termset, reasons, arrivals, seen = _pages(documents), current_terms(), [], [], {}
    # In one order everywhere, so that two imports never wait for each other.
    for document in sorted(documents, key=lambda one: pages[one.page_key].pk if one.page_key in pages else 0):
        page = pages.get(document.page_key)
        first = seen.setdefault((document.page_key, document.target_language), document)
        refusal = _refusal(page, user) if first is document else _("The page is in another of the files, too.")
        if refusal:
            reasons.append(Reason(document.title or document.page_key, refusal, document.file))
            continue
        if lock:
            page = page.locked_row()
        reading = _Comparison(document, translation_work(page, document.target_language), termset)
        reasons += reading.reasons
        arrivals.append(reading.arrival)
    if reasons or refusals:
        found = [*(reason for refusal in refusals for reason in refusal.reasons), *reasons]
        raise XliffError(found, is_legible=bool(reasons) or any(refusal.is_legible for refusal in refusals))
    return arrivals


def _refused_whole(documents, user):
    """`XliffError`s about files as such."""
    if len(documents) > MOST_PAGES:
        text = _("At most %(count)d pages can be taken in at once. Send the files in several steps.")
        raise XliffError([Reason(_("File"), text % {"count": MOST_PAGES})], is_legible=False)
    files = sorted({(document.file, document.target_language) for document in documents})
    message = _("You have no right to edit this language.")
    for file, language in files:
        if user is not None and not rights.may(user, rights.EDIT, language):
            yield XliffError([Reason(_("File"), message, file)], is_legible=False)


def _pages(documents):
    """`{page key: page as its own type}`"""
    keys = {}
    for document in documents:
        try:
            keys[UUID(document.page_key)] = document.page_key
        except ValueError:
            continue
    found = Page.objects.filter(translation_key__in=keys, alias_of=None).specific()
    return {keys[page.translation_key]: page for page in found if isinstance(page, LanePage)}


def _refusal(page, user):
    if page is None:
        return _("There is no such page here.")
    if user is None:
        return ""
    permissions = page.permissions_for_user(user)
    if not permissions.can_edit():
        return _("You have no right to edit this page.")
    return _("The page is locked.") if permissions.page_locked() else ""


class _Comparison:
    """One document beside the page that it is about."""

    def __init__(self, document, work, termset):
        self.document, self.work, self.termset = document, work, termset
        self.arrival, self.reasons = Arrival(work), []
        self.labels = {
            unit.key: unit_label(work.model, unit, languages.default(), number)
            for number, unit in numbered(work.source)
        }
        for unit in document.units:
            self._unit(unit)
        if document.source_digest and document.source_digest != work.source_digest and not self.reasons:
            self._name_what_moved()
        self._warn_of_overwriting()

    def _refuse(self, key, message):
        self.reasons.append(Reason(self._where(key), message, self.document.file))

    def _where(self, key):
        title = self.document.title or self.work.page.get_admin_display_title()
        return f"{title} / {self.labels.get(key, key)}"

    def _name_what_moved(self):
        """What is in the file is as it was: something was added, or pictures and settings changed."""
        sent = {unit.key for unit in self.document.units}
        new = [unit for unit in self.work.source.values() if unit.has_text and unit.key not in sent]
        for unit in new:
            text = _("New in the source since the export: “%(text)s”")
            self._refuse(unit.key, text % {"text": _short(unit.plain)})
        if not new:
            where = self.document.title or self.document.page_key
            text = _("The source has changed since the export, in its pictures, settings or parts. Export it again.")
            self.reasons.append(Reason(where, text, self.document.file))

    def _warn_of_overwriting(self):
        """Drafts keep their history, so that somebody else's later words are not lost, only replaced."""
        exported_at, revision = self.document.exported_at, self.work.page.latest_revision
        if self.arrival.replaced and exported_at and revision and revision.created_at > exported_at:
            text = _("The draft was saved after the export. The file replaces %(count)d texts of it.")
            where = self.document.title or self.document.page_key
            self.arrival.warnings.append(Reason(where, text % {"count": self.arrival.replaced}))

    # --- one unit
    def _unit(self, sent):
        source = self.work.source.get(sent.key)
        if source is None:
            words = _short(" / ".join(_words(segment.source, segment.html) for segment in sent.segments))
            self._refuse(sent.key, _("The source does not have this part, or no longer: “%(text)s”") % {"text": words})
            return
        now = {segment.path: segment for segment in source.segments}
        target = self.work.target.get(sent.key)
        present = {segment.path: segment for segment in target.segments} if target else {}
        for segment in sent.segments:
            known = now.get(segment.path)
            if problem := _moved(segment, known):
                self._refuse(sent.key, problem)
            else:
                self._text(source, segment, present.get(segment.path))

    def _text(self, source, segment, present):
        place = place_of(self.work, source, segment.path)
        text = segment.target if segment.html or place.lines > 1 else " ".join(segment.target.split())
        words = _words(text, segment.html)
        if not words:
            self.arrival.blank += 1
        elif present and essence(present.text) == essence(text):
            self.arrival.unchanged += 1
        elif place.longest and len(words) > place.longest:
            message = _("The translation has %(count)d characters; %(most)d fit here.")
            self._refuse(source.key, message % {"count": len(words), "most": place.longest})
        else:
            self.arrival.texts.setdefault(source.key, {})[segment.path] = text
            self.arrival.replaced += bool(present and present.plain)
            self._warn_of_words(source.key, words)

    def _warn_of_words(self, key, words):
        language = self.work.language
        for match in self.termset.violations(words, language):
            message = blocking_message if match.term.severity == terms.BLOCK else warning_message
            said = message(words[match.start : match.end], match.term, language)
            self.arrival.warnings.append(Reason(self._where(key), said))


def _moved(segment, now):
    """How the source of a text differs from what the file was made of; "" when it does not."""
    if now is None or now.html != segment.html:
        text = _("The source does not have this part, or no longer: “%(text)s”")
        return text % {"text": _short(_words(segment.source, segment.html))}
    if essence(now.text) == essence(segment.source):
        return ""
    before, after = _words(segment.source, segment.html), now.plain
    if before == after:
        return _("Links or formatting of the source have changed since the export.")
    text = _("The source has changed since the export. Before: “%(before)s” Now: “%(after)s”")
    return text % {"before": _short(before), "after": _short(after)}


def _words(text, html):
    return plain_text(text) if html else " ".join(text.split())


def _short(text):
    return Truncator(text).chars(SHOWN)
