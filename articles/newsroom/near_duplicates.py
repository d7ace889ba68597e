"""News that may tell what another item tells already: compared by pairs of characters, which needs no word breaks."""

import unicodedata
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import OuterRef, Subquery
from django.db.models.fields.json import KeyTextTransform
from django.utils import timezone

from articles import languages
from articles.models import LaneState, LaneStatus, NewsItemPage

HOURS = 72
NEWEST = 300  # items that are looked at
SHOWN = 3
LIKE = 0.42  # of two headlines about one event, told in different words
ALIKE_AS_A_WHOLE = 0.5  # of headline and summary together, which share more by chance


@dataclass(frozen=True)
class Similar:
    item: NewsItemPage  # with `state` of the source language
    headline: str
    likeness: float

    @property
    def word(self):
        """The state of the source language, as its chip says it."""
        return LaneState(self.item.state).label if self.item.state else ""


def similarity(one, other):
    """How much two texts have in common: 0 to 1, the share of their pairs of characters that both have."""
    pairs, others = _pairs(one), _pairs(other)
    total = pairs.total() + others.total()
    return 2 * (pairs & others).total() / total if total else 0.0


def _pairs(text):
    """Width, case, spaces and punctuation make no difference."""
    folded = unicodedata.normalize("NFKC", text or "").casefold()
    letters = "".join(sign for sign in folded if unicodedata.category(sign)[0] in "LN")
    return Counter(letters[at : at + 2] for at in range(len(letters) - 1))


def likeness(text, other):
    """Of two `(headline, summary)`: how close they are to telling the same, 1 and more when they probably do."""
    by_headline = similarity(text[0], other[0]) / LIKE
    if not (text[1] and other[1]):
        return by_headline
    return max(by_headline, similarity(" ".join(text), " ".join(other)) / ALIKE_AS_A_WHOLE)


def similar_items(headline, summary, *, now=None, besides=None):
    """The items of the last days, drafts included, that come closest, `besides` one of them; one query."""
    text = (headline.strip(), summary.strip())
    if not text[0]:
        return []
    found = []
    for item in _recent(now or timezone.now()):
        if item.pk != besides and (near := max(likeness(text, told) for told in _told(item))) >= 1:
            found.append(Similar(item, _told(item)[0][0], near))
    return sorted(found, key=lambda similar: -similar.likeness)[:SHOWN]


def _recent(now):
    source = languages.default()
    state = LaneStatus.objects.filter(page=OuterRef("pk"), lane=source).values("state")[:1]
    draft = {
        f"draft_{name}": KeyTextTransform(languages.column(name, source), "latest_revision__content")
        for name in ("headline", "summary")
    }
    items = NewsItemPage.objects.filter(published_at__gte=now - timedelta(hours=HOURS), alias_of=None)
    items = items.annotate(state=Subquery(state), **draft).select_related("owner").for_listing()
    return items.order_by("-published_at", "-pk")[:NEWEST]


def _told(item):
    """What the newest draft says, and what readers see."""
    source = languages.default()
    stored = tuple(languages.read(item, name, source) or "" for name in ("headline", "summary"))
    draft = (item.draft_headline or "", item.draft_summary or "")
    return [text for text in dict.fromkeys((draft, stored)) if text[0]] or [("", "")]
