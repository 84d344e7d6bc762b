"""What unlocking takes and a key has no part in: loaded and rehearsed while somebody types."""

from sgdesk.clock import Clock
from sgdesk.domain.answers import Nation
from sgdesk.domain.calendar import next_working_day
from sgdesk.ids import UserId
from sgdesk.library.recipients import recipient_file
from sgdesk.services import (  # noqa: F401
    agencies,
    backups,
    calls,
    log,
    outcomes,
    setup,
    sharing,
    today,
)
from sgdesk.services.concerns import rows
from sgdesk.services.drafts import lines
from sgdesk.store.rehearsal import rehearsal
from sgdesk.text import to_london
from sgdesk.vault.rehearsal import rehearse

_NOBODY = UserId("nobody")


def warm_up(clock: Clock) -> None:
    """Do once what unlocking will do, with keys and tables of no store."""
    day = to_london(clock.now()).date()
    next_working_day(day, Nation.ENGLAND)
    recipient_file()
    rehearse()
    with rehearsal(clock) as unit:
        unit.users.get(_NOBODY)
        unit.practice.get()
        unit.agencies.all()
        unit.dues.open(day)
        rows(unit, unit.concerns.newest(stages=today.OPEN))
        lines(unit)
        unit.history.head()
        unit.history.last("rehearsed")
        unit.audit("rehearsed")
