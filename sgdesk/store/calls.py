"""Telephone calls, what came back from agencies, and what the team was told."""

from datetime import datetime

import msgspec
from sqlalchemy import Connection, insert, select, update

from sgdesk.domain.call import Call
from sgdesk.domain.outcome import Outcome, TeamNote
from sgdesk.ids import CallId, ConcernId
from sgdesk.store.bodies import read_call, read_outcome
from sgdesk.store.columns import as_json
from sgdesk.store.search import index_concern
from sgdesk.store.tables import call, outcome, team_note

_read_note = msgspec.json.Decoder(TeamNote).decode


class Calls:
    """The calls of one unit's store."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, value: Call) -> None:
        """Add a call. What was said in it is never written anew."""
        self._connection.execute(
            insert(call).values(
                id=value.id,
                concern_id=value.concern_id,
                agency_id=value.agency_id,
                kind=value.kind.value,
                started_at=value.started_at,
                body=as_json(value),
            )
        )
        if value.concern_id is not None:
            index_concern(self._connection, value.concern_id)

    def attach(self, call_id: CallId, concern_id: ConcernId, at: datetime, by: str) -> None:
        """Say which concern a call was about that began before there was one; `by` is a name."""
        found = self.get(call_id)
        if found is None or found.concern_id is not None:
            raise ValueError("a call is attached once")
        value = msgspec.structs.replace(
            found, concern_id=concern_id, attached_at=at, attached_by=by
        )
        self._connection.execute(
            update(call)
            .where(call.c.id == call_id)
            .values(concern_id=concern_id, body=as_json(value))
        )
        index_concern(self._connection, concern_id)

    def get(self, call_id: CallId) -> Call | None:
        """Return a call, or None."""
        body = self._connection.scalar(select(call.c.body).where(call.c.id == call_id))
        return None if body is None else read_call(body)

    def of_concern(self, concern_id: ConcernId) -> tuple[Call, ...]:
        """Return the calls about a concern, the first first."""
        query = select(call.c.body).where(call.c.concern_id == concern_id)
        bodies = self._connection.scalars(query.order_by(call.c.started_at, call.c.id))
        return tuple(read_call(body) for body in bodies)

    def without_concern(self) -> tuple[Call, ...]:
        """Return the calls that belong to no concern, the newest first."""
        query = select(call.c.body).where(call.c.concern_id.is_(None))
        bodies = self._connection.scalars(query.order_by(call.c.started_at.desc(), call.c.id))
        return tuple(read_call(body) for body in bodies)


class Outcomes:
    """The agencies' answers and the team notes of one unit's store."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, value: Outcome) -> None:
        """Add an answer of an agency."""
        self._connection.execute(
            insert(outcome).values(
                id=value.id,
                concern_id=value.concern_id,
                sharing_id=value.sharing_id,
                kind=value.kind.value,
                at=value.at,
                body=as_json(value),
            )
        )
        index_concern(self._connection, value.concern_id)

    def of_concern(self, concern_id: ConcernId) -> tuple[Outcome, ...]:
        """Return the answers about a concern, the first first."""
        query = select(outcome.c.body).where(outcome.c.concern_id == concern_id)
        bodies = self._connection.scalars(query.order_by(outcome.c.at, outcome.c.id))
        return tuple(read_outcome(body) for body in bodies)

    def add_note(self, value: TeamNote) -> None:
        """Add what one tier of the team is told."""
        self._connection.execute(
            insert(team_note).values(
                id=value.id,
                concern_id=value.concern_id,
                tier=value.tier,
                at=value.at,
                body=as_json(value),
            )
        )

    def notes(self, concern_id: ConcernId) -> tuple[TeamNote, ...]:
        """Return the team notes about a concern, the first first."""
        query = select(team_note.c.body).where(team_note.c.concern_id == concern_id)
        bodies = self._connection.scalars(query.order_by(team_note.c.at, team_note.c.id))
        return tuple(_read_note(body) for body in bodies)
