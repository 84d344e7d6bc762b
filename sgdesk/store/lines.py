"""Lists of concerns: the queries, made once, and the lines that their rows become."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Text,
    bindparam,
    case,
    exists,
    func,
    select,
    tuple_,
    type_coerce,
)

from sgdesk.domain.concern import ConcernLine, Stage
from sgdesk.domain.people import PersonKind
from sgdesk.store.columns import read
from sgdesk.store.concern_versions import newest_body
from sgdesk.store.tables import concern, person

# looking a member up by its value is a third of the cost of calling the enumeration
_STAGES = {stage.value: stage for stage in Stage}
_KINDS = {kind.value: kind for kind in PersonKind}
_beside = concern.alias("beside")
_IS_SHARED = exists().where(
    _beside.c.person_id == concern.c.person_id, _beside.c.id != concern.c.id
)


def _own(field: str) -> ColumnElement[str]:
    # What another record says of the same person is never shown as what this one says.
    said = func.json_extract(newest_body(), f"$.person.{field}")
    return case((_IS_SHARED, said), else_=person.c[field]).label(field)


WHO = (_own("name"), _own("kind"), _own("born"))
"""Name, kind and birth of the person, as the concern's own newest version has them; for a query
over concerns that are joined with their person."""


def concern_lines() -> Select[tuple[object, ...]]:
    """Return the query for lines, without an order; its columns are the fields of a line."""
    return select(
        concern.c.id,
        concern.c.reference,
        concern.c.stage,
        concern.c.person_id,
        *WHO,
        concern.c.shared_with,
        type_coerce(concern.c.changed_at, Text).label("changed_at"),
    ).join_from(concern, person)


def read_lines(rows: Iterable[Sequence[Any]]) -> tuple[ConcernLine, ...]:
    """Return the lines that rows of `concern_lines` hold; further columns are left out."""
    return tuple(
        [
            ConcernLine(
                row[0],
                row[1],
                _STAGES[row[2]],
                row[3],
                row[4],
                _KINDS[row[5]],
                None if row[6] is None else date.fromisoformat(row[6]),
                row[7],
                read(row[8]),
            )
            for row in rows
        ]
    )


def _newest(*, after: bool, of_stage: bool) -> Select[tuple[object, ...]]:
    query = concern_lines().order_by(concern.c.changed_at.desc(), concern.c.id.desc())
    if after:
        place = tuple_(bindparam("at", type_=Text), bindparam("id", type_=Text))
        query = query.where(tuple_(concern.c.changed_at, concern.c.id) < place)
    if of_stage:
        query = query.where(concern.c.stage == bindparam("stage"))
    return query.limit(bindparam("limit"))


NEWEST = {
    (after, of_stage): _newest(after=after, of_stage=of_stage)
    for after in (False, True)
    for of_stage in (False, True)
}
"""The last changed concerns: after a line (`at`, `id`) or from the top, of one `stage` or all."""
