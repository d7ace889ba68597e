"""Released texts as searching compares them, worked out when they were released: no reader waits for it."""

from django.db import models

from articles.models.lane_records import LaneRecord


class SearchText(LaneRecord):
    """`text` is folded, the headline included; `lines` are as they stand on the page, without the headline.

    Only good for the release with the same `digest`: a text that was replaced or taken back is never found.
    """

    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, related_name="search_texts")
    digest = models.CharField(max_length=32)
    headline = models.TextField()
    text = models.TextField()
    lines = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "lane"], name="one_search_text_per_lane")]
        default_permissions = ()
