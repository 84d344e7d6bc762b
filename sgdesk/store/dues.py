"""Deadlines: open until somebody deals with them, and never without their source."""

from collections.abc import Iterable
from datetime import date, datetime

import msgspec
from sqlalchemy import Connection, Row, Select, func, insert, select, update

from sgdesk.domain.due import Due, DueLine
from sgdesk.domain.people import PersonKind
from sgdesk.domain.shown import age_in_years
from sgdesk.ids import ConcernId, DueId, UserId
from sgdesk.store.columns import as_json
from sgdesk.store.lines import WHO
from sgdesk.store.tables import call, concern, due, person, sharing

_AGENCY = func.coalesce(
    sharing.c.recipient, func.json_extract(call.c.body, "$.agency_name"), ""
).label("agency")
_FAMILY = func.json_object(
    "known_as",
    func.json_extract(concern.c.body, "$.person.known_as"),
    "relations",
    func.json(func.json_extract(concern.c.body, "$.relations")),
).label("family")
_read = msgspec.json.Decoder(Due).decode


class _Relation(msgspec.Struct, frozen=True):
    name: str = ""
    professional: bool = False


class _Family(msgspec.Struct, frozen=True):
    known_as: str | None = None
    relations: tuple[_Relation, ...] | None = ()


_read_family = msgspec.json.Decoder(_Family).decode


class Dues:
    """The deadlines of one unit's store."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, value: Due) -> None:
        """Add a deadline."""
        self._connection.execute(
            insert(due).values(
                id=value.id,
                concern_id=value.concern_id,
                rule=value.rule,
                about=value.about,
                due_at=value.due_at,
                closed_at=value.closed_at,
                closed_by=value.closed_by,
                closed_because=value.closed_because,
                body=as_json(value),
            )
        )

    def get(self, due_id: DueId) -> Due | None:
        """Return a deadline, or None."""
        row = self._connection.execute(_dues().where(due.c.id == due_id)).first()
        return None if row is None else _due(row)

    def close(self, due_id: DueId, at: datetime, by: UserId, because: str) -> None:
        """Write that somebody dealt with a deadline that is open, and how."""
        self._connection.execute(
            update(due)
            .where(due.c.id == due_id, due.c.closed_at.is_(None))
            .values(closed_at=at, closed_by=by, closed_because=because)
        )

    def go_over(self, value: Due, about: str, detail: str) -> None:
        """Hang an open deadline on something that followed; what is due, and when, stays."""
        body = as_json(msgspec.structs.replace(value, about=about, detail=detail))
        self._connection.execute(
            update(due)
            .where(due.c.id == value.id, due.c.closed_at.is_(None))
            .values(about=about, body=body)
        )

    def of_concern(self, concern_id: ConcernId) -> tuple[Due, ...]:
        """Return every deadline of a concern, the earliest first."""
        query = _dues().where(due.c.concern_id == concern_id).order_by(due.c.due_at, due.c.id)
        return tuple(_due(row) for row in self._connection.execute(query))

    def open(self, today: date, limit: int = 200) -> tuple[DueLine, ...]:
        """Return the open deadlines, the earliest first. `today` is the London date, for ages."""
        query = (
            _dues()
            .add_columns(
                concern.c.reference,
                *WHO,
                _AGENCY,
                _FAMILY,
            )
            .select_from(
                due.join(concern, concern.c.id == due.c.concern_id)
                .join(person, person.c.id == concern.c.person_id)
                .outerjoin(sharing, sharing.c.id == due.c.about)
                .outerjoin(call, call.c.id == due.c.about)
            )
            .where(due.c.closed_at.is_(None))
            .order_by(due.c.due_at, due.c.id)
            .limit(limit)
        )
        return tuple(_line(row, today) for row in self._connection.execute(query))

    def open_rules(self, concern_ids: Iterable[ConcernId]) -> dict[ConcernId, tuple[str, ...]]:
        """Return the rules of the open deadlines of some concerns, the earliest first."""
        found: dict[ConcernId, tuple[str, ...]] = dict.fromkeys(concern_ids, ())
        rows = self._connection.execute(
            select(due.c.concern_id, due.c.rule)
            .where(due.c.concern_id.in_(list(found)), due.c.closed_at.is_(None))
            .order_by(due.c.due_at, due.c.id)
        )
        for concern_id, rule in rows:
            found[concern_id] += (rule,)
        return found


def _dues() -> Select[tuple[object, ...]]:
    return select(due.c.body, due.c.closed_at, due.c.closed_by, due.c.closed_because)


def _due(row: Row[tuple[object, ...]]) -> Due:
    return msgspec.structs.replace(
        _read(row.body),
        closed_at=row.closed_at,
        closed_by=row.closed_by,
        closed_because=row.closed_because,
    )


def _line(row: Row[tuple[object, ...]], today: date) -> DueLine:
    born = date.fromisoformat(row.born) if row.born else None
    age = age_in_years(PersonKind(row.kind), born, today)
    family = _read_family(row.family)
    names = (one.name for one in family.relations or () if not one.professional)
    return DueLine(
        _due(row), row.reference, row.name, row.kind, age, row.agency,
        tuple(filter(None, (family.known_as, *names))),
    )  # fmt: skip
