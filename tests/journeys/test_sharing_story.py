"""One concern, from the first word to an acknowledged referral, through the services."""

from datetime import UTC, date, datetime, time

import msgspec
import pytest
from journey_records import SAID, complete_decision, new_draft
from printed_words import printed_words
from unfolded import everything_in

from sgdesk.domain.agency import Agency, RouteKind
from sgdesk.domain.call import Call, CallKind
from sgdesk.domain.facts.kinds import Context, ContextTopic, Injury, Saying
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.paper import PaperKind
from sgdesk.domain.sharing.decision import (
    AttemptState,
    Failure,
    Purpose,
    Route,
)
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import AgencyId, CallId, FactId

HELD_BACK = "Mum obviously doesn't care"


@pytest.fixture
def duty_team(desk):
    return desk.agencies.save(
        Agency(
            id=AgencyId(""),
            name="Northtown Duty Team",
            area="Northtown",
            phone="01632 960140",
            hours="Mon-Fri 08:30-17:00",
            phone_out_of_hours="01632 960199",
            written_hours=48,
            preferred=RouteKind.PORTAL,
            checked_on=date(2026, 11, 2),
        )
    )


@pytest.fixture
def concern(desk):
    draft = new_draft(desk)
    draft.person = msgspec.structs.replace(draft.person, nhs_number="9991234012")
    draft.facts = [
        Injury(
            id=FactId("cheek"), view="child-front", x=225, y=120, place="left-cheek",
            place_words="left cheek", mark="bruise", length_mm=22, width_mm=14, colour="purple",
            noticed_by="A. Rahman", noticed_on=date(2026, 11, 20), noticed_at=time(9, 40),
        ),
        Saying(id=FactId("said"), speaker="Mia", words=SAID, noticed_by="L. Byrne"),
        Context(id=FactId("note"), topic=ContextTopic.NOTE, text=HELD_BACK),
    ]  # fmt: skip
    desk.concerns.save_draft(draft, "check", Caret())
    return desk.concerns.sign(draft)


@pytest.fixture
def draft(desk, concern, duty_team):
    draft = complete_decision(desk, concern, duty_team)
    draft.route = Route(kind=RouteKind.POST)
    desk.sharings.save_draft(draft, "preview", Caret())
    return draft


def test_the_pack_holds_what_goes_and_nothing_that_stays(desk, draft):
    sharing = desk.sharings.decide(draft)

    made = desk.printing.make(PaperKind.PACK, sharing.concern_id, sharing.id)

    text = printed_words(made.pdf)
    assert SAID in text
    assert "22 × 14 mm" in text
    assert "obviously" not in text
    assert b"obviously" not in everything_in(made.pdf)
    assert made.paper.copy == 1


def test_the_internal_record_says_what_stays_and_why(desk, draft):
    sharing = desk.sharings.decide(draft)

    made = desk.printing.make(PaperKind.DISCLOSURE_RECORD, sharing.concern_id, sharing.id)

    text = printed_words(made.pdf)
    assert "obviously" in text
    assert "Speculation" in text


@pytest.mark.parametrize("kind", [PaperKind.CLINICAL_SLIP, PaperKind.LOG_PAGE])
def test_slip_and_log_page_name_the_log_reference(desk, draft, kind):
    sharing = desk.sharings.decide(draft)

    made = desk.printing.make(kind, sharing.concern_id, sharing.id)

    assert "SG-2026-0001" in printed_words(made.pdf)


def test_a_decision_with_a_gap_is_refused(desk, draft):
    draft.purpose = Purpose(so_that="safeguarding")

    with pytest.raises(UserError) as refused:
        desk.sharings.decide(draft)

    assert refused.value.field == "purpose.so_that"


def test_no_pack_before_a_decision(desk, concern):
    with pytest.raises(SituationError, match="Decide what to share first"):
        desk.printing.make(PaperKind.PACK, concern.id)


def test_a_call_makes_the_written_follow_up_due_by_the_stricter_rule(desk, concern, duty_team):
    desk.calls.record(
        Call(
            id=CallId(""),
            concern_id=concern.id,
            agency_id=duty_team.id,
            kind=CallKind.REFERRAL,
            agency_name=duty_team.name,
            spoke_to="J. Okoro",
            written_hours_said=72,
            started_at=datetime(2026, 11, 20, 10, 5, tzinfo=UTC),
            ended_at=datetime(2026, 11, 20, 10, 19, tzinfo=UTC),
        )
    )

    due = desk.dues.open(concern.id)[0].due
    assert due.rule == "DL-REF-WRITTEN-CHILD-E"
    assert due.due_at == datetime(2026, 11, 22, 10, 19, tzinfo=UTC)


def test_an_unconfirmed_try_is_never_shown_as_sent(desk, draft, clock):
    sharing = desk.sharings.decide(draft)

    desk.sharings.record_attempt(
        sharing.id, RouteKind.PORTAL, AttemptState.UNCONFIRMED, clock.now()
    )

    view = desk.concerns.get(sharing.concern_id)
    assert view.sharings[0].sharing.sent_at is None
    assert view.stage.text == "Decided, not sent yet"


def test_a_confirmed_try_awaits_acknowledgement_by_the_rule(desk, draft, clock):
    sharing = desk.sharings.decide(draft)

    desk.sharings.record_attempt(
        sharing.id, RouteKind.PORTAL, AttemptState.CONFIRMED, clock.now(), proof="NM-448210"
    )

    view = desk.concerns.get(sharing.concern_id)
    assert view.stage.text == "Awaiting acknowledgement"
    assert "DL-ACK-E" in [due.rule for due in view.dues]


def test_a_failed_try_needs_its_reason(desk, draft, clock):
    sharing = desk.sharings.decide(draft)

    with pytest.raises(UserError, match="why it failed"):
        desk.sharings.record_attempt(sharing.id, RouteKind.PORTAL, AttemptState.FAILED, clock.now())
    desk.sharings.record_attempt(
        sharing.id, RouteKind.PORTAL, AttemptState.FAILED, clock.now(),
        failure=Failure.TIMEOUT, message="Gateway timeout after sign-in",
    )  # fmt: skip

    assert len(desk.sharings.attempts(sharing.id)) == 1
