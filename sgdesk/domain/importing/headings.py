"""What the columns of a table are, by the words above them, in many spellings."""

import re
from collections.abc import Sequence
from enum import StrEnum


class Column(StrEnum):
    """What a column is taken as."""

    DAY = "day"
    TIME = "time"
    KIND = "kind"
    OUTCOME = "outcome"
    TEXT = "text"
    OUTREACH = "outreach"
    REASON = "reason"
    WITH_WHOM = "with-whom"
    WHOSE = "whose"
    SOURCE = "source"


COLUMN_WORDS = {
    Column.DAY: "the date",
    Column.TIME: "the time",
    Column.KIND: "the kind of entry",
    Column.OUTCOME: "how it ended",
    Column.TEXT: "what was found or done",
    Column.OUTREACH: "calls and letters",
    Column.REASON: "the reason given",
    Column.WITH_WHOM: "with whom",
    Column.WHOSE: "whose appointment",
    Column.SOURCE: "where it is written",
}

# Of two columns that fit, the one whose words stand further in front is taken.
_SPELLINGS = {
    Column.DAY: """appointment date|date of appointment|appt date|app date|apt date|appointment day
        |visit date|date of visit|event date|date of event|date of contact|contact date|date seen
        |attendance date|consultation date|start date|date time|date and time|datetime
        |start date time|start|date|day|when|dated""",
    Column.TIME: """appointment time|time of appointment|appt time|app time|start time|visit time
        |event time|time start|time|at|clock time|hour""",
    Column.KIND: """kind of entry|kind|appointment type|type of appointment|appt type|app type
        |visit type|event type|type of visit|slot type|session type|appointment kind|type
        |category|appointment reason|reason for appointment|reason for visit|appointment
        |appt|event|entry""",
    Column.OUTCOME: """how it ended|outcome|attendance|attended|attendance status|attendance outcome
        |appointment status|appt status|app status|appointment outcome|appt outcome|status|state
        |result|dna|wnb|arrived|attended y n|attended yes no""",
    Column.TEXT: """what was found or done|what happened|details|detail|description|notes|note|text
        |comments|comment|summary|treatment|treatment done|procedure|procedures|clinical notes
        |appointment notes|appt notes|findings|finding|entry text|information|narrative|remarks""",
    Column.OUTREACH: """calls messages and letters each with its result|calls and letters|outreach
        |contact attempts|contact attempt|follow up|followup|follow up action|action taken|action
        |actions|letters|letter|letter sent|calls|contact made|recall""",
    Column.REASON: """reason given in their words|reason given|reason|cancellation reason
        |reason for cancellation|cancel reason|reason cancelled|reason for dna|dna reason
        |reason not attended|family s reason|parent s reason|explanation""",
    Column.WITH_WHOM: """with|with whom|clinician|clinician name|provider|dentist|doctor|performer
        |practitioner|seen by|staff|hygienist|nurse|gp|consultant|operator|session holder""",
    Column.WHOSE: """whose|whose appointment|patient|patient name|patient full name|name|full name
        |child|child name|child s name|who|person|patients name|patient s name""",
    Column.SOURCE: """where this is written|source|source of information|record source|reference
        |ref|written in|recorded in|origin""",
}
_ALL = {
    column: tuple(spelling.strip() for spelling in spellings.split("|"))
    for column, spellings in _SPELLINGS.items()
}
_SEVERAL = (Column.TEXT, Column.OUTREACH)
_IN_CAMEL_CASE = re.compile(r"(?<=[a-z])(?=[A-Z])")


def columns_of(cells: Sequence[str]) -> dict[Column, tuple[int, ...]]:
    """Return which columns a heading row names, each with its places from 0.

    Several may hold words; of anything else the one that is named best is taken.
    """
    told = [_plain(cell) for cell in cells]
    found: dict[Column, tuple[int, ...]] = {}
    taken: set[int] = set()
    for column, spellings in _ALL.items():
        fitting = [
            place for one in spellings for place, told_one in enumerate(told) if told_one == one
        ]
        places = [place for place in dict.fromkeys(fitting) if place not in taken]
        if places:
            found[column] = tuple(sorted(places)) if column in _SEVERAL else (places[0],)
            taken.update(found[column])
    return found


def _plain(cell: str) -> str:
    spaced = _IN_CAMEL_CASE.sub(" ", cell).lower()
    return " ".join(re.findall(r"[^\W\d_]+", spaced))
