"""The one button that deals with a due: what it says, and where it leads."""

from dataclasses import dataclass
from enum import StrEnum

from sgdesk.domain.call import CallKind
from sgdesk.domain.police import NewsKind, PoliceReason
from sgdesk.text import _


class Way(StrEnum):
    """Where a due's button leads."""

    SHARE = "share"
    CALL = "call"
    POLICE = "police"
    ENTRY = "entry"
    CONCERN = "concern"


@dataclass(frozen=True, slots=True)
class DueAction:
    """A button's words, where it leads, for a call which kind, and else what is begun: a reason to
    tell the police, an entry on the concern's page, or a chase, by letter or telephone."""

    text: str
    way: Way
    call: CallKind = CallKind.CHASE
    what: str = ""


_BY_RULE = (
    ("DL-REF-WRITTEN", DueAction("Prepare pack", Way.SHARE)),
    ("DL-REF-IMMEDIATE", DueAction("Log a call", Way.CALL, CallKind.REFERRAL)),
    ("DL-REF", DueAction("Share", Way.SHARE)),
    ("DL-ACK", DueAction("Chase", Way.ENTRY, what="chase")),
    ("DL-OUTCOME-CHASE", DueAction("Chase", Way.ENTRY, what="chase")),
    ("DL-OUTCOME", DueAction("Log a call", Way.CALL)),
    ("DL-ASSESS", DueAction("Log a call", Way.CALL)),
    ("DL-FGM-DELAY", DueAction("Log a call", Way.CALL, CallKind.CONSULTATION)),
    ("DL-FGM-WALES-LA", DueAction("Log a call", Way.CALL, CallKind.REFERRAL)),
    ("DL-FGM", DueAction("Record report", Way.POLICE, what=PoliceReason.FGM.value)),
    ("DL-LADO", DueAction("Log a call", Way.CALL, CallKind.CONSULTATION)),
    ("DL-CALLBACK", DueAction("Log a call", Way.CALL)),
    ("DL-POLICE-REF", DueAction("Add number", Way.ENTRY, what=NewsKind.INCIDENT_NUMBER.value)),
    ("DL-POLICE-CALLBACK", DueAction("Add call", Way.ENTRY, what=NewsKind.CALLED_BACK.value)),
    ("DL-POLICE", DueAction("Record call", Way.POLICE)),
    ("DL-CSA", DueAction("Log a call", Way.CALL, CallKind.REFERRAL)),
    ("DL-ESC", DueAction("Write letter", Way.ENTRY, what="letter")),
    ("DL-ICPC", DueAction("Log a call", Way.CALL)),
    ("DL-SCO-RESP", DueAction("Chase", Way.ENTRY, what="chase")),
    ("DL-NI-IA", DueAction("Log a call", Way.CALL)),
    ("DL-NOTSHARED", DueAction("Look again", Way.SHARE)),
)


def action_for(rule: str) -> DueAction:
    """Return the button for a rule's due; where none is known, it opens the concern."""
    found = next((action for start, action in _BY_RULE if rule.startswith(start)), None)
    return found or DueAction("Open", Way.CONCERN)


def confirming() -> DueAction:
    """Return the button for a report that is written down and that its reporter must confirm."""
    return DueAction("Add confirmation", Way.ENTRY, what=NewsKind.CONFIRMED.value)


def button_text(action: DueAction) -> str:
    """Return what the button says."""
    return _(action.text)
