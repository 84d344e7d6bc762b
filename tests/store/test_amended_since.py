"""An amendment that was begun before another undoes nothing of it, and loses nothing itself."""

from datetime import timedelta

import pytest
from msgspec.structs import replace
from sharing_support import at, signed, typed

from sgdesk.domain.answers import Unanswered
from sgdesk.domain.entries import AmendmentDraft
from sgdesk.domain.facts.kinds import Injury, Saying
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.people import Relation
from sgdesk.errors import UserError
from sgdesk.ids import FactId, new_id

SECRET = {"address": "1 Refuge Road", "address_protected": True}
AUNT = Relation(id="aunt", name="Salma Begum", relationship="aunt")


@pytest.fixture
def concern(desk, clock):
    found = signed(desk, person={"address": "12 Weir Street"})
    clock.at = clock.now() + timedelta(hours=1)
    return found


@pytest.fixture
def later(clock):
    def wait():
        clock.at = clock.now() + timedelta(days=1)

    return wait


def drafted(concern, **parts):
    parts = {"seen_at": concern.changed_at} | parts
    return AmendmentDraft(id=new_id(), concern_id=concern.id, because="It was wrong.", **parts)


def record(desk, draft):
    desk.amendments.record(draft)
    return desk.concerns.get(draft.concern_id).concern


def test_what_was_amended_since_stays_protected(desk, concern, later):
    left = drafted(concern, person=replace(concern.person, school="Weir Lane Primary"))
    desk.entries.save_draft(left, Caret())
    later()
    record(desk, drafted(concern, person=replace(concern.person, **SECRET)))
    later()

    person = record(desk, desk.entries.open_draft(left.id).draft).person

    assert (person.address, person.address_protected) == ("1 Refuge Road", True)
    assert person.school == "Weir Lane Primary"
    [change] = desk.concerns.get(concern.id).amendments[-1].changes
    assert (change.before, change.after) == ("–", "Weir Lane Primary")


def test_a_draft_that_says_nothing_of_what_it_was_begun_from_goes_by_its_last_save(
    desk, concern, later
):
    left = drafted(concern, seen_at=None, person=replace(concern.person, school="Weir Lane"))
    desk.entries.save_draft(left, Caret())
    later()
    record(desk, drafted(concern, person=replace(concern.person, **SECRET)))

    person = record(desk, left).person

    assert (person.address_protected, person.school) == (True, "Weir Lane")


@pytest.mark.parametrize(
    ("first", "then", "field"),
    [
        ({"school": "Mill Road"}, {"school": "Weir Lane"}, "school"),
        ({"postcode": "ZZ99 2QA"}, SECRET, "postcode"),
        ({"address": "2 Mill Road"}, {"address_protected": True}, "address"),
    ],
)
def test_the_same_answer_amended_since_is_told_and_nothing_typed_is_lost(
    desk, concern, later, first, then, field
):
    left = drafted(concern, person=replace(concern.person, **first))
    desk.entries.save_draft(left, Caret())
    later()
    now = record(desk, drafted(concern, person=replace(concern.person, **then)))

    with pytest.raises(UserError, match="was amended since you began") as refused:
        desk.amendments.record(left)

    assert refused.value.field == f"person.{field}"
    assert "throw this away, and amend it anew" in refused.value.text
    assert not any(str(value) in refused.value.text for value in (*first.values(), "Refuge"))
    assert desk.concerns.get(concern.id).concern == now
    assert desk.entries.open_draft(left.id).draft == left


def test_two_who_put_the_same_right_agree(desk, concern, later):
    left = drafted(concern, person=replace(concern.person, school="Mill Road", gp="Dr Amos"))
    later()
    record(desk, drafted(concern, person=replace(concern.person, school="Mill Road")))

    person = record(desk, left).person

    assert (person.school, person.gp) == ("Mill Road", "Dr Amos")


def test_the_reasons_for_no_answer_are_joined_one_by_one(desk, concern, later):
    def reason(**why):
        return drafted(concern, person=replace(concern.person, unanswered=why))

    left = reason(school=Unanswered.NOT_KNOWN)
    later()
    record(desk, reason(gp=Unanswered.NOT_ASKED))

    person = record(desk, left).person

    assert person.unanswered == {"school": Unanswered.NOT_KNOWN, "gp": Unanswered.NOT_ASKED}


def test_somebody_of_the_family_and_the_visit_are_joined_too(desk, concern, later):
    concern = record(desk, drafted(concern, relation=AUNT))
    later()
    first = drafted(concern, relation=replace(AUNT, phone="01632 960144"))
    visit = drafted(concern, presentation=replace(concern.presentation, left_with="Rina"))
    later()
    record(desk, drafted(concern, relation=replace(AUNT, **SECRET)))
    said_by = replace(concern.presentation, event_said_by="Karl")
    record(desk, drafted(concern, presentation=said_by))

    record(desk, first)
    after = record(desk, visit)

    assert after.relations[-1] == replace(AUNT, phone="01632 960144", **SECRET)
    assert after.presentation == replace(said_by, left_with="Rina")


def test_two_amendments_of_one_mark_stand_both(desk, concern, later):
    mark = concern.facts[0]
    record(desk, drafted(concern, fact=replace(mark, colour="yellow")))
    later()

    after = record(desk, drafted(concern, fact=replace(mark, length_mm=30))).facts[0]

    assert (after.colour, after.length_mm) == ("yellow", 30)


def test_a_mark_is_never_put_half_where_one_says_and_half_where_another(desk, concern, later):
    mark = concern.facts[0]
    record(desk, drafted(concern, fact=replace(mark, x=mark.x + 5)))
    later()

    with pytest.raises(UserError, match="amended since") as refused:
        record(desk, drafted(concern, fact=replace(mark, y=mark.y + 5)))

    assert refused.value.field == f"{mark.id}.y"


def test_a_refusal_holds_no_name_of_who_spoke(desk, concern, later):
    said = concern.facts[1]
    record(desk, drafted(concern, fact=replace(said, words="Daddy shouts.")))
    later()

    with pytest.raises(UserError, match="This entry was amended since") as refused:
        record(desk, drafted(concern, fact=replace(said, words="Daddy screams.")))

    assert not any(word in refused.value.text for word in ("Mia", "Daddy"))


def test_an_amendment_never_says_when_an_entry_was_written_down(desk, concern):
    said = concern.facts[1]
    forged = replace(said, recorded_at=at(1, 9), words="Daddy shouts.")

    after = record(desk, drafted(concern, fact=forged)).facts[1]

    assert (after.recorded_at, after.words) == (said.recorded_at, "Daddy shouts.")
    with pytest.raises(UserError, match="Nothing is different yet"):
        record(desk, drafted(concern, fact=replace(after, recorded_at=at(1, 9))))


def test_a_late_entry_says_nothing_of_amendments_it_never_had(desk, concern, clock):
    late = Saying(
        id=FactId("late"), speaker="Mia", words="On Tuesday.",
        recorded_at=at(1, 9), amended_at=at(2, 9),
    )  # fmt: skip

    after = record(desk, drafted(concern, fact=late, is_new=True)).facts[-1]

    assert (after.recorded_at, after.amended_at) == (clock.now(), None)


def test_an_entry_of_one_kind_never_becomes_one_of_another(desk, concern):
    saying = Saying(id=concern.facts[0].id, speaker="Mia", words="Ow.")

    with pytest.raises(UserError, match="Withdraw this one, and add another"):
        record(desk, drafted(concern, fact=saying))

    assert desk.concerns.get(concern.id).concern == concern


def test_a_draft_card_of_another_kind_is_written_down_anew(desk, clock):
    draft = typed(desk)
    draft.facts = [Saying(id=FactId("one"), speaker="Mia", words="Ow.")]
    desk.concerns.save_draft(draft, "said", Caret())
    clock.at = clock.now() + timedelta(hours=1)
    draft.facts = [Injury(id=FactId("one"), mark="bruise", noticed_by="A. Rahman")]

    desk.concerns.save_draft(draft, "said", Caret())

    assert desk.concerns.open_draft(draft.id).draft.facts[0].recorded_at == clock.now()
