"""Wording: free text read for phrases that guess, judge or blame (FORMS B4)."""

from sgdesk.domain.wording.kinds import (
    WAY_OUT_WORDS,
    Flag,
    WayOut,
    WordingFile,
    WordingRule,
    WordingType,
)
from sgdesk.domain.wording.overlaps import one_for_each_place
from sgdesk.domain.wording.reading import Reader, check
from sgdesk.domain.wording.rules import Wording

__all__ = [
    "WAY_OUT_WORDS",
    "Flag",
    "Reader",
    "WayOut",
    "Wording",
    "WordingFile",
    "WordingRule",
    "WordingType",
    "check",
    "one_for_each_place",
]
