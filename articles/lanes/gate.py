"""Which lanes of a page may go live now."""

from dataclasses import dataclass, field

from articles.lanes.content import SHARED


@dataclass(frozen=True)
class LaneDraft:
    """What is known of one lane when a publish begins. Digests are "" for a lane with no text."""

    lane: str
    draft: str
    released: str = ""
    wanted: bool = False
    blockers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Held:
    """A lane that has newer text than readers see, and why it stays back."""

    lane: str
    reason: str  # "not-asked" | "blocked" | "emptied"
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

    A lane goes out when it is wanted, has changed, and nothing blocks it. A released lane that was emptied stays as
    readers know it: taking text away is a withdrawal, never a side effect. The shared lane goes out with the first
    language that does: no language can be read without its dates and pictures.
    """
    drafts, result = list(drafts), Plan()
    for draft in drafts:
        if draft.lane == SHARED or draft.draft == draft.released:
            continue
        if not draft.draft:
            result.held.append(Held(draft.lane, "emptied"))
        elif draft.blockers:
            result.held.append(Held(draft.lane, "blocked", draft.blockers))
        elif not draft.wanted:
            result.held.append(Held(draft.lane, "not-asked"))
        else:
            result.release.append(draft.lane)
    for draft in drafts:
        if draft.lane != SHARED or draft.draft == draft.released:
            continue
        first_release = not draft.released and result.release
        if draft.wanted or first_release:
            result.release.insert(0, SHARED)
        else:
            result.held.append(Held(SHARED, "not-asked"))
    return result
