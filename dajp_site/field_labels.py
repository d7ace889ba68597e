"""What the column of a translated field is called where nothing around it says its language."""

from django.utils.translation import get_language_info, gettext, pgettext


def in_language(label, code):
    """`本文（英語）`, in the language of whoever reads it."""
    language = pgettext("language", get_language_info(code)["name"])
    return gettext("%(field)s (%(language)s)") % {"field": label, "language": language}
