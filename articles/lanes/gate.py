"""Which lanes of a page may go live now."""

from dataclasses import dataclass, field

from articles.lanes.content import SHARED

EMPTIED = "emptied"  # taking public text away is a withdrawal
BLOCKED = "blocked"  # the text is not fit to be released; see `blockers`
NOT_ASKED = "not-asked"
NOT_APPROVED = "not-approved"
EMBARGOED = "embargoed"
NO_RIGHT = "no-right"  # whoever publishes may not release this lane
SHARED_NOT_APPROVED = "shared-not-approved"  # a language cannot go out before what it stands on


@dataclass(frozen=True)
class LaneDraft:
    """What is known of one lane when a publish begins. Digests are "" for a lane with no text."""

    lane: str
    draft: str
    released: str = ""
    wanted: bool = False
    allowed: bool = True
    approved: bool = True
    embargoed: bool = False
    blockers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Held:
    """A lane that has newer text than readers see, and why it stays back."""

    lane: str
    reason: str  # one of the reasons below
    blockers: tuple[str, ...] = ()


@dataclass
class Plan:
    """The outcome: lanes to release, lanes held back; lanes in neither are unchanged or empty."""

    release: list[str] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)

    @property
    def held_lanes(self):
        return [held.lane for held in self.held]


def plan(drafts):
    """Decide for each `LaneDraft`.

    A lane goes out when it is wanted, has changed, is approved, is under no embargo, nothing blocks it, and whoever
    publishes has the right to release it. A released lane that was emptied stays as readers know it: taking text away
    is a withdrawal, never a side effect. The shared lane goes out with the first language that does: no language can
    be read without its dates and pictures.
    """
    drafts = list(drafts)
    changed = [draft for draft in drafts if draft.draft != draft.released]
    shared = next((draft for draft in changed if draft.lane == SHARED), None)
    languages = [draft for draft in changed if draft.lane != SHARED]
    missing_ground = shared is not None and not shared.released and _obstacle(shared, wanted=True)
    result = Plan()
    for draft in languages:
        reason = _obstacle(draft) or (SHARED_NOT_APPROVED if missing_ground else "")
        if reason:
            result.held.append(Held(draft.lane, reason, draft.blockers if reason == BLOCKED else ()))
        else:
            result.release.append(draft.lane)
    if shared is not None:
        first_release = not shared.released and bool(result.release)
        reason = _obstacle(shared, wanted=shared.wanted or first_release)
        if reason:
            result.held.append(Held(SHARED, reason))
        else:
            result.release.insert(0, SHARED)
    return result


def _obstacle(draft, wanted=None):
    """Why a changed lane cannot go out, or ""."""
    if not draft.draft:
        return EMPTIED
    if draft.blockers:
        return BLOCKED
    if not (draft.wanted if wanted is None else wanted):
        return NOT_ASKED
    if not draft.allowed:
        return NO_RIGHT
    if not draft.approved:
        return NOT_APPROVED
    return EMBARGOED if draft.embargoed else ""
