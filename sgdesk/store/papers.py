"""Papers that were made, and the internal copy of each that the log keeps."""

import msgspec
from sqlalchemy import Connection, func, insert, select

from sgdesk.domain.paper import Paper, PaperKind
from sgdesk.ids import ConcernId, PaperId
from sgdesk.store.columns import as_json
from sgdesk.store.tables import paper, paper_content

_read = msgspec.json.Decoder(Paper).decode


class Papers:
    """The papers of one unit's store. None is ever changed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def next_copy(self, concern_id: ConcernId | None, kind: PaperKind) -> int:
        """Return the copy number that the next paper of a kind about a concern has, from 1."""
        last = select(func.max(paper.c.copy)).where(
            paper.c.concern_id == concern_id, paper.c.kind == kind.value
        )
        return (self._connection.scalar(last) or 0) + 1

    def add(self, value: Paper, content: bytes | None = None) -> None:
        """Add a paper, and the bytes of its internal copy if the log keeps one."""
        self._connection.execute(
            insert(paper).values(
                id=value.id,
                kind=value.kind.value,
                concern_id=value.concern_id,
                sharing_id=value.sharing_id,
                version=value.version,
                copy=value.copy,
                made_at=value.made_at,
                code=value.code,
                body=as_json(value),
            )
        )
        if content is not None:
            self._connection.execute(
                insert(paper_content).values(paper_id=value.id, content=content)
            )

    def get(self, paper_id: PaperId) -> Paper | None:
        """Return a paper, or None."""
        body = self._connection.scalar(select(paper.c.body).where(paper.c.id == paper_id))
        return None if body is None else _read(body)

    def content(self, paper_id: PaperId) -> bytes | None:
        """Return the bytes of a paper's internal copy, or None if the log keeps none."""
        return self._connection.scalar(
            select(paper_content.c.content).where(paper_content.c.paper_id == paper_id)
        )

    def of_concern(self, concern_id: ConcernId) -> tuple[Paper, ...]:
        """Return the papers about a concern, the first first."""
        query = select(paper.c.body).where(paper.c.concern_id == concern_id)
        bodies = self._connection.scalars(query.order_by(paper.c.made_at, paper.c.id))
        return tuple(_read(body) for body in bodies)
