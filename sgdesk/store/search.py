"""Full-text search over what is recorded: names, references, numbers, and the words of facts."""

import re
from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, select
from sqlalchemy import text as sql

from sgdesk.domain.concern import ConcernLine
from sgdesk.ids import ConcernId
from sgdesk.store.bodies import (
    read_attempt,
    read_call,
    read_concern_body,
    read_fact,
    read_outcome,
)
from sgdesk.store.concern_versions import newest_body
from sgdesk.store.lines import concern_lines, read_lines
from sgdesk.store.tables import attempt, call, concern, fact, outcome, sharing

_LONGEST = 200
_MOST_WORDS = 12
_NOT_WORDS = re.compile(r"id|.*_id|.*_typed|view|place|by")
_NAMES = re.compile(r"(?:.*_)?(?:name|known_as|speaker|reported_by|with_whom|spoke_to)")
_NUMBERS = re.compile(r"(?:.*_)?(?:number|reference|phone|proof)")
# The index finds in the order of rowids by itself, and stops at the limit before it is joined.
_FIND = "SELECT rowid FROM search WHERE search MATCH :words ORDER BY rowid DESC LIMIT :limit"
_ADD = "INSERT INTO search (rowid, reference, names, numbers, words) VALUES (?, ?, ?, ?, ?)"


_FOUND = (
    concern_lines()
    .where(concern.c.number.in_(sql(_FIND).columns(concern.c.number)))
    .order_by(concern.c.number.desc())
)


class Search:
    """The search of one unit's store."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, typed: str, limit: int = 50) -> tuple[ConcernLine, ...]:
        """Return the concerns that hold every word typed, the newest first.

        The last word may be unfinished. Anything may be typed: nothing in it is a command.
        """
        words = _query(typed)
        if not words:
            return ()
        return read_lines(self._connection.execute(_FOUND, {"words": words, "limit": limit}))

    def named(self, typed: str, limit: int = 50) -> tuple[ConcernLine, ...]:
        """Return the concerns that hold every word typed, each perhaps unfinished, in a name."""
        words = " ".join(f'"{_bare(word)}"*' for word in _words_of(typed))
        if not words:
            return ()
        found = {"words": f"names : ({words})", "limit": limit}
        return read_lines(self._connection.execute(_FOUND, found))


def index_concern(connection: Connection, concern_id: ConcernId) -> None:
    """Write anew what a concern is found by. Called by whoever changes what is recorded."""
    row = connection.execute(
        select(concern.c.number, concern.c.reference, newest_body()).where(
            concern.c.id == concern_id
        )
    ).one()
    names: list[str] = []
    numbers: list[str] = []
    words: list[str] = []
    for field, text in _texts(connection, concern_id, row.body):
        if _NAMES.fullmatch(field):
            names.append(text)
        elif _NUMBERS.fullmatch(field):
            numbers.append(text)
            numbers.append(re.sub(r"[\s-]", "", text))
        else:
            words.append(text)
    found_by = ("\n".join(names), "\n".join(numbers), "\n".join(words))
    connection.exec_driver_sql("DELETE FROM search WHERE rowid = ?", (row.number,))
    connection.exec_driver_sql(_ADD, (row.number, row.reference, *found_by))


def _texts(connection: Connection, concern_id: ConcernId, body: str) -> Iterator[tuple[str, str]]:
    yield from _strings("", read_concern_body(body))
    facts = select(fact.c.id, fact.c.body).where(fact.c.concern_id == concern_id)
    newest = {row.id: row.body for row in connection.execute(facts.order_by(fact.c.version))}
    for text in newest.values():
        yield from _strings("", read_fact(text))
    sharings = select(sharing.c.id).where(sharing.c.concern_id == concern_id)
    for query, read in (
        (select(call.c.body).where(call.c.concern_id == concern_id), read_call),
        (select(outcome.c.body).where(outcome.c.concern_id == concern_id), read_outcome),
        (select(attempt.c.body).where(attempt.c.sharing_id.in_(sharings)), read_attempt),
    ):
        for text in connection.scalars(query):
            yield from _strings("", read(text))


def _strings(field: str, value: object) -> Iterator[tuple[str, str]]:
    if type(value) is str:  # the members of enumerations are strings too, but not what was typed
        if value and not _NOT_WORDS.fullmatch(field):
            yield field, value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _strings(name, getattr(value, name))
    elif isinstance(value, tuple):
        for inner in value:
            yield from _strings(field, inner)


def _words_of(typed: str) -> list[str]:
    words = [word for word in typed[:_LONGEST].split() if any(map(str.isalnum, word))]
    return words[:_MOST_WORDS]


def _query(typed: str) -> str:
    words = _words_of(typed)
    if len(words) > 1 and all(word.isdecimal() for word in words):
        words = ["".join(words)]
    quoted = [f'"{_bare(word)}"' for word in words]
    return " ".join(quoted) + "*" if quoted else ""


def _bare(word: str) -> str:
    readable = word.encode("utf-8", "ignore").decode()  # half a surrogate pair cannot be sought
    return readable.replace('"', '""').replace("\x00", "")
