"""Files kept with concerns: their bytes as they came, and whether the practice keeps any."""

import hashlib
from collections.abc import Iterator
from datetime import datetime

import msgspec
from sqlalchemy import Connection, Row, func, insert, select, text, update

from sgdesk.domain.attachment import Attachment, AttachmentRule
from sgdesk.ids import AttachmentId, ConcernId, UserId, new_id
from sgdesk.store.attachment_tables import attachment, attachment_content, attachment_rule
from sgdesk.store.columns import as_json

_read = msgspec.json.Decoder(Attachment).decode
_read_rule = msgspec.json.Decoder(AttachmentRule).decode


class Attachments:
    """The files of one unit's store. None is ever changed; one can be set aside, once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, value: Attachment, content: bytes) -> None:
        """Add a file with its bytes."""
        self._connection.execute(
            insert(attachment).values(
                id=value.id, concern_id=value.concern_id, added_at=value.added_at,
                size=value.file.size, sha256=value.file.sha256, set_aside_at=value.set_aside_at,
                set_aside_by=value.set_aside_by, set_aside_because=value.set_aside_because,
                body=as_json(value),
            )
        )  # fmt: skip
        self._connection.execute(
            insert(attachment_content).values(attachment_id=value.id, content=content)
        )

    def get(self, attachment_id: AttachmentId) -> Attachment | None:
        """Return what is known of a file, or None."""
        query = select(attachment).where(attachment.c.id == attachment_id)
        row = self._connection.execute(query).first()
        return None if row is None else _attachment(row)

    def content(self, attachment_id: AttachmentId) -> bytes | None:
        """Return the bytes of a file as it came, or None."""
        return self._connection.scalar(
            select(attachment_content.c.content).where(
                attachment_content.c.attachment_id == attachment_id
            )
        )

    def of_concern(self, concern_id: ConcernId) -> tuple[Attachment, ...]:
        """Return the files of a concern, the first first; those set aside too."""
        query = select(attachment).where(attachment.c.concern_id == concern_id)
        rows = self._connection.execute(query.order_by(attachment.c.added_at, text("rowid")))
        return tuple(_attachment(row) for row in rows)

    def size_of(self, concern_id: ConcernId) -> int:
        """Return how many bytes the files of a concern take together."""
        query = select(func.sum(attachment.c.size)).where(attachment.c.concern_id == concern_id)
        return self._connection.scalar(query) or 0

    def set_aside(
        self, attachment_id: AttachmentId, at: datetime, by: UserId, because: str
    ) -> None:
        """Set a file aside, in somebody's name; that it was there stays, and so does the file."""
        self._connection.execute(
            update(attachment)
            .where(attachment.c.id == attachment_id)
            .values(set_aside_at=at, set_aside_by=by, set_aside_because=because)
        )

    def rule(self) -> AttachmentRule:
        """Return whether the practice keeps files now; it does not before it decided so."""
        newest = attachment_rule.c.decided_at.desc(), text("rowid DESC")
        body = self._connection.scalar(select(attachment_rule.c.body).order_by(*newest).limit(1))
        return AttachmentRule() if body is None else _read_rule(body)

    def add_rule(self, value: AttachmentRule) -> None:
        """Add what the practice decided about files; what it decided before stays."""
        self._connection.execute(
            insert(attachment_rule).values(
                id=new_id(), decided_at=value.decided_at, body=as_json(value)
            )
        )

    def damaged(self) -> Iterator[Attachment]:
        """Yield each file whose bytes are not those that came. Reads every file, one by one."""
        for row in self._connection.execute(select(attachment)).all():
            value = _attachment(row)
            content = self.content(value.id)
            same = {value.file.sha256, row.sha256}
            if content is None or same != {hashlib.sha256(content).hexdigest()}:
                yield value


def _attachment(row: Row[tuple[object, ...]]) -> Attachment:
    values = row._mapping
    return msgspec.structs.replace(
        _read(values["body"]),
        set_aside_at=values["set_aside_at"],
        set_aside_by=values["set_aside_by"],
        set_aside_because=values["set_aside_because"],
    )
