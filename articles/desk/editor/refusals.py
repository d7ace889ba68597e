"""Why a page stays where it is, in words; the rule is `models.page_rights`, which every path asks."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils.translation import gettext
from wagtail.admin import messages
from wagtail.models import Page

from articles.desk.wording import lane_name, listed
from articles.models import LanePage

EXPLAINED = ("delete", "move", "move_confirm")  # names of Wagtail's views of a page


def explained(view):
    """The view; who lacks a language reads so beside the page, where Wagtail would lead to the dashboard."""

    @wraps(view)
    def explaining(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except PermissionDenied:
            page = Page.objects.get(pk=kwargs.get("page_id") or kwargs.get("page_to_move_id")).specific
            if not _tell(request, page):
                raise
            return redirect("wagtailadmin_pages:edit", page.pk)

    return explaining


def tell_which_pages_stay(request, action_type, objects, action):
    """`before_bulk_action`: Wagtail goes on without the pages that it may not take, and says nothing."""
    if action_type not in ("delete", "move"):
        return None
    for page in action.get_actionable_objects()[1]["items_with_no_access"]:
        _tell(request, page.specific)
    return None if objects else redirect(action.next_url)


def _tell(request, page):
    """Whether there is something to tell."""
    missing = page.permissions_for_user(request.user).kept_from_removing() if isinstance(page, LanePage) else []
    if missing:
        text = gettext("“%(page)s” stays: you have no right to edit or publish all of it (%(lanes)s).")
        names = {"page": page.get_admin_display_title(), "lanes": listed(map(lane_name, missing))}
        messages.error(request, text % names)
    return bool(missing)
