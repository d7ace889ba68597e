"""Comparing two revisions of a page the way publishing shows what changed: lane by lane, unit by unit."""

from django.utils import timezone
from wagtail.admin.views.pages.revisions import RevisionsCompareView

from articles import lanes, languages
from articles.desk.changes.lane_diff import lane_diff
from articles.desk.wording import edition_name
from articles.models.release_gate import plain_json


class LaneCompareView(RevisionsCompareView):
    template_name = "articles/desk/lane_comparison.html"

    def _get_comparison(self, revision_a, revision_b):
        """`(name, language of its texts, LaneDiff)` of each lane that differs."""
        before, after = (plain_json(revision.serializable_data()) for revision in (revision_a, revision_b))
        diffs = [lane_diff(type(self.object), before, after, lane) for lane in [*languages.codes(), lanes.SHARED]]
        return [
            (edition_name(diff.lane), "" if diff.lane == lanes.SHARED else diff.lane, diff)
            for diff in diffs
            if not diff.is_empty
        ]

    def _get_revision_and_heading(self, revision_id):
        """Wagtail names a revision by its time in UTC, microseconds included."""
        revision, heading = super()._get_revision_and_heading(revision_id)
        if str(revision_id).isdecimal():
            created_at = self.object.revisions.values_list("created_at", flat=True).get(pk=revision_id)
            heading = f"{timezone.localtime(created_at):%Y-%m-%d %H:%M}"
        return revision, heading

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs, is_side=self.request.GET.get("view") == "side")
