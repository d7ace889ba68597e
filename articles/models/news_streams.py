"""Where each news item is listed: one narrow row per list, so that a list of a million items costs what ten cost.

A stream is `all`, `category:<id>`, `topic:<id>` or `explainer:<id>`. Rows say only where an item belongs; whether
readers see it is still asked of the item (`querysets.py`).
"""

from django.db import models, transaction

from articles import languages
from articles.models.explainers import ExplainerPage
from articles.models.news import NewsItemPage


class NewsStreamEntry(models.Model):
    item = models.ForeignKey("articles.NewsItemPage", models.CASCADE, related_name="stream_entries")
    language = models.CharField(max_length=12)
    stream = models.CharField(max_length=40)
    published_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "language", "stream"], name="one_entry_per_stream")]
        indexes = [models.Index(fields=["language", "stream", "-published_at", "-item"], name="stream_newest_first")]

    def __str__(self):
        return f"{self.stream} {self.language} {self.item_id}"


def streams_of(item):
    """Names of the streams that an item belongs to: its own lists, and explainers it names or shares a topic with."""
    topics = [topic.pk for topic in item.topics.all()]
    explainers = {link.explainer_id for link in item.explainer_links.all()}
    explainers |= set(ExplainerPage.objects.filter(topics__in=topics).values_list("pk", flat=True))
    return {
        "all",
        *([f"category:{item.category_id}"] if item.category_id else []),
        *(f"topic:{pk}" for pk in topics),
        *(f"explainer:{pk}" for pk in explainers),
    }


def refresh_item(item):
    """Bring the rows of one item up to date with what was released."""
    released = [code for code in languages.codes() if languages.read(item, "released_at", code)]
    wanted = {(code, stream) for code in released for stream in streams_of(item)}
    with transaction.atomic():
        kept = set()
        for entry in NewsStreamEntry.objects.filter(item=item):
            key = (entry.language, entry.stream)
            if key in wanted and entry.published_at == item.published_at:
                kept.add(key)
            else:
                entry.delete()
        NewsStreamEntry.objects.bulk_create(
            NewsStreamEntry(item=item, language=code, stream=stream, published_at=item.published_at)
            for code, stream in sorted(wanted - kept)
        )


def refresh_explainer(explainer):
    """Bring the stream of one explainer up to date with its topics."""
    stream = f"explainer:{explainer.pk}"
    items = NewsItemPage.objects.filter(
        models.Q(topics__in=[topic.pk for topic in explainer.topics.all()])
        | models.Q(explainer_links__explainer=explainer.pk)
    )
    source = NewsStreamEntry.objects.filter(stream="all", item__in=items.values("pk"))
    wanted = set(source.values_list("item_id", "language", "published_at"))
    present = NewsStreamEntry.objects.filter(stream=stream)
    known = set(present.values_list("item_id", "language", "published_at"))
    if wanted == known:
        return
    with transaction.atomic():
        gone = {(item, language) for item, language, _ in known - wanted}
        for item_id, language in gone:
            present.filter(item_id=item_id, language=language).delete()
        NewsStreamEntry.objects.bulk_create(
            (
                NewsStreamEntry(item_id=item_id, language=language, stream=stream, published_at=published_at)
                for item_id, language, published_at in sorted(wanted - known)
            ),
            batch_size=500,
        )


def refresh_streams(page):
    """Bring whatever lists `page` up to date with what of it is public."""
    if isinstance(page, NewsItemPage):
        refresh_item(page)
    elif isinstance(page, ExplainerPage):
        refresh_explainer(page)
