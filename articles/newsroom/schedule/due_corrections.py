"""Corrections that were scheduled with a text: issued when it goes out, and never lost without somebody being told."""

import logging

from django.db import DatabaseError
from django.utils.translation import gettext as _

from articles import languages, rights
from articles.models import Notice
from articles.newsroom.lane_names import lane_name
from articles.newsroom.notices.notices import tell, who_may
from articles.newsroom.records import corrections

logger = logging.getLogger(__name__)


def issue_with(page, correction, person):
    """Tell readers in the name of `person` what a release has just put right; in words, why it was not done, or "".

    The release stands, whatever becomes of the correction.
    """
    if not correction:
        return ""
    try:
        corrections.issue(page, person, **correction)
        return ""
    except corrections.CorrectionRefused as refused:
        reason = refused.reason
    except DatabaseError:
        raise  # the next run tries all of it again
    except Exception:
        logger.exception("The correction of page %s was not issued", page.pk)
        reason = _("An error stood in the way.")
    tell_not_issued(page, correction, person, reason)
    return f"correction not issued: {reason}"


def tell_of_words_left(schedule):
    """`schedule` goes, and what it was to tell readers was neither issued nor taken back."""
    if schedule.correction:
        reason = _("The text went out in another way, or readers saw it already.")
        tell_not_issued(schedule.page, schedule.correction, schedule.set_by, reason)


def tell_not_issued(page, correction, person, reason):
    """Whoever can do something about it gets the words that readers were to be told."""
    source = languages.default()
    people = [*([person] if person and person.is_active else []), *who_may(rights.RELEASE, source)]
    tell(people, Notice.Kind.NOT_CORRECTED, page, source, text="\n".join([reason, *_lines(correction)]))


def _lines(correction):
    for code, text in correction.get("texts", {}).items():
        said = " → ".join(words for words in (text.get("wrong"), text.get("right")) if words)
        if said:
            yield f"{lane_name(code)}: {said}"
