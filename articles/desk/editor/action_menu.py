"""Publish buttons that name their target: the main one follows the open tab, the others stand in the menu."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.action_menu import ActionMenuItem, PublishMenuItem, SaveDraftMenuItem, UnpublishMenuItem

from articles import lanes, languages, rights
from articles.desk.wording import edition_name, lane_name
from articles.models import LanePage, LaneState, LaneStatus, approvals


@dataclass(frozen=True)
class Refusal:
    """Why a button does nothing now; `is_idle` when the first thing that is typed changes that."""

    text: str
    is_idle: bool = False


def nothing_changed():
    return Refusal(gettext("Nothing has changed."), is_idle=True)


class PublishLanesItem(PublishMenuItem):
    """A button for each of `targets`; each publishes its lane, whatever else is in the form.

    As the main button one of them is in sight, that of the open tab; in the menu all the others are.
    """

    template_name = "articles/desk/publish_item.html"

    def __init__(self, targets, order, refusals, *, is_main=False):
        super().__init__(order=order)
        self.targets, self.refusals, self.is_main = targets, refusals, is_main

    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        place = "main" if self.is_main else "menu"
        context["buttons"] = [
            {
                "id": f"publish-{place}-{lane}",
                "value": lane,
                "label": self._label(lane, context["is_revision"]),
                "refusal": self.refusals.get(lane),
                "out_of_sight": self.is_main == bool(number),
            }
            for number, lane in enumerate(self.targets)
        ]
        if not self.is_main:
            context["buttons"].reverse()  # the list opens upwards
        return context

    def _label(self, lane, is_revision):
        if lane == lanes.SHARED:
            return gettext("Publish the shared fields")
        text = gettext("Publish this version: %(languages)s") if is_revision else gettext("Publish %(languages)s")
        return text % {"languages": lane_name(lane)}


class PageLink(ActionMenuItem):
    """Leads to a screen about this page; with a `lane`, while the tab of that lane is open."""

    template_name = "articles/desk/menu_link.html"

    def __init__(self, url_name, label, icon_name, order, *args, lane=""):
        super().__init__(order=order)
        self.name, self.url_name, self.label, self.icon_name, self.args = url_name, url_name, label, icon_name, args
        self.lane = lane

    def get_url(self, parent_context):
        return reverse(self.url_name, args=[parent_context["page"].pk, *self.args])

    def get_context_data(self, parent_context):
        return {**super().get_context_data(parent_context), "lane": self.lane}


class UnpublishAllItem(UnpublishMenuItem):
    label = _("Unpublish all languages…")


class SaveDraftItem(SaveDraftMenuItem):
    """With its key, which Wagtail keeps to itself."""

    template_name = "articles/desk/save_draft_item.html"

    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        return {**context, "shortcut": _shortcut(context["request"])}


def _shortcut(request):
    """`Ctrl S`; "" where the user has switched shortcuts off."""
    if not getattr(getattr(request.user, "wagtail_userprofile", None), "keyboard_shortcuts", True):
        return ""
    agent = request.headers.get("user-agent", "")
    return "⌘ S" if any(device in agent for device in ("Mac", "iPod", "iPhone", "iPad")) else "Ctrl S"


def name_publish_targets(menu_items, request, context):
    """`construct_page_action_menu`: what the user may publish, with the reason where they cannot."""
    page = context.get("page")
    if page is not None and not isinstance(page, LanePage):
        return
    menu_items[:] = [_ours(item) for item in menu_items]
    publish = next((item for item in menu_items if type(item) is PublishMenuItem), None)
    targets = [lane for lane in [*languages.codes(), lanes.SHARED] if rights.may(request.user, rights.RELEASE, lane)]
    is_saved = page is not None and page.pk and context["view"] == "edit"
    rows = {row.lane: row for row in LaneStatus.objects.filter(page_id=page.pk)} if is_saved else {}
    links = list(_links(rows, request.user, targets)) if is_saved else []
    if publish is not None:
        menu_items.remove(publish)
    if publish is None or not targets:
        menu_items += links
        return
    refusals = _refusals(page, request, targets, rows)
    draft = [item for item in menu_items if isinstance(item, SaveDraftMenuItem)]
    rest = [item for item in menu_items if item not in draft]
    # The list opens upwards: what stands last is nearest to the button.
    menu_items[:] = [
        PublishLanesItem(targets, publish.order, refusals, is_main=True),
        *rest,
        *links,
        PublishLanesItem(targets, publish.order, refusals),
        *draft,
    ]


def _ours(item):
    own = {UnpublishMenuItem: UnpublishAllItem, SaveDraftMenuItem: SaveDraftItem}.get(type(item))
    return own(order=item.order) if own else item


def _links(rows, user, targets):
    order = PublishMenuItem.order
    source = rows.get(languages.default())
    if languages.default() in targets and source and source.released_digest:
        yield PageLink("desk_correction", _("Issue a correction…"), "pilcrow", order)
    for code in languages.codes():
        row = rows.get(code)
        if code in targets and row and row.released_digest and row.state != LaneState.WITHDRAWN:
            label = gettext("Withdraw %(language)s…") % {"language": edition_name(code)}
            yield PageLink("desk_withdraw", label, "download", order, code, lane=code)
    for code in languages.translations():
        if rights.may(user, rights.EDIT, code):
            yield PageLink("desk_translate", _translate_label(code), "globe", order, code)
    if targets:
        yield PageLink("desk_publish", _("Publish together, schedule…"), "list-ul", order)


def _translate_label(code):
    return gettext("Translate side by side: %(language)s") % {"language": lane_name(code)}


def _refusals(page, request, targets, rows):
    """`{lane: Refusal}` of what publishing it now would not do; a text that is typed on can still change that."""
    found = {}
    for lane in targets:
        if row := rows.get(lane):
            refusal = _refusal(page, request.user, row)
            # A form that came back holds what was typed, whatever is stored.
            if refusal and not (refusal.is_idle and request.method == "POST"):
                found[lane] = refusal
    return found


def _refusal(page, user, row):
    if row.draft_digest == row.released_digest:
        if not row.draft_digest:
            return Refusal(gettext("There is no text in this language."), is_idle=True)
        return nothing_changed() if row.state != LaneState.WITHDRAWN else None
    if not settings.APPROVALS_REQUIRED or row.approved or not row.draft_digest:
        return None
    reason = approvals.refusal(page, row.lane, user)
    return Refusal(reason) if reason else None
