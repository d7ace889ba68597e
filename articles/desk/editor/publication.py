"""What a publish did, in the editor's words: which languages went live, which were held back and why."""

from dataclasses import dataclass

from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from wagtail.admin import messages

from articles import lanes, languages, rights
from articles.desk.content_checks.advice import warn
from articles.desk.glossary.advice import advise
from articles.desk.wording import edition_name, lane_name, listed
from articles.lanes import gate
from articles.models import LaneRelease, LaneSchedule, approvals
from articles.models.release_gate import plain_json
from articles.models.releasing import release_request


@dataclass(frozen=True)
class Publication:
    """The `lanes.Plan` of a publish, as `user` is told of it."""

    page: object
    user: object
    released: list[str]  # lanes
    held: list[lanes.Held]
    releases: dict[str, LaneRelease]  # what readers see now, by lane


def publication(plan, page, user):
    """What to tell `user` of a publish of `page`, which is as stored after it."""
    rows = LaneRelease.objects.filter(page_id=page.pk, withdrawn_at=None)
    releases = {row.lane: row for row in rows if _is_public(page, row.lane)}
    return Publication(page, user, plan.release, plan.held, releases)


def _is_public(page, lane):
    """A lane that was withdrawn keeps its release, which readers do not see."""
    return lane == lanes.SHARED or bool(languages.read(page, "released_at", lane))


def asks_significance(page, content):
    """Whether releasing the source text in `content` has to say what it means for translations that readers see."""
    code = languages.default()
    releases = {row.lane: row for row in LaneRelease.objects.filter(page_id=page.pk)} if page.pk else {}
    if code not in releases or not set(releases) & set(languages.translations()):
        return False
    return lanes.digest(lanes.lane_content(type(page), content, code)) != releases[code].digest


class PublicationMixin:
    """For the create and edit views: a publish says what is public now, and what is not and why."""

    hook_after_saving = "after_edit_page"
    plans = {}

    def publish_action(self):
        answer = self.request.POST.get("significance", "")
        significance = answer if answer in lanes.Significance.values else ""
        if not significance and self._has_to_ask():
            return self._ask()
        with release_request(user=self.request.user, significance=significance, approving=True) as request:
            self.plans = request.plans
            return super().publish_action()

    def _has_to_ask(self):
        instance = self.form.instance
        wanted = languages.default() in self.form.target_languages
        return wanted and asks_significance(instance, plain_json(instance.serializable_data()))

    def _ask(self):
        """What was typed is saved as a draft; the question is asked beside the changes that it is about."""
        response = self.save_action()
        if response.status_code != 302:
            return response
        wanted = self.request.POST.get("action-publish", "")
        return redirect(f"{reverse('desk_publish', args=[self.page.pk])}?now={'+'.join(wanted.split())}")

    def run_hook(self, hook_name, *args, **kwargs):
        """Wagtail's own message would be green whatever went out; this is the seam just before it."""
        response = super().run_hook(hook_name, *args, **kwargs)
        if response or hook_name != "after_publish_page":
            return response
        plan = self.plans.get(self.page.pk)
        if plan is None:  # scheduled as a whole, by Wagtail's own means
            return response
        report(self.request, publication(plan, self.page, self.request.user), self._buttons)
        return super().run_hook(self.hook_after_saving, self.request, self.page) or self._leave()

    def _leave(self):
        """Back to the tab whose button was pressed."""
        if self.next_url:
            return self.redirect_away()
        response, wanted = self.redirect_and_remain(), self.request.POST.get("action-publish", "").split()
        if len(wanted) == 1 and wanted[0] in lanes.all_lanes():
            response["Location"] += f"#tab-{wanted[0]}"
        return response

    def _buttons(self):
        return [self.get_edit_message_button()] if self.next_url else []


def report(request, outcome, more_buttons=list):
    """Tell the editor: green for what is public, amber for what was held or might be worded better."""
    if outcome.released:
        messages.success(request, released_text(outcome), buttons=_live_buttons(request, outcome) + more_buttons())
    elif not outcome.held:
        messages.info(request, gettext("Nothing to publish: readers see this text already."))
    if outcome.held:
        messages.warning(request, held_text(outcome))
    advise(request, outcome.page, outcome.released)
    warn(request, outcome.page, outcome.released)


def _live_buttons(request, outcome):
    buttons = []
    for code in languages.codes():
        if code in outcome.released:
            with translation.override(code):
                url = outcome.page.get_url(request)
            if url:
                text = gettext("View in %(language)s") % {"language": lane_name(code)}
                buttons.append(messages.button(url, text, new_window=True))
    return buttons


def released_text(outcome):
    names = [edition_name(lane) for lane in outcome.released if lane != lanes.SHARED]
    if not names:
        return gettext("The shared fields are published.")
    return gettext("Published: %(languages)s.") % {"languages": listed(names)}


def held_text(outcome):
    """One line per lane that stays back: why, what its readers see meanwhile, and where to go on."""
    name = gettext("%(name)s:")
    lines = [
        (
            name % {"name": edition_name(held.lane)},
            why_held(outcome, held),
            _seen(outcome, held.lane),
            format_html_join(
                " ", '<a href="{}" class="button button-small button-secondary">{}</a>', _ways_on(outcome, held.lane)
            ),
        )
        for held in outcome.held
    ]
    return format_html(
        '<strong>{}</strong> {}<ul class="desk-held">{}</ul>',
        gettext("Not published:"),
        gettext("Your draft is kept."),
        format_html_join("", "<li><span><strong>{}</strong> {} {}</span> {}</li>", lines),
    )


def _ways_on(outcome, lane):
    """`(address, words)`, as far as the user may go there."""
    page, user = outcome.page, outcome.user
    if lane in languages.translations() and rights.may(user, rights.EDIT, lane):
        yield reverse("desk_translate", args=[page.pk, lane]), gettext("Translate side by side")
    if rights.may(user, rights.RELEASE, lane):
        yield reverse("desk_publish", args=[page.pk]), gettext("See the changes")
    else:
        yield reverse("lane_review", args=[page.pk, lane]), gettext("See the changes")


def why_held(outcome, held):
    """In words for whoever published."""
    if held.reason == gate.BLOCKED:
        # Asked again: the gate speaks the source language, whoever publishes.
        draft = outcome.page.get_latest_revision_as_object()
        return " ".join(map(str, draft.release_blockers(held.lane).values()))
    if held.reason == gate.NOT_ASKED and held.lane == lanes.SHARED:
        return gettext("They go out with the source language.")
    if held.reason == gate.NOT_APPROVED:
        return " ".join([gettext("It is not approved yet."), *_why_not_approved(outcome, held.lane)])
    if held.reason == gate.EMBARGOED:
        moment = timezone.localtime(LaneSchedule.objects.get(page_id=outcome.page.pk, lane=held.lane).at)
        return gettext("It is under an embargo until %(time)s.") % {"time": f"{moment:%Y-%m-%d %H:%M}"}
    return {
        gate.EMPTIED: gettext(
            "Its text was removed. Removing what is public is a withdrawal, which a publish never does."
        ),
        gate.NOT_ASKED: gettext("You did not ask for it."),
        gate.NO_RIGHT: gettext("You have no right to publish this language."),
        gate.SHARED_NOT_APPROVED: gettext("It stands on the shared fields, which are not approved yet."),
    }[held.reason]


def _why_not_approved(outcome, lane):
    refused = approvals.refusal(outcome.page, lane, outcome.user)
    return [refused] if refused else []


def _seen(outcome, lane):
    release = outcome.releases.get(lane)
    if release is None:
        return gettext("It is not public yet.")
    moment = timezone.localtime(release.released_at)
    return gettext("Readers still see the version of %(time)s.") % {"time": f"{moment:%Y-%m-%d %H:%M}"}
