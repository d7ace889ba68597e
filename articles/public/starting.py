"""Which explainer of a topic to read first: the editors' choice, else what readers found clear, else the newest."""

from dataclasses import dataclass, field

from django.db.models import F, OuterRef, Subquery

from articles import languages
from articles.models import ClarityCount, ExplainerPage, Topic
from articles.public.listing import grouped_by_topic

ENOUGH = 20  # answers, before they say anything about a text
MOSTLY = 0.5  # the share of readers that must have found it clear, surely
OTHERS = 4  # explainers of a topic on the front page, beside the first


@dataclass
class TopicGroup:
    """A topic on the front page; `is_start` of its first explainer is false where that is just the newest."""

    topic: Topic
    first: ExplainerPage
    is_start: bool
    others: list = field(default_factory=list)


def with_clearest(topics, language):
    """A queryset of topics, each with `clearest`: the id of the explainer that most of its readers surely found clear.

    None where none of its present texts has `ENOUGH` answers; in the same query.
    """
    released = ExplainerPage.objects.released(language).values("pk")
    counts = ClarityCount.objects.of_present_texts().with_bounds().annotate(answers=F("yes") + F("no"))
    clear = counts.filter(
        language=language,
        page__in=released,
        page__topics=OuterRef("pk"),
        answers__gte=ENOUGH,
        surely_clear__gt=MOSTLY,
    )
    return topics.annotate(clearest=Subquery(clear.order_by("-surely_clear", "-page").values("page")[:1]))


def candidates(topics):
    """Ids of the explainers that could stand first; whether readers may see those that editors chose is not asked."""
    return {pk for topic in topics for pk in (topic.start_here_id, topic.clearest)} - {None}


def start_of(topic, explainers):
    """The explainer that stands first, out of `{id: explainer}` of what readers may see, or None: the newest does."""
    return next((explainers[pk] for pk in (topic.start_here_id, topic.clearest) if pk in explainers), None)


def topic_groups(topics, explainers):
    """`TopicGroup`s in the order of `topics`; each of `explainers`, newest first, is under one topic or starts some."""
    starts = _starts(topics, {explainer.pk: explainer for explainer in explainers})
    standing = [start.pk for start in starts.values()]
    rest = dict(grouped_by_topic([page for page in explainers if page.pk not in standing], once=True))
    groups = []
    for topic in topics:
        if not languages.read(topic, "name", languages.current()):
            continue
        pages = [*([starts[topic]] if topic in starts else []), *rest.get(topic, ())][: OTHERS + 1]
        if pages:
            groups.append(TopicGroup(topic, pages[0], topic in starts, pages[1:]))
    return groups


def _starts(topics, explainers):
    """`{topic: explainer}`; only editors let one explainer start several topics."""
    starts = {topic: explainers[topic.start_here_id] for topic in topics if topic.start_here_id in explainers}
    for topic in topics:
        found = explainers.get(topic.clearest)
        if topic not in starts and found and found not in starts.values():
            starts[topic] = found
    return starts
