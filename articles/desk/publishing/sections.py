"""Everything there is to know about each lane before it is published: what changed, what forbids it, what to mind."""

from dataclasses import dataclass, field
from functools import cached_property

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from wagtail.admin.utils import get_user_display_name

from articles import lanes, languages, rights
from articles.desk.changes.lane_diff import lane_diff
from articles.desk.wording import edition_name
from articles.lanes import staleness
from articles.models import LaneApproval, LaneRelease, LaneSchedule, LaneState, ReviewRequest, Translation
from articles.models.approvals import editors_since_release, refusal
from articles.models.content_check import content_warnings
from articles.models.term_check import term_blockers
from articles.newsroom.notices.notices import who_may


@dataclass
class Section:
    """One lane. `blockers` and `cautions` are words; an approval that is missing is none of them."""

    page: object
    user: object
    lane: str
    digest: str
    diff: object
    release: LaneRelease | None
    is_public: bool
    is_approved: bool
    schedule: LaneSchedule | None = None
    request: ReviewRequest | None = None
    approval: LaneApproval | None = None
    blockers: list[str] = field(default_factory=list)
    cautions: list[str] = field(default_factory=list)
    open_units: int = 0
    tells_readers: bool = False  # that the original is newer

    @property
    def name(self):
        return edition_name(self.lane)

    @property
    def is_shared(self):
        return self.lane == lanes.SHARED

    @property
    def language(self):
        """For `lang` of its text; "" for what is in none."""
        return "" if self.is_shared else self.lane

    @property
    def is_new(self):
        """Whether readers do not see this text yet."""
        return bool(self.digest or self.release) and not (self.is_public and self.digest == self.release.digest)

    @property
    def matters(self):
        return self.is_new or bool(self.schedule)

    @property
    def stamp(self):
        """What a decision about this lane rests on: another stamp, and it has to be read again."""
        at = f"{self.schedule.at.isoformat()}.{self.schedule.set_at.isoformat()}" if self.schedule else ""
        return f"{self.digest}.{self.release.digest if self.release else ''}.{at}"

    @cached_property
    def may_release(self):
        return rights.may(self.user, rights.RELEASE, self.lane)

    @cached_property
    def may_ask(self):
        return rights.may(self.user, rights.EDIT, self.lane)

    @cached_property
    def refusal(self):
        """Why this person cannot approve it; "" when they can."""
        return refusal(self.page, self.lane, self.user)

    @cached_property
    def may_override(self):
        is_allowed = rights.may(self.user, rights.APPROVE, self.lane) and rights.has(self.user, rights.OVERRIDE)
        return bool(self.refusal) and is_allowed

    @cached_property
    def reviewers(self):
        """`(id, name)` of everybody who can approve this text."""
        writers = {edit.user_id for edit in editors_since_release(self.page, self.lane)}
        people = [person for person in who_may(rights.APPROVE, self.lane) if person.pk not in writers]
        return sorted(((p.pk, get_user_display_name(p)) for p in people if p != self.user), key=lambda pair: pair[1])

    @property
    def is_embargoed(self):
        return bool(self.schedule and self.schedule.embargo and self.schedule.at > timezone.now())

    @property
    def obstacles(self):
        """Why it cannot go out now, in words; who may approve it does so by publishing it."""
        found = list(self.blockers)
        if not self.is_approved and self.digest and self.refusal:
            found.append(gettext("Nobody has approved this text."))
        if self.is_embargoed:
            found.append(gettext("Under embargo until %(time)s.") % {"time": self.scheduled_for})
        return found

    @property
    def scheduled_for(self):
        """In the newsroom's own time."""
        return f"{timezone.localtime(self.schedule.at, timezone.get_default_timezone()):%Y-%m-%d %H:%M}"

    @property
    def chip(self):
        """`(css, icon, word)`: what stands in the way, or that nothing does."""
        if self.blockers:
            return "stop", "cross", gettext("Cannot go out yet")
        if self.is_new and not self.is_approved:
            if self.request:
                return "note", "time", str(LaneState.REVIEW.label)
            return "stop", "lock", gettext("Not approved")
        return ("ok", "check", str(LaneState.READY.label)) if self.is_new else ("ok", "view", str(LaneState.LIVE.label))


def sections(page, user):
    """A `Section` for each lane, the languages first; a bounded number of queries, whatever the length of the text."""
    facts = _Facts(page)
    return [facts.section(lane, user) for lane in [*languages.codes(), lanes.SHARED]]


class _Facts:
    def __init__(self, page):
        self.page, self.model, self.content = page, type(page), page.draft_content()
        self.draft = page.get_latest_revision_as_object()
        self.states = page.lane_states(self.content)
        self.schedules = self._by_lane(LaneSchedule.objects)
        self.requests = self._by_lane(ReviewRequest.objects.filter(closed_at=None).select_related("assignee"))
        self.approvals = self._by_lane(
            LaneApproval.objects.filter(revoked_at=None, digest__in=[digest for digest, _row in self.states.values()])
            .select_related("approved_by")
            .order_by("approved_at")
        )
        self.work = self._by_lane(Translation.objects)

    def _by_lane(self, rows):
        return {row.lane: row for row in rows.filter(page_id=self.page.pk)}

    def section(self, lane, user):
        digest, release = self.states[lane]
        is_shared = lane == lanes.SHARED
        is_public = bool(release) and self.page.live and (is_shared or languages.read(self.page, "released_at", lane))
        section = Section(
            page=self.page,
            user=user,
            lane=lane,
            digest=digest,
            diff=lane_diff(self.model, release.content if release else {}, self.content, lane),
            release=release,
            is_public=bool(is_public),
            is_approved=not settings.APPROVALS_REQUIRED or lane in self.approvals,
            schedule=self.schedules.get(lane),
            request=self.requests.get(lane),
            approval=self.approvals.get(lane),
        )
        if section.is_new:
            self._judge(section)
        return section

    def _judge(self, section):
        if not section.digest:
            section.blockers.append(
                gettext("Its text was removed. Removing what is public is a withdrawal, which a publish never does.")
            )
            return
        if section.is_shared:
            self._mind_shared(section)
        else:
            self._block_language(section)
            self._mind_language(section)

    def _block_language(self, section):
        language = section.lane
        blocking, warning = term_blockers(self.model, self.content, language)
        stops = [*map(str, self.draft.release_blockers(language).values()), *blocking, *self._machine_made(language)]
        section.blockers += dict.fromkeys(stops)
        section.cautions += [words for words in warning if words not in section.blockers]
        section.cautions += content_warnings(self.model, self.content, language)

    def _machine_made(self, language):
        work = self.work.get(language)
        pending = {key for key in (work.machine if work else {}) if key in self._units(language)}
        if not pending:
            return []
        text = ngettext(
            "%(count)d passage holds a machine's suggestion that nobody has confirmed.",
            "%(count)d passages hold machine's suggestions that nobody has confirmed.",
            len(pending),
        )
        return [text % {"count": len(pending)}]

    def _units(self, language):
        return lanes.units(self.model, self.content, language)

    def _mind_language(self, section):
        if section.release and not section.is_public:
            section.cautions.append(gettext("It is withdrawn now: publishing it makes it public again."))
        if section.lane in languages.translations():
            section.open_units = len(self._open_units(section.lane))
            section.tells_readers = section.is_public and bool(languages.read(self.page, "outdated", section.lane))

    def _open_units(self, language):
        """Against the source as it will be: the newest draft."""
        work, source = self.work.get(language) or Translation(), self._units(languages.default())
        return staleness.open_units(source, self._units(language), work.basis, work.flags)

    def _mind_shared(self, section):
        if section.release and self.page.released_languages():
            section.cautions.append(gettext("They change at once in every language that is public."))
