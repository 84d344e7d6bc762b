"""What practice systems call kinds of entry and outcomes, and what that is here."""

import re
from collections.abc import Mapping

from sgdesk.domain.facts.kinds import Attendance, EventKind

_OUTCOMES = {
    Attendance.ATTENDED: """attended|attended on time|arrived|arrived on time|seen|kept|completed
        |complete|done|present|checked out|check out|departed|left|in surgery|was brought|brought
        |came|a|att|attended seen|seen attended|sent in|quiet send in|finished|fulfilled|checked in
        |visited and seen|visited seen|in progress|in consultation|patient arrived
        |patient seen|patient attended|patient has left|has arrived""",
    Attendance.LATE: """attended late|late|arrived late|was late|brought late|seen late|came late
        |late arrival|attended but late""",
    Attendance.NOT_BROUGHT: """was not brought|not brought|wnb|was not brought wnb|wnb yes
        |was not brought dna|child was not brought|child not brought|wnb was not brought""",
    Attendance.DID_NOT_ATTEND: """dna|dnas|dna d|did not attend|didn t attend|not attended
        |did not arrive|did not come|fta|failed to attend|failed|fta no contact|no show|noshow|ns
        |missed|missed appointment|not present|absent|dna no contact|dna yes|fta yes|patient dna
        |patient did not attend
        |did not attend dna|fail to attend|failed appointment|failed appt""",
    Attendance.CANCELLED_BY_FAMILY: """cancelled by family|cancelled by the family
        |cancelled by the patient or family
        |cancelled by patient|cancelled by the patient|cancelled by parent|cancelled by the parent
        |cancelled by mother|cancelled by mum|cancelled by father|cancelled by dad
        |cancelled by carer|cancelled by guardian|patient cancelled|family cancelled
        |parent cancelled|mother cancelled|mum cancelled|father cancelled|dad cancelled
        |carer cancelled|pt cancelled|pt canc|patient canc|cancelled pt|cancelled patient
        |cancelled family|uta|unable to attend|patient unable to attend
        |cancelled short notice by patient|patient cancellation
        |cancellation by patient|cbp patient|cancelled by family member|cancelled by pt
        |cancelled by guardian or parent|cancelled by parent guardian|cancelled by foster carer
        |cancelled by patient online|cancelled by her mother|cancelled by his mother""",
    Attendance.CANCELLED_BY_PRACTICE: """cancelled by practice|cancelled by the practice
        |cancelled by surgery|cancelled by the surgery|cancelled by clinic|cancelled by hospital
        |cancelled by the hospital|cancelled by us|cancelled by dentist|cancelled by the dentist
        |cancelled by clinician|cancelled by doctor|cancelled by staff|practice cancelled
        |surgery cancelled|clinic cancelled|hospital cancelled|clinician cancelled
        |dentist cancelled|doctor cancelled|cancelled practice|cancelled surgery|clinician sick
        |dentist sick|practice cancellation|cancellation by practice|hospital cancellation
        |cancelled by provider|provider cancelled|cancelled by unit|cancelled by organisation
        |cancelled by trust|cancelled by service|cancelled by the service""",
    Attendance.NOT_AN_APPOINTMENT: """not an appointment|not applicable|n a|na""",
    Attendance.NOT_RECORDED: """outcome not recorded|not recorded|not known|unknown|pending
        |not outcomed|unoutcomed|none""",
    Attendance.PLANNED: """still to come|planned|booked|scheduled|confirmed|upcoming|future
        |pending booked|to come|due""",
}
_BY_NOBODY = frozenset(
    """cancelled canceled canc cancel cancellation cnx c rescheduled rebooked moved""".split()
) | {"short notice cancellation", "late cancellation", "late cancel", "cancelled late"}

# The first whose word stands in the cell leads: an emergency treatment is an emergency, and an
# examination before school is an examination.
_KINDS = (
    (EventKind.EMERGENCY, """emergency|emergencies|emerg|urgent|acute|toothache|unscheduled|walk in
        |walkin|same day|emergency slot|sos"""),
    (EventKind.CONTACT, """contact|phone|phoned|telephone|telephoned|tel|call|called|text message
        |sms|texted|email|emailed|letter|letters|voicemail|message|reminder|correspondence
        |recall letter"""),
    (EventKind.OTHER_SERVICE, """another service|other service|school nurse|health visitor
        |social care|social services|social worker|a e|ed|accident and emergency|111|out of hours
        |ooh|ambulance|pharmacy|camhs|midwife"""),
    (EventKind.HOSPITAL, """hospital|hospital appointment|general anaesthetic|ga|sedation clinic
        |outpatient|outpatients|opd|paediatric clinic|clinic letter appointment|consultant|theatre
        |day surgery|community dental|secondary care"""),
    (EventKind.TREATMENT, """treatment|treat|tx|filling|fillings|restoration|restorations|crown
        |crowns|pulpotomy|fill|extraction|extractions|xla|hygiene|hygienist|scale|scaling|polish|s p
        |fluoride|varnish|sealant|sealants|root|rct|impression|impressions|dressing|ortho
        |orthodontic|denture|dentures|vaccination|immunisation|imms|injection|bloods|minor op
        |dental treatment"""),
    (EventKind.EXAMINATION, """examination|exam|exams|check up|checkup|check|recall|review
        |new patient|assessment|consultation|routine|routine appointment|follow up|dental check
        |nhs exam
        |gp appointment|six month|6 month|face to face|f2f|developmental check"""),
    (EventKind.OTHER_SERVICE, "school"),
    (EventKind.NOTE, """note|notes|memo|record|admin|administration|entry"""),
)  # fmt: skip


# Any other word, such as "hygienist" or "extraction", says more than the kind and is kept.
_BARE_NAMES = """examination|exam|exams|nhs exam|treatment|treat|tx|dental treatment|hospital
    |hospital appointment|emergency|emergencies|emerg|another service|other service|contact
    |note|notes|entry"""
_NAMED = 60
_DENIED = re.compile(r" (?:non|not|no) (?:urgent|emergency|acute) ")
_YES = frozenset("y yes true 1 t".split())
_TICKS = ("✓", "✔", "☑")
_NO = frozenset("n no false 0 f".split())


def _table(spellings: str) -> frozenset[str]:
    return frozenset(plain(one) for one in spellings.split("|"))


def plain(cell: str) -> str:
    """Return the words of a cell for comparison: small letters and figures, single spaces."""
    return " ".join(re.findall(r"[^\W_]+", cell.lower()))


_OUTCOME_OF: Mapping[str, Attendance] = {
    spelling: outcome for outcome, words in _OUTCOMES.items() for spelling in _table(words)
}
_NAMES_OF_KINDS = _table(_BARE_NAMES)
_WORDS_OF_KIND = tuple(
    (kind, re.compile(f" (?:{'|'.join(sorted(_table(words)))}) ")) for kind, words in _KINDS
)


def shortened(cell: str) -> str:
    """Return a cell as a sentence can name it."""
    return cell if len(cell) <= _NAMED else f"{cell[:_NAMED]}…"


def outcome_of(cell: str) -> Attendance | None:
    """Return how an appointment ended by the words of a cell, or None if they do not say."""
    return _OUTCOME_OF.get(plain(cell))


def is_cancelled_by_nobody(cell: str) -> bool:
    """Return whether a cell says that an appointment was cancelled and not by whom."""
    return plain(cell) in _BY_NOBODY


def yes_or_no(cell: str) -> bool | None:
    """Return what a cell answers to a heading that asks, or None if it is no such answer."""
    told = plain(cell)
    if told in _YES or cell in _TICKS:
        return True
    return False if told in _NO else None


def kinds_of(cell: str) -> tuple[EventKind, ...]:
    """Return every kind of entry that the words of a cell name, the one that leads first."""
    words = _DENIED.sub(" ", f" {plain(cell)} ")
    return tuple(kind for kind, known in _WORDS_OF_KIND if known.search(words))


def is_name_of_kind(cell: str) -> bool:
    """Return whether a cell says no more than the kind itself."""
    return plain(cell) in _NAMES_OF_KINDS
