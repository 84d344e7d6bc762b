from datetime import date, time

import msgspec
import pytest

from sgdesk.domain.answers import Unanswered, YesNo
from sgdesk.domain.concern import ConcernDraft, FgmScreen, Presentation, Urgency
from sgdesk.domain.facts.kinds import Event, Injury, Need, Observation, Opinion, Saying
from sgdesk.domain.flows.branches import fgm_duty
from sgdesk.domain.flows.fact_rules import fact_problems
from sgdesk.domain.flows.record import RecordConcern
from sgdesk.domain.people import Person, PersonKind, Relation
from sgdesk.domain.practice import Episode
from sgdesk.ids import ConcernId, FactId

TODAY = date(2026, 11, 22)


def draft(**changes: object) -> ConcernDraft:
    whole = {
        "id": ConcernId("c"),
        "urgency": Urgency(
            immediate_danger=YesNo.NO,
            episode=Episode.NHS,
            about_colleague=YesNo.NO,
            fgm=FgmScreen.NOT_RAISED,
            summary="Marks and untreated decay",
        ),
        "person": Person(name="Mia Thornton", born=date(2020, 2, 14)),
    }
    return ConcernDraft(**(whole | changes))


def fields(found: list) -> list[str]:
    return [problem.field for problem in found]


def test_a_complete_draft_has_no_problems():
    assert RecordConcern(TODAY).problems(draft()) == []


def test_an_empty_draft_names_each_unanswered_question():
    found = RecordConcern(TODAY).problems(ConcernDraft(id=ConcernId("c")), "urgency", "person")

    assert fields(found) == [
        "urgency.immediate_danger",
        "urgency.episode",
        "urgency.about_colleague",
        "urgency.fgm",
        "urgency.summary",
        "person.name",
    ]


@pytest.mark.parametrize("number", ["999 123 4013", "999 123 401", "abc", "9991234021"])
def test_an_impossible_nhs_number_is_a_problem(number):
    person = Person(name="Mia Thornton", nhs_number=number)

    assert "person.nhs_number" in fields(RecordConcern(TODAY).problems(draft(person=person)))


@pytest.mark.parametrize("name", ["M", "M.T.", "M T", "MT"])
def test_bare_initials_are_refused(name):
    found = RecordConcern(TODAY).problems(draft(person=Person(name=name)), "person")

    assert fields(found) == ["person.name"]


@pytest.mark.parametrize("name", ["Bo", "Li Wu", "Æ Ø Berg", "O'Neil", "Анна", "Ли"])
def test_short_names_are_names(name):
    assert RecordConcern(TODAY).problems(draft(person=Person(name=name)), "person") == []


def test_text_that_is_no_date_is_kept_and_named():
    person = Person(name="Mia Thornton", born_typed="sometime in spring")

    found = RecordConcern(TODAY).problems(draft(person=person), "person")

    assert fields(found) == ["person.born"]
    assert person.born_typed == "sometime in spring"


def test_a_child_cannot_be_18():
    person = Person(name="Mia Thornton", born=date(2008, 11, 22))

    assert fields(RecordConcern(TODAY).problems(draft(person=person))) == ["person.born"]


def test_one_hundred_thousand_characters_are_a_problem_and_stay_whole():
    said = Saying(id=FactId("s"), speaker="Father", words="x" * 100_000)

    found = RecordConcern(TODAY).problems(draft(facts=[said]), "said")

    assert fields(found) == ["s.words"]
    assert "100,000" in found[0].text


def test_a_mark_needs_its_kind_and_place_and_possible_measures():
    mark = Injury(id=FactId("i"), length_mm=0, length_mm_typed="0", width_mm_typed="wide")

    found = RecordConcern(TODAY).problems(draft(facts=[mark]), "seen")

    assert fields(found) == ["i.length_mm", "i.width_mm", "i.mark", "i.place"]


def test_answers_that_no_longer_apply_are_dropped_from_the_settled_copy_only():
    answered = draft(
        person=Person(kind=PersonKind.UNBORN, name="Rosa Pereira"),
        urgency=Urgency(
            immediate_danger=YesNo.NO, immediate_action="Rang 999", fgm=FgmScreen.AT_RISK
        ),
    )

    settled = RecordConcern(TODAY).settled(answered)

    assert (settled.urgency.immediate_action, settled.urgency.fgm) == ("", None)
    assert answered.urgency.immediate_action == "Rang 999"


def test_a_gap_closes_when_the_answer_is_not_known():
    open_gap = draft()
    closed = draft(
        person=Person(name="Mia Thornton", unanswered={"language": Unanswered.NOT_KNOWN}),
        facts=[Need(id=FactId("n"), text="Pain relief")],
        relations=[Relation(id="r", name="Rina Thornton")],
    )
    flow = RecordConcern(TODAY)

    assert "person.language" in fields(flow.gaps(open_gap))
    assert "person.language" not in fields(flow.gaps(closed))


@pytest.mark.parametrize(
    ("screen", "kind", "duty"),
    [
        (FgmScreen.TOLD_BY_HER, PersonKind.CHILD, True),
        (FgmScreen.SIGNS_SEEN, PersonKind.CHILD, True),
        (FgmScreen.HEARD_FROM_OTHER, PersonKind.CHILD, False),
        (FgmScreen.AT_RISK, PersonKind.CHILD, False),
        (FgmScreen.TOLD_BY_HER, PersonKind.ADULT, False),
    ],
)
def test_the_fgm_duty_follows_the_act(screen, kind, duty):
    assert fgm_duty(Urgency(fgm=screen), Person(kind=kind)) is duty


def test_an_event_later_on_the_day_of_the_visit_is_named():
    came = Presentation(
        presented_on=date(2026, 11, 20), presented_at=time(9, 38),
        event_on=date(2026, 11, 20), event_at=time(10, 30),
    )  # fmt: skip

    found = RecordConcern(TODAY).problems(draft(presentation=came), "seen")

    assert [(one.field, one.text) for one in found] == [
        ("presentation.event_at", "The event lies after the visit. Check both times.")
    ]


@pytest.mark.parametrize("initials", ["AR", "A.R.", "A R", "Dr AR"])
@pytest.mark.parametrize(
    ("kind", "field"),
    [
        (Injury, "noticed_by"), (Observation, "noticed_by"), (Saying, "noticed_by"),
        (Saying, "speaker"), (Saying, "to_whom"), (Saying, "reported_by"),
        (Opinion, "noticed_by"),
    ],
)  # fmt: skip
def test_who_saw_and_heard_is_never_initials_alone(kind, field, initials):
    fact = kind(id=FactId("f"), **{field: initials})

    named = {one.field for one in fact_problems("", fact, TODAY) if "Initials" in one.text}
    assert named == {f"f.{field}"}


def test_who_said_when_it_happened_is_never_initials_alone():
    came = Presentation(event_said_by="K T")

    found = RecordConcern(TODAY).problems(draft(presentation=came), "seen")
    assert fields(found) == ["presentation.event_said_by"]


def test_the_book_in_which_an_entry_stands_may_be_an_abbreviation():
    event = Event(id=FactId("f"), happened_on=date(2026, 3, 4), noticed_by="EMIS")

    assert fact_problems("", event, TODAY) == []


WHOLE_MARK = Injury(
    id=FactId("m"), mark="bruise", place="left-cheek", place_words="left cheek", length_mm=22,
    width_mm=14, colour="purple", landmark_1="from the nose", distance_1_mm=30,
    landmark_2="from the left ear", distance_2_mm=25, noticed_by="A. Rahman",
    noticed_on=date(2026, 11, 20),
)  # fmt: skip


def gaps_of(fact):
    found = RecordConcern(TODAY).gaps(draft(facts=[fact]))
    return [(one.field, one.text) for one in found if one.field.startswith(f"{fact.id}.")]


@pytest.mark.parametrize(
    ("lacks", "field", "what"),
    [
        ({"length_mm": None}, "length_mm", "length and width"),
        ({"colour": " "}, "colour", "the colour"),
        ({"landmark_1": ""}, "landmark_1", "two fixed points with their distances"),
        ({"distance_2_mm": None}, "landmark_2", "two fixed points with their distances"),
        ({"noticed_by": ""}, "noticed_by", "who saw it"),
        ({"noticed_on": None}, "noticed_on", "when it was seen"),
        ({"width_mm": None, "colour": ""}, "length_mm", "length and width, the colour"),
    ],
)
def test_what_a_mark_does_not_say_yet_is_named_and_stops_nothing(lacks, field, what):
    mark = msgspec.structs.replace(WHOLE_MARK, **lacks)

    assert gaps_of(mark) == [(f"m.{field}", f"Left cheek: add {what}.")]
    assert RecordConcern(TODAY).problems(draft(facts=[mark])) == []
    assert gaps_of(WHOLE_MARK) == []


def test_a_known_mark_need_not_be_measured_and_a_diameter_is_a_measure():
    bare = {"length_mm": None, "width_mm": None}
    known = msgspec.structs.replace(WHOLE_MARK, **bare, colour="", landmark_1="", known_mark=True)

    assert gaps_of(known) == []
    assert gaps_of(msgspec.structs.replace(WHOLE_MARK, **bare, diameter_mm=20)) == []


def test_who_heard_words_and_when_is_named_where_it_lacks():
    said = Saying(id=FactId("s"), speaker="Mia Thornton", words="Daddy gets cross.")

    assert gaps_of(said) == [
        ("s.noticed_by", "Mia Thornton: add who heard it, on which day it was heard, at what time"
                         " it was heard.")
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["Mia Thornton", " mia  thornton", "Mimi"])
def test_an_appointment_of_the_persons_own_is_not_named_as_somebody_elses(name):
    event = Event(id=FactId("e"), happened_on=date(2026, 3, 4), also_about=name)
    person = Person(name="Mia Thornton", known_as="Mimi, Mims", born=date(2020, 2, 14))

    found = RecordConcern(TODAY).problems(draft(person=person, facts=[event]), "chronology")

    assert fields(found) == ["e.also_about"]
    sister = msgspec.structs.replace(event, also_about="Sira Thornton")
    assert RecordConcern(TODAY).problems(draft(person=person, facts=[sister]), "chronology") == []


def test_nothing_is_counted_from_a_day_to_come():
    came = Presentation(count_from=date(2027, 1, 1))

    found = RecordConcern(TODAY).problems(draft(presentation=came), "chronology")

    assert fields(found) == ["presentation.count_from"]


def test_lines_about_people_that_are_not_added_stop_the_signature():
    flow = RecordConcern(TODAY)

    assert "add-several" not in fields(flow.problems(draft()))
    left = draft(several_in_hand="Ibrahim Kamara, uncle")
    assert "add-several" in fields(flow.problems(left, "family"))


def test_rows_that_are_not_taken_in_are_named_before_the_signature():
    flow = RecordConcern(TODAY)

    assert "import-events" not in fields(flow.gaps(draft()))
    assert "import-events" in fields(flow.gaps(draft(rows_in_hand="4 Mar 2026, DNA")))
