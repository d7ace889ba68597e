"""Publish buttons that name their target: the main one follows the open tab, the others stand in the menu."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.action_menu import ActionMenuItem, PublishMenuItem, SaveDraftMenuItem

from articles import lanes, languages, rights
from articles.desk.wording import lane_name
from articles.models import LanePage, LaneStatus, approvals


class PublishLanesItem(PublishMenuItem):
    """A button for each of `targets`, one of them in sight; each publishes its lane, whatever else is in the form."""

    template_name = "articles/desk/publish_item.html"

    def __init__(self, targets, order, refusals):
        super().__init__(order=order)
        self.targets, self.refusals = targets, refusals

    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        context["buttons"] = [
            {
                "value": lane,
                "label": self._label(lane, context["is_revision"]),
                "refusal": self.refusals.get(lane, ""),
                "out_of_sight": place > 0,
            }
            for place, lane in enumerate(self.targets)
        ]
        return context

    def _label(self, lane, is_revision):
        if lane == lanes.SHARED:
            return gettext("Publish the shared fields")
        text = gettext("Publish this version: %(languages)s") if is_revision else gettext("Publish %(languages)s")
        return text % {"languages": lane_name(lane)}


class PageLink(ActionMenuItem):
    """Leads to a screen about this page."""

    def __init__(self, url_name, label, icon_name, order, *args):
        super().__init__(order=order)
        self.name, self.url_name, self.label, self.icon_name, self.args = url_name, url_name, label, icon_name, args

    def get_url(self, parent_context):
        return reverse(self.url_name, args=[parent_context["page"].pk, *self.args])


def name_publish_targets(menu_items, request, context):
    """`construct_page_action_menu`: what the user may publish, with the reason where they cannot."""
    page = context.get("page")
    if page is not None and not isinstance(page, LanePage):
        return
    publish = next((item for item in menu_items if type(item) is PublishMenuItem), None)
    targets = [lane for lane in [*languages.codes(), lanes.SHARED] if rights.may(request.user, rights.RELEASE, lane)]
    is_saved = page is not None and page.pk and context["view"] == "edit"
    links = list(_links(page, request.user, targets)) if is_saved else []
    if publish is None:
        menu_items += links
        return
    menu_items.remove(publish)
    if not targets:
        menu_items += links
        return
    refusals = _refusals(page, request.user, targets) if is_saved else {}
    draft = [item for item in menu_items if isinstance(item, SaveDraftMenuItem)]
    rest = [item for item in menu_items if item not in draft]
    # The list opens upwards: what stands last is nearest to the button.
    menu_items[:] = [
        PublishLanesItem(targets, publish.order, refusals),
        *rest,
        *links,
        *(PublishLanesItem([lane], publish.order, refusals) for lane in reversed(targets[1:])),
        *draft,
    ]


def _links(page, user, targets):
    order = PublishMenuItem.order
    has_release = LaneStatus.objects.filter(page_id=page.pk, lane=languages.default()).exclude(released_digest="")
    if languages.default() in targets and has_release.exists():
        yield PageLink("desk_correction", _("Issue a correction…"), "pilcrow", order)
    for code in languages.translations():
        if rights.may(user, rights.EDIT, code):
            yield PageLink("desk_translate", _translate_label(code), "globe", order, code)
    if targets:
        yield PageLink("desk_publish", _("Publish together, schedule…"), "list-ul", order)


def _translate_label(code):
    return gettext("Translate side by side: %(language)s") % {"language": lane_name(code)}


def _refusals(page, user, targets):
    """`{lane: why publishing it now would be refused}`; a text that is typed on can still change that."""
    if not settings.APPROVALS_REQUIRED:
        return {}
    rows = LaneStatus.objects.filter(page_id=page.pk, lane__in=targets, approved=False)
    changed = [row.lane for row in rows if row.draft_digest and row.draft_digest != row.released_digest]
    return {lane: refused for lane in changed if (refused := approvals.refusal(page, lane, user))}
