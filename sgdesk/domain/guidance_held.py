"""Versions of the guidance that are held with the records, and which of them holds."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

import msgspec

from sgdesk.domain.answers import Nation
from sgdesk.domain.guidance import Guidance, Switch, find
from sgdesk.ids import GuidanceId, UserId

REVIEW_RULE = "DL-SOURCES-REVIEW"


class HeldVersion(msgspec.Struct, frozen=True, kw_only=True):
    """A version whose whole text stays readable. `id` is the SHA-256 of its text; `by` is who
    brought it as a file, empty where it came with the program."""

    id: GuidanceId
    nation: Nation
    version: str
    checked_on: date
    held_since: datetime
    by: UserId | None = None


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """From when on which version holds in a nation; without one, the program's own."""

    nation: Nation
    chosen_at: datetime
    chosen_by: UserId
    because: str
    guidance_id: GuidanceId | None = None


class GuidanceState(msgspec.Struct, frozen=True, kw_only=True):
    """What holds, what came with the program, every version held, and what was chosen when;
    `waiting` was brought as a file, and no lead has decided on it."""

    in_use: Guidance
    in_use_id: GuidanceId
    own: Guidance
    held: tuple[HeldVersion, ...]
    choices: tuple[Choice, ...]
    chosen_by: tuple[str, ...] = ()
    waiting: tuple[HeldVersion, ...] = ()


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One statement that is new, changed or gone: before and after, line by line in words."""

    part: str
    name: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class LookedOver(msgspec.Struct, frozen=True, kw_only=True):
    """A file that was looked over: what is wrong with it, or what it would change."""

    faults: tuple[str, ...] = ()
    version: str = ""
    checked_on: date | None = None
    code: str = ""
    changes: tuple[Change, ...] = ()


def waiting(
    held: Iterable[HeldVersion], choices: Sequence[Choice], now: Guidance
) -> tuple[HeldVersion, ...]:
    """Return what was brought since the newest choice, which stands first, and is no older than
    what holds."""
    chosen_at = choices[0].chosen_at if choices else None
    return tuple(
        one
        for one in held
        if one.by is not None
        and one.nation is now.nation
        and one.checked_on >= now.checked_on
        and (chosen_at is None or one.held_since > chosen_at)
    )


def review_due_on(guidance: Guidance) -> date | None:
    """Return from which day on somebody should look at the sources again, after the guidance's
    own rule; None where it has no such rule."""
    rule = find(guidance.deadlines, REVIEW_RULE)
    if rule is None:
        return None
    months = guidance.checked_on.month - 1 + rule.amount
    year, month = guidance.checked_on.year + months // 12, months % 12 + 1
    return _day_in(year, month, guidance.checked_on.day)


def is_stale(guidance: Guidance, today: date) -> bool:
    """Return whether the guidance was looked at too long ago to be leant on without a check."""
    due = review_due_on(guidance)
    return due is not None and today > due


def late_switches(guidance: Guidance, today: date) -> tuple[Switch, ...]:
    """Return the switches whose day to look again has come."""
    return tuple(one for one in guidance.switches if not one.on and today >= one.look_again_on)


def _day_in(year: int, month: int, day: int) -> date:
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            day -= 1
