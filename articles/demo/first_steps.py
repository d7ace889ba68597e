"""Where readers of the demo begin: three steps on the front page, and what to read first on each topic."""

from articles.demo.blocks import stable_id
from articles.demo.taxonomy import TOPICS
from articles.languages import codes, column
from articles.models import Topic

STEPS = [
    {
        "explainer": "digital-agency",
        "ja": {
            "heading": "まず、役所の役割から",
            "text": "デジタル庁は、なぜ作られ、何を目指しているのか。背景から順に読めます。",
        },
        "en": {
            "heading": "First, the office behind it",
            "text": "Why the Digital Agency was founded, and what it is meant to achieve.",
        },
    },
    {
        "explainer": "mynaportal",
        "ja": {
            "heading": "次に、手続きの窓口へ",
            "text": "子育てや引越しなどの手続きを扱うオンラインの窓口、マイナポータルを紹介します。",
        },
        "en": {
            "heading": "Next, the counter on your screen",
            "text": "Mynaportal, an online counter for procedures such as childcare and moving house.",
        },
    },
    {
        "explainer": "my-number-card",
        "ja": {
            "heading": "そして、本人を示すカードのこと",
            "text": "マイナンバーとカードの違いと、ほかのカードとの一体化のねらいが分かります。",
        },
        "en": {
            "heading": "Then, the card that says who you are",
            "text": "How the number and the card differ, and why other cards are to be joined with it.",
        },
    },
]

# Topics that are not named begin with the newest.
STARTS = {
    "administration": "digital-agency",
    "my-number": "my-number-card",
    "procedures": "mynaportal",
    "standards": "government-cloud",
    "health-records": "vaccination-record-system",
    "stablecoins": "stablecoins",
}


def steps(explainers):
    """The steps as `Picks` stores them, `{column: blocks}`; `explainers` maps slugs to ids."""
    return {column("steps", code): [_step(row, code, explainers) for row in STEPS] for code in codes()}


def _step(row, code, explainers):
    slug = row["explainer"]
    return {"type": "step", "id": stable_id("step", slug), "value": {**row[code], "page": explainers[slug]}}


def missing_topics():
    """Slugs of the demo's topics that are not there yet."""
    return {row["slug"] for row in TOPICS} - set(Topic.objects.values_list("slug", flat=True))


def begin_topics(slugs, explainers):
    """Choose what to read first on new topics; those that were there keep what their editors chose, nothing included."""
    for slug in slugs & STARTS.keys():
        Topic.objects.filter(slug=slug).update(start_here=explainers[STARTS[slug]])
