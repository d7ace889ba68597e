"""How lists are arranged for readers."""

from itertools import groupby

from django.http import Http404
from django.utils import timezone

from articles import languages


def no_rest(rest):
    """Raises `Http404` when the address goes on below a page that has nothing there."""
    if rest:
        raise Http404("nothing below this page")


def by_day(items):
    """`[(date in JST, [items])]` of news items that come newest first."""
    return [(day, list(group)) for day, group in groupby(items, key=lambda item: timezone.localdate(item.published_at))]


def grouped_by_topic(explainers, *, once):
    """`[(topic, [explainers])]` in the topics' order; each explainer `once`, under its first topic, or under all."""
    groups = {}
    for explainer in explainers:
        topics = sorted(explainer.topics.all(), key=lambda topic: (topic.sort_order, topic.slug))
        for topic in topics[:1] if once else topics:
            groups.setdefault(topic, []).append(explainer)
    named = [(topic, pages) for topic, pages in groups.items() if languages.read(topic, "name", languages.current())]
    return sorted(named, key=lambda group: (group[0].sort_order, group[0].slug))
