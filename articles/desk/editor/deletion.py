"""Deleting and moving a page touches every lane of it: Wagtail's right to change a draft is not enough."""

from django.core.exceptions import PermissionDenied

from articles import lanes, rights
from articles.models import LanePage


def keep_pages_of_others(request, page, *args):
    """`before_delete_page` and `before_move_page`: only for those who may edit all that the page holds."""
    if not _may_take_away(request.user, page.specific):
        raise PermissionDenied


def keep_many_pages_of_others(request, action_type, objects, action):
    """`before_bulk_action`"""
    if action_type in ("delete", "move"):
        for page in objects:
            if isinstance(page.specific, LanePage):
                keep_pages_of_others(request, page)


def _may_take_away(user, page):
    if not isinstance(page, LanePage):
        return True
    may_edit = rights.lanes_for(user, rights.EDIT)
    if may_edit == lanes.all_lanes():
        return True
    if not page.is_leaf():
        return False
    states = page.lane_states(page.draft_content())
    return all(lane in may_edit for lane, (digest, release) in states.items() if digest or release)
