"""How the desk names what the checks find, and what to do about it."""

from django.utils.translation import gettext, gettext_lazy

from articles import checks

NAMES = {
    checks.MISSING_ALT: gettext_lazy("Picture without alternative text"),
    checks.SKIPPED_LEVEL: gettext_lazy("Subsection without a section"),
    checks.LONG_HEADLINE: gettext_lazy("Long headline"),
    checks.UNDATED_MONTH: gettext_lazy("Month without a year"),
    checks.UNSOURCED_NUMBER: gettext_lazy("Number without a source"),
}
ADVICE = {
    checks.MISSING_ALT: gettext_lazy("A picture has no alternative text. Describe it for those who cannot see it."),
    checks.SKIPPED_LEVEL: gettext_lazy(
        "“%(words)s” is a subsection with no section above it. Make it a section, or put the heading of one before it."
    ),
    checks.LONG_HEADLINE: gettext_lazy(
        "The headline is %(length)s characters long, more than %(longest)s. "
        "Search results show about its beginning: “%(words)s…”."
    ),
    checks.UNDATED_MONTH: gettext_lazy("Say of which year it is: “%(words)s”."),
    checks.UNSOURCED_NUMBER: gettext_lazy(
        "Nothing says where this number is from: “%(words)s”. Link to its source, or list it under Sources."
    ),
}
LONG_JAPANESE_HEADLINE = gettext_lazy(
    "The headline is as long as %(length)s full-width characters, more than %(longest)s. "
    "Search results show about its beginning: “%(words)s…”."
)
HERO = gettext_lazy("Describe the picture for those who cannot see it.")


def name(check):
    """What is wrong, in a few words; whether it stops a publish is said with it."""
    if checks.Finding(check, "").severity == checks.BLOCK:
        return gettext("%(problem)s (stops the publication)") % {"problem": NAMES[check]}
    return str(NAMES[check])


def message(finding, language):
    """What is wrong and what to do."""
    text = ADVICE[finding.check]
    if finding.check == checks.MISSING_ALT and "/" not in finding.unit:
        text = HERO
    if finding.check == checks.LONG_HEADLINE and language == checks.JAPANESE:
        text = LONG_JAPANESE_HEADLINE
    longest = checks.LONGEST.get(language, checks.LONGEST_ELSEWHERE)
    return text % {"words": finding.words, "length": finding.length, "longest": longest}


def in_section(place, heading):
    """A block as editors know it, with the heading that it stands under."""
    return gettext("%(place)s, under “%(heading)s”") % {"place": place, "heading": heading} if heading else place
