"""The people that concerns are about, as they are known now."""

import re
from datetime import date

import msgspec
from sqlalchemy import Connection, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from sgdesk.domain.people import Person
from sgdesk.ids import PersonId
from sgdesk.store.bodies import read_concern_body
from sgdesk.store.columns import as_json
from sgdesk.store.concern_versions import newest_body, newest_moment
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

    def add(self, value: Person) -> None:
        """Add a person, where there is none of that id yet."""
        statement = insert(person).values(id=value.id, **_columns(value))
        self._connection.execute(statement.on_conflict_do_nothing())

    def settle(self, person_id: PersonId) -> None:
        """Write what is known of a person: as the newest signed record says, or the draft saved
        last while none is signed. What one of these protects stays protected. Somebody whom no
        concern is about any more is taken out."""
        said = (
            select(newest_body(), concern.c.signed_at)
            .where(concern.c.person_id == person_id)
            .order_by(func.coalesce(newest_moment(), concern.c.changed_at), concern.c.number)
        )
        rows = self._connection.execute(said).all()
        if not rows:
            self._connection.execute(delete(person).where(person.c.id == person_id))
            return
        found = [row for row in rows if row.signed_at is not None] or rows
        versions = [read_concern_body(row.body).person for row in found]
        guarded = any(one.address_protected for one in versions)
        value = msgspec.structs.replace(versions[-1], address_protected=guarded)
        self._connection.execute(
            update(person).where(person.c.id == person_id).values(**_columns(value))
        )

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


def _columns(value: Person) -> dict[str, object]:
    return {
        "kind": value.kind.value,
        "name": value.name,
        "born": None if value.born is None else value.born.isoformat(),
        "nhs_number": _digits(value.nhs_number),
        "body": as_json(value),
    }


def _digits(nhs_number: str) -> str:
    return re.sub(r"[\s-]", "", nhs_number)
