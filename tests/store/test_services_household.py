"""Linked concerns: each child's entries beside the other's inside the practice, never outside."""

from datetime import date, timedelta

import msgspec
import pytest
from msgspec.structs import replace
from printed_words import printed_words
from sharing_support import FRIDAY, agency, at, decided, rang, ready, sent, signed, typed

from sgdesk.domain.concern import Presentation
from sgdesk.domain.entries import AmendmentDraft
from sgdesk.domain.facts.kinds import Attendance, Event, EventKind, Injury, Saying
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.paper import PaperKind
from sgdesk.domain.sharing.decision import AttemptState
from sgdesk.ids import FactId, new_id
from sgdesk.store.bodies import read_fact

SISTERS = "zstsister"
BROTHERS = "zgobrother"


def missed(text, count=3, **changes):
    return [
        Event(
            id=FactId(new_id()), happened_on=date(2026, 3, 4) + timedelta(days=20 * number),
            event=EventKind.TREATMENT, attendance=Attendance.NOT_BROUGHT, text=text, **changes,
        )
        for number in range(count)
    ]  # fmt: skip


@pytest.fixture
def mia(desk):
    return signed(desk, facts=missed("Mias filling"))


@pytest.fixture
def sira(desk):
    return signed(desk, person={"name": "Sira Thornton"}, facts=missed(SISTERS))


@pytest.fixture
def linked(desk, mia, sira):
    return desk.amendments.link(mia.id, sira.reference, "Her sister")


def papers(desk, concern):
    sharing = decided(desk, concern, agency(desk))
    kinds = (PaperKind.PACK, PaperKind.DISCLOSURE_RECORD)
    return [printed_words(desk.printing.make(kind, concern.id, sharing.id).pdf) for kind in kinds]


def test_a_linked_concern_stands_on_both_pages_until_the_link_is_ended(desk, mia, sira, linked):
    for one, other in ((mia, sira), (sira, mia)):
        (member,) = desk.concerns.get(one.id).household
        assert member.concern == desk.concerns.get(other.id).concern

    desk.amendments.unlink(linked.id)

    assert desk.concerns.get(mia.id).household == ()


def test_that_the_other_record_was_looked_at_is_in_the_log(desk, mia, sira, linked):
    desk.concerns.get(mia.id)

    with desk._context.unit() as unit:
        newest = unit.history.newest(limit=5)
    subjects = [one.subject for one in newest if one.action == "concern.compared"]
    assert subjects == [f"concern:{sira.id}"]


def test_the_pack_of_one_child_never_shows_the_other_childs_entries(desk, mia, linked):
    pack, record = papers(desk, mia)

    assert SISTERS not in pack
    assert "Household chronology" not in pack
    assert SISTERS in record
    assert "Household chronology" in record
    assert "Nothing of them was sent with this one." in record


def test_an_entry_about_a_brother_goes_only_if_it_is_chosen(desk):
    concern = signed(desk, facts=[*missed("Own"), *missed(BROTHERS, also_about="Sam Thornton")])
    brothers = [one.id for one in concern.facts if one.also_about]

    unasked = papers(desk, concern)[0]
    draft = ready(desk, concern, agency(desk))
    for fact_id in brothers:
        assert not draft.choices[fact_id].goes
        chosen = replace(draft.choices[fact_id], goes=True, reason="Both were not brought")
        draft.choices = {**draft.choices, fact_id: chosen}
    his = replace(draft.basis.subjects[0], subject="Sam Thornton", is_the_person=False)
    draft.basis = replace(draft.basis, subjects=(*draft.basis.subjects, his))
    sharing = desk.sharings.decide(draft)

    assert BROTHERS not in unasked
    assert "Sam Thornton" not in unasked
    assert BROTHERS in printed_words(desk.printing.make(PaperKind.PACK, concern.id, sharing.id).pdf)


def test_a_record_that_is_not_linked_has_no_household_chronology(desk, mia, sira):
    assert desk.concerns.get(mia.id).household == ()
    assert "Household chronology" not in papers(desk, mia)[1]


# ------------------------------------------------------------- delays and explained marks


def test_the_delay_up_to_the_referral_is_printed_once_it_is_known(desk, clock):
    came = Presentation(event_on=date(2026, 11, 18), presented_on=FRIDAY)
    concern = signed(desk, presentation=came)
    to = agency(desk)
    sharing = decided(desk, concern, to)
    before = printed_words(desk.printing.make(PaperKind.PACK, concern.id, sharing.id).pdf)
    clock.at = at(23, 10)
    rang(desk, concern, to, at(23, 9), at(23, 9, 10))

    made = [
        printed_words(desk.printing.make(kind, concern.id, sharing.id).pdf)
        for kind in (PaperKind.PACK, PaperKind.DISCLOSURE_RECORD)
    ]

    assert "2 days (24 to 72 hours) between the event as described" in before
    assert "between the visit and this record" in before
    assert "to this record." in before
    assert "and the referral (" not in before
    for text in made:
        assert "From the event to the referral" in text
        assert "between this record and the referral (Mon 23 Nov 2026, 09:00)." in text
        assert "from the event to the referral." in text


def test_a_sending_that_is_not_confirmed_is_no_referral(desk, clock):
    concern = signed(desk)
    clock.at = at(23, 13)
    sharing = decided(desk, concern, agency(desk))
    desk.sharings.record_attempt(
        sharing.id, sharing.route.kind, AttemptState.UNCONFIRMED, at(23, 10)
    )
    unsure = printed_words(desk.printing.make(PaperKind.PACK, concern.id, sharing.id).pdf)
    sent(desk, sharing, at(23, 12))

    sure = printed_words(desk.printing.make(PaperKind.PACK, concern.id, sharing.id).pdf)

    assert "this record and the referral" not in unsure
    assert "this record and the referral (Mon 23 Nov 2026, 12:00)" in sure


def explained(desk):
    """Return a draft whose saying explains the mark."""
    draft = typed(desk)
    mark, said, *rest = draft.facts
    said = replace(said, is_explanation=True, explains_marks=(mark.id,))
    draft.facts = [mark, said, *rest]
    return draft


def test_an_explanation_stays_tied_to_its_mark_when_saved_signed_and_printed(desk):
    draft = explained(desk)
    desk.concerns.save_draft(draft, "said", Caret())
    assert desk.concerns.open_draft(draft.id).draft.facts == draft.facts

    concern = desk.concerns.sign(draft)
    said = next(one for one in desk.concerns.get(concern.id).concern.facts if type(one) is Saying)
    pack = papers(desk, concern)[0]

    assert said.explains_marks == (draft.facts[0].id,)
    assert "How it is said to have happened (Mia): “Daddy gets cross when it hurts.”" in pack
    assert "Explains mark 1." in pack


def test_an_explanation_that_stays_back_is_not_told_beside_its_mark(desk):
    concern = desk.concerns.sign(explained(desk))
    draft = ready(desk, concern, agency(desk))
    said = next(one for one in concern.facts if isinstance(one, Saying))
    stays = replace(draft.choices[said.id], goes=False, reason="Not needed by them")
    draft.choices = {**draft.choices, said.id: stays}
    sharing = desk.sharings.decide(draft)

    pack = printed_words(desk.printing.make(PaperKind.PACK, concern.id, sharing.id).pdf)

    assert "Left cheek" in pack
    assert "said to have happened" not in pack
    assert said.words not in pack


def test_what_an_explanation_is_tied_to_can_be_amended_with_both_versions(desk):
    draft = explained(desk)
    concern = desk.concerns.sign(draft)
    said = next(one for one in concern.facts if isinstance(one, Saying))

    desk.amendments.record(
        AmendmentDraft(
            id=new_id(), concern_id=concern.id, fact=replace(said, explains_marks=()),
            because="It was about the arm.",
        )
    )  # fmt: skip

    (amended,) = desk.concerns.get(concern.id).amendments
    (change,) = amended.changes
    assert "Explains mark 1." in change.before
    assert "Explains mark" not in change.after


def test_a_saying_that_was_stored_before_there_were_ties_reads():
    older = b'{"kind":"saying","id":"s","speaker":"Mia","words":"It hurts."}'

    assert read_fact(older) == Saying(id=FactId("s"), speaker="Mia", words="It hurts.")
    tied = Saying(id=FactId("s"), explains_marks=(FactId("m"),))
    assert read_fact(msgspec.json.encode(tied)) == tied
    assert isinstance(read_fact(msgspec.json.encode(Injury(id=FactId("m")))), Injury)
