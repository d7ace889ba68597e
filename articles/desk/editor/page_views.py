"""Wagtail's views of a single page, with what lanes add to them."""

from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.revisions import RevisionsRevertView

from articles.desk.editor.conflicts import ConflictMixin
from articles.desk.editor.copied_structure import CopiedStructureMixin
from articles.desk.editor.lane_panel import with_lanes
from articles.desk.editor.publication import PublicationMixin
from articles.desk.review.actions import ReviewAnswerMixin, SubmissionMixin
from articles.newsroom.notices.comment_mails import mail_comments


class LaneCreateView(SubmissionMixin, CopiedStructureMixin, PublicationMixin, CreateView):
    hook_after_saving = "after_create_page"


class CommentMailMixin:
    def send_commenting_notifications(self, changes):
        mail_comments(self.page, self.request.user, changes)


class LaneEditView(
    SubmissionMixin,
    ReviewAnswerMixin,
    ConflictMixin,
    CopiedStructureMixin,
    PublicationMixin,
    CommentMailMixin,
    EditView,
):
    def get_side_panels(self):
        return with_lanes(super().get_side_panels())

    def get_context_data(self, **kwargs):
        return super().get_context_data(lane_tabs=True, **kwargs)


class LaneRevertView(ConflictMixin, CopiedStructureMixin, PublicationMixin, CommentMailMixin, RevisionsRevertView):
    pass
