"""What goes onto the printed record of one call."""

import msgspec

from sgdesk.domain.call import Call
from sgdesk.domain.paper import Imprint
from sgdesk.domain.people import Person
from sgdesk.domain.practice import Practice


class CallRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One call with all that was said. `due` says of each written follow-up by when, and by whose
    rule; `person` is None for a call that belongs to no record."""

    imprint: Imprint
    practice: Practice
    reference: str
    person: Person | None
    call: Call
    due: tuple[tuple[str, str], ...] = ()
    demonstration: bool = False
