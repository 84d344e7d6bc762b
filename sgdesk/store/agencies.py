"""The directory of agencies."""

import msgspec
from sqlalchemy import Connection, delete, func, literal_column, select
from sqlalchemy.dialects.sqlite import insert

from sgdesk.domain.agency import Agency, AgencyCheck
from sgdesk.domain.sharing.recipient import Recipient
from sgdesk.ids import AgencyId
from sgdesk.store.agency_tables import agency_check
from sgdesk.store.columns import as_json
from sgdesk.store.tables import agency, sharing

_read = msgspec.json.Decoder(Agency).decode
_read_check = msgspec.json.Decoder(AgencyCheck).decode


class _Answered(msgspec.Struct):
    recipient: Recipient


_read_answered = msgspec.json.Decoder(_Answered).decode


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

    def add_check(self, value: AgencyCheck) -> None:
        """Add a check of an agency's numbers. Checks are never changed or taken away."""
        self._connection.execute(
            insert(agency_check).values(
                id=value.id,
                agency_id=value.agency_id,
                noted_at=value.noted_at,
                body=as_json(value),
            )
        )

    def checks(self, agency_id: AgencyId) -> tuple[AgencyCheck, ...]:
        """Return the checks of an agency as they were noted, the newest first."""
        query = select(agency_check.c.body).where(agency_check.c.agency_id == agency_id)
        bodies = self._connection.scalars(
            query.order_by(
                agency_check.c.noted_at.desc(), literal_column("agency_check.rowid").desc()
            )
        )
        return tuple(_read_check(body) for body in bodies)

    def home_answers(self, postcode: str) -> tuple[Recipient, ...]:
        """Return the recipients of recorded decisions beside which the lead said in which area
        this postcode is, the newest first."""
        told = func.json_extract(sharing.c.body, "$.recipient.home_postcode")
        query = select(sharing.c.body).where(told == postcode)
        bodies = self._connection.scalars(query.order_by(sharing.c.decided_at.desc()))
        return tuple(_read_answered(body).recipient for body in bodies)
