"""One deadline made by a rule, with its source, open until somebody deals with it."""

from datetime import datetime

import msgspec

from sgdesk.domain.reminders import Reminded
from sgdesk.ids import ConcernId, DueId, PoliceContactId, UserId


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """What must be done by when. `rule` is an id of the deadlines table (LAW 15.1).

    `about` is the id of what it hangs on (a sharing, a call); `detail` is a line for Today.
    """

    id: DueId
    concern_id: ConcernId
    rule: str
    title: str
    due_at: datetime
    made_at: datetime
    source: str
    why: str = ""
    about: str = ""
    detail: str = ""
    closed_at: datetime | None = None
    closed_by: UserId | None = None
    closed_because: str = ""


class DueLine(msgspec.Struct, frozen=True):
    """A due with what Today shows beside it. `family` are the names around the person.

    `standing` says what weight the rule has; `law_by` is the legal limit of the same thing, where
    that is another due; `reminded` how the due goes on reminding. `unconfirmed` is a report to
    the police that ends this due once its reporter, `reporter`, has confirmed it.
    """

    due: Due
    reference: str
    person_name: str
    person_kind: str
    person_age: str
    agency: str = ""
    family: tuple[str, ...] = ()
    standing: str = ""
    law_by: datetime | None = None
    reminded: Reminded | None = None
    unconfirmed: PoliceContactId | None = None
    reporter: str = ""
