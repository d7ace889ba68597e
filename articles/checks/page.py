"""All checks of one text."""

from articles.checks import headline, months, numbers, structure
from articles.checks.findings import (
    ALL_CHECKS,
    LONG_HEADLINE,
    MISSING_ALT,
    SKIPPED_LEVEL,
    UNDATED_MONTH,
    UNSOURCED_NUMBER,
)


def findings(units, language, *, wanted=ALL_CHECKS, has_hero=False, has_sources=False):
    """Every `Finding` in `units` (`lanes.units` of one language), check by check, each in reading order.

    `has_hero`: whether a main picture stands above the text. `has_sources`: whether the page lists its sources.
    """
    checks = {
        MISSING_ALT: lambda: structure.missing_alts(units, has_hero),
        SKIPPED_LEVEL: lambda: structure.skipped_level(units),
        LONG_HEADLINE: lambda: headline.too_long(units, language),
        UNDATED_MONTH: lambda: months.undated(units, language),
        UNSOURCED_NUMBER: lambda: () if has_sources else numbers.unsourced(units, language),
    }
    return [finding for name in ALL_CHECKS if name in wanted for finding in checks[name]()]
