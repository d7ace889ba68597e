"""The main explainer, `digital-agency`: what both languages share; its texts stand in the modules `_ja` and `_en`."""

from articles.demo.explainer_digital_agency_en import ENGLISH
from articles.demo.explainer_digital_agency_ja import JAPANESE
from articles.demo.sources import DIGITAL_AGENCY, PRIORITY_PROGRAMME, UN_EGOVERNMENT

EXPLAINER = {
    "slug": "digital-agency",
    "topics": ["administration", "my-number", "procedures", "standards", "blockchain"],
    "authors": ["dajp-editors"],
    "first_published": "2025-11-20T09:00+09:00",
    "last_reviewed": "2025-12-04",
    "review_by": "2026-06-04",
    "hero": "hero-digital-agency",
    "sources": [DIGITAL_AGENCY, PRIORITY_PROGRAMME, UN_EGOVERNMENT],
    "related": ["my-number-card", "mynaportal", "government-cloud", "stablecoins"],
    "ja": JAPANESE,
    "en": ENGLISH,
}
