"""Submitting and reviewing in the editor's menu of actions; each item names its language."""

from django.utils.translation import gettext
from wagtail.admin.action_menu import (
    ActionMenuItem,
    CancelWorkflowMenuItem,
    RestartWorkflowMenuItem,
    SaveDraftMenuItem,
    SubmitForModerationMenuItem,
    WorkflowMenuItem,
)

from articles import languages, rights
from articles.desk.editor.action_menu import nothing_changed
from articles.desk.review.page import review_url
from articles.desk.wording import edition_name, listed
from articles.models import LanePage, LaneReviewTask, ReviewRequest
from articles.newsroom.review import reviews

REPLACED = (SubmitForModerationMenuItem, CancelWorkflowMenuItem, RestartWorkflowMenuItem)


class SubmitForReviewItem(ActionMenuItem):
    """Asks for a review of what the user may edit and has changed; what is typed now counts, too."""

    name = "action-submit"
    icon_name = "resubmit"
    template_name = "articles/desk/submit_item.html"

    def __init__(self, page, user, order):
        super().__init__(order=order)
        self.page, self.user = page, user

    def get_context_data(self, parent_context):
        is_saved = bool(self.page and self.page.pk)
        changed = reviews.lanes_to_submit(self.page, self.user) if is_saved else []
        pattern, named = gettext("Submit for review: %(lanes)s"), changed or self._only_language()
        is_idle = is_saved and not changed and parent_context["request"].method != "POST"
        return {
            **super().get_context_data(parent_context),
            "changed": changed,
            "pattern": pattern,
            "label": pattern % {"lanes": listed(map(edition_name, named))} if named else gettext("Submit for review"),
            "refusal": nothing_changed() if is_idle else None,
        }

    def _only_language(self):
        """Of somebody who may edit a single one: it is the one that will be submitted."""
        mine = [code for code in languages.codes() if rights.may(self.user, rights.EDIT, code)]
        return mine if len(mine) == 1 else []


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
    offered = [ReviewItem(page, asked.lane, order) for asked in _for(page, user)] if page and page.pk else []
    if rights.lanes_for(user, rights.EDIT):
        offered.append(SubmitForReviewItem(page, user, order))
    # Saving the draft stays nearest to the button, or is the button.
    draft = [item for item in menu_items[1:] if isinstance(item, SaveDraftMenuItem)]
    menu_items[:] = [*(item for item in menu_items if item not in draft), *offered, *draft]


def _for(page, user):
    rows = ReviewRequest.objects.filter(page_id=page.pk, closed_at=None).order_by("requested_at")
    return [row for row in rows if reviews.may_take_back(row, user)]
