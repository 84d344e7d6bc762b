"""What goes onto the papers about the police: the incident-number record, and the ready-list."""

import msgspec

from sgdesk.domain.paper import Imprint
from sgdesk.domain.people import Person
from sgdesk.domain.police import PoliceContact, PoliceNews
from sgdesk.domain.practice import Practice


class PoliceRecord(msgspec.Struct, frozen=True, kw_only=True):
    """The incident-number record: one contact with all that was said, and what came later.

    `open_points` are what is still to be done about it, as sentences.
    """

    imprint: Imprint
    practice: Practice
    reference: str
    person: Person | None
    contact: PoliceContact
    news: tuple[PoliceNews, ...] = ()
    open_points: tuple[str, ...] = ()
    demonstration: bool = False


class Registrant(msgspec.Struct, frozen=True):
    """Somebody whose own report it can be."""

    name: str
    profession: str = ""
    registration: str = ""


class ReadyList(msgspec.Struct, frozen=True, kw_only=True):
    """What a caller says to the police, as (question, answer); an empty answer is a line to write
    on. `reporters` are the only people who can make the report; `sources` what it rests on."""

    imprint: Imprint
    practice: Practice
    reference: str
    reporters: tuple[Registrant, ...]
    answers: tuple[tuple[str, str], ...]
    due: tuple[tuple[str, str], ...]
    sources: tuple[str, ...] = ()
    demonstration: bool = False
