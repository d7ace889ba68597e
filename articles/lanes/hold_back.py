"""Rebuild a page's content so that held lanes show what readers see already."""

from articles.lanes.content import SHARED, child_relations, lane_keys


def hold_back(model, content, held, released):
    """Content with every lane of `held` replaced by its last released part, or emptied when never released.

    `released` maps a lane to its released content as stored by `released_part()`; `content` is not changed.
    """
    merged = dict(content)
    for lane in held:
        before = released.get(lane) or {}
        if lane == SHARED and not before:
            continue  # nothing is public yet, and columns such as the slug cannot be empty
        for key in lane_keys(model, lane):
            merged[key] = before.get(key, [] if key in child_relations(model) else None)
    return merged


def released_part(model, content, lane):
    """The raw part of `content` that a release of `lane` must remember, keyed like the content itself."""
    return {key: content.get(key) for key in lane_keys(model, lane)}
