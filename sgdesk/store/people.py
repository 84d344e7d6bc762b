"""The people that concerns are about, as they are known now."""

import re
from datetime import date

import msgspec
from sqlalchemy import Connection, delete, exists, select
from sqlalchemy.dialects.sqlite import insert

from sgdesk.domain.people import Person
from sgdesk.ids import PersonId
from sgdesk.store.columns import as_json
from sgdesk.store.tables import concern, person

_read = msgspec.json.Decoder(Person).decode


class People:
    """The people of one unit's store."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, person_id: PersonId) -> Person | None:
        """Return a person, or None if there is none of that id."""
        body = self._connection.scalar(select(person.c.body).where(person.c.id == person_id))
        return None if body is None else _read(body)

    def save(self, value: Person) -> None:
        """Add a person, or write what is now known about one. What was signed stays as it was."""
        columns = {
            "kind": value.kind.value,
            "name": value.name,
            "born": None if value.born is None else value.born.isoformat(),
            "nhs_number": _digits(value.nhs_number),
            "body": as_json(value),
        }
        statement = insert(person).values(id=value.id, **columns)
        self._connection.execute(statement.on_conflict_do_update(set_=columns))

    def like(self, name: str, born: date | None, nhs_number: str) -> tuple[Person, ...]:
        """Return who has the same health number, or the same name and date of birth."""
        same = (person.c.name.collate("NOCASE") == name) & (
            person.c.born == (None if born is None else born.isoformat())
        )
        if digits := _digits(nhs_number):
            same |= person.c.nhs_number == digits
        bodies = self._connection.scalars(select(person.c.body).where(same).limit(20))
        return tuple(_read(body) for body in bodies)

    def of_number(self, nhs_number: str) -> tuple[Person, ...]:
        """Return who has this health number."""
        same = person.c.nhs_number == _digits(nhs_number)
        bodies = self._connection.scalars(select(person.c.body).where(same).limit(20))
        return tuple(_read(body) for body in bodies)

    def drop_unused(self, person_id: PersonId) -> None:
        """Take out a person whom no concern is about any more."""
        used = exists().where(concern.c.person_id == person_id)
        self._connection.execute(delete(person).where(person.c.id == person_id, ~used))


def _digits(nhs_number: str) -> str:
    return re.sub(r"[\s-]", "", nhs_number)
