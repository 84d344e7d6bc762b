"""What one record protects goes out of no other record of the same person and household."""

from datetime import date, time, timedelta

import pytest
from msgspec.structs import replace
from printed_words import printed_words
from sharing_support import agency, decided, ready, signed, typed

from sgdesk.domain.answers import YesNo
from sgdesk.domain.call import CallKind
from sgdesk.domain.call_script import Teller, Told, script
from sgdesk.domain.concern import Beside, FgmScreen
from sgdesk.domain.entries import AmendmentDraft
from sgdesk.domain.facts.kinds import Context, ContextTopic, Saying
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.known_people import household_of, moved_in, taken_over
from sgdesk.domain.letters import LetterKind
from sgdesk.domain.outcome import TeamNote
from sgdesk.domain.paper import PaperKind
from sgdesk.domain.people import Relation
from sgdesk.domain.sharing.portal_blocks import portal_blocks
from sgdesk.errors import UserError
from sgdesk.ids import ConcernId, FactId

HOME = {"address": "31 Sorrel Close", "postcode": "ZZ99 2QA"}
NOTE = Context(
    id=FactId("home"), topic=ContextTopic.HOUSEHOLD, text="They moved to 31 Sorrel Close. Nan came."
)
TOLD = Saying(
    id=FactId("told"), speaker="Mia", words="They cut me.", noticed_by="Lee Byrne",
    noticed_on=date(2026, 11, 20), noticed_at=time(16, 20),
)  # fmt: skip
NOBODY = ConcernId("")
THEIRS = "says that this person’s address is protected"
ANOTHER = "says that an address in the household is protected"


def again(desk, **changes):
    """Return another draft about the one person who is known."""
    draft = typed(desk, person={"name": "Mia Thornton", "born": None}, **changes)
    [known] = desk.people.like(draft.person, draft.id)
    draft.person = taken_over(draft.person, known.person)
    return draft


def amend(desk, clock, concern, part):
    clock.at += timedelta(hours=1)
    desk.amendments.record(
        AmendmentDraft(id="one", concern_id=concern.id, because="Told by the police", **part)
    )


def protect(desk, clock, concern):
    amend(desk, clock, concern, {"person": replace(concern.person, address_protected=True)})


def gone_out(desk, concern, to):
    """Return all that could go out of a concern now, as words."""
    whole = desk.sharings.complete(desk.concerns.get(concern.id).concern)
    draft = ready(desk, whole, to)
    case = desk.calls.case(concern.id)
    teller = Teller(user=case.user, practice=case.practice, kind=CallKind.REFERRAL)
    lines = script(teller, Told(concern=case.concern, facts=case.concern.facts), date(2026, 11, 22))
    blocks = portal_blocks(draft, whole, desk.sharings.flow(whole).guidance)
    return "\n".join(
        [
            printed_words(desk.printing.preview(draft, PaperKind.PACK)),
            *(one.text for one in lines),
            *(text for _title, text in blocks),
        ]
    )


@pytest.fixture
def two(desk):
    """Return two signed records of one person, with the same address in both."""
    first = signed(desk, person=HOME)
    draft = again(desk, urgency={"fgm": FgmScreen.TOLD_BY_HER})
    draft.facts = [*draft.facts, NOTE, TOLD]
    desk.concerns.save_draft(draft, "check", Caret())
    return first, desk.concerns.sign(draft)


def test_what_one_record_protects_goes_out_of_no_other(desk, clock, two):
    first, second = two
    team = agency(desk, kind="children-social-care")
    assert "31 Sorrel Close" in gone_out(desk, second, team)
    shared = decided(desk, second, team)
    protect(desk, clock, first)

    words = gone_out(desk, second, team)
    copy = printed_words(desk.printing.make(PaperKind.PACK, second.id, shared.id).pdf)
    slip = printed_words(desk.police.ready_list(second.id).pdf)

    for told in (words, copy, slip):
        assert "Sorrel Close" not in told
        assert "ZZ99 2QA" not in told
        assert "rotected" in told


def test_it_stops_a_decision_a_letter_and_a_note_as_in_its_own_record(desk, clock, two):
    first, second = two
    team = agency(desk, kind="children-social-care")
    shared = decided(desk, second, team)
    letter = desk.letters.draft(second.id, shared.id, LetterKind.CHASE)
    letter.happened = "Please write to 31 Sorrel Close."
    note = TeamNote(
        id="", concern_id=second.id, tier=1, people="Reception", at=clock.now(),
        text="They live at 31 Sorrel Close.",
    )  # fmt: skip
    protect(desk, clock, first)
    draft = ready(desk, desk.sharings.complete(second), team)

    with pytest.raises(UserError) as wrong:
        desk.sharings.decide(draft)
    assert wrong.value.field == "conditions.not_to_disclose"
    draft.conditions = replace(draft.conditions, not_to_disclose="To anybody")
    draft.purpose = replace(draft.purpose, ask="Visit 31 Sorrel Close.")
    with pytest.raises(UserError, match="The address is protected"):
        desk.sharings.decide(draft)
    with pytest.raises(UserError, match="The address is protected"):
        desk.letters.make(letter)
    with pytest.raises(UserError, match="The address is protected"):
        desk.outcomes.add_note(note)


def test_the_lead_is_told_in_the_other_record_and_it_stays_as_it_was_signed(desk, clock, two):
    first, second = two
    assert desk.concerns.get(second.id).protected == ()
    protect(desk, clock, first)

    view = desk.concerns.get(second.id)

    assert view.protected == (f"{first.reference} {THEIRS}, so it is here too.",)
    assert desk.concerns.get(first.id).protected == ()
    amend(desk, clock, second, {"person": replace(view.concern.person, school="Hill School")})
    [amended] = desk.concerns.get(second.id).amendments
    assert [change.label for change in amended.changes] == ["School or nursery"]


def test_what_a_draft_protects_is_protected_in_the_signed_record(desk, two):
    first, second = two
    draft = again(desk)
    desk.concerns.save_draft(draft, "person", Caret())
    draft.person = replace(draft.person, address_protected=True)
    desk.concerns.save_draft(draft, "person", Caret())

    assert "Sorrel Close" not in gone_out(desk, second, agency(desk))
    assert desk.concerns.get(first.id).protected


def test_a_draft_is_told_what_a_signed_record_protects(desk, clock):
    first = signed(desk, person=HOME)
    draft = again(desk)
    desk.concerns.save_draft(draft, "person", Caret())
    assert desk.people.protected(draft) == ()
    protect(desk, clock, first)

    [told] = desk.people.protected(draft)
    case = desk.calls.case(draft.id)

    assert THEIRS in told
    assert case.concern.person.address_protected
    assert desk.people.protected(typed(desk)) == ()


def test_the_address_of_a_relative_is_protected_by_its_words_and_by_the_name(desk, clock):
    mother = Relation(id="m", name="Dana Thornton", address="Flat 2, 9 Mill Lane, Northtown")
    aunt = Relation(id="a", name="Ann Wills", address="9 Mill Lane")
    elsewhere = replace(mother, id="m2", address="Quay House")
    friend = Relation(id="f", name="Jo Okoro", address="4 Park Road")
    first = signed(desk, relations=[mother])
    second = again(desk, relations=[aunt, elsewhere, friend])
    desk.concerns.save_draft(second, "check", Caret())
    second = desk.concerns.sign(second)
    amend(desk, clock, first, {"relation": replace(mother, address_protected=True)})

    kept = desk.calls.case(second.id).concern

    assert {one.name for one in kept.relations if one.address_protected} == {
        "Ann Wills", "Dana Thornton",
    }  # fmt: skip
    assert not kept.person.address_protected
    [told] = desk.concerns.get(second.id).protected
    assert ANOTHER in told


def test_a_linked_record_of_a_sister_protects_the_address_they_share(desk, clock):
    sister = Relation(id="s", name="Sira Thornton", is_child=True, in_household=YesNo.YES)
    first = signed(desk, relations=[sister], person=HOME)
    draft = desk.concerns.begin(Beside(first.id, "Sira Thornton"))
    other = signed(desk, person={"name": "Sira Thornton", **HOME}, beside=draft.beside)
    far = signed(desk, person={"name": "Sira Thornton", **HOME})
    protect(desk, clock, first)

    assert desk.calls.case(other.id).concern.person.address_protected
    assert ANOTHER in desk.concerns.get(other.id).protected[0]
    assert desk.concerns.get(far.id).protected == ()
    desk.amendments.unlink(desk.concerns.get(other.id).linked[0].link.id)
    assert desk.concerns.get(other.id).protected == ()


def test_who_is_taken_over_from_a_record_is_protected_as_another_says(desk, clock, two):
    first, second = two
    protect(desk, clock, first)

    [known] = desk.people.like(typed(desk).person, NOBODY)
    found = {one.reference: one for one in desk.people.households("Thornton", NOBODY)}
    person, _around = moved_in(typed(desk, person={"name": "Leo"}), found[second.reference])

    assert known.person.address_protected
    assert (person.address, person.address_protected) == ("31 Sorrel Close", True)
    assert not household_of(second).person.address_protected


@pytest.mark.parametrize("words", ["", "31 Sorrel Close"])
def test_one_protected_address_does_not_stand_for_that_of_another(desk, words):
    first = signed(desk, person={"address": words, "address_protected": True})
    mother = Relation(
        id="m", name="Salma Begum", relationship="mother", address=words, address_protected=True
    )
    draft = again(desk, relations=[mother])
    draft.person = replace(draft.person, **HOME, address_protected=False)
    second = desk.concerns.sign(draft)

    view = desk.concerns.get(second.id)

    assert second.person.id == first.person.id
    assert any(THEIRS in told for told in view.protected)
    assert desk.sharings.complete(view.concern).person.address_protected


def test_what_a_sister_s_draft_protects_is_protected_in_the_record_it_was_begun_beside(desk):
    record = signed(desk, person=HOME)
    sister = desk.concerns.begin(Beside(concern_id=record.id))
    sister.person = replace(sister.person, name="Lena Thornton", **HOME, address_protected=True)
    desk.concerns.save_draft(sister, "person", Caret())

    assert any(ANOTHER in told for told in desk.concerns.get(record.id).protected)
    assert desk.sharings.complete(desk.concerns.get(record.id).concern).person.address_protected


def test_a_tick_in_a_draft_protects_what_the_team_is_told_of_it_at_once(desk, clock):
    draft = typed(desk, person=HOME)
    desk.concerns.save_draft(draft, "person", Caret())
    draft.person = replace(draft.person, address_protected=True)
    desk.concerns.save_draft(draft, "person", Caret())
    note = TeamNote(
        id="n", concern_id=draft.id, tier=1, people="All", text="They live at 31 Sorrel Close.",
        at=clock.at,
    )  # fmt: skip

    with pytest.raises(UserError):
        desk.outcomes.add_note(note)
