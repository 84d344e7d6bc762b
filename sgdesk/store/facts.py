"""Facts in their versions: a signed one is amended by a new version and never overwritten."""

from collections.abc import Sequence
from datetime import datetime

import msgspec
from sqlalchemy import Connection, Row, delete, func, insert, select

from sgdesk.domain.concern import Concern
from sgdesk.domain.facts.kinds import Fact
from sgdesk.ids import ConcernId, UserId
from sgdesk.store.bodies import read_fact
from sgdesk.store.columns import as_json
from sgdesk.store.search import index_concern
from sgdesk.store.tables import fact


class FactVersion(msgspec.Struct, frozen=True):
    """One version of a fact: from 1, by whom, when, and why the one before was not right."""

    fact: Fact
    version: int
    written_at: datetime
    written_by: UserId
    because: str


class Facts:
    """The facts of one unit's store."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_concern(self, concern_id: ConcernId) -> tuple[Fact, ...]:
        """Return the newest version of each fact, in the order of the record."""
        rows = self._connection.execute(
            select(fact.c.id, fact.c.body)
            .where(fact.c.concern_id == concern_id)
            .order_by(fact.c.position, fact.c.id, fact.c.version)
        )
        newest = {row.id: row.body for row in rows}
        return tuple(read_fact(body) for body in newest.values())

    def versions(self, concern_id: ConcernId) -> tuple[FactVersion, ...]:
        """Return every version of every fact of a concern, in the order they were written."""
        rows = self._connection.execute(
            select(fact)
            .where(fact.c.concern_id == concern_id)
            .order_by(fact.c.written_at, fact.c.position, fact.c.version)
        )
        return tuple(_version(row) for row in rows)

    def replace_unsigned(self, value: Concern) -> None:
        """Put a concern's facts in place of its unsigned ones, signed if the concern is."""
        self._connection.execute(delete(fact).where(fact.c.concern_id == value.id))
        rows = [
            {
                **_columns(value.id, found, 1, position),
                "written_at": value.changed_at,
                "written_by": value.signed_by or value.opened_by,
                "signed_at": value.signed_at,
            }
            for position, found in enumerate(value.facts)
        ]
        if rows:
            self._connection.execute(insert(fact), rows)

    def add_versions(self, value: Concern, versions: Sequence[FactVersion]) -> None:
        """Add the facts of a signed concern, each with its versions; one without was never amended.

        The order of the record is that of `value.facts`; what was withdrawn comes after them.
        """
        position = {found.id: number for number, found in enumerate(value.every_fact)}
        amended = {one.fact.id for one in versions}
        first = [
            FactVersion(one, 1, value.changed_at, value.signed_by or value.opened_by, "")
            for one in value.every_fact
            if one.id not in amended
        ]
        rows = [
            {
                **_columns(value.id, one.fact, one.version, position[one.fact.id], one.because),
                "written_at": one.written_at,
                "written_by": one.written_by,
                "signed_at": one.written_at if one.because else value.signed_at,
            }
            for one in (*first, *versions)
        ]
        if rows:
            self._connection.execute(insert(fact), rows)

    def amend(
        self, concern_id: ConcernId, value: Fact, at: datetime, by: UserId, because: str
    ) -> int:
        """Write a new signed version of a fact, or a new fact, and return its version from 1."""
        found = self._connection.execute(
            select(fact.c.position, fact.c.version)
            .where(fact.c.id == value.id, fact.c.concern_id == concern_id)
            .order_by(fact.c.version.desc())
        ).first()
        position = self._end(concern_id) if found is None else found.position
        version = 1 if found is None else found.version + 1
        self._connection.execute(
            insert(fact).values(
                **_columns(concern_id, value, version, position, because),
                written_at=at,
                written_by=by,
                signed_at=at,
            )
        )
        index_concern(self._connection, concern_id)
        return version

    def _end(self, concern_id: ConcernId) -> int:
        last = select(func.max(fact.c.position)).where(fact.c.concern_id == concern_id)
        found = self._connection.scalar(last)
        return 0 if found is None else found + 1


def _columns(
    concern_id: ConcernId, value: Fact, version: int, position: int, because: str = ""
) -> dict[str, object]:
    return {
        "id": value.id,
        "version": version,
        "concern_id": concern_id,
        "position": position,
        "kind": value.__struct_config__.tag,
        "because": because,
        "body": as_json(value),
    }


def _version(row: Row[tuple[object, ...]]) -> FactVersion:
    values = row._mapping
    return FactVersion(
        read_fact(values["body"]),
        values["version"],
        values["written_at"],
        values["written_by"],
        values["because"],
    )
