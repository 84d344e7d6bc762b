"""Bringing rows of a practice system into a chronology: read first, taken in by one decision."""

from pathlib import Path

import msgspec

from sgdesk.domain.concern import ConcernDraft
from sgdesk.domain.facts.chronology import in_time_order
from sgdesk.domain.facts.kinds import Event
from sgdesk.domain.importing.decoding import MOST_BYTES, decode
from sgdesk.domain.importing.reading import read_rows
from sgdesk.domain.importing.sources import RowsTold, where_from
from sgdesk.domain.importing.values import EventsRead, KnownEvents
from sgdesk.domain.people import Person, PersonKind
from sgdesk.errors import SituationError
from sgdesk.ids import ConcernId, FactId, new_id
from sgdesk.services.context import Context
from sgdesk.text import _


class Importing:
    """What a user does with rows that another program wrote."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def text_of(self, path: Path) -> str:
        """Return the text of a file of rows.

        Raises SituationError when it cannot be read, UserError when it holds no text.
        """
        try:
            with path.open("rb") as file:
                raw = file.read(MOST_BYTES + 1)
        except OSError as error:
            raise SituationError(
                _("The file could not be read. Close it in other programs, and choose it again.")
            ) from error
        return decode(raw)

    def read(self, draft: ConcernDraft, text: str, told: RowsTold) -> EventsRead:
        """Return how every row reads against the draft, with what is told beside the rows.
        Nothing is taken in by reading."""
        person, today = draft.person, self._context.today()
        return read_rows(
            text,
            KnownEvents(
                today=today,
                names=_names(person),
                others=tuple(one.name for one in draft.relations if one.name.strip()),
                adults=_adults(draft),
                there=tuple(in_time_order(draft.facts)),
                born=None if person.kind is PersonKind.UNBORN else person.born,
                number=person.nhs_number,
                source=where_from(told, today),
                unnamed=told.unnamed,
                settled=told.settled,
                chosen=told.chosen,
            ),
        )

    def taken(self, concern_id: ConcernId, read: EventsRead) -> tuple[Event, ...]:
        """Return the entries of rows that were read, written down now, as new facts for a draft.

        That rows were taken in, and how many, goes into the log.
        """
        now = self._context.clock.now()
        with self._context.unit() as unit:
            unit.audit("concern.rows-taken", f"concern:{concern_id}", {"rows": len(read.events)})
            unit.commit()
        return tuple(
            msgspec.structs.replace(event, id=FactId(new_id()), recorded_at=now)
            for event in read.events
        )


def _adults(draft: ConcernDraft) -> tuple[str, ...]:
    # The appointments of an unborn baby are the mother's.
    own = () if draft.person.kind is PersonKind.CHILD else ("",)
    others = (one.name for one in draft.relations if not one.is_child and one.name.strip())
    return (*own, *others)


def _names(person: Person) -> tuple[str, ...]:
    return tuple(
        name.strip() for name in (person.name, *person.known_as.split(",")) if name.strip()
    )
