"""What time it is. Everything that needs to know is handed a clock."""

from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Anything that can tell the time."""

    def now(self) -> datetime:
        """Return this moment as an aware datetime in UTC."""
        ...


class SystemClock:
    """The clock of this PC."""

    def now(self) -> datetime:
        """Return this moment as an aware datetime in UTC."""
        return datetime.now(UTC)


class FixedClock:
    """A clock that stands still, for the demonstration practice and for tests."""

    def __init__(self, at: datetime) -> None:
        self.at = at.astimezone(UTC)

    def now(self) -> datetime:
        """Return the moment at which this clock stands."""
        return self.at
