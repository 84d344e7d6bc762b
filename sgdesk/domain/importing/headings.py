"""What the columns of a table are, by the words above them, in many spellings."""

import re
from collections.abc import Sequence
from enum import StrEnum


class Column(StrEnum):
    """What a column is taken as."""

    BORN = "born"
    DAY = "day"
    TIME = "time"
    KIND = "kind"
    OUTCOME = "outcome"
    CAME = "came"
    MISSED = "missed"
    CANCELLED = "cancelled"
    TEXT = "text"
    OUTREACH = "outreach"
    REASON = "reason"
    WITH_WHOM = "with-whom"
    WHOSE = "whose"
    FORENAME = "forename"
    SURNAME = "surname"
    NUMBER = "number"
    SOURCE = "source"


COLUMN_WORDS = {
    Column.BORN: "the date of birth, compared and not taken in",
    Column.DAY: "the date",
    Column.TIME: "the time",
    Column.KIND: "the kind of entry",
    Column.OUTCOME: "how it ended",
    Column.CAME: "whether they came",
    Column.MISSED: "whether it was missed",
    Column.CANCELLED: "whether or by whom it was cancelled",
    Column.TEXT: "what was found or done",
    Column.OUTREACH: "calls and letters",
    Column.REASON: "the reason given",
    Column.WITH_WHOM: "with whom",
    Column.WHOSE: "whose appointment",
    Column.FORENAME: "whose appointment, the first name",
    Column.SURNAME: "whose appointment, the family name",
    Column.NUMBER: "the patient’s number, compared and not taken in",
    Column.SOURCE: "where it is written",
}

# Of two columns that fit, the one whose words stand further in front is taken.
_SPELLINGS = {
    Column.BORN: """date of birth|dob|d o b|birth date|birthdate|born|patient dob|patient birth date
        |patient date of birth|date of birth dob|dob date of birth""",
    Column.DAY: """appointment date|date of appointment|appt date|app date|apt date|appointment day
        |date of appt|appointment start date|appointment date time|appointment date and time
        |appt date time|appointment datetime|appointment start|appt start|slot date|slot date time
        |slot start|session date|scheduled date|scheduled start|planned start|planned date
        |visit date|date of visit|event date|date of event|encounter date|activity date
        |date of contact|contact date|date seen|attendance date|consultation date
        |date of consultation|start date|start date and time|date time|date and time|datetime
        |start date time|start datetime|date|day|when|dated|start""",
    Column.TIME: """appointment time|time of appointment|appt time|app time|slot time
        |slot start time|appointment start time|appt start time|start time|visit time|event time
        |time start|time from|start at|time|at|clock time|hour|start""",
    Column.KIND: """kind of entry|kind|appointment type|type of appointment|appt type|app type
        |visit type|event type|type of visit|slot type|slot type name|type of slot|session type
        |appointment kind|service type|type|category|appointment category|appointment reason
        |appt reason
        |reason for appointment|reason for visit|appointment|appt|event|entry""",
    Column.OUTCOME: """how it ended|outcome|attendance status|attendance outcome|slot status
        |current slot status|appointment status|appt status|app status|booking status|visit status
        |visit outcome|event status|appointment outcome|appt outcome|appointment state|appt state
        |status|state|result""",
    Column.CAME: """attended|attendance|attended y n|attended yes no|attended flag|did attend
        |patient attended|arrived|arrived y n|has arrived|was brought|brought|seen|seen y n|kept
        |came|arrived at|arrived time|arrival time|time arrived|in surgery at|completed at
        |seen at|time seen""",
    Column.MISSED: """dna|wnb|fta|ftaed|dna y n|wnb y n|fta y n|dna yes no|wnb yes no|fta yes no
        |dna flag|wnb flag|fta flag|is dna|is wnb|is fta|dna d|dnad|dna wnb|wnb dna|dna fta|fta dna
        |fta wnb|wnb fta|did not attend|did not attend y n|did not attend at|dna at|fta at|wnb at
        |dna date|fta date|wnb date|date dna|date of dna
        |did not attend dna|dna did not attend|was not brought|not brought|was not brought wnb
        |wnb was not brought|failed to attend|failed to attend fta|fta failed to attend|not attended
        |failed|missed|missed y n|missed appointment|no show|noshow|failed appointment""",
    Column.CANCELLED: """cancelled|canceled|cancelled y n|canceled y n|cancelled yes no
        |cancelled flag|is cancelled|was cancelled|appointment cancelled|appt cancelled|cancelled at
        |canceled at|cancelled on|cancelled date|date cancelled|cancellation date
        |date of cancellation|cancelled by|canceled by|cancelled by whom|who cancelled
        |cancellation by|cancellation party|cancellation|canc|uta|uta y n|unable to attend""",
    Column.TEXT: """what was found or done|what happened|details|detail|description|notes|note|text
        |comments|comment|summary|treatment|treatment done|procedure|procedures|clinical notes
        |appointment notes|appt notes|findings|finding|entry text|information|narrative|remarks
        |slot notes|booking notes|appointment description|service""",
    Column.OUTREACH: """calls messages and letters each with its result|calls and letters|outreach
        |contact attempts|contact attempt|follow up|followup|follow up action|action taken|action
        |actions|letters|letter|letter sent|calls|contact made|recall""",
    Column.REASON: """reason given in their words|reason given|reason|cancellation reason
        |reason for cancellation|cancel reason|cancelled reason|reason cancelled|reason for dna
        |dna reason|reason not attended|family s reason|parent s reason|explanation""",
    Column.WITH_WHOM: """with|with whom|clinician|clinician name|provider|dentist|doctor|performer
        |practitioner|seen by|staff|hygienist|nurse|gp|consultant|operator|session holder
        |session holder name|slot holder|dr|provider name|practitioner name|dentist name""",
    Column.WHOSE: """whose|whose appointment|patient full name|patient name|patients name
        |patient s name|name of patient|pt|pt name|client|client name
        |service user|attendee|child name|child s name|patient|full name|name|child|who
        |person""",
    Column.FORENAME: """forename|forenames|first name|first names|firstname|given name|given names
        |patient forename|patient first name|patient firstname|patient given name|christian name""",
    Column.SURNAME: """surname|last name|lastname|family name|patient surname|patient last name
        |patient lastname|patient family name|second name""",
    Column.NUMBER: """nhs number|nhs no|nhs num|nhsnumber|patient nhs number|nhs|patient id
        |patientid|patient number|patient no|patient code|patient ref|patient reference|patid
        |pat id|pat no|patient identifier|system number|emis number|emis no|chart number|chart no
        |hospital number|chi number|chi|h c number|hcn|mrn""",
    Column.SOURCE: """where this is written|source|source of information|record source|reference
        |ref|written in|recorded in|origin""",
}
_ALL = {
    column: tuple(spelling.strip() for spelling in spellings.split("|"))
    for column, spellings in _SPELLINGS.items()
}
_COLUMN_OF = {
    spelling: column for column, spellings in reversed(_ALL.items()) for spelling in spellings
}
_SEVERAL = (
    Column.OUTCOME, Column.CAME, Column.MISSED, Column.CANCELLED, Column.TEXT, Column.OUTREACH,
)  # fmt: skip
_COMPARED = (Column.DAY, Column.KIND, Column.WHOSE)
# A column under such words holds dates, and none of them is the day of the appointment.
_OTHER_DATES = frozenset(
    """born birth dob booked booking created added made entered modified updated changed edited
    amended cancelled canceled cancellation registered registration referral referred deceased
    death due recall last next previous printed exported run report sent received finish finished
    end ended left until to arrived arrival completed paid invoice pending confirmed
    confirmation reminder letter expiry""".split()
)
# Under these words stand kinds of entry in some programs, and longer text in others.
_MAY_NAME_KINDS = frozenset(
    """reason treatment procedure procedures description appointment description service detail
    details summary slot""".split()
)
# Under these words stand clock times in some programs, and kinds of appointment in others.
_MAY_HOLD_TIMES = frozenset("slot appointment appt session begin begins".split())
_JOINED_BY = re.compile(r"[/&+,;|\\\n]|\b(?:and|or)\b", re.IGNORECASE)
_IN_CAMEL_CASE = re.compile(r"(?<=[a-z])(?=[A-Z])")


def columns_of(cells: Sequence[str]) -> dict[Column, tuple[int, ...]]:
    """Return which columns a heading row names, each with its places from 0.

    Several may hold words or say how it ended; of anything else the one that is named best is
    taken; days, kinds and names with those of the very same words.
    """
    told = [_plain(cell) for cell in cells]
    found: dict[Column, tuple[int, ...]] = {}
    taken: set[int] = set()
    for column, spellings in _ALL.items():
        fitting = [
            place for one in spellings for place, told_one in enumerate(told) if told_one == one
        ]
        places = [place for place in dict.fromkeys(fitting) if place not in taken]
        if column not in _SEVERAL:
            places = _alone(column, places, told)
        if places:
            found[column] = tuple(sorted(places))
            taken.update(places)
    return _with_a_whole_name(found)


def is_another_date(heading: str) -> bool:
    """Return whether dates under a heading are not the days of the appointments themselves."""
    return not _OTHER_DATES.isdisjoint(_plain(heading).split())


def may_name_kinds(heading: str) -> bool:
    """Return whether kinds of entry may stand under a heading that is taken as text."""
    return any(_MAY_NAME_KINDS.issuperset(part.split()) for part in parts_of(heading))


def may_hold_times(heading: str) -> bool:
    """Return whether clock times may stand under a heading that does not say so."""
    return not _MAY_HOLD_TIMES.isdisjoint(_plain(heading).split()) and not is_another_date(heading)


def parts_of(heading: str) -> list[str]:
    """Return what a heading joins: "reason" and "notes" of "Reason / Notes"."""
    return [plain for part in _JOINED_BY.split(heading) if (plain := _plain(part))]


def column_named(part: str) -> Column | None:
    """Return the column that a part of a heading names, or None."""
    return _COLUMN_OF.get(part)


def _alone(column: Column, places: list[int], told: list[str]) -> list[int]:
    if column not in _COMPARED:
        return places[:1]
    return [place for place in places if told[place] == told[places[0]]]


def _with_a_whole_name(found: dict[Column, tuple[int, ...]]) -> dict[Column, tuple[int, ...]]:
    # Beside both names, a column "Patient" holds a number or the same name once more.
    if Column.FORENAME in found and Column.SURNAME in found:
        found.pop(Column.WHOSE, None)
    return found


def _plain(cell: str) -> str:
    spaced = _IN_CAMEL_CASE.sub(" ", cell).lower()
    return " ".join(re.findall(r"[^\W\d_]+", spaced))
