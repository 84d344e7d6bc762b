"""Make a store with so many small concerns, for measuring: FOLDER COUNT PASSPHRASE."""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sgdesk.clock import FixedClock
from sgdesk.domain.concern import Concern, Presentation, Stage, Urgency
from sgdesk.domain.facts.kinds import Observation
from sgdesk.domain.people import Person, SafeContact
from sgdesk.domain.practice import Practice, Role
from sgdesk.ids import ConcernId, FactId, PersonId, UserId, new_id
from sgdesk.services.setup import NewUser, PreparedDesk
from sgdesk.store.unit import Unit
from sgdesk.vault.keys import FLOOR

BEGUN = datetime(2020, 1, 1, 9, tzinfo=UTC)
AT_ONCE = 2_000


def main(folder: str, count: str, passphrase: str) -> None:
    clock = FixedClock(BEGUN)
    lead = NewUser(name="Nora Field", role=Role.LEAD, passphrase=passphrase)
    prepared = PreparedDesk(Practice(name="Measured Practice"), [lead], FLOOR)
    store = prepared.complete(Path(folder), " ".join(prepared.sheet.words), clock)
    user_id = prepared.users[0].id
    for first in range(0, int(count), AT_ONCE):
        with store.unit(user_id, clock) as unit:
            for number in range(first, min(first + AT_ONCE, int(count))):
                add(unit, number, user_id)
            unit.audit("measured.filled", "", {"from": first})
            unit.commit()
    store.close()


def add(unit: Unit, number: int, user_id: UserId) -> None:
    at = BEGUN + timedelta(minutes=20 * number)
    person = Person(id=PersonId(new_id()), name=f"Person {number}")
    text = f"Seen on visit {number}; nothing else was said or measured that day."
    unit.concerns.add(
        Concern(
            id=ConcernId(new_id()),
            reference=f"SG-{at.year}-{number:06d}",
            stage=Stage.RECORDED,
            urgency=Urgency(summary=f"Measured concern {number}"),
            person=person,
            relations=(),
            contact=SafeContact(),
            presentation=Presentation(),
            kept=(),
            opened_at=at,
            facts=(Observation(id=FactId(new_id()), text=text),),
            opened_by=user_id,
            changed_at=at,
            signed_at=at,
            signed_by=user_id,
        )
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
