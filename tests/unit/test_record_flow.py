from datetime import date

import pytest

from sgdesk.domain.answers import Unanswered, YesNo
from sgdesk.domain.concern import ConcernDraft, FgmScreen, Urgency
from sgdesk.domain.facts.kinds import Injury, Need, Saying
from sgdesk.domain.flows.branches import fgm_duty
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
