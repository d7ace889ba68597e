"""What languages and lanes are called, in the language of whoever reads it."""

from django.utils.translation import get_language_info, gettext, pgettext_lazy

from articles import lanes, languages

# Django's own translations tell apart kinds of English (英語(米国)); a newsroom does not.
NAMES = {"ja": pgettext_lazy("language", "Japanese"), "en": pgettext_lazy("language", "English")}


def language_name(code):
    """The language as the editor calls it: `英語` or `English` for `en`."""
    if code in NAMES:
        return str(NAMES[code])
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:  # Django has no name for it
        return languages.name(code)


def lane_name(lane):
    return gettext("Shared fields") if lane == lanes.SHARED else language_name(lane)
