"""What a publish did, in the editor's words: which languages went live, which were held back and why."""

from dataclasses import dataclass

from django.utils import timezone, translation
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from wagtail.admin import messages

from articles import lanes, languages
from articles.desk.wording import lane_name, listed
from articles.models import LaneRelease


@dataclass(frozen=True)
class Publication:
    released: list[str]  # lanes
    held: list[lanes.Held]
    releases: dict[str, LaneRelease]  # what readers see now, by lane


def release_times(page_id):
    """`{lane: when it was last released}`, to compare before and after a publish."""
    return dict(LaneRelease.objects.filter(page_id=page_id).values_list("lane", "released_at"))


def publication_since(before, page):
    """What became of the lanes of `page` since `before` (`release_times()`)."""
    draft = page.get_latest_revision_as_object()
    states = draft.lane_states(page.latest_revision.content)
    releases = {lane: release for lane, (_digest, release) in states.items() if release and _is_public(page, lane)}
    plan = lanes.plan(
        lanes.LaneDraft(
            lane=lane,
            draft=digest,
            released=releases[lane].digest if lane in releases else "",
            blockers=() if lane == lanes.SHARED else tuple(map(str, draft.release_blockers(lane).values())),
        )
        for lane, (digest, _release) in states.items()
    )
    released = [lane for lane, release in releases.items() if release.released_at != before.get(lane)]
    return Publication(released, plan.held, releases)


def _is_public(page, lane):
    """A lane that was withdrawn keeps its release, which readers do not see."""
    return lane == lanes.SHARED or bool(languages.read(page, "released_at", lane))


class PublicationMixin:
    """For the create and edit views: a publish says what is public now, and what is not and why."""

    lanes_before = {}
    hook_after_saving = "after_edit_page"

    def publish_action(self):
        if self.page.pk:
            self.lanes_before = release_times(self.page.pk)
        return super().publish_action()

    def run_hook(self, hook_name, *args, **kwargs):
        """Wagtail's own message would be green whatever went out; this is the seam just before it."""
        response = super().run_hook(hook_name, *args, **kwargs)
        if response or hook_name != "after_publish_page" or self.page.latest_revision.approved_go_live_at:
            return response
        self._report(publication_since(self.lanes_before, self.page))
        return super().run_hook(self.hook_after_saving, self.request, self.page) or self._leave()

    def _leave(self):
        return self.redirect_away() if self.next_url else self.redirect_and_remain()

    def _report(self, publication):
        if publication.released:
            buttons = self._live_buttons(publication)
            messages.success(self.request, released_text(publication), buttons=buttons)
        elif not publication.held:
            messages.info(self.request, gettext("Nothing to publish: readers see this text already."))
        if publication.held:
            messages.warning(self.request, held_text(publication))

    def _live_buttons(self, publication):
        buttons = []
        for code in languages.codes():
            if code in publication.released:
                with translation.override(code):
                    url = self.page.get_url(self.request)
                if url:
                    text = gettext("View in %(language)s") % {"language": lane_name(code)}
                    buttons.append(messages.button(url, text, new_window=True))
        if self.next_url:
            buttons.append(self.get_edit_message_button())
        return buttons


def released_text(publication):
    names = [lane_name(lane) for lane in publication.released if lane != lanes.SHARED]
    if not names:
        return gettext("The shared fields are published.")
    return gettext("Published: %(languages)s.") % {"languages": listed(names)}


def held_text(publication):
    """One line per lane that stays back: why, and what its readers see meanwhile."""
    lines = [(lane_name(held.lane), _reason(held), _seen(publication, held.lane)) for held in publication.held]
    return format_html(
        "<strong>{}</strong> {}<ul>{}</ul>",
        gettext("Not published:"),
        gettext("Your draft is kept."),
        format_html_join("", "<li><strong>{}</strong>: {} {}</li>", lines),
    )


def _reason(held):
    if held.reason == "emptied":
        return gettext("Its text was removed. Removing what is public is a withdrawal, which a publish never does.")
    if held.blockers:
        return " ".join(held.blockers)
    if held.lane == lanes.SHARED:
        return gettext("They go out with the source language.")
    return gettext("You did not ask for it.")


def _seen(publication, lane):
    release = publication.releases.get(lane)
    if release is None:
        return gettext("It is not public yet.")
    moment = timezone.localtime(release.released_at)
    return gettext("Readers still see the version of %(time)s.") % {"time": f"{moment:%Y-%m-%d %H:%M}"}
