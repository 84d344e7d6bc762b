"""What an amendment asks about each kind of fact and detail, and what it never asks, with why."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from sgdesk.domain.answers import NATION_WORDS
from sgdesk.domain.facts.kinds import (
    Context,
    Event,
    Fact,
    Injury,
    Need,
    Observation,
    Opinion,
    Saying,
)
from sgdesk.domain.facts.options import EPISODE_WORDS, FGM_SCREEN_WORDS, HEARING_WORDS
from sgdesk.domain.facts.words import (
    ATTENDANCE_WORDS,
    CONTEXT_WORDS,
    EVENT_WORDS,
    NEED_WORDS,
    OBSERVATION_WORDS,
)
from sgdesk.domain.people import PERSON_KIND_WORDS


class Ask(StrEnum):
    """How an answer is asked for."""

    LINE = "line"
    TEXT = "text"
    DATE = "date"
    BIRTH = "birth"
    TIME = "time"
    MEASURE = "measure"
    NUMBER = "number"
    YES_NO = "yes-no"
    TICK = "tick"
    HARMS = "harms"
    BARRIERS = "barriers"
    CHOICE = "choice"


Asked = tuple[str, str, Ask]
_WHEN: tuple[Asked, ...] = (
    ("noticed_on", "Seen or heard on", Ask.DATE),
    ("noticed_at", "Seen or heard at", Ask.TIME),
    ("noticed_by", "Seen or heard by", Ask.LINE),
)
_HAPPENED: tuple[Asked, ...] = (
    ("happened_on", "Happened on", Ask.DATE),
    ("happened_at", "Happened at", Ask.TIME),
)
_TEXT: tuple[Asked, ...] = (("text", "What is recorded", Ask.TEXT),)
_ALSO_ABOUT: tuple[Asked, ...] = (("also_about", "Also about somebody else", Ask.LINE),)
_SIGNS = {
    "skin_broken": "Skin broken",
    "swelling": "Swelling",
    "pain": "Pain reported",
    "bleeding": "Bleeding",
    "scab": "Scab",
    "blister": "Blister",
    "grit": "Grit or dirt",
    "hot": "Hot to the touch",
    "movement": "Movement restricted",
    "blanches": "Blanches when pressed",
    "petechiae": "Pinpoint red spots",
    "seen_directly": "Seen by the writer",
    "photo": "Photograph taken",
}
FACT_QUESTIONS: dict[type[Fact], tuple[Asked, ...]] = {
    Injury: (
        ("mark", "Kind of mark", Ask.LINE),
        ("count", "How many", Ask.NUMBER),
        ("length_mm", "Length", Ask.MEASURE),
        ("width_mm", "Width", Ask.MEASURE),
        ("diameter_mm", "Or diameter", Ask.MEASURE),
        ("orientation", "Which way it runs", Ask.LINE),
        ("shape", "Shape", Ask.LINE),
        ("colour", "Colour", Ask.LINE),
        ("pattern", "Pattern", Ask.LINE),
        *((field, words, Ask.YES_NO) for field, words in _SIGNS.items()),
        ("landmark_1", "First landmark", Ask.LINE),
        ("distance_1_mm", "Distance from it", Ask.MEASURE),
        ("landmark_2", "Second landmark", Ask.LINE),
        ("distance_2_mm", "Distance from it", Ask.MEASURE),
        ("photo_held", "Photograph: consent, by whom, where it is", Ask.LINE),
        ("known_mark", "A known mark, such as a birthmark: never counted", Ask.TICK),
        ("known_since", "Known since", Ask.LINE),
        ("detail", "Anything else about it", Ask.TEXT),
        *_WHEN,
    ),
    Observation: (*_TEXT, *_WHEN, *_ALSO_ABOUT),
    Saying: (
        ("speaker", "Who said it", Ask.LINE),
        ("relationship", "Who that is", Ask.LINE),
        ("question", "The question asked", Ask.TEXT),
        ("words", "The exact words", Ask.TEXT),
        ("gist", "What was told, in your own words", Ask.TEXT),
        ("to_whom", "Said to", Ask.LINE),
        ("present", "Who was present", Ask.LINE),
        ("language", "Language", Ask.LINE),
        ("interpreter", "Interpreter", Ask.LINE),
        ("reported_by", "Reported by", Ask.LINE),
        ("place", "Where it was said", Ask.LINE),
        ("demeanour", "Demeanour", Ask.TEXT),
        ("then", "What happened then, and who was told", Ask.TEXT),
        ("notes_kept", "Rough notes were made", Ask.YES_NO),
        ("notes_held", "Where the rough notes are kept", Ask.LINE),
        *_HAPPENED,
        *_WHEN,
        *_ALSO_ABOUT,
    ),
    Event: (
        *_HAPPENED,
        ("text", "What happened", Ask.TEXT),
        ("outreach", "What was done to reach them", Ask.TEXT),
        ("reason_given", "The reason given", Ask.TEXT),
        ("noticed_by", "From whose record", Ask.LINE),
        ("also_about", "Whose appointment, if not theirs", Ask.LINE),
    ),
    Context: (
        *_TEXT,
        ("result", "How it went", Ask.TEXT),
        ("teeth", "Teeth (FDI)", Ask.LINE),
        *_HAPPENED,
        *_WHEN,
        *_ALSO_ABOUT,
    ),
    Need: (
        *_TEXT,
        ("barriers", "What stands in the way", Ask.BARRIERS),
        ("to_whom", "Told to", Ask.LINE),
        ("understood", "Whether it was understood", Ask.TEXT),
        ("return_if", "Come back or ring if", Ask.LINE),
        ("ring", "Whom to ring, day and night", Ask.LINE),
        ("if_not_brought", "If not brought again", Ask.LINE),
        ("review_on", "Review on", Ask.DATE),
        ("review_by", "Who reviews it", Ask.LINE),
        *_HAPPENED,
        *_WHEN,
        *_ALSO_ABOUT,
    ),
    Opinion: (
        ("text", "The opinion", Ask.TEXT),
        ("because", "The reasons for it", Ask.TEXT),
        ("level", "Level of need", Ask.LINE),
        ("document", "Local document used, and its date", Ask.LINE),
        *_WHEN,
        *_ALSO_ABOUT,
    ),
}
Choice = tuple[str, str, Mapping[Any, str]]
FACT_CHOICES: dict[type[Fact], tuple[Choice, ...]] = {
    Observation: (("topic", "What this is about", OBSERVATION_WORDS),),
    Saying: (("hearing", "How it was heard", HEARING_WORDS),),
    Event: (
        ("attendance", "How the appointment ended", ATTENDANCE_WORDS),
        ("event", "Kind of entry", EVENT_WORDS),
    ),
    Context: (("topic", "What this is about", CONTEXT_WORDS),),
    Need: (("topic", "What this is about", NEED_WORDS),),
}
DETAIL_CHOICES: dict[str, Mapping[Any, str]] = {
    "kind": PERSON_KIND_WORDS,
    "nation": NATION_WORDS,
    "episode": EPISODE_WORDS,
    "fgm": FGM_SCREEN_WORDS,
}
YES_NO_DETAILS = (
    "in_household", "parental_responsibility", "also_a_concern", "may_leave_message",
    "immediate_danger", "about_colleague", "sexual_abuse", "baby_with_mark",
)  # fmt: skip
ALWAYS_ASKED = (
    "also_a_concern", "may_leave_message", "immediate_danger", "about_colleague", "sexual_abuse",
    "baby_with_mark", "notes_kept",
)  # fmt: skip
LONG_DETAILS = (
    "address", "summary", "immediate_action", "note", "access", "never_reach", "whereabouts",
    "previous_addresses", "communication", "disability",
)  # fmt: skip
