"""The demonstration practice: set up, lived through at its own times, and left standing still."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from pathlib import Path
from shutil import rmtree

import msgspec

from sgdesk.clock import FixedClock
from sgdesk.library.demonstration import read_demonstration, read_users
from sgdesk.library.demonstration_kinds import DemoAgency, Demonstration
from sgdesk.library.guidance import guidance_for
from sgdesk.services.agencies import Agencies
from sgdesk.services.backups import Backups
from sgdesk.services.context import Context
from sgdesk.services.demonstration_mark import (
    is_unfinished,
    mark_finished,
    mark_unfinished,
    standing_clock,
)
from sgdesk.services.demonstration_story import Telling
from sgdesk.services.setup import NewUser, PreparedDesk
from sgdesk.store.unit import Store
from sgdesk.text import from_london
from sgdesk.vault.keychain import NoKeychain
from sgdesk.vault.keys import FLOOR, Cost

BACKUPS = "backups"
_MORNING = time(9, 5)
_Step = tuple[datetime, Callable[[], None]]


def make_demonstration(folder: Path, cost: Cost = FLOOR) -> FixedClock:
    """Make the demonstration in an empty folder; return the clock that stands still there.

    Its passphrases are known to everybody, so they cost the least that is allowed. Raises
    SituationError where no store can be.
    """
    told = read_demonstration()
    clock = FixedClock(_moment(told.set_up_at))
    prepared = PreparedDesk(told.practice, _new_users(told), cost)
    store = prepared.complete(folder, " ".join(prepared.sheet.words), clock)
    try:
        mark_unfinished(folder)
        _live_through(told, _contexts(prepared, store, clock), clock)
        clock.at = _moment(told.backup_at)
        lead = _context(store, prepared, 0, clock)
        Backups(lead, prepared.store_id, NoKeychain()).make(folder / BACKUPS)
    finally:
        store.close()
    clock.at = _moment(told.stands_at)
    mark_finished(folder, clock.at)
    return clock


def ensure_demonstration(folder: Path) -> FixedClock:
    """Return the clock of the demonstration in a folder; make it where there is none, or anew
    where it was never finished."""
    clock = standing_clock(folder)
    if clock is not None:
        return clock
    if is_unfinished(folder):
        rmtree(folder)
    return make_demonstration(folder)


def demonstration_passphrases() -> tuple[tuple[str, str], ...]:
    """Return the names of the demonstration with their passphrases, which protect nothing."""
    return tuple((user.name, user.passphrase) for user in read_users())


def _new_users(told: Demonstration) -> list[NewUser]:
    return [
        NewUser(
            name=user.name,
            role=user.role,
            passphrase=user.passphrase,
            profession=user.profession,
            registration=user.registration,
        )
        for user in told.users
    ]


def _contexts(prepared: PreparedDesk, store: Store, clock: FixedClock) -> dict[str, Context]:
    return {
        user.name: _context(store, prepared, number, clock)
        for number, user in enumerate(prepared.users)
    }


def _context(store: Store, prepared: PreparedDesk, number: int, clock: FixedClock) -> Context:
    guidance = guidance_for(prepared.practice.nation)
    user = prepared.users[number]
    return Context(store, user, clock, guidance, is_demonstration=True)


def _live_through(told: Demonstration, contexts: dict[str, Context], clock: FixedClock) -> None:
    lead = contexts[told.users[0].name]
    _leave_out_numbers(lead, told)
    steps = list(_checks(told, Agencies(lead)))
    for story in told.stories:
        steps += Telling(told, story, contexts[story.by or lead.user.name]).steps()
    for at, step in sorted(steps, key=lambda one: one[0]):
        clock.at = at
        step()


def _leave_out_numbers(context: Context, told: Demonstration) -> None:
    with context.unit() as unit:
        unit.references.leave_out_to(told.set_up_at.year, told.numbers_on_paper)
        unit.audit("references.left-out", "", {"number": told.numbers_on_paper})
        unit.commit()


def _checks(told: Demonstration, agencies: Agencies) -> Iterator[_Step]:
    for one in told.agencies:
        for day in one.checks:
            yield from_london(day, _MORNING), _checking(agencies, one, day)


def _checking(agencies: Agencies, one: DemoAgency, day: date) -> Callable[[], None]:
    def check() -> None:
        agencies.save(msgspec.structs.replace(one.agency, checked_on=day))

    return check


def _moment(local: datetime) -> datetime:
    return from_london(local.date(), local.time())
