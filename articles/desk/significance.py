"""How much a change of the source matters for its translations: what each answer means, wherever it is asked."""

from django.utils.translation import gettext

from articles import languages
from articles.desk.wording import edition_name, listed
from articles.lanes import Significance


def significance_choices(chosen=""):
    """`{"value", "name", "help", "effect", "is_chosen"}` of each answer."""
    names = {"languages": listed(edition_name(code) for code in languages.translations())}
    told = {
        Significance.NONE: (
            gettext("Typing errors or notation only. The translation stays up to date."),
            gettext("%(languages)s: counts as up to date."),
        ),
        Significance.MINOR: (
            gettext("The meaning is the same. The desk keeps a note; readers are not told."),
            gettext("%(languages)s: the desk sees what changed; readers are not told."),
        ),
        Significance.UPDATE: (
            gettext("The meaning changed. The translation is marked, and its readers are told."),
            gettext("%(languages)s: marked as to be updated; readers are told that the original is newer."),
        ),
        Significance.CORRECTION: (
            gettext("An error was put right. As above, and listed with the corrections and in their feed."),
            gettext("%(languages)s: marked as to be updated; readers are told of the correction."),
        ),
    }
    for value, name in Significance.choices:
        explanation, effect = told[Significance(value)]
        yield {
            "value": value,
            "name": name,
            "help": explanation,
            "effect": effect % names,
            "is_chosen": chosen == value,
        }
