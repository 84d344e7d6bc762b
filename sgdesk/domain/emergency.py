"""An emergency written down on one page: who, where, what, told whom, when (flow 7)."""

from datetime import date, datetime, time

import msgspec

from sgdesk.domain.bounds import LINE, TEXT, too_long
from sgdesk.domain.flows.engine import Problem, found
from sgdesk.domain.identity import date_problem, past_problem, time_problem
from sgdesk.domain.paper import Imprint
from sgdesk.domain.people import PersonKind
from sgdesk.domain.practice import Practice, User
from sgdesk.ids import CallId, ConcernId
from sgdesk.text import _, from_london, to_london

_LONG = ("what", "said", "agreed")
_SHORT = ("name", "where", "with_whom", "told_whom", "number", "role", "reference")


class EmergencyDraft(msgspec.Struct, kw_only=True):
    """What is typed in a minute. `id` is the id of its draft and of its call; `becomes` that of
    the concern it begins, unless it belongs to a record that is being written: to `concern_id`. One
    of a record that is signed begins a concern that is linked with it. Dates and clock times are
    London's."""

    id: CallId = msgspec.field(name="call_id")
    becomes: ConcernId = msgspec.field(name="id")
    concern_id: str = ""
    kind: PersonKind | None = None
    name: str = ""
    born: date | None = None
    born_typed: str = ""
    where: str = ""
    with_whom: str = ""
    what: str = ""
    said: str = ""
    agency_id: str = ""
    told_whom: str = ""
    role: str = ""
    number: str = ""
    day: date | None = None
    day_typed: str = ""
    told_at: time | None = None
    told_at_typed: str = ""
    agreed: str = ""
    reference: str = ""

    @property
    def is_told(self) -> bool:
        """Whether somebody was told."""
        return bool(self.told_whom.strip() or self.agency_id)


class EmergencyRecord(msgspec.Struct, frozen=True, kw_only=True):
    """What is printed at once, for whoever comes; `rows` are (question, answer) as typed."""

    imprint: Imprint
    practice: Practice
    sender: User
    rows: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]
    demonstration: bool = False


def emergency_problems(
    draft: EmergencyDraft, now: datetime, *, whole: bool = False
) -> list[Problem]:
    """Return what must be put right. Only what happened is needed, and for a `whole` record only
    who it is: the rest can follow, and a birth stays as it was typed until the record asks."""
    today = to_london(now).date()
    at = moment_told(draft)
    future = _("This lies in the future. Check the day and the time.")
    checks: list[tuple[str, str | None]] = [
        _who(draft) if whole else _what(draft),
        ("day", date_problem(draft.day, draft.day_typed)),
        ("day", past_problem(draft.day, today)),
        ("told_at", time_problem(draft.told_at, draft.told_at_typed)),
        ("told_at", future if draft.is_told and at is not None and at > now else None),
        ("told_whom", _whom(draft)),
    ]
    checks += [(field, too_long(getattr(draft, field), TEXT)) for field in _LONG]
    checks += [(field, too_long(getattr(draft, field), LINE)) for field in _SHORT]
    return found("", "", checks)


def moment_told(draft: EmergencyDraft) -> datetime | None:
    """Return when somebody was told, or None where day or time is open."""
    if draft.day is None or draft.told_at is None:
        return None
    return from_london(draft.day, draft.told_at)


def missing_words(draft: EmergencyDraft) -> tuple[str, ...]:
    """Return what is still to be written within the day, as short sentences."""
    checks = [
        (draft.name.strip(), _("Who it is: name, date of birth, address.")),
        (draft.where.strip(), _("Where they are now, and with whom.")),
        (draft.is_told, _("Whom you told, when, and what they advised.")),
        (draft.said.strip(), _("Exact words, if any were said.")),
        ("", _("The whole record, what was shared, and the reasons.")),
    ]
    return tuple(sentence for answer, sentence in checks if not answer)


def _what(draft: EmergencyDraft) -> tuple[str, str | None]:
    return "what", None if draft.what.strip() else _("Write what happened, in a few words.")


def _who(draft: EmergencyDraft) -> tuple[str, str | None]:
    # A record without it would be one line among others that nobody can tell apart.
    asked = _("Write who it is, as far as you know, such as “a boy of about 6”.")
    return "name", None if draft.name.strip() or draft.concern_id else asked


def _whom(draft: EmergencyDraft) -> str | None:
    if draft.agency_id and not draft.told_whom.strip():
        return _("Write who you spoke to, or what they called themselves.")
    return None
