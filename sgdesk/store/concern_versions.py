"""The versions of a signed record's details: the first is the one that was signed."""

from datetime import datetime

import msgspec
from sqlalchemy import ColumnElement, Connection, func, insert, select

from sgdesk.ids import ConcernId, UserId
from sgdesk.store.bodies import ConcernBody, read_concern_body
from sgdesk.store.columns import as_json
from sgdesk.store.tables import concern, concern_version


class ConcernVersion(msgspec.Struct, frozen=True):
    """One version of the details: from 1, by whom, when, and why the one before was not right."""

    body: ConcernBody
    version: int
    written_at: datetime
    written_by: UserId
    because: str


def newest_body() -> ColumnElement[str]:
    """Return what stands for the newest details in a query over concerns."""
    newest = (
        select(concern_version.c.body)
        .where(concern_version.c.concern_id == concern.c.id)
        .order_by(concern_version.c.version.desc())
        .limit(1)
        .scalar_subquery()
    )
    return func.coalesce(newest, concern.c.body).label("body")


def newest_moment() -> ColumnElement[datetime | None]:
    """Return what stands for when the newest details were signed or amended; null for a draft."""
    newest = (
        select(func.max(concern_version.c.written_at))
        .where(concern_version.c.concern_id == concern.c.id)
        .scalar_subquery()
    )
    return func.coalesce(newest, concern.c.signed_at)


def add_version(
    connection: Connection,
    concern_id: ConcernId,
    body: ConcernBody,
    at: datetime,
    by: UserId,
    because: str,
) -> int:
    """Add a version of the details and return its number; the first amendment is the second."""
    last = select(func.max(concern_version.c.version)).where(
        concern_version.c.concern_id == concern_id
    )
    version = (connection.scalar(last) or 1) + 1
    connection.execute(
        insert(concern_version).values(
            concern_id=concern_id, version=version, written_at=at, written_by=by,
            because=because, body=as_json(body),
        )
    )  # fmt: skip
    return version


def read_versions(connection: Connection, concern_id: ConcernId) -> tuple[ConcernVersion, ...]:
    """Return the versions of a concern's details, the first first; one while nothing changed."""
    first = connection.execute(
        select(concern.c.body, concern.c.signed_at, concern.c.signed_by, concern.c.opened_at).where(
            concern.c.id == concern_id
        )
    ).one()
    later = connection.execute(
        select(concern_version)
        .where(concern_version.c.concern_id == concern_id)
        .order_by(concern_version.c.version)
    )
    signed_at, signed_by = first.signed_at or first.opened_at, first.signed_by or UserId("")
    return (
        ConcernVersion(read_concern_body(first.body), 1, signed_at, signed_by, ""),
        *(
            ConcernVersion(
                read_concern_body(row.body), row.version, row.written_at, row.written_by,
                row.because,
            )
            for row in later
        ),
    )  # fmt: skip
