"""The only reader of the language settings: which languages there are, and which one is meant now."""

from django.conf import settings
from django.utils import translation
from modeltranslation.utils import build_localized_fieldname


def codes():
    """Language codes in the order of the settings, the source language first: `["ja", "en"]`."""
    source = default()
    return [source, *(code for code, _ in settings.LANGUAGES if code != source)]


def default():
    """The source language, which every page is written in first."""
    return settings.LANGUAGE_CODE


def translations():
    """The languages that are translated into: all but the source."""
    return codes()[1:]


def current():
    """The active language as one of `codes()`; the source language where the active one is not ours."""
    active = translation.get_language() or default()
    return active if active in codes() else default()


def name(code):
    """The language's name in itself: `日本語`, `English`."""
    return dict(settings.LANGUAGES).get(code, code)


def column(field, code):
    """The name of the column that holds `field` in language `code`: `headline_ja`."""
    return build_localized_fieldname(field, code)


def read(obj, field, code):
    """The value of a translated field in exactly that language; never another language's text."""
    return getattr(obj, column(field, code))
