"""Contacts with the police and what came later: only added to."""

import msgspec
from sqlalchemy import Connection, func, insert, literal_column, select, update

from sgdesk.domain.concern import Stage
from sgdesk.domain.police import PoliceContact, PoliceNews
from sgdesk.ids import ConcernId, PoliceContactId
from sgdesk.store.columns import as_json
from sgdesk.store.police_tables import police_contact, police_news
from sgdesk.store.tables import concern

_read = msgspec.json.Decoder(PoliceContact).decode
_read_news = msgspec.json.Decoder(PoliceNews).decode


class PoliceContacts:
    """The police contacts of one unit's store."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, value: PoliceContact) -> None:
        """Add a contact."""
        self._connection.execute(
            insert(police_contact).values(
                id=value.id,
                concern_id=value.concern_id,
                reason=value.reason.value,
                started_at=value.started_at,
                body=as_json(value),
            )
        )

    def add_news(self, value: PoliceNews) -> None:
        """Add what was learned later about a contact."""
        self._connection.execute(
            insert(police_news).values(
                id=value.id, contact_id=value.contact_id, at=value.at, body=as_json(value)
            )
        )

    def attach(self, contact_id: PoliceContactId, concern_id: ConcernId) -> None:
        """Say which concern a contact was about that began before there was one."""
        self._connection.execute(
            update(police_contact)
            .where(police_contact.c.id == contact_id)
            .values(concern_id=concern_id)
        )

    def get(self, contact_id: PoliceContactId) -> PoliceContact | None:
        """Return a contact, or None."""
        query = select(police_contact.c.body, police_contact.c.concern_id)
        row = self._connection.execute(query.where(police_contact.c.id == contact_id)).first()
        return None if row is None else _contact(row.body, row.concern_id)

    def of_concern(self, concern_id: ConcernId) -> tuple[PoliceContact, ...]:
        """Return the contacts about a concern, the first first."""
        query = select(police_contact.c.body, police_contact.c.concern_id).where(
            police_contact.c.concern_id == concern_id
        )
        rows = self._connection.execute(
            query.order_by(police_contact.c.started_at, police_contact.c.id)
        )
        return tuple(_contact(row.body, row.concern_id) for row in rows)

    def newest_about(self, limit: int) -> tuple[ConcernId, ...]:
        """Return the concerns that are not closed about which the police were told, the last
        contact first."""
        query = (
            select(police_contact.c.concern_id)
            .join(concern, concern.c.id == police_contact.c.concern_id)
            .where(concern.c.stage != Stage.CLOSED.value)
            .group_by(police_contact.c.concern_id)
            .order_by(func.max(police_contact.c.started_at).desc(), police_contact.c.concern_id)
        )
        return tuple(ConcernId(one) for one in self._connection.scalars(query.limit(limit)))

    def without_concern(self) -> tuple[PoliceContact, ...]:
        """Return the contacts that belong to no concern yet, the first first."""
        query = select(police_contact.c.body).where(police_contact.c.concern_id.is_(None))
        bodies = self._connection.scalars(query.order_by(police_contact.c.started_at))
        return tuple(_read(body) for body in bodies)

    def news(self, contact_id: PoliceContactId) -> tuple[PoliceNews, ...]:
        """Return what came later about a contact, as it was written down."""
        query = select(police_news.c.body).where(police_news.c.contact_id == contact_id)
        bodies = self._connection.scalars(
            query.order_by(police_news.c.at, literal_column("police_news.rowid"))
        )
        return tuple(_read_news(body) for body in bodies)


def _contact(body: str, concern_id: str | None) -> PoliceContact:
    return msgspec.structs.replace(
        _read(body), concern_id=None if concern_id is None else ConcernId(concern_id)
    )
