"""What somebody decides on the screen that publishes lanes together: when each goes out, and how much it matters."""

from functools import cached_property

from django import forms
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from articles import lanes, languages, rights
from articles.desk.publishing.significance import SignificanceForm

NOW, LATER, NOT_YET = "now", "later", "no"
WHEN = [
    (NOW, pgettext_lazy("when to publish", "Now")),
    (LATER, pgettext_lazy("when to publish", "At a time")),
    (NOT_YET, pgettext_lazy("when to publish", "Not this time")),
]
TYPED_TIME = "%Y-%m-%dT%H:%M"


class NewsroomTime(forms.DateTimeField):
    """A time in the newsroom's own zone, wherever the editor is."""

    default_error_messages = {"invalid": _("Write the time as 2025-12-05T09:00.")}

    def __init__(self, **kwargs):
        super().__init__(input_formats=[TYPED_TIME, "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"], **kwargs)

    def to_python(self, value):
        with timezone.override(timezone.get_default_timezone()):
            return super().to_python(value)


class LaneForm(forms.Form):
    """The decision about one lane; `section` is what it rests on."""

    when = forms.ChoiceField(choices=WHEN, required=False)
    at = NewsroomTime(required=False)
    embargo = forms.BooleanField(required=False)
    reviewer = forms.CharField(required=False)
    reason = forms.CharField(required=False)
    stamp = forms.CharField(required=False)

    def __init__(self, section, data=None, wanted=()):
        self.section = section
        super().__init__(data, prefix=section.lane, initial=self._initial(section, wanted))

    @staticmethod
    def _may_be_proposed(section):
        """What nothing stands in the way of; a withdrawal is never undone by a proposal."""
        withdrawn = section.release and not section.is_public
        return section.is_new and not withdrawn and section.may_release and not section.obstacles

    def _initial(self, section, wanted):
        """`wanted`: the languages that a button of the editor named; the shared fields travel with the source."""
        schedule, when = section.schedule, NOT_YET
        travels = section.is_shared and languages.default() in wanted
        if section.is_new and section.may_release and (section.lane in wanted or travels):
            when = NOW
        elif schedule:
            when = LATER
        elif not wanted and self._may_be_proposed(section):
            when = NOW
        at = timezone.localtime(schedule.at, timezone.get_default_timezone()) if schedule else None
        return {"when": when, "at": f"{at:{TYPED_TIME}}" if at else "", "embargo": bool(schedule and schedule.embargo)}

    @property
    def typed(self):
        """What stands in each field, decided upon or not."""
        return {name: self[name].value() or "" for name in self.fields}

    @property
    def is_decided(self):
        """Whether the form says anything about this lane: who may not release it is not asked."""
        return not self.is_bound or self.data.get(self.add_prefix("when")) in dict(WHEN)

    @property
    def choice(self):
        """What was sent, else what is proposed."""
        sent = self.data.get(self.add_prefix("when")) if self.is_bound else None
        return sent if sent in dict(WHEN) else self.initial["when"]

    @property
    def asked_person(self):
        """Id of whoever is to be asked, or None for everybody who may approve."""
        known = {str(pk): pk for pk, _name in self.section.reviewers}
        return known.get(self.typed["reviewer"])

    @property
    def time_words(self):
        """The time that was typed, or ""."""
        zone = timezone.get_default_timezone()
        return f"{timezone.localtime(self.moment, zone):%Y-%m-%d %H:%M}" if self.moment else ""

    least_reason = rights.MINIMUM_REASON

    @property
    def options(self):
        """`(value, words, is chosen)`; a lane that waits for its time says what not publishing means."""
        for value, words in WHEN:
            cancels = value == NOT_YET and self.section.schedule
            yield value, gettext("Cancel the schedule") if cancels else words, value == self.choice

    @property
    def moment(self):
        """The time that was typed, or None."""
        try:
            return self.fields["at"].clean(self["at"].value())
        except forms.ValidationError:
            return None

    @property
    def is_stale(self):
        return self.typed["stamp"] != self.section.stamp

    @property
    def is_kept(self):
        """Whether the schedule stays what it is."""
        schedule = self.section.schedule
        same_time = schedule and self.moment and schedule.at.replace(second=0, microsecond=0) == self.moment
        return bool(same_time) and schedule.embargo == bool(self.typed["embargo"])

    def clean(self):
        cleaned = super().clean()
        if not (self.is_decided and self.section.matters and self.choice == LATER):
            self.errors.pop("at", None)  # typed, and then something else was chosen
        if not (self.is_decided and self.section.matters):
            return cleaned
        if self.choice == LATER and not self.is_kept and "at" not in self.errors:
            if not cleaned.get("at"):
                self.add_error("at", gettext("Say when it is to be published."))
            elif cleaned["at"] <= timezone.now():
                self.add_error("at", gettext("The time lies in the past."))
        if self.choice == LATER and self.section.is_new and not self.section.digest:
            self.add_error("when", self.section.blockers[0])
        if self.choice == NOW:
            for words in self.section.obstacles or self._nothing_new():
                self.add_error("when", words)
        return cleaned

    def _nothing_new(self):
        return [] if self.section.is_new else [gettext("Readers see this text already.")]


class TogetherForm:
    """All decisions of one screen. `errors` are `(id of the field, words)` for the summary."""

    def __init__(self, sections, data=None, wanted=()):
        self.lanes = [LaneForm(section, data, wanted) for section in sections]
        source = languages.default()
        self.significance = SignificanceForm(
            data,
            schedule=self._by_lane(source).section.schedule,
            is_asked=self.asks_significance and source in [*self.chosen(NOW), *self.chosen(LATER)],
        )

    def _by_lane(self, lane):
        return next(form for form in self.lanes if form.section.lane == lane)

    @cached_property
    def asks_significance(self):
        """Whether a released source text changes under a translation that was released too."""
        source = self._by_lane(languages.default()).section
        released = [code for code in languages.translations() if self._by_lane(code).section.release]
        return bool(source.release and source.digest and source.digest != source.release.digest and released)

    @property
    def is_stale(self):
        return any(form.is_stale for form in self.lanes)

    def chosen(self, when):
        decided = [form for form in self.lanes if form.section.matters and form.is_decided]
        return [form.section.lane for form in decided if form.choice == when]

    @property
    def now(self):
        """Lanes to release at once; the first language ever to go out takes the shared fields along."""
        lanes_now, shared = self.chosen(NOW), self._by_lane(lanes.SHARED).section
        taken_along = [lanes.SHARED] if lanes_now and not shared.release and lanes.SHARED not in lanes_now else []
        return lanes_now + taken_along

    @property
    def corrects_now(self):
        return self.significance.corrects and languages.default() in self.now

    @property
    def scheduled(self):
        """Forms of lanes whose schedule is new or becomes another."""
        return [form for form in self.lanes if form.section.lane in self.chosen(LATER) and not self._is_kept(form)]

    def _is_kept(self, form):
        is_source = form.section.lane == languages.default()
        return form.is_kept and (not is_source or self.significance.is_kept)

    @property
    def cancelled(self):
        return [lane for lane in self.chosen(NOT_YET) if self._by_lane(lane).section.schedule]

    @property
    def decided(self):
        return [*self.now, *(form.section.lane for form in self.scheduled), *self.cancelled]

    @property
    def without_right(self):
        """Names of decided lanes that this person may not release."""
        return [
            self._by_lane(lane).section.name for lane in self.decided if not self._by_lane(lane).section.may_release
        ]

    @property
    def errors(self):
        found = [
            (form[name].auto_id, gettext("%(lane)s: %(reason)s") % {"lane": form.section.name, "reason": words})
            for form in self.lanes
            for name, messages in form.errors.items()
            for words in messages
        ]
        found += self.significance.summary
        found += [(f"id_{lanes.SHARED}-when", words) for words in self._ground_missing()]
        if not found and not self.decided:
            found.append(("", gettext("Nothing is chosen: say of at least one language when it is to be published.")))
        return found

    def _ground_missing(self):
        """Why the shared fields cannot go along with the first language, which cannot be read without them."""
        if lanes.SHARED not in self.now or lanes.SHARED in self.chosen(NOW):
            return []
        section = self._by_lane(lanes.SHARED).section
        return [gettext("%(lane)s: %(reason)s") % {"lane": section.name, "reason": r} for r in section.obstacles]
