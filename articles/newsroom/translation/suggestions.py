"""Suggestions of a machine for one unit: asked for, kept beside the translation, never put in its place."""

from django.db import transaction
from django.utils.translation import gettext as _

from articles import languages, rights
from articles.machine_translation.providers import SuggestionUnavailable, Text, provider
from articles.models.machine_text import holds_suggestion
from articles.models.translations import translation_of
from articles.newsroom.translation.translating import NotTranslated
from articles.newsroom.translation.work import translation_work


def is_possible():
    return provider() is not None


def suggest(page, language, key, user):
    """Ask the provider for a translation of the unit; `{path: text}`, remembered until a person confirms the unit."""
    if user is not None and not rights.may(user, rights.EDIT, language):
        raise NotTranslated(_("You have no right to edit this language."))
    unit = translation_work(page, language).source.get(key)
    service = provider()
    if unit is None or service is None:
        raise NotTranslated(_("No suggestion is available."))
    asked = [segment for segment in unit.segments if segment.plain]
    try:
        answers = service.translate([Text(s.text, s.html) for s in asked], languages.default(), language)
    except SuggestionUnavailable as unavailable:
        raise NotTranslated(_("No suggestion is available. %(reason)s") % {"reason": unavailable}) from unavailable
    found = {segment.path: answer for segment, answer in zip(asked, answers, strict=True)}
    _remember(page, language, key, found)
    return found


def dismiss(page, language, key, user):
    """The person does without the suggestion; text of it that stands in the draft stays marked."""
    if user is not None and not rights.may(user, rights.EDIT, language):
        raise NotTranslated(_("You have no right to edit this language."))
    _remember(page, language, key, None)


@transaction.atomic
def _remember(page, language, key, found):
    """Outside of the request to the service, which must not keep the page locked."""
    page = page.locked_row()
    translation_of(page, language)
    work = translation_work(page, language)
    row, standing = work.row, work.row.machine.pop(key, {})
    if found:
        row.machine[key] = found
    elif holds_suggestion(work.target.get(key), standing):
        row.machine[key] = standing
    row.save(update_fields=["machine"])
