"""Carrying out what was decided about several lanes: all of it, or nothing."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from articles import languages
from articles.desk.editor.publication import publication, why_held
from articles.desk.publishing.form import LATER, NOT_YET, NOW
from articles.desk.wording import edition_name, listed
from articles.models.releasing import release_lanes
from articles.newsroom.records import corrections
from articles.newsroom.schedule import schedules


class NotCarriedOut(Exception):
    """Nothing was changed once the transaction is rolled back; `reasons` are fit to be shown."""

    def __init__(self, reasons):
        super().__init__(reasons)
        self.reasons = reasons


def carry_out(page, form, user):
    """Release, schedule and cancel as `form` (a valid `TogetherForm`) says; to be called inside a transaction.

    The `lanes.Plan` of what was released, None when nothing was asked for now.
    """
    plan = None
    significance = form.significance.chosen if form.significance.is_asked else ""
    try:
        if languages.default() in form.now:
            schedules.take_correction(page, languages.default())  # what is told stands on the screen
        if form.now:
            plan = _release(page, form.now, user, significance)
        for decision in form.scheduled:
            _schedule(page, decision, user, form.significance)
        for lane in form.cancelled:
            schedules.unschedule(page, lane, user)
        if form.corrects_now:
            corrections.issue(page, user, **form.significance.correction)
    except (schedules.NotScheduled, corrections.CorrectionRefused) as refused:
        raise NotCarriedOut([refused.reason]) from refused
    except ValidationError as invalid:
        raise NotCarriedOut(invalid.messages) from invalid
    return plan


def _release(page, wanted, user, significance):
    # The changes stand on the screen: publishing them is approving them, as far as this person may.
    plan = release_lanes(page, wanted, user=user, significance=significance, approving=True)
    outcome = publication(plan, page, user)
    if held := [held for held in plan.held if held.lane in wanted]:
        text = gettext("%(lane)s cannot be published as it is: %(reason)s")
        reasons = [text % {"lane": edition_name(one.lane), "reason": why_held(outcome, one)} for one in held]
        raise NotCarriedOut(reasons)
    return plan


def _schedule(page, decision, user, answer):
    lane, chosen = decision.section.lane, decision.cleaned_data
    said = {}
    if lane == languages.default() and answer.is_asked:
        said = {"significance": answer.chosen, "correction": answer.correction}
    schedules.schedule(page, lane, chosen["at"], user, embargo=chosen["embargo"], **said)


def button_patterns():
    """What a button says of the lanes that go out now, later, or not at their time any more."""
    return {
        "now": gettext("Publish %(lanes)s"),
        "later": gettext("Schedule %(lanes)s"),
        "no": gettext("Cancel the schedule of %(lanes)s"),
        "none": gettext("Choose what to publish"),
    }


def button_words(form):
    """What the button will do, each target by its name."""
    patterns = button_patterns()
    groups = {"now": form.now, "later": [one.section.lane for one in form.scheduled], "no": form.cancelled}
    said = [patterns[when] % {"lanes": listed(map(edition_name, wanted))} for when, wanted in groups.items() if wanted]
    return " · ".join(said) or patterns["none"]


def effects(form):
    """What follows from every choice there is: `{"lane", "when", "icon", "name", "text", "is_chosen"}`."""
    found = []
    for decision in form.lanes:
        if decision.section.matters:
            for when, icon, text in _lane_effects(decision.section):
                chosen = decision.choice == when
                found.append(
                    {"decision": decision, "when": when, "icon": icon, "text": text, "is_chosen": chosen},
                )
    return found


def _lane_effects(section):
    yield NOW, "upload", gettext("published at once.")
    yield (
        LATER,
        "calendar-check",
        gettext("published then if it is approved by that time; otherwise it is held, and you are told."),
    )
    if section.schedule:
        yield NOT_YET, "cross", gettext("its schedule is cancelled.")
    else:
        yield NOT_YET, "no-view", gettext("stays as readers see it; the draft is kept.")
