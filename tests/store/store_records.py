"""Valid values for the tests of the store; a test changes only what matters to it."""

import hashlib
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from sgdesk.domain.agency import Agency, RouteKind
from sgdesk.domain.call import Call
from sgdesk.domain.concern import Concern, Presentation, Stage, Urgency
from sgdesk.domain.due import Due
from sgdesk.domain.facts.kinds import Injury, Observation, Saying
from sgdesk.domain.paper import Paper, PaperKind
from sgdesk.domain.people import Person, Relation, SafeContact
from sgdesk.domain.sharing.decision import (
    Attempt,
    AttemptState,
    Basis,
    Choice,
    ClinicalEntry,
    Conditions,
    Consent,
    Decision,
    Necessity,
    NotSharing,
    Purpose,
    Recipient,
    Route,
    Sharing,
)
from sgdesk.ids import new_id

AT = datetime(2026, 11, 20, 10, 30, tzinfo=UTC)
ASHA = "8f0c4b1e-1111-4111-8111-111111111111"
KEY = bytes(range(32))
STORE_ID = "3f0c4b1e-0000-4000-8000-000000000000"


def later(minutes: float) -> datetime:
    return AT + timedelta(minutes=minutes)


def person(**changes: Any) -> Person:
    values = {
        "id": new_id(),
        "name": "Mia Thornton",
        "known_as": "Mimi",
        "born": date(2020, 2, 14),
        "nhs_number": "999 123 4012",
    }
    return Person(**(values | changes))


def facts() -> tuple[Injury, Observation, Saying]:
    return (
        Injury(id=new_id(), place_words="left cheek", length_mm=22, detail="purple, yellow edge"),
        Observation(id=new_id(), text="Silent while her father was in the room."),
        Saying(id=new_id(), speaker="Mia", words="Daddy gets cross when it hurts."),
    )


def concern(reference: str = "SG-2026-0031", **changes: Any) -> Concern:
    values = {
        "id": new_id(),
        "reference": reference,
        "stage": Stage.DRAFT,
        "urgency": Urgency(summary="marks and untreated decay"),
        "person": person(),
        "relations": (Relation(id=new_id(), name="Karl Thornton", relationship="father"),),
        "contact": SafeContact(name="Salma Begum", number="01632 960177"),
        "presentation": Presentation(left_with="father"),
        "facts": facts(),
        "kept": (),
        "opened_at": AT,
        "opened_by": ASHA,
        "changed_at": AT,
    }
    return Concern(**(values | changes))


def signed(value: Concern) -> Concern:
    import msgspec

    return msgspec.structs.replace(
        value, stage=Stage.RECORDED, signed_at=later(5), signed_by=ASHA, changed_at=later(5)
    )


def sharing(value: Concern, **changes: Any) -> Sharing:
    values = {
        "id": new_id(),
        "concern_id": value.id,
        "version": 1,
        "decision": Decision.SHARE_IN_PART,
        "purpose": Purpose(so_that="the duty team can protect her tonight"),
        "consent": Consent(),
        "basis": Basis(),
        "necessity": Necessity(principles={"1": "yes"}),
        "recipient": Recipient(agency_id=new_id(), organisation="Northtown Duty Team"),
        "route": Route(kind=RouteKind.PORTAL),
        "choices": {fact.id: Choice(goes=True, reason="needed") for fact in value.facts},
        "conditions": Conditions(),
        "not_sharing": NotSharing(),
        "clinical": ClinicalEntry(),
        "decided_at": later(20),
        "decided_by": ASHA,
        "guidance": "england 2026-11",
    }
    return Sharing(**(values | changes))


def attempt(value: Sharing, **changes: Any) -> Attempt:
    values = {
        "id": new_id(),
        "sharing_id": value.id,
        "route": RouteKind.PORTAL,
        "state": AttemptState.FAILED,
        "at": later(25),
        "message": "Gateway timeout after sign-in",
    }
    return Attempt(**(values | changes))


def call(value: Concern | None, **changes: Any) -> Call:
    values = {
        "id": new_id(),
        "concern_id": value.id if value else None,
        "agency_name": "Northtown Duty Team",
        "started_at": later(30),
        "spoke_to": "J. Okoro",
        "reference": "NM-448210",
    }
    return Call(**(values | changes))


def due(value: Concern, **changes: Any) -> Due:
    values = {
        "id": new_id(),
        "concern_id": value.id,
        "rule": "DL-REF-WRITTEN",
        "title": "Confirm in writing",
        "due_at": later(48 * 60),
        "made_at": AT,
        "source": "local procedure",
    }
    return Due(**(values | changes))


def agency(**changes: Any) -> Agency:
    values = {"id": new_id(), "name": "Northtown Duty Team", "phone": "01632 960140"}
    return Agency(**(values | changes))


def paper(value: Concern, **changes: Any) -> Paper:
    values = {
        "id": new_id(),
        "kind": PaperKind.PACK,
        "concern_id": value.id,
        "sharing_id": None,
        "version": 1,
        "copy": 1,
        "recipient": "Northtown Duty Team",
        "made_at": later(40),
        "made_by": "Asha Rahman",
        "code": "0123456789abcdef",
        "sha256": "ab" * 32,
    }
    return Paper(**(values | changes))


def raw(path: object, key: bytes = KEY) -> sqlcipher.Connection:
    """Open a store with public tools alone, as security.md describes it."""
    connection = sqlcipher.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return connection


def chain_is_sound(connection: sqlcipher.Connection) -> bool:
    """Check the history from the text of security.md alone."""
    previous = "0" * 64
    rows = connection.execute(
        "SELECT seq, at, user, action, subject, detail, prev, hash FROM audit_event ORDER BY seq"
    )
    for number, (seq, at, user, action, subject, detail, prev, stored) in enumerate(rows, 1):
        joined = "\x1f".join([prev, str(seq), at, user, action, subject, detail])
        if seq != number or prev != previous:
            return False
        if stored != hashlib.sha256(joined.encode("utf-8")).hexdigest():
            return False
        previous = stored
    return True
