"""The branches of the first page, the smaller details in words, and the delay with its sum."""

from datetime import UTC, date, datetime, time

import msgspec
import pytest

from sgdesk.domain.answers import YesNo
from sgdesk.domain.concern import ConcernDraft, FgmScreen, Presentation, Urgency
from sgdesk.domain.facts.delay import (
    record_delay,
    referral_delay,
    visit_delay,
    whole_delay,
    written_after,
)
from sgdesk.domain.facts.kinds import (
    Context,
    ContextTopic,
    Injury,
    Need,
    NeedTopic,
    Opinion,
    Saying,
)
from sgdesk.domain.facts.options import BARRIERS, CONTEXT_HINTS, NEED_HINTS
from sgdesk.domain.facts.words import sentence
from sgdesk.domain.flows.branches import may_not_move
from sgdesk.domain.flows.record import RecordConcern
from sgdesk.domain.people import Person, PersonKind, Relation
from sgdesk.ids import ConcernId, FactId

TODAY = date(2026, 11, 22)
FRIDAY = date(2026, 11, 20)
BABY = Person(name="Ben Hall", born=date(2026, 8, 1))


def gaps(**parts):
    draft = ConcernDraft(id=ConcernId("c"), **parts)
    return {one.field: one.text for one in RecordConcern(TODAY).gaps(draft)}


def bruise(**changes):
    return Injury(id=FactId("i"), mark="bruise", place="left-cheek", **changes)


def test_a_mark_on_a_baby_asks_whether_the_baby_moves_about():
    asked = gaps(person=BABY, facts=[bruise()])
    answered = gaps(person=BABY, facts=[bruise()], urgency=Urgency(baby_with_mark=YesNo.NO))

    assert "moves about alone" in asked["urgency.baby_with_mark"]
    assert "urgency.baby_with_mark" not in answered
    assert "urgency.baby_with_mark" not in gaps(person=BABY, facts=[bruise(known_mark=True)])


@pytest.mark.parametrize(
    ("person", "young"),
    [
        (BABY, True),
        (Person(born_typed="about 5 months"), True),
        (Person(born_typed="about 3 years"), False),
        (Person(born=date(2025, 5, 1)), False),
        (Person(), False),
        (Person(kind=PersonKind.ADULT, born=date(2026, 8, 1)), False),
    ],
)
def test_who_may_not_move_about_alone_follows_from_the_birth(person, young):
    assert may_not_move(person, TODAY) is young


def test_a_baby_with_a_mark_wants_it_on_the_map():
    assert "add-mark" in gaps(person=BABY, urgency=Urgency(baby_with_mark=YesNo.YES))


def test_the_fgm_duty_wants_to_know_who_was_told_and_when():
    urgency = Urgency(fgm=FgmScreen.TOLD_BY_HER)
    told = Saying(id=FactId("s"), words="They cut me.", noticed_by="Lee Byrne", noticed_on=FRIDAY)
    half = msgspec.structs.replace(told, noticed_on=None)

    assert "who was told" in gaps(urgency=urgency)["add-saying"]
    assert "add-saying" in gaps(urgency=urgency, facts=[half])
    assert "add-saying" not in gaps(urgency=urgency, facts=[told])
    assert "add-saying" not in gaps(urgency=Urgency(fgm=FgmScreen.AT_RISK))


def test_signs_seen_want_to_know_who_saw_them():
    assert "add-observation" in gaps(urgency=Urgency(fgm=FgmScreen.SIGNS_SEEN))


def test_a_colleague_belongs_among_those_who_are_named():
    urgency = Urgency(about_colleague=YesNo.YES)
    colleague = Relation(id="x", name="Jo Okoro", professional=True, alleged_source=True)

    assert "add-professional" in gaps(urgency=urgency)
    assert "add-professional" not in gaps(urgency=urgency, relations=[colleague])


def test_another_language_asks_for_the_interpreter_and_tonight_is_asked_of_everybody():
    assert "person.interpreter" in gaps(person=Person(language="Sylheti"))
    assert "person.interpreter" not in gaps(person=Person(language="english"))
    assert "add-tonight" in gaps()
    assert "add-tonight" not in gaps(presentation=Presentation(left_with="Father"))


def test_no_gap_of_a_branch_stops_a_signature():
    draft = ConcernDraft(
        id=ConcernId("c"), person=BABY, facts=[bruise()],
        urgency=Urgency(immediate_danger=YesNo.NO, about_colleague=YesNo.YES, episode="nhs",
                        fgm=FgmScreen.TOLD_BY_HER, summary="A bruise"),
    )  # fmt: skip

    assert RecordConcern(TODAY).gaps(draft)
    assert RecordConcern(TODAY).problems(draft) == []


CAME = Presentation(
    event_on=date(2026, 11, 18), event_at=time(16, 0), presented_on=FRIDAY, presented_at=time(9, 40)
)
WRITTEN = datetime(2026, 11, 20, 11, 40, tzinfo=UTC)


def test_the_delay_is_told_in_hours_from_event_to_visit_record_and_referral_with_its_sum():
    referred = datetime(2026, 11, 20, 13, 10, tzinfo=UTC)

    assert visit_delay(CAME).startswith("41 hours between the event")
    assert record_delay(CAME, WRITTEN).startswith("2 hours between the visit")
    assert referral_delay(WRITTEN, referred).startswith("1 hour between this record")
    assert whole_delay(CAME, WRITTEN) == "Together: 43 hours from the event to this record."
    assert whole_delay(CAME, WRITTEN, referred) == (
        "Together: 45 hours from the event to the referral."
    )


def test_a_referral_by_telephone_before_the_record_is_told_as_such():
    rang = datetime(2026, 11, 20, 10, 5, tzinfo=UTC)

    assert referral_delay(WRITTEN, rang).startswith("Referred 1 hour before this record")
    assert whole_delay(CAME, WRITTEN, rang).endswith("to this record.")
    assert referral_delay(WRITTEN, None) == ""


def test_long_delays_are_told_in_hours_and_days():
    came = msgspec.structs.replace(CAME, event_on=date(2026, 11, 11))

    assert visit_delay(came).startswith("209 hours (8 days 17 h) between")


def test_a_fact_written_down_later_says_how_much_later():
    heard = Saying(id=FactId("s"), noticed_on=FRIDAY, noticed_at=time(9, 38), recorded_at=WRITTEN)

    assert written_after(heard) == "Written down 2 hours after."
    assert written_after(msgspec.structs.replace(heard, noticed_at=None)) == ""
    assert written_after(msgspec.structs.replace(heard, noticed_at=time(11, 38))) == ""


def test_everything_about_a_saying_is_in_its_sentence():
    fact = Saying(
        id=FactId("s"), words="Daddy gets cross.", question="How did you hurt your face?",
        is_explanation=True, explains="bruise, left cheek", place="Surgery 2",
        demeanour="Looked at the floor", then="The lead was told.", notes_kept=YesNo.YES,
        notes_held="in the safe",
    )  # fmt: skip

    assert sentence(fact) == (
        "Asked “How did you hurt your face?”: “Daddy gets cross.” Explains: bruise, left cheek."
        " Place: Surgery 2. Demeanour: Looked at the floor. Then: The lead was told."
        " Rough notes are kept: in the safe."
    )


def test_everything_about_safety_net_advice_is_in_its_sentence():
    fact = Need(
        id=FactId("n"), topic=NeedTopic.SAFETY_NET, text="Fever or swelling: come back",
        to_whom="Father", understood="“I ring you”", return_if="the face swells", ring="111",
        if_not_brought="we ring the school nurse", review_on=date(2026, 11, 24),
        review_by="A. Rahman",
    )  # fmt: skip

    assert sentence(fact) == (
        "Fever or swelling: come back. Told to Father. “I ring you” Come back if: the face swells."
        " Ring: 111. If not brought again: we ring the school nurse."
        " Review on 24 Nov 2026, A. Rahman."
    )


def test_ticked_barriers_are_enough_and_are_read_out():
    fact = Need(id=FactId("n"), topic=NeedTopic.BARRIER, barriers=BARRIERS[:2], to_whom="Rina")
    draft = ConcernDraft(id=ConcernId("c"), facts=[fact])

    assert RecordConcern(TODAY).problems(draft, "needs") == []
    assert sentence(fact) == "Cost of travel or parking; No car, or too far. For Rina."


def test_a_level_of_need_is_somebodys_opinion_with_its_document():
    fact = Opinion(id=FactId("o"), text="Needs a joint plan", because="Four visits were missed",
                   level="Level 3, targeted", document="Northtown thresholds, 2025")  # fmt: skip

    assert sentence(fact).startswith("Level 3, targeted (Northtown thresholds, 2025). Needs")


def test_support_has_its_result():
    fact = Context(id=FactId("x"), topic=ContextTopic.SUPPORT, text="Varnish", result="Came twice")

    assert sentence(fact) == "Varnish. Result: Came twice."


def test_every_need_and_most_context_says_what_to_write():
    assert set(NEED_HINTS) == set(NeedTopic)
    assert set(ContextTopic) - set(CONTEXT_HINTS) == {
        ContextTopic.ADMINISTRATIVE,
        ContextTopic.NOTE,
    }


def test_initials_are_refused_of_whoever_spoke():
    draft = ConcernDraft(
        id=ConcernId("c"), facts=[Saying(id=FactId("s"), speaker="K.T.", words="She fell.")]
    )

    found = [one.field for one in RecordConcern(TODAY).problems(draft, "said")]

    assert found == ["s.speaker"]
