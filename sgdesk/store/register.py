"""The register of the safeguarding log: one line for each concern, without a narrative."""

from datetime import datetime

import msgspec
from sqlalchemy import Connection, tuple_

from sgdesk.domain.concern import ConcernLine, Urgency
from sgdesk.domain.sharing.decision import Sharing
from sgdesk.ids import ConcernId
from sgdesk.store.bodies import read_concern_body
from sgdesk.store.concern_versions import newest_body
from sgdesk.store.dues import Dues
from sgdesk.store.lines import concern_lines, read_lines
from sgdesk.store.sharings import Sharings
from sgdesk.store.tables import concern


class RegisterEntry(msgspec.Struct, frozen=True):
    """One concern in the register, with its decisions and the rules of its open deadlines."""

    line: ConcernLine
    opened_at: datetime
    urgency: Urgency
    sharings: tuple[Sharing, ...]
    open_rules: tuple[str, ...]


class Register:
    """The register of one unit's store."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def newest(
        self, limit: int = 50, before: tuple[datetime, ConcernId] | None = None
    ) -> tuple[RegisterEntry, ...]:
        """Return entries, the last opened first; those after an entry's moment
        of opening and concern, if given."""
        query = concern_lines().add_columns(concern.c.opened_at, newest_body())
        query = query.order_by(concern.c.opened_at.desc(), concern.c.id.desc()).limit(limit)
        if before is not None:
            query = query.where(tuple_(concern.c.opened_at, concern.c.id) < before)
        rows = self._connection.execute(query).all()
        rules = Dues(self._connection).open_rules(ConcernId(row.id) for row in rows)
        sharings = Sharings(self._connection)
        return tuple(
            RegisterEntry(
                found,
                row.opened_at,
                read_concern_body(row.body).urgency,
                sharings.of_concern(row.id),
                rules[row.id],
            )
            for row, found in zip(rows, read_lines(rows), strict=True)
        )
