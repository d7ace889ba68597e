"""What the history of a page says about its lanes: who did what, when, to which lane, and to which text."""

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter

from articles.desk.wording import edition_name
from articles.lanes import gate
from articles.newsroom.schedule import due_releases
from articles.newsroom.translation import work

# action: (label, message); `lane`, `text` (the digest) and `reason` stand in the entry's data
ACTIONS = {
    "release": (_("Release a language"), _("Released %(lane)s (text %(digest)s)")),
    "hold": (_("Hold a language back"), _("Held %(lane)s back: %(reason)s (text %(digest)s)")),
    "approve": (_("Approve a language"), _("Approved %(lane)s (text %(digest)s)")),
    "override": (_("Approve as an exception"), _("Approved %(lane)s as an exception: %(reason)s (text %(digest)s)")),
    "revoke": (_("Take back an approval"), _("Took back the approval of %(lane)s (text %(digest)s)")),
    "request": (_("Ask for a review"), _("Asked for a review of %(lane)s (text %(digest)s)")),
    "send_back": (_("Send a language back"), _("Sent %(lane)s back: %(reason)s")),
    "take_back": (_("Take back a request for review"), _("Took back the request for a review of %(lane)s")),
    "withdraw": (_("Withdraw a language"), _("Withdrew %(lane)s: %(reason)s (text %(digest)s)")),
    "restore": (_("Restore a language"), _("Made %(lane)s public again (text %(digest)s)")),
    "unpublish": (_("Unpublish with the page"), _("Took %(lane)s from readers with the page (text %(digest)s)")),
    "schedule": (_("Schedule a language"), _("Scheduled %(lane)s for %(at)s")),
    "unschedule": (_("Cancel a schedule"), _("Cancelled the schedule of %(lane)s")),
    "correction": (
        _("Issue a correction"),
        _("Issued a correction in %(lane)s: %(reason)s (text %(digest)s)"),
    ),
    "verdict": (_("Judge a changed passage"), _("Judged a changed passage of %(lane)s: %(reason)s")),
    "exchange": (_("Import a translation"), _("Imported %(lane)s from a file (text %(digest)s)")),
    "hide_version": (_("Hide a superseded text"), _("Hid version %(number)s of %(lane)s: %(reason)s")),
    "show_version": (
        _("Show a superseded text again"),
        _("Made version %(number)s of %(lane)s readable again: %(reason)s"),
    ),
    "confirm_correction": (_("Confirm a correction"), _("Confirmed a correction in %(lane)s (text %(digest)s)")),
}
# What is stored as a reason where no person wrote one.
CODES = {
    "verdict": {
        work.UPDATED: _("translation updated"),
        work.NO_EFFECT: _("no effect on the translation"),
        work.LEFT_OUT: _("left out of the translation"),
        work.REMOVED: _("removed from the translation"),
        work.KEPT: _("kept in the translation"),
        "redo": _("judgement taken back"),
    },
    "hold": {
        gate.EMPTIED: _("its text was removed"),
        gate.BLOCKED: _("something is missing or must not be published"),
        gate.NOT_ASKED: _("the publication did not name it"),
        gate.NOT_APPROVED: _("not approved"),
        gate.EMBARGOED: _("under embargo"),
        gate.NO_RIGHT: _("no right to publish it"),
        gate.SHARED_NOT_APPROVED: _("the shared fields are not approved"),
        due_releases.NO_ACCOUNT: _("the account that scheduled it no longer exists"),
        due_releases.OWN_TIME: _("the draft has a later go-live time of its own"),
        due_releases.EXPIRED: _("the page was to be offline by then"),
        due_releases.NO_TEXT: _("there was no text"),
    },
}
KEYS = ("digest", "reason", "at", "number")


def register_log_actions(actions):
    """`register_log_actions`: every entry about a lane reads as a sentence."""
    for name, (label, message) in ACTIONS.items():
        actions.register_action(f"articles.lane.{name}")(_formatter(label, message, CODES.get(name, {})))


def _formatter(action_label, action_message, codes):
    class LaneFormatter(LogFormatter):
        label = action_label

        def format_message(self, log_entry):
            said = log_entry.data or {}
            values = {key: said.get(key, "") for key in KEYS}
            values["reason"] = codes.get(values["reason"], values["reason"])
            return action_message % {**values, "lane": edition_name(said["lane"]) if said.get("lane") else ""}

    return LaneFormatter
