"""The practice, and the people who use this desk."""

import msgspec
from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from sgdesk.domain.practice import Practice, User
from sgdesk.ids import UserId
from sgdesk.store.columns import as_json
from sgdesk.store.tables import practice, user

_read_practice = msgspec.json.Decoder(Practice).decode
_read_user = msgspec.json.Decoder(User).decode


class Practices:
    """The one practice of one unit's store."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self) -> Practice:
        """Return the practice; an empty one before set-up wrote it."""
        body = self._connection.scalar(select(practice.c.body))
        return Practice() if body is None else _read_practice(body)

    def save(self, value: Practice) -> None:
        """Write the practice, in place of what was known of it."""
        statement = insert(practice).values(number=1, body=as_json(value))
        self._connection.execute(
            statement.on_conflict_do_update(set_={"body": statement.excluded.body})
        )


class Users:
    """The users of one unit's store."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, user_id: UserId) -> User | None:
        """Return a user, or None if there is none of that id."""
        body = self._connection.scalar(select(user.c.body).where(user.c.id == user_id))
        return None if body is None else _read_user(body)

    def all(self) -> tuple[User, ...]:
        """Return every user, by name."""
        bodies = self._connection.scalars(select(user.c.body).order_by(user.c.name, user.c.id))
        return tuple(_read_user(body) for body in bodies)

    def save(self, value: User) -> None:
        """Add a user, or write what changed about one."""
        columns = {"name": value.name, "role": value.role.value, "body": as_json(value)}
        statement = insert(user).values(id=value.id, **columns)
        self._connection.execute(statement.on_conflict_do_update(set_=columns))
