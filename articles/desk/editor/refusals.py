"""Why a page stays where it is, in words; the rule is `models.page_rights`, which every path asks."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from wagtail.admin import messages
from wagtail.models import Page

from articles import rights
from articles.desk.wording import lane_name, listed
from articles.models import LanePage

UNPUBLISH = "unpublish"
EXPLAINED = ("delete", "move", "move_confirm", UNPUBLISH)  # names of Wagtail's views of a page


def explained(name, view):
    """The view; who lacks a language reads so beside the page, where Wagtail would lead to the dashboard."""

    @wraps(view)
    def explaining(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except PermissionDenied:
            page = Page.objects.get(pk=kwargs.get("page_id") or kwargs.get("page_to_move_id")).specific
            if not _tell(request, page, name):
                raise
            return redirect("wagtailadmin_pages:edit", page.pk)

    return explaining


def tell_which_pages_stay(request, action_type, objects, action):
    """`before_bulk_action`: Wagtail goes on without the pages that it may not take, and says nothing."""
    if action_type not in EXPLAINED:
        return None
    for page in action.get_actionable_objects()[1]["items_with_no_access"]:
        _tell(request, page.specific, action_type)
    return None if objects else redirect(action.next_url)


def _tell(request, page, act):
    """Whether there is something to tell."""
    if not isinstance(page, LanePage):
        return False
    may = page.permissions_for_user(request.user)
    missing = may.kept_from_unpublishing() if act == UNPUBLISH else may.kept_from_removing()
    if missing:
        names = {"page": page.get_admin_display_title(), "lanes": listed(map(lane_name, missing))}
        buttons = list(_withdrawals(page, request.user)) if act == UNPUBLISH else []
        messages.error(request, _pattern(act) % names, buttons=buttons)
    return bool(missing)


def _pattern(act):
    if act == UNPUBLISH:
        return gettext(
            "“%(page)s” stays published: readers would lose languages that you have no right to publish (%(lanes)s). "
            "You can withdraw your own."
        )
    return gettext("“%(page)s” stays: you have no right to edit or publish all of it (%(lanes)s).")


def _withdrawals(page, user):
    for code in page.released_languages():
        if rights.may(user, rights.RELEASE, code):
            text = gettext("Withdraw: %(language)s") % {"language": lane_name(code)}
            yield messages.button(reverse("desk_withdraw", args=[page.pk, code]), text)
