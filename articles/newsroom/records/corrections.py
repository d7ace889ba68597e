"""Corrections: issued with the words of each language, public in a language once somebody answers for them.

Four eyes, as for texts: nobody confirms words that they had a hand in. With one difference, because readers should
learn of an error at once, often at night: whoever may release a language answers for their own words in it, alone. It
is what the override is for texts, without its reason, which the correction itself gives; the log says who and when.
"""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from articles import lanes, languages, rights
from articles.models import Correction, LaneRelease
from articles.models.translations import translation_of
from articles.newsroom.records.corrected_texts import note_texts

DAYS_TO_TRANSLATE = 2
WORDS = ("wrong", "right")


class CorrectionRefused(Exception):
    """`reason` is fit to be shown to whoever asked."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


class WordsChanged(CorrectionRefused):
    """What somebody wrote or read is not what stands there now."""


def may_issue(user, texts=()):
    """Whoever may release the source may correct a page in every language, others in the languages they may release."""
    own = {code for code in languages.codes() if _may(user, rights.RELEASE, code)}
    return languages.default() in own or (set(texts) <= own if texts else bool(own))


def answers_alone(user, language):
    """Whether what `user` writes in `language` needs nobody else's word."""
    is_enough = rights.APPROVE if not settings.APPROVALS_REQUIRED else rights.RELEASE
    return _may(user, rights.RELEASE, language) or _may(user, is_enough, language)


def _may(user, act, language):
    """None is a command, for which nobody's rights are asked."""
    return user is None or rights.may(user, act, language)


def may_confirm(correction, user, language):
    if answers_alone(user, language):
        return True
    return rights.may(user, rights.APPROVE, language) and user.pk not in correction.writers.get(language, ())


@transaction.atomic
def issue(page, user, kind, texts):
    """Tell readers of `page` what was wrong: `texts` is `{language: {"wrong", "right"}}`.

    Raises `CorrectionRefused`. A language that `user` does not answer for waits for `confirm`; translations get a date
    until which they have to follow.
    """
    texts = _checked(kind, texts)
    if not may_issue(user, texts):
        raise CorrectionRefused(_("You have no right to publish this language."))
    page = page.locked_row()
    if not page.released_languages():
        raise CorrectionRefused(_("Readers cannot see this page: there is nothing to correct in public."))
    row = Correction(page_id=page.pk, kind=kind, issued_by=user)
    _put(row, texts, user)
    note_texts(row, page, texts)
    row.save()
    _log(row, page, "correction", user, texts)
    _set_due_dates(row, page)
    return row


def awaits(correction, user, language):
    """Whether there are words that `user` can make public."""
    return correction.waits_in(language) and correction.has_words(language) and may_confirm(correction, user, language)


def may_write(correction, user, language):
    """Words that readers see are changed only by those who answer for their own."""
    may_propose = any(rights.may(user, act, language) for act in (rights.EDIT, rights.APPROVE))
    return answers_alone(user, language) or (correction.waits_in(language) and may_propose)


def stamp(correction, codes):
    """What a decision about the words of these languages rests on: another stamp, and they have to be read again."""
    return lanes.digest({code: [languages.read(correction, name, code) or "" for name in WORDS] for code in codes})


@transaction.atomic
def amend(correction, texts, user, *, seen=None):
    """Write or change the words of some languages; those that `user` does not answer for have to be confirmed.

    With `seen`, the `stamp` of the languages of `texts` as they were opened, words that somebody else has changed since
    are not overwritten: `WordsChanged`.
    """
    page = _locked_with_page(correction)
    _check_unchanged(correction, texts, seen)
    texts = _checked(correction.kind, texts)
    changed = {code: text for code, text in texts.items() if not _says(correction, code, text)}
    if not all(may_write(correction, user, code) for code in changed):
        raise CorrectionRefused(_("You have no right to edit this language."))
    correction.save(update_fields=_put(correction, changed, user))
    _log(correction, page, "correction", user, changed)


@transaction.atomic
def confirm(correction, language, user, *, seen=None):
    """Make the words of `language` public, in the name of `user`, who has read those with the `stamp` `seen`."""
    page = _locked_with_page(correction)
    if not may_confirm(correction, user, language):
        wrote = user.pk in correction.writers.get(language, ())
        no_right = _("You have no right to approve this language.")
        raise CorrectionRefused(_("You wrote these words: somebody else has to confirm them.") if wrote else no_right)
    _check_unchanged(correction, [language], seen)
    if not correction.has_words(language):
        raise CorrectionRefused(_("There are no words in this language yet."))
    if correction.waits_in(language):
        column = languages.column("confirmed_at", language)
        setattr(correction, column, timezone.now())
        correction.writers = {code: found for code, found in correction.writers.items() if code != language}
        correction.save(update_fields=[column, "writers"])
        _log(correction, page, "confirm_correction", user, [language])


def _locked_with_page(correction):
    """The page, nobody else changing its corrections before the transaction ends; `correction` as it is stored."""
    page = correction.page.specific.locked_row()
    correction.refresh_from_db()
    return page


def _check_unchanged(correction, codes, seen):
    if seen is not None and seen != stamp(correction, codes):
        raise WordsChanged(_("Somebody has changed the words since you opened them. Nothing has been saved."))


def _checked(kind, texts):
    """`texts` without languages that say nothing."""
    if kind not in Correction.Kind.values:
        raise CorrectionRefused(_("Choose the kind of the correction."))
    kept = {}
    for code, text in texts.items():
        said = {name: "\n".join((text.get(name) or "").strip().splitlines()) for name in WORDS}
        if code not in languages.codes():
            raise CorrectionRefused(_("There is no such language."))
        if said["wrong"] and not said["right"]:
            raise CorrectionRefused(_("Say what is right."))
        if said["right"] and not said["wrong"] and kind == Correction.Kind.CORRECTION:
            raise CorrectionRefused(_("Say what was wrong."))
        if said["right"]:
            kept[code] = said
    if not kept:
        raise CorrectionRefused(_("Say what was wrong and what is right in at least one language."))
    return kept


def _says(correction, code, text):
    return all(languages.read(correction, name, code) == text[name] for name in text)


def _put(correction, texts, user):
    """The names of the columns that were set."""
    columns, writers = {}, dict(correction.writers)
    for code, text in texts.items():
        is_answered = answers_alone(user, code)
        writers[code] = [] if is_answered else sorted({*writers.get(code, ()), user.pk})
        values = {**text, "confirmed_at": timezone.now() if is_answered else None}
        columns |= {languages.column(name, code): value for name, value in values.items()}
    for column, value in {**columns, "writers": writers}.items():
        setattr(correction, column, value)
    return [*columns, "writers"]


def _set_due_dates(correction, page):
    if correction.kind != Correction.Kind.CORRECTION:
        return
    for code in set(languages.translations()) & set(page.released_languages()):
        if correction.waits_in(code) or languages.read(page, "outdated", code):
            row = translation_of(page, code)
            row.due_on = row.due_on or timezone.localdate() + timedelta(days=DAYS_TO_TRANSLATE)
            row.save(update_fields=["due_on"])


def _log(correction, page, action, user, codes):
    """With the text that readers see of each language while this is done; none where it is not released."""
    released = {row.lane: row for row in LaneRelease.objects.filter(page_id=page.pk).defer("content", "basis")}
    for code in codes:
        text = released.get(code)
        data = {
            "lane": code,
            "digest": text.digest if text else "",
            "number": text.number if text else None,
            "reason": languages.read(correction, "wrong", code) or languages.read(correction, "right", code),
        }
        log(instance=page, action=f"articles.lane.{action}", user=user, data=data)
