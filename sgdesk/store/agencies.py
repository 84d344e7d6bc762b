"""The directory of agencies."""

import msgspec
from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from sgdesk.domain.agency import Agency
from sgdesk.ids import AgencyId
from sgdesk.store.columns import as_json
from sgdesk.store.tables import agency

_read = msgspec.json.Decoder(Agency).decode


class Agencies:
    """The agencies of one unit's store."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def save(self, value: Agency) -> None:
        """Add an agency, or write what changed about one."""
        columns = {
            "kind": value.kind,
            "area": value.area,
            "name": value.name,
            "body": as_json(value),
        }
        statement = insert(agency).values(id=value.id, **columns)
        self._connection.execute(statement.on_conflict_do_update(set_=columns))

    def get(self, agency_id: AgencyId) -> Agency | None:
        """Return an agency, or None."""
        body = self._connection.scalar(select(agency.c.body).where(agency.c.id == agency_id))
        return None if body is None else _read(body)

    def all(self) -> tuple[Agency, ...]:
        """Return every agency, by name."""
        bodies = self._connection.scalars(
            select(agency.c.body).order_by(agency.c.name.collate("NOCASE"), agency.c.id)
        )
        return tuple(_read(body) for body in bodies)

    def remove(self, agency_id: AgencyId) -> None:
        """Remove an agency from the directory. What was shared with it still names it."""
        self._connection.execute(delete(agency).where(agency.c.id == agency_id))
