"""The references of concerns: SG-YYYY-NNNN, each given once."""

from sqlalchemy import Connection

_NEXT = (
    "INSERT INTO counter VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1 "
    "RETURNING value"
)
_RAISE = (
    "INSERT INTO counter VALUES (?, ?) ON CONFLICT (name) DO UPDATE "
    "SET value = max(value, excluded.value)"
)


class References:
    """The numbers given so far in one unit's store."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def allot(self, year: int) -> str:
        """Return the next reference of a year. A number that was given is never given again."""
        number = self._connection.exec_driver_sql(_NEXT, (_name(year),)).scalar_one()
        return f"SG-{year:04d}-{number:04d}"

    def leave_out_to(self, year: int, number: int) -> None:
        """Give no number of a year up to and with this one: others were given elsewhere."""
        self._connection.exec_driver_sql(_RAISE, (_name(year), number))


def _name(year: int) -> str:
    return f"reference-{year:04d}"
