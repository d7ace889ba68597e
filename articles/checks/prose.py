"""Which texts of a page are its own running words: no quotations, which nobody may change, and no names of sources."""

PROSE = {"heading", "paragraph", "bullets", "key_points", "note", "questions", "comparison"}
CAPTIONS = {"figure": ("title", "caption"), "video": ("title", "description"), "table": ("title",)}


def prose(unit, fields=()):
    """The segments of a block that are prose, or of one of the `fields`; a timeline's are dated by its entries."""
    if not unit.block_id:
        return unit.segments if unit.field in fields else ()
    if unit.kind in PROSE:
        return unit.segments
    return [segment for segment in unit.segments if segment.path in CAPTIONS.get(unit.kind, ())]
