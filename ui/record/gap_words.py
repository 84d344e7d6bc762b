"""The gaps between the entries of a chronology, in words (flow 1 step 6)."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from sgdesk.domain.facts.kinds import Event
from sgdesk.text import _


def gap_words(events: Sequence[Event]) -> list[str]:
    """Return for each event, in their order, the days since the one before, or ""."""
    days = [event.happened_on for event in events]
    gaps = [_gap(before, after) for before, after in pairwise(days)]
    return ["", *gaps] if days else []


def _gap(before: date | None, after: date | None) -> str:
    if before is None or after is None:
        return ""
    days = (after - before).days
    return _("1 day") if days == 1 else _("{days} days").format(days=days)
