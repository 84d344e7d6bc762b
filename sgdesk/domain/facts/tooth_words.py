"""Findings on teeth in words, and what repeats from one visit to the next."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from sgdesk.domain.answers import YesNo
from sgdesk.domain.teeth import (
    CARE_WORDS,
    STATE_LETTERS,
    STATE_WORDS,
    Care,
    ToothFinding,
    ToothState,
    chart_place,
    palmer,
    tooth_name,
)
from sgdesk.text import _, read_short_date

_BREAKAGES = (ToothState.BROKEN, ToothState.LOST_FILLING, ToothState.APPLIANCE)
_CONDITIONS = (ToothState.DECAY, ToothState.PULP, ToothState.SWELLING)
_OPEN = (Care.NOT_TREATED, Care.ADVISED, Care.TEMPORARY)


class ToothVisit(msgspec.Struct, frozen=True):
    """The findings of one examination. `day` is None when it was not recorded."""

    day: date | None
    findings: tuple[ToothFinding, ...]


def finding_words(finding: ToothFinding) -> str:
    """Return one finding: "54 (URD, upper right first primary molar): decay, not treated"."""
    name = _("{tooth} ({palmer}, {name})").format(
        tooth=finding.tooth, palmer=palmer(finding.tooth), name=_(tooth_name(finding.tooth))
    )
    found = finding_line(finding)
    return _("{tooth}: {found}").format(tooth=name, found=found) if found else name


def named_tooth(finding: ToothFinding) -> str:
    """Return a tooth as an explanation names it: "broken or chipped, 11 (UR1, upper right …)"."""
    states = [_(STATE_WORDS[state]) for state in finding.states]
    return ", ".join((*states, finding_words(ToothFinding(tooth=finding.tooth))))


def finding_line(finding: ToothFinding) -> str:
    """Return what was found, without the tooth."""
    surfaces = ""
    if finding.surfaces:
        surfaces = _("surfaces {surfaces}").format(surfaces=finding.surfaces)
    pain = {YesNo.YES: _("pain reported"), YesNo.NO: _("no pain reported")}.get(
        finding.pain or YesNo.NOT_KNOWN, ""
    )
    care = _(CARE_WORDS[finding.care]) if finding.care else ""
    states = [_(STATE_WORDS[state]) for state in finding.states]
    return ", ".join(part for part in (*states, surfaces, care, pain) if part)


def in_chart_order(findings: Iterable[ToothFinding]) -> list[ToothFinding]:
    """Return the findings in the order of the chart."""
    return sorted(findings, key=lambda one: chart_place(one.tooth))


def letters_used(findings: Iterable[ToothFinding]) -> str:
    """Return what the letters on a chart of these findings stand for: "D decay; M missing"."""
    used = {state for finding in findings for state in finding.states}
    pairs = [
        _("{letter} {words}").format(letter=STATE_LETTERS[state], words=_(words))
        for state, words in STATE_WORDS.items()
        if state in used
    ]
    return "; ".join(pairs)


def repeated_breakages(visits: Sequence[ToothVisit]) -> str:
    """Return the breakages of all visits as a sentence, or nothing with fewer than two visits.

    What two records say of one day and tooth is one breakage.
    """
    found = dict.fromkeys(
        (visit.day, finding.tooth)
        for visit in _in_order(visits)
        for finding in visit.findings
        if any(state in _BREAKAGES for state in finding.states)
    )
    days = {day for day, _tooth in found}
    if len(days) < 2:
        return ""
    each = "; ".join(
        _("{tooth} on {day}").format(tooth=tooth, day=_day(day)) for day, tooth in found
    )
    return _("Breakages recorded at {visits} visits: {each}.").format(visits=len(days), each=each)


def untreated_again(visits: Sequence[ToothVisit]) -> list[str]:
    """Return each tooth whose condition was found without treatment at two visits or more.

    What two records say of one day and tooth is one visit.
    """
    days: dict[str, dict[date | None, None]] = {}
    for visit in _in_order(visits):
        for finding in visit.findings:
            if finding.care in _OPEN and any(state in _CONDITIONS for state in finding.states):
                days.setdefault(finding.tooth, {})[visit.day] = None
    return [
        _("{tooth} ({palmer}) recorded without completed treatment at {visits} visits: {days}.")
        .format(
            tooth=tooth, palmer=palmer(tooth), visits=len(seen),
            days=", ".join(_day(day) for day in seen),
        )
        for tooth, seen in sorted(days.items(), key=lambda item: chart_place(item[0]))
        if len(seen) > 1
    ]  # fmt: skip


def over_time(visits: Sequence[ToothVisit]) -> list[str]:
    """Return all that repeats from visit to visit, one sentence each."""
    breakages = repeated_breakages(visits)
    return [*([breakages] if breakages else []), *untreated_again(visits)]


def _in_order(visits: Sequence[ToothVisit]) -> list[ToothVisit]:
    return sorted(visits, key=lambda visit: (visit.day is None, visit.day or date.min))


def _day(day: date | None) -> str:
    return read_short_date(day) if day else _("a day not recorded")
