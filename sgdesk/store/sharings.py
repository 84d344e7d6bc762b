"""Decisions about sharing, the tries to send, and how each decision went on."""

from collections.abc import Iterable
from datetime import datetime

import msgspec
from sqlalchemy import Connection, Row, Select, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from sgdesk.domain.sharing.clinical import ClinicalEntry
from sgdesk.domain.sharing.decision import Attempt, Decision, Sharing
from sgdesk.ids import ConcernId, SharingId
from sgdesk.store.bodies import read_attempt
from sgdesk.store.columns import as_json
from sgdesk.store.search import index_concern
from sgdesk.store.tables import attempt, concern, sharing

_GOES = (Decision.SHARE.value, Decision.SHARE_IN_PART.value)
_read = msgspec.json.Decoder(Sharing).decode
_read_clinical = msgspec.json.Decoder(ClinicalEntry).decode


class Sharings:
    """The decisions of one unit's store. What was decided is never changed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def next_version(self, concern_id: ConcernId) -> int:
        """Return the version that the next decision about a concern will have, from 1."""
        last = select(func.max(sharing.c.version)).where(sharing.c.concern_id == concern_id)
        return (self._connection.scalar(last) or 0) + 1

    def add(self, value: Sharing) -> None:
        """Add a decision, and name its recipient in the line of its concern."""
        self._connection.execute(
            insert(sharing).values(
                id=value.id,
                concern_id=value.concern_id,
                version=value.version,
                decision=value.decision.value,
                agency_id=value.recipient.agency_id,
                recipient=value.recipient.organisation,
                decided_at=value.decided_at,
                decided_by=value.decided_by,
                sent_at=value.sent_at,
                acknowledged_at=value.acknowledged_at,
                clinical=as_json(value.clinical),
                body=as_json(value),
            )
        )
        self._name_recipients(value.concern_id)

    def get(self, sharing_id: SharingId) -> Sharing | None:
        """Return a decision, or None."""
        row = self._connection.execute(_sharings().where(sharing.c.id == sharing_id)).first()
        return None if row is None else _sharing(row)

    def of_concern(self, concern_id: ConcernId) -> tuple[Sharing, ...]:
        """Return the decisions about a concern, the first first."""
        query = _sharings().where(sharing.c.concern_id == concern_id).order_by(sharing.c.version)
        return tuple(_sharing(row) for row in self._connection.execute(query))

    def recipients(
        self, concern_ids: Iterable[ConcernId]
    ) -> dict[ConcernId, tuple[tuple[str, bool], ...]]:
        """Return whom each concern was decided to be shared with, in the order of the decisions,
        and whether anything was sent to them; a concern shared with nobody is left out."""
        found: dict[ConcernId, tuple[tuple[str, bool], ...]] = {}
        rows = self._connection.execute(
            select(sharing.c.concern_id, sharing.c.recipient, func.max(sharing.c.sent_at))
            .where(
                sharing.c.concern_id.in_(list(concern_ids)),
                sharing.c.decision.in_(_GOES),
                sharing.c.recipient != "",
            )
            .group_by(sharing.c.concern_id, sharing.c.recipient)
            .order_by(sharing.c.concern_id, func.min(sharing.c.version))
        )
        for concern_id, name, sent_at in rows:
            found[concern_id] = (*found.get(concern_id, ()), (name, sent_at is not None))
        return found

    def set_sent(self, sharing_id: SharingId, at: datetime) -> None:
        """Write when it was confirmed as sent."""
        self._set(sharing_id, sent_at=at)

    def set_acknowledged(self, sharing_id: SharingId, at: datetime) -> None:
        """Write when the agency acknowledged it."""
        self._set(sharing_id, acknowledged_at=at)

    def set_clinical(self, sharing_id: SharingId, entry: ClinicalEntry) -> None:
        """Write the entry in the clinical record that points to the log."""
        self._set(sharing_id, clinical=as_json(entry))

    def save_attempt(self, value: Attempt) -> None:
        """Add a try, or write how it ended."""
        columns = {"state": value.state.value, "at": value.at, "body": as_json(value)}
        statement = upsert(attempt).values(id=value.id, sharing_id=value.sharing_id, **columns)
        self._connection.execute(statement.on_conflict_do_update(set_=columns))
        of = select(sharing.c.concern_id).where(sharing.c.id == value.sharing_id)
        index_concern(self._connection, ConcernId(self._connection.execute(of).scalar_one()))

    def attempts(self, sharing_id: SharingId) -> tuple[Attempt, ...]:
        """Return the tries of a decision, the first first."""
        query = select(attempt.c.body).where(attempt.c.sharing_id == sharing_id)
        bodies = self._connection.scalars(query.order_by(attempt.c.at, attempt.c.id))
        return tuple(read_attempt(body) for body in bodies)

    def _set(self, sharing_id: SharingId, **columns: object) -> None:
        self._connection.execute(
            update(sharing).where(sharing.c.id == sharing_id).values(**columns)
        )

    def _name_recipients(self, concern_id: ConcernId) -> None:
        names = self._connection.scalars(
            select(sharing.c.recipient)
            .where(sharing.c.concern_id == concern_id, sharing.c.decision.in_(_GOES))
            .order_by(sharing.c.version)
        )
        together = ", ".join(dict.fromkeys(name for name in names if name))
        self._connection.execute(
            update(concern).where(concern.c.id == concern_id).values(shared_with=together)
        )


def _sharings() -> Select[tuple[object, ...]]:
    return select(sharing.c.body, sharing.c.clinical, sharing.c.sent_at, sharing.c.acknowledged_at)


def _sharing(row: Row[tuple[object, ...]]) -> Sharing:
    return msgspec.structs.replace(
        _read(row.body),
        clinical=_read_clinical(row.clinical),
        sent_at=row.sent_at,
        acknowledged_at=row.acknowledged_at,
    )
