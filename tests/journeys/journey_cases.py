"""The sample cases S1 to S4 as they stand in the samples: each answer in the field it belongs to.

What is written here is both typed into the window and looked for in the store afterwards.
"""

from dataclasses import dataclass, field
from datetime import date, time

from sgdesk.domain.answers import YesNo
from sgdesk.domain.concern import FgmScreen, Harm
from sgdesk.domain.facts.kinds import (
    Attendance,
    ContextTopic,
    EventKind,
    Hearing,
    NeedTopic,
    ObservationTopic,
)
from sgdesk.domain.people import PersonKind
from sgdesk.domain.practice import Episode
from sgdesk.domain.teeth import Care, ToothState

YES, NO = YesNo.YES, YesNo.NO
THURSDAY, FRIDAY = date(2026, 11, 19), date(2026, 11, 20)
TENTH = date(2026, 11, 10)
RAHMAN, BYRNE = {"noticed_by": "A. Rahman"}, {"noticed_by": "L. Byrne"}


def noticed(by, day, at):
    """Return who noticed something, on which day and when."""
    return {**by, "noticed_on": day, "noticed_at": at}


@dataclass(frozen=True)
class Case:
    """One sample, page by page. Fields stand in the order in which their page asks for them.

    Marks name their view, their place and its words; `marks_of` says by the place of a saying
    which marks it explains.
    """

    urgency: dict
    person: dict
    relations: tuple = ()
    contact: dict = field(default_factory=dict)
    marks: tuple = ()
    teeth: tuple = ()
    teeth_seen: dict = field(default_factory=dict)
    observations: tuple = ()
    presentation: dict = field(default_factory=dict)
    sayings: tuple = ()
    marks_of: dict = field(default_factory=dict)
    events: tuple = ()
    count_from: date | None = None
    contexts: tuple = ()
    needs: tuple = ()


def _event(day, month, year, event, attendance, text="", outreach=""):
    said = {"text": text, "outreach": outreach}
    happened = {"happened_on": date(year, month, day), "event": event, "attendance": attendance}
    return happened | {name: words for name, words in said.items() if words}


_LIKE_A_CHILD = {"sexual_abuse": NO, "baby_with_mark": NO}
_EMERGENCY, _TREATMENT = EventKind.EMERGENCY, EventKind.TREATMENT
_ATTENDED, _NOT_BROUGHT = Attendance.ATTENDED, Attendance.NOT_BROUGHT

S1 = Case(
    urgency={
        "immediate_danger": NO, "kind": PersonKind.CHILD, "episode": Episode.NHS,
        "about_colleague": NO, "fgm": FgmScreen.NOT_RAISED, **_LIKE_A_CHILD,
        "summary": "A bruise on the left cheek, three on the left forearm, four teeth untreated.",
        "harms": (Harm.PHYSICAL, Harm.DENTAL_NEGLECT),
    },
    person={
        "name": "Mia Thornton", "known_as": "Mimi", "born": date(2020, 2, 14), "sex": "Female",
        "nhs_number": "9991234012", "address": "12 Weir Street, Northtown",
        "postcode": "ZZ99 2QA", "language": "English",
        "whereabouts": "Left with her father at 10:40, the team informed.",
        "with_whom": "Karl Thornton", "school": "Weir Street Primary",
        "gp": "Dr Amos, Mill Road Surgery",
    },
    relations=(
        {"name": "Karl Thornton", "relationship": "Father", "in_household": YES,
         "alleged_source": True, "parental_responsibility": YES,
         "whereabouts": "With Mia.", "access": "Lives with her."},
        {"name": "Rina Thornton née Begum", "relationship": "Mother", "in_household": YES,
         "parental_responsibility": YES, "language": "Sylheti", "interpreter": "Sylheti"},
        {"name": "Salma Begum", "relationship": "Aunt", "regular_visitor": True,
         "visitor_overnight": True},
        {"professional": True, "name": "Dr Amos", "relationship": "GP",
         "organisation": "Mill Road Surgery"},
    ),
    marks=(
        ("front", "left-cheek", "left cheek", {
            "mark": "bruise", "length_mm": 22, "width_mm": 14,
            "colour": "purple with a yellow edge", "shape": "oval", "skin_broken": NO,
            "distance_1_mm": 30, "landmark_1": "in front of the left ear lobe",
            "distance_2_mm": 25, "landmark_2": "below the outer corner of the eye",
            **noticed(RAHMAN, FRIDAY, time(9, 40)),
        }),
        ("front", "left-forearm-outer", "left forearm, outer side", {
            "mark": "bruise", "length_mm": 10, "width_mm": 10, "colour": "brown",
            "pattern": "in a row", "count": 3, "distance_1_mm": 60,
            "landmark_1": "above the left wrist crease", **noticed(BYRNE, FRIDAY, time(9, 44)),
        }),
        ("back", "right-shoulder-blade", "right shoulder blade", {
            "mark": "birthmark", **noticed(BYRNE, FRIDAY, time(9, 44)), "known_mark": True,
            "known_since": "Recorded at registration",
        }),
    ),
    teeth=tuple(
        {"tooth": tooth, "states": states, "care": Care.NOT_TREATED} | pain
        for tooth, states, pain in (
            ("54", (ToothState.DECAY,), {}),
            ("64", (ToothState.DECAY,), {}),
            ("85", (ToothState.DECAY,), {"pain": YES}),
            ("75", (ToothState.DECAY, ToothState.LOST_FILLING), {"pain": YES}),
        )
    ),
    teeth_seen=noticed(RAHMAN, FRIDAY, time(9, 40)),
    observations=(
        {"topic": ObservationTopic.BEHAVIOUR,
         "text": "Silent while father was in the room; answered when alone with the nurse.",
         **noticed(BYRNE, FRIDAY, time(9, 46))},
    ),
    presentation={
        "presented_on": FRIDAY, "presented_at": time(9, 38), "event_on": date(2026, 11, 11),
        "event_said_by": "Father", "left_with": "Father", "left_at": time(10, 40),
    },
    sayings=(
        {"speaker": "Karl Thornton", "relationship": "Father",
         "words": "She fell off the trampoline on Wednesday last week.", "is_explanation": True,
         "hearing": Hearing.DIRECTLY, **noticed(RAHMAN, FRIDAY, time(9, 38)),
         "language": "English", "happened_on": date(2026, 11, 11)},
        {"speaker": "Mia Thornton", "question": "How did you hurt your face?",
         "words": "Daddy gets cross when it hurts.", "is_explanation": True,
         "to_whom": "Lee Byrne", "present": "Alone with L. Byrne",
         "hearing": Hearing.DIRECTLY, **noticed(BYRNE, FRIDAY, time(9, 46)),
         "language": "English"},
        {"speaker": "Rina Thornton née Begum", "relationship": "Mother",
         "words": "She fell at school.", "is_explanation": True, "hearing": Hearing.TELEPHONE,
         **noticed(RAHMAN, FRIDAY, time(10, 20)), "language": "Sylheti",
         "interpreter": "Sylheti interpreter"},
    ),
    marks_of={0: (0,), 1: (0,), 2: (0, 1)},
    events=(
        _event(11, 12, 2025, EventKind.EXAMINATION, _ATTENDED,
               "Decay 54, 64, 75, 85. Plan made."),
        _event(12, 1, 2026, _EMERGENCY, _ATTENDED, "Dressing on 75 broken."),
        _event(4, 3, 2026, _TREATMENT, _NOT_BROUGHT, outreach="Letter 5 Mar."),
        _event(30, 4, 2026, _EMERGENCY, _ATTENDED, "Dressing on 75 broken again."),
        _event(2, 6, 2026, _TREATMENT, _NOT_BROUGHT, outreach="Telephone, no answer."),
        _event(15, 7, 2026, _TREATMENT, Attendance.CANCELLED_BY_PRACTICE),
        _event(18, 8, 2026, _TREATMENT, _NOT_BROUGHT, outreach="Letter, school nurse told."),
        _event(7, 10, 2026, _TREATMENT, _NOT_BROUGHT),
        _event(20, 11, 2026, _EMERGENCY, _ATTENDED,
               "In pain, 75 and 85. Dressing on 75 lost for the third time."),
    ),
    count_from=date(2025, 12, 11),
    contexts=(
        (ContextTopic.UNTREATED,
         {"text": "The same four teeth untreated.", "teeth": "54, 64, 75, 85"}),
        (ContextTopic.BREAKAGE,
         {"text": "Dressing on 75 broken or lost three times.", "teeth": "75"}),
        (ContextTopic.ADMINISTRATIVE, {"text": "Two unpaid invoices."}),
        (ContextTopic.NOTE,
         {"text": "Aunt has treatment for hepatitis C.", "also_about": "Salma Begum"}),
        (ContextTopic.NOTE,
         {"text": "Mum obviously doesn't care.", "noticed_by": "Receptionist's note"}),
        (ContextTopic.NOTE,
         {"text": "Probably a slap mark, 3 or 4 days old.", "noticed_by": "Nurse's note"}),
    ),
    needs=(
        (NeedTopic.TREATMENT, {"text": "Pain relief given."}),
        (NeedTopic.SAFETY_NET,
         {"text": "Advice on fever and swelling.", "to_whom": "Karl Thornton",
          "understood": "He said he understood."}),
        (NeedTopic.COMMUNICATION,
         {"text": "Sylheti interpreter.", "to_whom": "Rina Thornton née Begum"}),
        (NeedTopic.BARRIER,
         {"text": "Father drives; mother cannot come alone.",
          "barriers": ("Language or reading",)}),
    ),
)  # fmt: skip

S2 = Case(
    urgency={
        "immediate_danger": NO, "kind": PersonKind.UNBORN, "episode": Episode.NHS,
        "about_colleague": NO, "summary": "Her partner took her car keys.",
        "harms": (Harm.DOMESTIC,),
    },
    person={
        "name": "Rosa Pereira", "born": date(1999, 5, 3), "expected": date(2027, 1, 31),
        "nhs_number": "9991234020", "address": "4 Lock Lane, Northtown", "postcode": "ZZ99 2QB",
    },
    relations=(
        {"name": "Dean Hall", "relationship": "Partner", "in_household": YES,
         "alleged_source": True, "access": "Lives with her."},
    ),
    contact={
        "name": "Her sister", "relationship": "Sister", "times": "Weekdays",
        "code_word": "Bluebell", "may_leave_message": NO,
    },
    teeth=({"tooth": "11", "states": (ToothState.BROKEN,)},),
    teeth_seen=noticed({"noticed_by": "The hygienist"}, THURSDAY, time(14, 10)),
    presentation={"presented_on": THURSDAY},
    sayings=(
        {"speaker": "Rosa Pereira", "words": "He took my car keys so I couldn't go to the scan.",
         "to_whom": "The hygienist", "present": "Alone", "hearing": Hearing.DIRECTLY,
         **noticed({"noticed_by": "The hygienist"}, THURSDAY, time(14, 10))},
        {"speaker": "Rosa Pereira", "words": "I walked into the cupboard.",
         "is_explanation": True, "explains": "Chipped 11", "hearing": Hearing.DIRECTLY,
         **noticed({"noticed_by": "The hygienist"}, THURSDAY, time(14, 10))},
    ),
    contexts=(
        (ContextTopic.HISTORY,
         {"text": "Missed two antenatal visits.", "noticed_by": "By her account"}),
    ),
    needs=((NeedTopic.TONIGHT, {"text": "She asked that her sister is rung, not her home."}),),
)  # fmt: skip

S3 = Case(
    urgency={
        "immediate_danger": NO, "kind": PersonKind.CHILD, "episode": Episode.NHS,
        "about_colleague": NO, "fgm": FgmScreen.TOLD_BY_HER, **_LIKE_A_CHILD,
        "summary": "She told the dental nurse that she was cut when she was six.",
        "harms": (Harm.FGM,),
    },
    person={
        "name": "Amina Kamara", "born": date(2011, 8, 9), "sex": "Female",
        "nhs_number": "9991234039", "address": "30 Mill Road, Northtown\nWeir County Police area",
        "postcode": "ZZ99 2QC",
    },
    relations=(
        {"is_child": True, "name": "Sira Kamara", "relationship": "Sister", "born": "9 years",
         "also_a_concern": YES},
        {"name": "Mother, name not known", "relationship": "Mother"},
    ),
    contact={"never_reach": "She asks that her mother is not rung."},
    sayings=(
        {"speaker": "Amina Kamara", "words": "They cut me when I was six, before we came here.",
         "to_whom": "Lee Byrne, dental nurse", "hearing": Hearing.DIRECTLY,
         **noticed(BYRNE, FRIDAY, time(16, 20))},
    ),
    needs=((NeedTopic.OTHER_CHILDREN, {"text": "Sister Sira, 9."}),),
)  # fmt: skip

S4 = Case(
    urgency={
        "immediate_danger": NO, "kind": PersonKind.ADULT, "episode": Episode.NHS,
        "about_colleague": NO, "fgm": FgmScreen.NOT_RAISED,
        "summary": "Her daughter answers for her; she has lost weight.",
        "harms": (Harm.NEGLECT, Harm.FINANCIAL),
    },
    person={
        "name": "Dora Wills", "born": date(1945, 3, 30), "sex": "Female",
        "nhs_number": "9991234047", "address": "Flat 2, Quay House", "postcode": "ZZ99 2QD",
    },
    relations=({"name": "Her daughter", "relationship": "Daughter"},),
    observations=(
        {"topic": ObservationTopic.BEHAVIOUR, "text": "Daughter attends and answers for her.",
         **noticed(RAHMAN, TENTH, time(10, 45))},
        {"topic": ObservationTopic.PRESENTATION, "text": "Weight loss.",
         **noticed(RAHMAN, TENTH, time(10, 45))},
    ),
    presentation={"presented_on": TENTH},
    sayings=(
        {"speaker": "Dora Wills", "words": "I'm not allowed the money for it.",
         "present": "Alone", "hearing": Hearing.DIRECTLY,
         **noticed(RAHMAN, TENTH, time(10, 58))},
        {"speaker": "Dora Wills", "gist": "She wants help, not police.", "present": "Alone",
         "hearing": Hearing.DIRECTLY, **noticed(RAHMAN, TENTH, time(11, 0))},
    ),
    contexts=((ContextTopic.BREAKAGE, {"text": "Dentures broken four times in a year."}),),
    needs=(
        (NeedTopic.ADJUSTMENT,
         {"text": "Book double appointments and see her alone first.", "to_whom": "Dora Wills"}),
    ),
)  # fmt: skip

CASES = {"S1": S1, "S2": S2, "S3": S3, "S4": S4}
