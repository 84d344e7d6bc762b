"""A paper that was made: which, for whom, which copy, and what proves it is the same bytes."""

from datetime import datetime
from enum import StrEnum

import msgspec

from sgdesk.ids import ConcernId, PaperId, SharingId


class PaperKind(StrEnum):
    """The papers of flows.md, as far as they are printed."""

    PACK = "pack"
    SAFE_CONTACT = "safe-contact"
    DISCLOSURE_RECORD = "disclosure-record"
    CLINICAL_SLIP = "clinical-slip"
    LOG_PAGE = "log-page"
    RECOVERY_SHEET = "recovery-sheet"
    POLICE_RECORD = "police-record"
    READY_LIST = "ready-list"
    LETTER = "letter"
    EMERGENCY = "emergency"
    GRAB_SHEET = "grab-sheet"
    CALL_RECORD = "call-record"


PAPER_WORDS = {
    PaperKind.PACK: "Referral pack",
    PaperKind.SAFE_CONTACT: "Safe-contact sheet",
    PaperKind.DISCLOSURE_RECORD: "Disclosure record (internal)",
    PaperKind.CLINICAL_SLIP: "Clinical-record slip",
    PaperKind.LOG_PAGE: "Safeguarding-log page",
    PaperKind.RECOVERY_SHEET: "Recovery sheet",
    PaperKind.POLICE_RECORD: "Police incident-number record",
    PaperKind.READY_LIST: "Ready-list for the call to the police",
    PaperKind.LETTER: "Letter to an agency",
    PaperKind.EMERGENCY: "Emergency record",
    PaperKind.GRAB_SHEET: "Emergency grab sheet",
    PaperKind.CALL_RECORD: "Call record",
}


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """One numbered copy. `code` is the first 16 hex digits of its log entry, on every page;
    `sha256` is of the PDF's bytes."""

    id: PaperId
    kind: PaperKind
    concern_id: ConcernId | None
    sharing_id: SharingId | None
    version: int
    copy: int
    recipient: str
    made_at: datetime
    made_by: str
    code: str
    sha256: str


class Imprint(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in the footer of every printed page."""

    reference: str
    copy: int
    recipient: str
    made_at: datetime
    made_by: str
    guidance: str
    code: str
