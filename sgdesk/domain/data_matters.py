"""What happens to the data of a concern: a breach, a request for it, a complaint (LAW 8.5, 8.6)."""

from datetime import date, time
from enum import StrEnum

import msgspec

from sgdesk.domain.answers import YesNo
from sgdesk.domain.identity import past_problem
from sgdesk.ids import ConcernId
from sgdesk.text import _


class MatterKind(StrEnum):
    """What it is; each has its own time in law."""

    BREACH = "breach"
    ACCESS = "access"
    COMPLAINT = "complaint"


MATTER_WORDS = {
    MatterKind.BREACH: "A data breach: sent to the wrong place, lost, or seen by somebody",
    MatterKind.ACCESS: "Somebody asks for data that is held about them or their child",
    MatterKind.COMPLAINT: "A complaint about how data was used",
}


class MatterDraft(msgspec.Struct, kw_only=True):
    """A matter as it is typed. Dates and clock times are London's; for a breach they say when it
    was known. `high_risk` is asked of a breach, `complex_` of a request."""

    id: str
    concern_id: ConcernId
    kind: MatterKind | None = None
    day: date | None = None
    day_typed: str = ""
    clock_time: time | None = None
    clock_time_typed: str = ""
    by: str = ""
    text: str = ""
    high_risk: YesNo | None = None
    complex_: YesNo | None = None


def matter_checks(draft: MatterDraft, today: date) -> list[tuple[str, str | None]]:
    """Return what must be put right in a matter, by field, in the order of the page."""
    is_breach, is_access = draft.kind is MatterKind.BREACH, draft.kind is MatterKind.ACCESS
    risk = _("Say whether it is a high risk to somebody. In doubt, say yes.")
    parts = _("Say whether the request is complex. In doubt, say no.")
    return [
        ("kind", None if draft.kind else _("Choose what it is.")),
        ("day", None if draft.day else _("Write the day on which it was known or came.")),
        ("day", past_problem(draft.day, today)),
        ("clock_time", None if draft.clock_time else _("Write the time, such as 10:05.")),
        ("text", None if draft.text.strip() else _("Write what happened, or what is asked.")),
        ("high_risk", risk if is_breach and draft.high_risk is None else None),
        ("complex_", parts if is_access and draft.complex_ is None else None),
    ]
