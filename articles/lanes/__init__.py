"""The pure heart of per-language release: whose text is what, what changed, what may go out, what is held back.

No database and no HTTP here: everything works on the JSON content of a page (`Page.serializable_data()`).
A *lane* is a language code, or `SHARED` for what has no language (pictures, topics, dates).
"""

from articles.lanes.content import (
    SHARED,
    all_lanes,
    child_relations,
    digest,
    lane_content,
    lane_keys,
    translated_fields,
)
from articles.lanes.gate import Held, LaneDraft, Plan, plan
from articles.lanes.hold_back import hold_back, released_part
from articles.lanes.significance import Significance
from articles.lanes.units import Segment, Unit, units, with_texts

__all__ = [
    "SHARED",
    "Held",
    "LaneDraft",
    "Plan",
    "Segment",
    "Significance",
    "Unit",
    "all_lanes",
    "child_relations",
    "digest",
    "hold_back",
    "lane_content",
    "lane_keys",
    "plan",
    "released_part",
    "translated_fields",
    "units",
    "with_texts",
]
