"""What stands in the body of a concern, and how the bodies of records are read."""

import msgspec

from sgdesk.domain.call import Call
from sgdesk.domain.concern import Concern, KeptWording, OutsideLink, Presentation, Urgency
from sgdesk.domain.facts.kinds import Fact
from sgdesk.domain.outcome import Outcome
from sgdesk.domain.people import Person, Relation, SafeContact
from sgdesk.domain.sharing.decision import Attempt


class ConcernBody(msgspec.Struct, frozen=True):
    """The parts of a concern that are neither queried nor sorted."""

    urgency: Urgency
    person: Person
    relations: tuple[Relation, ...]
    contact: SafeContact
    presentation: Presentation
    kept: tuple[KeptWording, ...]
    linked_elsewhere: tuple[OutsideLink, ...] = ()


def concern_body(value: Concern) -> ConcernBody:
    """Return the body of a concern."""
    found = {name: getattr(value, name) for name in ConcernBody.__struct_fields__}
    return ConcernBody(**{**found, "relations": value.everybody})


_facts: msgspec.json.Decoder[Fact] = msgspec.json.Decoder(Fact)

read_attempt = msgspec.json.Decoder(Attempt).decode
read_call = msgspec.json.Decoder(Call).decode
read_concern_body = msgspec.json.Decoder(ConcernBody).decode
read_fact = _facts.decode
read_outcome = msgspec.json.Decoder(Outcome).decode
