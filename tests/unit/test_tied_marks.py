"""Explanations tied to marks: beside each mark, by its number or letter, in time order."""

from datetime import date, time

from msgspec.structs import replace

from sgdesk.domain.concern import ConcernDraft
from sgdesk.domain.fact_changes import fact_change
from sgdesk.domain.facts.accounts import explained
from sgdesk.domain.facts.kinds import Hearing, Injury, Saying
from sgdesk.domain.facts.tied_marks import mark_labels, mark_names, said_of, tie_words, untied
from sgdesk.ids import ConcernId, FactId
from sgdesk.library.maps import maps_by_id
from ui.record.marks import map_text
from ui.record.recording import remove_item

FRIDAY = date(2026, 11, 20)
CHEEK = Injury(id=FactId("cheek"), view="child-front", x=235, y=120, place="left-cheek",
               place_words="left cheek", mark="bruise")  # fmt: skip
ARM = replace(CHEEK, id=FactId("arm"), place_words="left elbow crease")
BIRTHMARK = replace(CHEEK, id=FactId("birth"), known_mark=True)
MARKS = (CHEEK, BIRTHMARK, ARM)


def told(who, words, at, *marks, **changes):
    return Saying(
        id=FactId(f"{who} {at}"), speaker=who, words=words, is_explanation=True,
        noticed_on=FRIDAY, noticed_at=at, explains_marks=tuple(one.id for one in marks), **changes,
    )  # fmt: skip


def test_injuries_have_numbers_and_known_marks_letters():
    assert mark_labels(MARKS) == {"cheek": "1", "arm": "2", "birth": "A"}
    assert mark_names(MARKS)[1:] == [("birth", "A · Left cheek"), ("arm", "2 · Left elbow crease")]


def test_a_saying_names_the_marks_it_explains():
    assert tie_words(told("Karl", "She fell.", time(9, 40), CHEEK), MARKS) == "Explains mark 1."
    several = told("Karl", "She fell.", time(9, 40), BIRTHMARK, ARM)
    assert tie_words(several, MARKS) == "Explains marks 2, A."


def test_a_mark_that_is_not_among_the_facts_is_not_named():
    said = told("Karl", "She fell.", time(9, 40), CHEEK, ARM)

    assert tie_words(said, (ARM,)) == "Explains mark 1."
    assert tie_words(said, ()) == ""
    assert tie_words(replace(said, is_explanation=False), MARKS) == ""


def test_each_explanation_stands_beside_its_marks_in_time_order():
    later = told("Dana", "The dog.", time(10, 5), CHEEK, ARM, hearing=Hearing.TELEPHONE)
    first = told("Karl", "She fell.", time(9, 40), CHEEK)
    facts = (*MARKS, later, first)

    assert said_of(CHEEK, facts) == [
        "How it is said to have happened (Karl, 20 Nov 2026 09:40): “She fell.”",
        "How it is said to have happened (Dana, by telephone, 20 Nov 2026 10:05): “The dog.”",
    ]
    assert len(said_of(ARM, facts)) == 1
    assert said_of(BIRTHMARK, facts) == []


def test_what_is_no_explanation_any_more_stands_beside_no_mark():
    said = told("Karl", "She fell.", time(9, 40), CHEEK)

    assert said_of(CHEEK, (CHEEK, replace(said, is_explanation=False))) == []


def test_the_map_as_text_says_how_each_mark_is_explained():
    facts = [CHEEK, told("Karl", "She fell.", time(9, 40), CHEEK)]

    text = map_text(ConcernDraft(id=ConcernId("c"), facts=facts), maps_by_id())

    assert text.splitlines()[1].endswith("(Karl, 20 Nov 2026 09:40): “She fell.”")


def test_a_mark_that_is_removed_leaves_no_tie_behind():
    said = told("Karl", "She fell.", time(9, 40), CHEEK, ARM)
    draft = ConcernDraft(id=ConcernId("c"), facts=[CHEEK, ARM, said])

    remove_item(draft, "facts", CHEEK.id)

    assert draft.facts == [ARM, replace(said, explains_marks=(ARM.id,))]
    assert untied(said, "other") is said
    assert untied(ARM, "arm") is ARM


def test_explanations_of_the_same_mark_stand_beside_each_other():
    tied = told("Karl", "She fell.", time(9, 40), CHEEK)
    named = told("Dana", "The dog.", time(10, 5), explains="Bruise,  left cheek")
    other = told("Mia", "My arm got caught.", time(9, 50), ARM)

    cheek, arm = explained([tied, named, other], MARKS)

    assert [one.who for one in cheek.accounts] == ["Karl", "Dana"]
    assert (cheek.what, arm.what) == ("Bruise,  left cheek", "Left elbow crease")


def test_both_versions_of_an_amended_tie_are_told():
    said = told("Karl", "She fell.", time(9, 40), CHEEK)

    change = fact_change(said, replace(said, explains_marks=(ARM.id,)), MARKS)

    assert "Explains mark 1." in change.before
    assert "Explains mark 2." in change.after
