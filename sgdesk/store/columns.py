"""How values stand in columns: moments as sortable UTC text, structures as JSON."""

from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator


def written(at: datetime) -> str:
    """Return a moment as `YYYY-MM-DDTHH:MM:SS.ffffffZ`, which sorts as time does."""
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def read(text: str) -> datetime:
    """Return the aware UTC moment that `written` wrote."""
    return datetime.fromisoformat(text)


def as_json(value: object) -> str:
    """Return a structure as JSON text."""
    return msgspec.json.encode(value).decode()


class Moment(TypeDecorator[datetime]):
    """A column of moments."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Return what is stored for a moment."""
        return None if value is None else written(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Return the moment that is stored."""
        return None if value is None else read(value)
