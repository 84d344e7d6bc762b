"""What was withdrawn is said the same way on every page and paper, and never with its free text."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from sgdesk.domain.amendment import Amendment, Change, deed_words
from sgdesk.domain.answers import YesNo
from sgdesk.domain.entries import AmendmentDraft
from sgdesk.domain.entry_rules import entry_problems
from sgdesk.domain.facts.kinds import Event, Injury, Saying
from sgdesk.domain.facts.tied_marks import mark_labels, mark_names, tie_words
from sgdesk.domain.facts.words import sentence, source
from sgdesk.domain.people import Relation
from sgdesk.domain.relation_changes import relation_withdrawn
from sgdesk.domain.withdrawal import Deed, Withdrawal, standing, withdrawn, withdrawn_words
from sgdesk.ids import ConcernId, FactId

NOON = datetime(2026, 11, 22, 12, 5, tzinfo=UTC)
CHEEK = Injury(id=FactId("a"), place_words="left cheek")
ARM = Injury(id=FactId("b"), place_words="right arm")


def gone(entry, why=Withdrawal.MISTAKE):
    return replace(entry, withdrawn_at=NOON, withdrawn_as=why)


@pytest.mark.parametrize(
    ("deed", "is_new", "wanted"),
    [
        (Deed.AMEND, False, "Amended: Left cheek"),
        (Deed.AMEND, True, "Added to the record: Left cheek"),
        (Deed.WITHDRAW, False, "Withdrawn: Left cheek"),
        (Deed.BRING_BACK, False, "Stands again: Left cheek"),
    ],
)
def test_each_deed_has_its_words(deed, is_new, wanted):
    one = Amendment(
        at=NOON, by="A. Rahman", because="So.", about="Left cheek", changes=(), deed=deed,
        is_new=is_new,
    )  # fmt: skip

    assert deed_words(one) == wanted


def test_a_withdrawn_fact_says_so_with_the_kind_of_reason_wherever_its_words_stand():
    event = gone(Event(id=FactId("e"), happened_on=(NOON - timedelta(days=9)).date()))

    assert "Withdrawn on 22 Nov 2026, it was recorded in error." in sentence(event)
    assert source(gone(CHEEK, Withdrawal.OTHER_PERSON)).endswith(
        "withdrawn on 22 Nov 2026, it is about another person"
    )
    assert source(gone(CHEEK, Withdrawal.OTHER)).endswith("withdrawn on 22 Nov 2026")
    assert withdrawn_words(Withdrawal.OTHER) == "Withdrawn."


def test_a_withdrawn_mark_has_no_number_and_is_offered_to_no_explanation():
    marks = [gone(CHEEK), ARM]
    fell = Saying(id=FactId("s"), is_explanation=True, explains_marks=(CHEEK.id, ARM.id))

    assert mark_labels(marks) == {"b": "1"}
    assert [name for _id, name in mark_names(marks)] == ["1 · Right arm"]
    assert tie_words(fell, marks) == (
        "Explains mark 1. Explained a mark that was withdrawn: Left cheek."
    )
    assert tie_words(fell, [ARM]) == "Explains mark 1."
    assert (standing(marks), withdrawn(marks)) == ((ARM,), (marks[0],))


def test_somebody_who_is_withdrawn_is_told_with_every_answer_that_was_given():
    uncle = Relation(
        id="u", name="Piotr", relationship="uncle", born_typed="about 40 years",
        in_household=YesNo.NO, leads=False, professional=True,
    )  # fmt: skip

    change = relation_withdrawn(gone(uncle, Withdrawal.TWICE))

    assert change == Change(
        "uncle",
        "Name: Piotr\nRelationship: uncle\nBorn: about 40 years\nIn the household: No\n"
        "A professional: Yes",
        "Withdrawn. It stands in the record twice.",
    )


def test_a_withdrawal_asks_why_in_kind_and_in_words_and_standing_again_only_in_words():
    draft = AmendmentDraft(id="d", concern_id=ConcernId("c"), fact=CHEEK, deed=Deed.WITHDRAW)
    again = AmendmentDraft(id="d", concern_id=ConcernId("c"), fact=CHEEK, deed=Deed.BRING_BACK)

    fields = [one.field for one in entry_problems(draft, NOON.date())]

    assert fields == ["withdrawn_as", "because"]
    assert [one.field for one in entry_problems(again, NOON.date())] == ["because"]
