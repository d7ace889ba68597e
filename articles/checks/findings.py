"""What a check found, and where."""

from dataclasses import dataclass

BLOCK, WARN = "block", "warn"

MISSING_ALT = "missing-alt"
SKIPPED_LEVEL = "skipped-level"
LONG_HEADLINE = "long-headline"
UNDATED_MONTH = "undated-month"
UNSOURCED_NUMBER = "unsourced-number"
ALL_CHECKS = (MISSING_ALT, SKIPPED_LEVEL, LONG_HEADLINE, UNDATED_MONTH, UNSOURCED_NUMBER)
BLOCKING = {MISSING_ALT, SKIPPED_LEVEL}


@dataclass(frozen=True)
class Finding:
    """`unit` is the key of a `lanes.Unit`: a field, or `body/<id of the block>`.

    `words` are those at fault, as they stand in the text; of a long headline, those that a list of results shows.
    """

    check: str
    unit: str
    words: str = ""
    length: str = ""  # of a headline that is too long

    @property
    def severity(self):
        return BLOCK if self.check in BLOCKING else WARN
