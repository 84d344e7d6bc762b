"""The history that cannot be altered quietly: each entry carries the hash of the one before."""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import datetime

import msgspec
from sqlalchemy import Connection, Row, select

from sgdesk.clock import Clock
from sgdesk.store.columns import read, written
from sgdesk.store.tables import audit_event
from sgdesk.text import _, read_moment

Detail = Mapping[str, object]
_FIRST = "0" * 64
CHAIN = "SELECT seq, at, user, action, subject, detail, prev, hash FROM audit_event ORDER BY seq"
_LAST = "SELECT seq, hash FROM audit_event ORDER BY seq DESC LIMIT 1"
_APPEND = "INSERT INTO audit_event VALUES (?, ?, ?, ?, ?, ?, ?, ?)"


class Head(msgspec.Struct, frozen=True):
    """The newest entry: its number and hash. Kept elsewhere, it finds a store that was cut back."""

    seq: int
    hash: str


class AuditEvent(msgspec.Struct, frozen=True):
    """One entry, as stored."""

    seq: int
    at: datetime
    user: str
    action: str
    subject: str
    detail: dict[str, object]
    hash: str


class AuditReport(msgspec.Struct, frozen=True):
    """What checking the chain found. `problem` names the first break, its date included.

    `set_back` are the entries whose time is before that of the entry before them: a clock that
    was put back, which is no proof of anything.
    """

    count: int
    head: Head | None
    problem: str
    set_back: tuple[int, ...]

    @property
    def is_sound(self) -> bool:
        """Whether every entry follows from the one before."""
        return not self.problem


class Audit:
    """The entries of one unit's store."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def append(
        self, clock: Clock, user: str, action: str, subject: str = "", detail: Detail | None = None
    ) -> Head:
        """Add an entry and return the new head. Ids, kinds and hashes only, never what was typed.

        `action` is dotted ("sharing.sent"), `subject` is `kind:id` or empty.
        """
        last = self.head() or Head(0, _FIRST)
        fields = (
            last.hash,
            str(last.seq + 1),
            written(clock.now()),
            user,
            action,
            subject,
            canonical(detail or {}),
        )
        head = Head(last.seq + 1, _hash(*fields))
        self._connection.exec_driver_sql(_APPEND, (head.seq, *fields[2:], last.hash, head.hash))
        return head

    def head(self) -> Head | None:
        """Return the newest entry's number and hash; None before the first."""
        row = self._connection.exec_driver_sql(_LAST).first()
        return None if row is None else Head(*row)

    def newest(
        self, limit: int = 50, before: int | None = None, subject: str | None = None
    ) -> tuple[AuditEvent, ...]:
        """Return entries, newest first: those before a number, and of one subject if given."""
        query = select(audit_event).order_by(audit_event.c.seq.desc()).limit(limit)
        if before is not None:
            query = query.where(audit_event.c.seq < before)
        if subject is not None:
            query = query.where(audit_event.c.subject == subject)
        return tuple(_event(row) for row in self._connection.execute(query))

    def last(self, action: str) -> AuditEvent | None:
        """Return the newest entry of one action ("backup.made"), or None."""
        query = select(audit_event).where(audit_event.c.action == action)
        row = self._connection.execute(query.order_by(audit_event.c.seq.desc()).limit(1)).first()
        return None if row is None else _event(row)

    def verify(self, known: Head | None = None) -> AuditReport:
        """Check every entry against the one before, and the head known from elsewhere.

        Takes time in proportion to the history. `known` is the head in the keyring or on paper.
        """
        rows = self._connection.exec_driver_sql(CHAIN)
        return check_chain((tuple(row) for row in rows), known)


Entry = tuple[int, str, str, str, str, str, str, str]


def check_chain(entries: Iterator[Entry], known: Head | None = None) -> AuditReport:
    """Check entries in their order; pure."""
    head, previous_at, problem = Head(0, _FIRST), "", ""
    set_back: list[int] = []
    met = known is None
    for seq, at, *words, prev, stored in entries:
        problem = _problem(head, seq, at, words, prev, stored)
        if problem:
            break
        if known is not None and seq == known.seq:
            met = stored == known.hash
        if at < previous_at:
            set_back.append(seq)
        head, previous_at = Head(seq, stored), at
    if not problem and known is not None and not met:
        problem = _unknown_head(known, head, previous_at)
    return AuditReport(head.seq, head if head.seq else None, problem, tuple(set_back))


def canonical(detail: Detail) -> str:
    """Return the one JSON text of a detail: keys sorted, no spaces, printable characters kept."""
    return msgspec.json.encode(detail, order="sorted").decode()


def _event(row: Row[tuple[object, ...]]) -> AuditEvent:
    values = dict(row._mapping)
    del values["prev"]
    values["at"] = read(row.at)
    values["detail"] = msgspec.json.decode(row.detail, type=dict[str, object])
    return AuditEvent(**values)


def _problem(head: Head, seq: int, at: str, words: list[str], prev: str, stored: str) -> str:
    if seq != head.seq + 1:
        return _(
            "Entry {number} of the history is missing; the entry after the gap is dated {date}."
        ).format(number=head.seq + 1, date=_date(at))
    if prev != head.hash:
        return _(
            "Entry {number} of the history, dated {date}, does not follow from the entry before "
            "it: an entry was replaced, moved or taken out."
        ).format(number=seq, date=_date(at))
    if stored != _hash(prev, str(seq), at, *words):
        return _(
            "Entry {number} of the history, dated {date}, was changed after it was written."
        ).format(number=seq, date=_date(at))
    return ""


def _unknown_head(known: Head, head: Head, at: str) -> str:
    if known.seq > head.seq:
        return _(
            "The history ends at entry {number}, dated {date}, but entry {known} was seen before: "
            "the end was cut off, or an older copy was put in place."
        ).format(number=head.seq, date=_date(at), known=known.seq)
    return _(
        "Entry {known} of the history is not the one that was seen before: the history from "
        "there on, up to {date}, was written anew."
    ).format(known=known.seq, date=_date(at))


def _date(at: str) -> str:
    try:
        return read_moment(read(at))
    except (TypeError, ValueError):
        return _("not a date")


def _hash(*fields: str) -> str:
    if not all(isinstance(field, str) for field in fields):  # bytes, put there by another program
        return ""
    return hashlib.sha256("\x1f".join(fields).encode()).hexdigest()
