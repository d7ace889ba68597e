"""What an editor would be asked about a text before it goes out: found in plain content, by no database and no HTTP."""

from articles.checks.findings import (
    ALL_CHECKS,
    BLOCK,
    LONG_HEADLINE,
    MISSING_ALT,
    SKIPPED_LEVEL,
    UNDATED_MONTH,
    UNSOURCED_NUMBER,
    WARN,
    Finding,
)
from articles.checks.headline import JAPANESE, LONGEST, LONGEST_ELSEWHERE
from articles.checks.page import findings
from articles.checks.sections import headings_above

__all__ = [
    "ALL_CHECKS",
    "BLOCK",
    "JAPANESE",
    "LONGEST",
    "LONGEST_ELSEWHERE",
    "LONG_HEADLINE",
    "MISSING_ALT",
    "SKIPPED_LEVEL",
    "UNDATED_MONTH",
    "UNSOURCED_NUMBER",
    "WARN",
    "Finding",
    "findings",
    "headings_above",
]
