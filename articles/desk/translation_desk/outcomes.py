"""Telling the person at the desk what became of what they asked for."""

from django.utils.html import format_html, format_html_join
from wagtail.admin import messages

MOST_LINES = 10


def report(request, outcome, text):
    """One message for all chosen items: `text` counts them, then each refused one with its reason."""
    said = text % {"done": outcome.done, "total": outcome.total}
    if not outcome.refused:
        messages.success(request, said)
        return
    lines = [f"{headline}: {reason}" for headline, reason in outcome.refused]
    (messages.warning if outcome.done else messages.error)(request, listed(said, lines))


def listed(said, lines):
    """A message with a list below it."""
    shown = format_html_join(
        "", "<li>{}</li>", ((line,) for line in [*lines[:MOST_LINES], *["…"] * (len(lines) > MOST_LINES)])
    )
    return format_html("{}<ul>{}</ul>", said, shown) if lines else said
