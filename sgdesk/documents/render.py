"""From what was gathered to the bytes of a PDF: the one door of this room."""

from collections.abc import Mapping

from sgdesk.documents import (
    call_record,
    clinical_slip,
    disclosure,
    emergency_record,
    grab_sheet,
    letter,
    log_page,
    pack,
    police_record,
    ready_list,
    recovery_sheet,
    safe_contact,
)
from sgdesk.documents.blocks import Document, texts
from sgdesk.documents.pages import render
from sgdesk.documents.recovery_sheet import RecoverySheet
from sgdesk.domain.call_papers import CallRecord
from sgdesk.domain.emergency import EmergencyRecord
from sgdesk.domain.grab_sheet import GrabSheet
from sgdesk.domain.letters import Letter
from sgdesk.domain.maps import MapView
from sgdesk.domain.pack import ClinicalSlip, DisclosureRecord, LogPage, Pack, SafeContactSheet
from sgdesk.domain.police_papers import PoliceRecord, ReadyList

Gathered = (
    Pack | SafeContactSheet | DisclosureRecord | ClinicalSlip | LogPage | RecoverySheet
    | PoliceRecord | ReadyList | GrabSheet | Letter | EmergencyRecord | CallRecord
)  # fmt: skip


def paper(gathered: Gathered, maps: Mapping[str, MapView]) -> bytes:
    """Return a paper as a PDF. `maps` are the views of the body by their id."""
    return render(document(gathered, maps))


def words(gathered: Gathered, maps: Mapping[str, MapView]) -> list[str]:
    """Return every text of a paper as it will be printed."""
    return texts(document(gathered, maps))


def document(gathered: Gathered, maps: Mapping[str, MapView]) -> Document:
    """Return what will be drawn, in order."""
    match gathered:
        case Pack():
            return pack.document(gathered, maps)
        case SafeContactSheet():
            return safe_contact.document(gathered)
        case DisclosureRecord():
            return disclosure.document(gathered)
        case ClinicalSlip():
            return clinical_slip.document(gathered)
        case LogPage():
            return log_page.document(gathered)
        case RecoverySheet():
            return recovery_sheet.document(gathered)
        case PoliceRecord():
            return police_record.document(gathered)
        case ReadyList():
            return ready_list.document(gathered)
        case GrabSheet():
            return grab_sheet.document(gathered, maps)
        case Letter():
            return letter.document(gathered)
        case EmergencyRecord():
            return emergency_record.document(gathered)
        case CallRecord():
            return call_record.document(gathered)
