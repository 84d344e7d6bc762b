"""Concerns that belong together: linked once for both, until somebody ends the link."""

from datetime import datetime

import msgspec
from sqlalchemy import Connection, Row, func, insert, or_, select, update

from sgdesk.domain.amendment import Link
from sgdesk.ids import ConcernId
from sgdesk.store.columns import as_json
from sgdesk.store.tables import concern, concern_link


class _Body(msgspec.Struct, frozen=True):
    how: str
    linked_by: str


_read = msgspec.json.Decoder(_Body).decode


class Links:
    """The links of one unit's store."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, value: Link) -> None:
        """Link two concerns."""
        self._connection.execute(
            insert(concern_link).values(
                id=value.id, concern_id=value.concern_id, other_id=value.other_id,
                linked_at=value.linked_at, body=as_json(_Body(value.how, value.linked_by)),
                ended_at=value.ended_at, ended_by=value.ended_by if value.ended_at else None,
            )
        )  # fmt: skip

    def get(self, link_id: str) -> Link | None:
        """Return a link from the side it was made, or None."""
        query = select(concern_link).where(concern_link.c.id == link_id)
        row = self._connection.execute(query).first()
        return None if row is None else _link(row, row.concern_id)

    def of_concern(self, concern_id: ConcernId) -> tuple[Link, ...]:
        """Return the links of a concern, seen from it, the first first; those ended too."""
        rows = self._connection.execute(
            select(concern_link)
            .where(
                or_(
                    concern_link.c.concern_id == concern_id,
                    concern_link.c.other_id == concern_id,
                )
            )
            .order_by(concern_link.c.linked_at, concern_link.c.id)
        )
        return tuple(_link(row, concern_id) for row in rows)

    def waiting_for(self, concern_id: ConcernId) -> tuple[ConcernId, ...]:
        """Return the concerns that were taken in with a link to this one before it was here."""
        found = self._connection.scalars(
            select(concern.c.id).where(
                func.instr(concern.c.body, f'"{concern_id}"') > 0, concern.c.id != concern_id
            )
        )
        return tuple(found)

    def end(self, link_id: str, at: datetime, by: str) -> None:
        """End a link, in somebody's name; that it was there stays."""
        self._connection.execute(
            update(concern_link)
            .where(concern_link.c.id == link_id)
            .values(ended_at=at, ended_by=by)
        )


def _link(row: Row[tuple[object, ...]], seen_from: ConcernId) -> Link:
    values = row._mapping
    body = _read(values["body"])
    ends = (values["concern_id"], values["other_id"])
    concern_id, other_id = ends if ends[0] == seen_from else ends[::-1]
    return Link(
        id=values["id"], concern_id=concern_id, other_id=other_id, how=body.how,
        linked_at=values["linked_at"], linked_by=body.linked_by, ended_at=values["ended_at"],
        ended_by=values["ended_by"] or "",
    )  # fmt: skip
