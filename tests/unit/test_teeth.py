"""Teeth: numbers and names agree, and what repeats over visits is told without a judgement."""

from datetime import date

import pytest

from sgdesk.domain.answers import YesNo
from sgdesk.domain.facts.kinds import Observation, ObservationTopic
from sgdesk.domain.facts.tooth_words import (
    ToothVisit,
    finding_words,
    over_time,
    repeated_breakages,
    untreated_again,
)
from sgdesk.domain.facts.words import label, sentence
from sgdesk.domain.teeth import (
    CARE_WORDS,
    EVERY_TOOTH,
    PERMANENT,
    PRIMARY,
    STATE_LETTERS,
    STATE_WORDS,
    Care,
    ToothFinding,
    ToothState,
    is_primary,
    is_upper,
    palmer,
    tooth_name,
)
from sgdesk.ids import FactId

MARCH, JUNE, NOVEMBER = date(2026, 3, 4), date(2026, 6, 4), date(2026, 11, 20)


def finding(tooth, *states, **more):
    return ToothFinding(tooth=tooth, states=states, **more)


def test_there_are_32_adult_teeth_and_20_milk_teeth():
    assert [len(row) for row in (*PERMANENT, *PRIMARY)] == [16, 16, 10, 10]
    assert len(set(EVERY_TOOTH)) == 52
    assert len({palmer(tooth) for tooth in EVERY_TOOTH}) == 52
    assert len({tooth_name(tooth) for tooth in EVERY_TOOTH}) == 52


@pytest.mark.parametrize(
    ("tooth", "sign", "name"),
    [
        ("11", "UR1", "upper right central incisor"),
        ("28", "UL8", "upper left third molar"),
        ("36", "LL6", "lower left first molar"),
        ("44", "LR4", "lower right first premolar"),
        ("54", "URD", "upper right first primary molar"),
        ("62", "ULB", "upper left primary lateral incisor"),
        ("75", "LLE", "lower left second primary molar"),
        ("83", "LRC", "lower right primary canine"),
    ],
)
def test_a_tooth_has_its_palmer_sign_and_its_name(tooth, sign, name):
    assert (palmer(tooth), tooth_name(tooth)) == (sign, name)


def test_the_name_says_the_side_and_the_jaw_on_which_a_tooth_stands():
    for tooth in EVERY_TOOTH:
        jaw, side, *_rest = tooth_name(tooth).split()
        assert (jaw == "upper") is is_upper(tooth)
        # FDI: the quarters 1, 4 and, of primary teeth, 5, 8 are the person's right.
        assert side == ("right" if tooth[0] in "1458" else "left")
        assert ("primary" in tooth_name(tooth)) is is_primary(tooth)


def test_the_right_of_the_person_is_at_the_viewers_left_in_every_row():
    for row in (*PERMANENT, *PRIMARY):
        half = len(row) // 2
        assert {tooth_name(tooth).split()[1] for tooth in row[:half]} == {"right"}
        assert {tooth_name(tooth).split()[1] for tooth in row[half:]} == {"left"}


def test_every_finding_has_words_and_a_letter_of_its_own():
    assert set(STATE_WORDS) == set(STATE_LETTERS) == set(ToothState)
    assert len(set(STATE_LETTERS.values())) == len(ToothState)
    assert set(CARE_WORDS) == set(Care)


def test_a_finding_reads_as_a_line():
    found = finding(
        "54", ToothState.DECAY, ToothState.PULP, surfaces="MOD", care=Care.ADVISED,
        pain=YesNo.YES,
    )  # fmt: skip

    assert finding_words(found) == (
        "54 (URD, upper right first primary molar): decay, pulp exposed, surfaces MOD,"
        " treatment advised, not yet done, pain reported"
    )


def test_a_number_that_is_no_tooth_breaks_nothing():
    for strange in ("", "9", "99", "x"):
        assert finding_words(finding(strange, ToothState.DECAY))


def test_an_examination_reads_in_the_order_of_the_chart():
    exam = Observation(
        id=FactId("o"), topic=ObservationTopic.TEETH, text="Plaque on all teeth",
        teeth=(finding("75", ToothState.DECAY), finding("55", ToothState.BROKEN)),
    )  # fmt: skip

    assert label(exam) == "Teeth"
    assert sentence(exam).index("55 (") < sentence(exam).index("75 (")
    assert sentence(exam).endswith("decay. Plaque on all teeth.")


def test_breakages_at_two_visits_are_told_with_their_days():
    visits = [
        ToothVisit(NOVEMBER, (finding("61", ToothState.BROKEN),)),
        ToothVisit(MARCH, (finding("51", ToothState.BROKEN), finding("54", ToothState.DECAY))),
    ]

    assert repeated_breakages(visits) == (
        "Breakages recorded at 2 visits: 51 on 4 Mar 2026; 61 on 20 Nov 2026."
    )


def test_breakages_at_one_visit_are_no_repetition():
    visit = ToothVisit(MARCH, (finding("51", ToothState.BROKEN), finding("61", ToothState.BROKEN)))

    assert repeated_breakages([visit]) == ""


def test_a_condition_left_without_treatment_at_two_visits_is_told_for_its_tooth():
    other = finding("75", ToothState.DECAY, care=Care.NOT_TREATED)
    decay = finding("54", ToothState.DECAY, care=Care.NOT_TREATED)
    visits = [
        ToothVisit(MARCH, (finding("54", ToothState.DECAY, care=Care.ADVISED),)),
        ToothVisit(JUNE, (decay, other)),
        ToothVisit(NOVEMBER, (finding("54", ToothState.SWELLING, care=Care.TEMPORARY),)),
    ]

    assert untreated_again(visits) == [
        "54 (URD) recorded without completed treatment at 3 visits:"
        " 4 Mar 2026, 4 Jun 2026, 20 Nov 2026."
    ]
    assert over_time(visits) == untreated_again(visits)


def test_a_visit_that_two_records_tell_of_counts_once():
    broken = finding("75", ToothState.BROKEN, care=Care.NOT_TREATED)
    visits = [ToothVisit(MARCH, (broken,)), ToothVisit(NOVEMBER, (broken,))]

    assert over_time([*visits, *visits]) == over_time(visits)
    assert over_time([*visits, *visits])


def test_a_treated_tooth_and_one_whose_care_is_not_known_are_not_counted():
    visits = [
        ToothVisit(MARCH, (finding("54", ToothState.DECAY, care=Care.NOT_TREATED),)),
        ToothVisit(JUNE, (finding("54", ToothState.DECAY, care=Care.TREATED),)),
        ToothVisit(NOVEMBER, (finding("54", ToothState.DECAY),)),
    ]

    assert untreated_again(visits) == []
