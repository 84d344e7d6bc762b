"""When concerns were closed and opened again, by whom, and why: only added to."""

import msgspec
from sqlalchemy import Connection, insert, literal_column, select

from sgdesk.domain.outcome import Closing
from sgdesk.ids import ConcernId
from sgdesk.store.columns import as_json
from sgdesk.store.tables import closing

_read = msgspec.json.Decoder(Closing).decode


class Closings:
    """The closings of one unit's store."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, value: Closing) -> None:
        """Add that a concern was closed, or opened again."""
        self._connection.execute(
            insert(closing).values(
                id=value.id, concern_id=value.concern_id, at=value.at, body=as_json(value)
            )
        )

    def of_concern(self, concern_id: ConcernId) -> tuple[Closing, ...]:
        """Return when a concern was closed and opened again, the first first."""
        query = select(closing.c.body).where(closing.c.concern_id == concern_id)
        in_order = query.order_by(closing.c.at, literal_column("closing.rowid"))
        bodies = self._connection.scalars(in_order)
        return tuple(_read(body) for body in bodies)
