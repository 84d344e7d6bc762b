"""Concerns: added with their reference, saved until they are signed, then only added to."""

from collections.abc import Collection, Sequence
from datetime import datetime
from heapq import merge

import msgspec
from sqlalchemy import Connection, Select, insert, select, update

from sgdesk.domain.concern import Concern, ConcernLine, Stage
from sgdesk.domain.withdrawal import standing, withdrawn
from sgdesk.ids import ConcernId, PersonId, UserId
from sgdesk.store.bodies import concern_body, read_concern_body
from sgdesk.store.columns import as_json, written
from sgdesk.store.concern_versions import (
    ConcernVersion,
    add_version,
    newest_body,
    read_versions,
)
from sgdesk.store.facts import Facts, FactVersion
from sgdesk.store.lines import NEWEST, concern_lines, read_lines
from sgdesk.store.people import People
from sgdesk.store.search import index_concern
from sgdesk.store.tables import concern

_STAGE = "SELECT stage FROM concern WHERE id = ?"  # asked at every save of a draft
_WHOLE = select(*(one for one in concern.c if one.name != "body"), newest_body())


class Concerns:
    """The concerns of one unit's store."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._facts = Facts(connection)
        self._people = People(connection)

    def add(self, value: Concern) -> None:
        """Add a concern with its person and facts. Its reference was allotted in this store."""
        self._people.add(value.person)
        columns = {"reference": value.reference, "shared_with": "", **_columns(value)}
        self._connection.execute(insert(concern).values(id=value.id, **columns))
        self._people.settle(value.person.id)
        self._save_facts(value)

    def add_amended(
        self, value: Concern, details: Sequence[ConcernVersion], facts: Sequence[FactVersion]
    ) -> None:
        """Add a concern as it is now, with the versions of its details and facts from the first.

        Both are empty while nothing was amended.
        """
        self._people.add(value.person)
        columns = {"reference": value.reference, "shared_with": "", **_columns(value)}
        if details:
            columns["body"] = as_json(details[0].body)
        self._connection.execute(insert(concern).values(id=value.id, **columns))
        for one in details[1:]:
            add_version(
                self._connection, value.id, one.body, one.written_at, one.written_by, one.because
            )
        self._people.settle(value.person.id)
        self._facts.add_versions(value, facts)
        index_concern(self._connection, value.id)

    def save(self, value: Concern) -> None:
        """Write an unsigned concern anew, person and facts included; this may sign it.

        A draft never changes a person of whom a signed record tells. Where it is about somebody
        else now, whom it was about before is as the other records say, or taken out.
        """
        about = select(concern.c.person_id).where(concern.c.id == value.id)
        before = self._connection.scalar(about)
        self._people.add(value.person)
        self._connection.execute(
            update(concern).where(concern.c.id == value.id).values(**_columns(value))
        )
        for person_id in dict.fromkeys(filter(None, (before, value.person.id))):
            self._people.settle(person_id)
        self._save_facts(value)

    def amend(self, value: Concern, at: datetime, by: UserId, because: str) -> int:
        """Write a new version of a signed concern's details, and return its number from 2."""
        version = add_version(self._connection, value.id, concern_body(value), at, by, because)
        self._people.settle(value.person.id)
        self._connection.execute(
            update(concern).where(concern.c.id == value.id).values(changed_at=at)
        )
        index_concern(self._connection, value.id)
        return version

    def versions(self, concern_id: ConcernId) -> tuple[ConcernVersion, ...]:
        """Return every version of a concern's details, the signed one first."""
        return read_versions(self._connection, concern_id)

    def set_stage(self, concern_id: ConcernId, stage: Stage, at: datetime) -> None:
        """Write where a concern stands since a moment; signed or not."""
        self._connection.execute(
            update(concern)
            .where(concern.c.id == concern_id)
            .values(stage=stage.value, changed_at=at)
        )

    def get(self, concern_id: ConcernId) -> Concern | None:
        """Return a concern with the newest version of its facts, those withdrawn apart, or None."""
        return self._one(_WHOLE.where(concern.c.id == concern_id))

    def by_reference(self, reference: str) -> Concern | None:
        """Return the concern of a reference such as SG-2026-0031, or None."""
        return self._one(_WHOLE.where(concern.c.reference == reference))

    def newest(
        self, limit: int = 50, before: ConcernLine | None = None, stages: Collection[Stage] = ()
    ) -> tuple[ConcernLine, ...]:
        """Return lines, the last changed first: after a line, and of some stages, if given."""
        query = NEWEST[before is not None, bool(stages)]
        values: dict[str, object] = {"limit": limit}
        if before is not None:
            values |= {"at": written(before.changed_at), "id": before.id}
        if not stages:
            return read_lines(self._connection.execute(query, values))
        found = [
            read_lines(self._connection.execute(query, {**values, "stage": stage.value}))
            for stage in set(stages)
        ]
        return tuple(merge(*found, key=_place, reverse=True))[:limit]

    def of_person(self, person_id: PersonId) -> tuple[ConcernLine, ...]:
        """Return the lines of one person's concerns, the last changed first."""
        query = concern_lines().where(concern.c.person_id == person_id)
        return self._lines(query.order_by(concern.c.changed_at.desc(), concern.c.id.desc()))

    def stage(self, concern_id: ConcernId) -> Stage | None:
        """Return where a concern stands, or None where there is none of that id."""
        found = self._connection.exec_driver_sql(_STAGE, (concern_id,)).scalar()
        return None if found is None else Stage(found)

    def line(self, concern_id: ConcernId) -> ConcernLine | None:
        """Return the line of one concern, or None."""
        return next(iter(self._lines(concern_lines().where(concern.c.id == concern_id))), None)

    def _save_facts(self, value: Concern) -> None:
        self._facts.replace_unsigned(value)
        index_concern(self._connection, value.id)

    def _lines(self, query: Select[tuple[object, ...]]) -> tuple[ConcernLine, ...]:
        return read_lines(self._connection.execute(query))

    def _one(self, query: Select[tuple[object, ...]]) -> Concern | None:
        row = self._connection.execute(query).first()
        if row is None:
            return None
        values = row._mapping
        body = read_concern_body(values["body"])
        facts = self._facts.of_concern(values["id"])
        details = {
            **msgspec.structs.asdict(body),
            "relations": standing(body.relations),
            "relations_withdrawn": withdrawn(body.relations),
        }
        return Concern(
            id=values["id"],
            reference=values["reference"],
            stage=Stage(values["stage"]),
            facts=standing(facts),
            facts_withdrawn=withdrawn(facts),
            opened_at=values["opened_at"],
            opened_by=values["opened_by"],
            changed_at=values["changed_at"],
            signed_at=values["signed_at"],
            signed_by=values["signed_by"],
            **details,
        )


def _columns(value: Concern) -> dict[str, object]:
    return {
        "person_id": value.person.id,
        "stage": value.stage.value,
        "opened_at": value.opened_at,
        "opened_by": value.opened_by,
        "changed_at": value.changed_at,
        "signed_at": value.signed_at,
        "signed_by": value.signed_by,
        "body": as_json(concern_body(value)),
    }


def _place(found: ConcernLine) -> tuple[datetime, str]:
    return found.changed_at, found.id
