"""Submitting and reviewing in the editor's menu of actions; each item names its language."""

from django.utils.functional import cached_property
from django.utils.translation import gettext
from wagtail.admin.action_menu import (
    ActionMenuItem,
    CancelWorkflowMenuItem,
    RestartWorkflowMenuItem,
    SubmitForModerationMenuItem,
    WorkflowMenuItem,
)

from articles import rights
from articles.desk.review.page import review_url
from articles.desk.wording import edition_name, listed
from articles.models import LanePage, LaneReviewTask, ReviewRequest
from articles.newsroom.review import reviews

REPLACED = (SubmitForModerationMenuItem, CancelWorkflowMenuItem, RestartWorkflowMenuItem)


class SubmitForReviewItem(ActionMenuItem):
    """Asks for a review of what the user may edit and has changed; what is typed now counts, too."""

    name = "action-submit"
    icon_name = "resubmit"

    def __init__(self, page, user, order):
        super().__init__(order=order)
        self.page, self.user = page, user

    @cached_property
    def label(self):
        changed = reviews.lanes_to_submit(self.page, self.user) if self.page and self.page.pk else []
        if not changed:
            return gettext("Submit for review")
        return gettext("Submit for review: %(lanes)s") % {"lanes": listed(map(edition_name, changed))}


class ReviewItem(ActionMenuItem):
    """Leads to a review that waits: for this user's word, or for them to take it back."""

    icon_name = "glasses"

    def __init__(self, page, lane, order):
        super().__init__(order=order)
        self.page, self.lane = page, lane
        self.name = f"review-{lane}"

    @property
    def label(self):
        return gettext("Review: %(lane)s") % {"lane": edition_name(self.lane)}

    def get_url(self, parent_context):
        return review_url(self.page, self.lane)


def offer_reviews(menu_items, request, context):
    """`construct_page_action_menu`: after the publish buttons have been named."""
    page, user = context.get("page"), request.user
    if page is not None and not isinstance(page, LanePage):
        return
    task = page.current_workflow_task if page and page.pk else None
    ours = (*REPLACED, WorkflowMenuItem) if task is None or isinstance(task, LaneReviewTask) else REPLACED
    menu_items[:] = [item for item in menu_items if not isinstance(item, ours)]
    if context["view"] == "revisions_revert" or context.get("locked_for_user"):
        return
    order = SubmitForModerationMenuItem.order
    if page and page.pk:
        menu_items += [ReviewItem(page, asked.lane, order) for asked in _for(page, user)]
    if rights.lanes_for(user, rights.EDIT):
        menu_items.append(SubmitForReviewItem(page, user, order))


def _for(page, user):
    rows = ReviewRequest.objects.filter(page_id=page.pk, closed_at=None).order_by("requested_at")
    return [row for row in rows if reviews.may_take_back(row, user)]
