"""Wagtail's views of a single page, with what lanes add to them."""

from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.revisions import RevisionsRevertView

from articles.desk.conflicts import ConflictMixin
from articles.desk.copied_structure import CopiedStructureMixin
from articles.desk.publication import PublicationMixin


class LaneCreateView(CopiedStructureMixin, PublicationMixin, CreateView):
    hook_after_saving = "after_create_page"


class LaneEditView(ConflictMixin, CopiedStructureMixin, PublicationMixin, EditView):
    pass


class LaneRevertView(ConflictMixin, CopiedStructureMixin, PublicationMixin, RevisionsRevertView):
    pass
