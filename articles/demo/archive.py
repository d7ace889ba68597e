"""Older news for demonstration: items marked as samples, so that pages, days and tabs of the feed are real."""

import random
from datetime import date, timedelta
from itertools import cycle, islice, product

from articles.demo.archive_about_explainers import ABOUT_EXPLAINERS, SUBJECTS
from articles.demo.archive_advice import ADVICE
from articles.demo.archive_words import WORDS
from articles.demo.explainers import EXPLAINERS

SEED = 2021
ITEMS_PER_DAY = (3, 4, 2, 4, 3, 5, 3, 2, 4, 3)
FIRST_MINUTE, LAST_MINUTE = 6 * 60, 21 * 60
MARK = {"ja": "【表示見本】", "en": "[Sample] "}


def archive_items(days=45, until="2025-12-02"):
    """Sample items in the shape of `NEWS`, newest first: from the day `until` back over `days` days, always the same.

    A shorter span is the beginning of a longer one. Texts repeat beyond 45 days.
    """
    last_day = date.fromisoformat(until)
    texts = cycle(_texts())
    for age, count in enumerate(islice(cycle(ITEMS_PER_DAY), days)):
        day = last_day - timedelta(days=age)
        for place, minute in enumerate(_minutes(age, count)):
            yield {
                "slug": f"sample-{day:%Y%m%d}-{count - place}",
                "published_at": f"{day.isoformat()}T{minute // 60:02}:{minute % 60:02}+09:00",
                "source_url": "",
                "source_name": "",
                **next(texts),
            }


def _minutes(age, count):
    """Minutes of the day at which items appear, the latest first."""
    minutes = range(FIRST_MINUTE, LAST_MINUTE, 5)
    return sorted(random.Random(SEED + age).sample(minutes, count), reverse=True)  # noqa: S311  sample data, no secret


def _texts():
    """Every text once, in a fixed order in which kinds and subjects mix."""
    topics = {explainer["slug"]: explainer["topics"] for explainer in EXPLAINERS}
    texts = [_about(*pair, topics) for pair in product(ABOUT_EXPLAINERS, SUBJECTS)]
    texts += [_note(note) for note in [*WORDS, *ADVICE]]
    random.Random(SEED).shuffle(texts)  # noqa: S311  sample data, no secret
    return texts


def _about(template, slug, topics):
    category, *languages = template
    return {
        "category": category,
        "topics": topics[slug][:2],
        "explainers": [slug],
        **_marked(
            text.replace("{name}", name) for pair, name in zip(languages, SUBJECTS[slug], strict=True) for text in pair
        ),
    }


def _note(note):
    category, topics, japanese, english = note
    return {"category": category, "topics": topics, "explainers": [], **_marked([*japanese, *english])}


def _marked(texts):
    """`{"ja": {"headline", "summary"}, "en": …}` of four texts in that order, the headlines marked as samples."""
    headline_ja, summary_ja, headline_en, summary_en = texts
    return {
        "ja": {"headline": MARK["ja"] + headline_ja, "summary": summary_ja},
        "en": {"headline": MARK["en"] + headline_en, "summary": summary_en},
    }
