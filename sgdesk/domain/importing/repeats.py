"""Which entries are the same: in the rows themselves, and against what is there already."""

from collections.abc import Iterable
from datetime import date

from sgdesk.domain.facts.kinds import Attendance, Event, EventKind
from sgdesk.domain.facts.words import ATTENDANCE_WORDS, EVENT_WORDS
from sgdesk.domain.importing.vocabulary import plain
from sgdesk.text import _, read_short_date

_APPOINTMENTS = (
    EventKind.EXAMINATION,
    EventKind.TREATMENT,
    EventKind.HOSPITAL,
    EventKind.EMERGENCY,
)
_MISSED = {Attendance.NOT_BROUGHT, Attendance.DID_NOT_ATTEND}  # one thing in two words
_Key = tuple[date | None, EventKind | None, str, str]


class Entries:
    """The entries so far by their day, each with the line it came from; 0 is the record's own."""

    def __init__(self, there: Iterable[Event]) -> None:
        self._by_key: dict[_Key, list[tuple[Event, int]]] = {}
        for event in there:
            self.add(event, 0)

    def add(self, event: Event, line: int) -> None:
        """Put an entry to the others."""
        self._by_key.setdefault(_key(event), []).append((event, line))

    def same(self, event: Event) -> str:
        """Return what an entry is the same as, or ""."""
        for other, line in self._like(event):
            if _ended_alike(event, other):
                text = _("The same as line {line}: {day}.") if line else _("There already: {day}.")
                same = text.format(line=line, day=_day(event))
                if _told(event) in ("", _told(other)):
                    return same
                return same + " " + _("Its words differ from that entry.")
        return ""

    def contradicted(self, event: Event) -> str:
        """Return what says otherwise of the very same appointment, or ""."""
        for other, line in self._like(event):
            if event.happened_at is not None and other.happened_at == event.happened_at:
                return _("{where} says of the same appointment: {ended}. One of them is wrong.")\
                    .format(where=_where(line), ended=_ended(other))  # fmt: skip
        return ""

    def beside(self, event: Event) -> str:
        """Return what else of this kind stands on this day, or ""."""
        for other, line in self._like(event):
            return _("{where} has another {kind} on {day}: {ended}.").format(
                where=_where(line), kind=_kind(event), day=_day(event), ended=_ended(other)
            )
        return ""

    def _like(self, event: Event) -> list[tuple[Event, int]]:
        found = self._by_key.get(_key(event), ())
        return [(other, line) for other, line in found if not _are_apart(event, other)]


def _key(event: Event) -> _Key:
    """Return what two entries have in common if they can be the same: of calls and notes there
    may be several on a day, and so their words count too."""
    words = "" if event.event in _APPOINTMENTS else _told(event)
    return event.happened_on, event.event, plain(event.also_about), words


def _ended_alike(event: Event, other: Event) -> bool:
    return event.attendance is other.attendance or {event.attendance, other.attendance} == _MISSED


def _are_apart(event: Event, other: Event) -> bool:
    told = None not in (event.happened_at, other.happened_at)
    return told and event.happened_at != other.happened_at


def _told(event: Event) -> str:
    return plain(f"{event.text} {event.outreach} {event.reason_given}")


def _where(line: int) -> str:
    return _("Line {line}").format(line=line) if line else _("The chronology")


def _kind(event: Event) -> str:
    return _(EVENT_WORDS[event.event]).lower() if event.event else _("entry")


def _ended(event: Event) -> str:
    return _(ATTENDANCE_WORDS[event.attendance]) if event.attendance else _("not chosen")


def _day(event: Event) -> str:
    return read_short_date(event.happened_on) if event.happened_on else _("no date")
