"""Calls of every kind: before there is a concern, from a portal that failed, with what is due."""

from datetime import date

import pytest
from msgspec.structs import replace
from sharing_support import (
    HELD_BACK,
    SAID,
    agency,
    at,
    decided,
    open_dues,
    ready,
    rules,
    sent,
    signed,
    typed,
)

from sgdesk.domain.agency import RouteKind
from sgdesk.domain.answers import Nation, YesNo
from sgdesk.domain.call import Call, CallKind, PortalFailure
from sgdesk.domain.call_script import Teller, Told, script
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.paper import PaperKind
from sgdesk.domain.sharing.decision import AttemptState, Failure
from sgdesk.errors import SituationError
from sgdesk.ids import CallId

TODAY = date(2026, 11, 22)
WRITTEN = "DL-REF-WRITTEN-CHILD-E"


def loose(desk, **changes):
    values = {
        "id": CallId(""), "agency_name": "Northtown Duty Team", "kind": CallKind.REFERRAL,
        "started_at": at(22, 10), "ended_at": at(22, 10, 14), "spoke_to": "J. Okoro",
        "about": "Mia, 6", "happened": "A bruise on her cheek.",
    }  # fmt: skip
    return desk.calls.record(Call(**(values | changes)))


def failed(desk, sharing, moment, **changes):
    values = {"failure": Failure.TIMEOUT, "message": "Gateway timeout after sign-in"}
    return desk.sharings.record_attempt(
        sharing.id, RouteKind.PORTAL, AttemptState.FAILED, moment, **(values | changes)
    )


def said_of(case, kind=CallKind.REFERRAL, *, nameless=False):
    teller = Teller(user=case.user, practice=case.practice, kind=kind, portal_down=True)
    known = case.telling(case.agency_id or "", case.agency_name)
    told = Told(
        concern=case.concern, facts=known.facts, consent=known.consent, silent=known.silent,
        nameless=nameless,
    )  # fmt: skip
    return "\n".join(f"{one.label}: {one.text}" for one in script(teller, told, TODAY))


def test_a_call_before_there_is_a_concern_waits_until_it_is_attached(desk):
    call = loose(desk)
    concern = signed(desk)

    assert [one.id for one in desk.calls.without_concern()] == [call.id]
    attached = desk.calls.attach(call.id, concern.id)

    assert desk.calls.without_concern() == ()
    assert [one.id for one in desk.calls.of(concern.id)] == [call.id]
    assert attached.attached_by == desk.user.name
    assert WRITTEN in rules(desk, concern)


def test_a_call_is_attached_once_only(desk):
    call, concern, other = loose(desk), signed(desk), signed(desk)
    desk.calls.attach(call.id, concern.id)

    with pytest.raises(SituationError, match="belongs to a concern already"):
        desk.calls.attach(call.id, other.id)


def test_a_call_can_be_attached_to_a_record_that_is_still_being_written(desk):
    draft = typed(desk)
    desk.concerns.save_draft(draft, "person", Caret())

    desk.calls.attach(loose(desk).id, draft.id)

    assert len(desk.calls.of(draft.id)) == 1


def test_the_script_holds_the_chosen_facts_and_nothing_that_stays(desk):
    concern, team = signed(desk), agency(desk)
    sharing = decided(desk, concern, team)

    case = desk.calls.case(concern.id)
    said = said_of(case)

    assert case.telling(team.id).chosen_for == team.name
    assert case.agency_id == team.id
    assert SAID in said
    assert "22 × 14 mm" in said
    assert HELD_BACK not in said
    assert sharing.recipient.agency_id == team.id


def test_whoever_nothing_goes_about_is_in_no_script(desk):
    concern, team = signed(desk), agency(desk)
    assert "Karl Thornton" in said_of(desk.calls.case(concern.id))
    draft = ready(desk, concern, team)
    silent = tuple(
        one if one.is_the_person else replace(one, nothing_goes=True)
        for one in draft.basis.subjects
    )
    draft.basis = replace(draft.basis, subjects=silent)
    desk.sharings.decide(draft)

    case = desk.calls.case(concern.id)

    assert "Karl Thornton" not in said_of(case)
    assert "Karl" not in said_of(case, CallKind.CONSULTATION, nameless=True)


def test_a_call_to_a_team_that_takes_no_referrals_ends_no_deadline_of_the_concern(desk):
    concern, surgery = signed(desk), agency(desk, "Weir Surgery", kind="gp")
    before = rules(desk, concern)

    loose(desk, concern_id=concern.id, agency_id=surgery.id, agency_name=surgery.name)

    assert set(before) <= set(rules(desk, concern))


def test_an_old_call_that_is_put_to_its_concern_ends_nothing_that_was_decided_since(desk):
    call, concern, team = loose(desk), signed(desk), agency(desk)
    sent(desk, decided(desk, concern, team), at(22, 11))
    decided(desk, concern, team)
    before = rules(desk, concern)

    desk.calls.attach(call.id, concern.id)

    assert any(one.startswith("DL-REF-ROUTINE") for one in before)
    assert set(before) <= set(rules(desk, concern))


def test_a_script_is_made_from_a_record_that_is_still_a_draft(desk):
    draft = typed(desk)
    desk.concerns.save_draft(draft, "person", Caret())

    case = desk.calls.case(draft.id)

    assert "Mia Thornton" in said_of(case)
    assert HELD_BACK not in said_of(case)
    assert case.telling().chosen_for == ""


def test_a_script_is_made_from_nothing_but_what_is_typed(desk):
    case = desk.calls.case(None)
    teller = Teller(user=case.user, practice=case.practice, kind=CallKind.REFERRAL)
    lines = script(teller, Told(about="A girl of 6", happened="A bruise"), TODAY)

    assert [one.id for one in lines] == ["opening", "about", "happened", "ask", "read-back"]


def test_a_protected_address_is_in_no_script(desk):
    home = {"address": "12 Weir Street", "postcode": "ZZ99 2QA", "address_protected": True,
            "whereabouts": "At home, 12 Weir St"}  # fmt: skip
    concern = signed(desk, person=home)

    said = said_of(desk.calls.case(concern.id))

    assert "Weir St" not in said
    assert "ZZ99" not in said
    assert "protected" in said


def test_advice_without_names_names_nobody(desk):
    concern = signed(
        desk,
        person={"known_as": "Mimi", "nhs_number": "9991234012", "address": "12 Weir Street",
                "postcode": "ZZ99 2QA", "sex": "Female", "school": "Weir Street Primary"},
        urgency={"summary": "Mia was seen on 14 Feb 2020 with Karl; NHS 999 123 4012"},
    )  # fmt: skip

    said = said_of(desk.calls.case(concern.id), CallKind.CONSULTATION, nameless=True)

    assert "a girl of 6" in said
    assert "her father" in said
    for hidden in ("Mia", "Mimi", "Thornton", "Karl", "999", "Weir Street", "ZZ99", "14 Feb"):
        assert hidden not in said.replace(desk.practice.address, ""), hidden


def test_the_portal_s_failure_is_known_when_the_call_begins(desk):
    concern, team = signed(desk), agency(desk)
    sharing = decided(desk, concern, team)
    failed(desk, sharing, at(22, 10, 2))
    failed(desk, sharing, at(22, 10, 4), message="Still down", account="a.rahman")

    found = desk.calls.case(concern.id).telling(team.id).failed

    assert (found.at, found.failure) == (at(22, 10, 2), Failure.TIMEOUT)
    assert (found.message, found.account) == ("Still down", "a.rahman")


def test_a_portal_that_answered_since_has_not_failed(desk):
    concern, team = signed(desk), agency(desk)
    sharing = decided(desk, concern, team)
    failed(desk, sharing, at(22, 10, 2))
    sent(desk, sharing, at(22, 11))

    assert desk.calls.case(concern.id).telling(team.id).failed is None


def test_a_later_portal_entry_is_linked_to_the_call_and_to_what_was_sent(desk):
    concern, team = signed(desk), agency(desk)
    sharing = decided(desk, concern, team)
    failed(desk, sharing, at(22, 10, 2))
    loose(desk, concern_id=concern.id, agency_id=team.id, agency_name=team.name)
    sent(desk, sharing, at(22, 11), RouteKind.SECURE_EMAIL)

    later = sent(desk, sharing, at(22, 12))

    assert "Telephoned to J. Okoro, Sun 22 Nov 2026, 10:00 to 10:14." in later.follows
    assert "Sent: Secure email, Sun 22 Nov 2026, 11:00" in later.follows
    assert desk.sharings.attempts(sharing.id)[-1] == later


def test_the_agency_s_rule_and_what_they_said_are_both_kept_with_the_stricter_due(desk):
    concern, team = signed(desk), agency(desk, written_hours=48)
    loose(desk, concern_id=concern.id, agency_id=team.id, written_hours_said=24)

    due = open_dues(desk, concern)[WRITTEN]

    assert due.due_at == at(23, 10, 14)
    assert "24 hours" in due.source
    assert "Tue 24 Nov 2026, 10:14" in due.source


def test_the_record_of_a_call_is_a_numbered_paper_with_its_failure(desk):
    down = PortalFailure(at=at(22, 9, 50), failure=Failure.LOGIN, message="Wrong code")
    concern = signed(desk)
    call = loose(desk, concern_id=concern.id, failed=down)

    made = desk.calls.paper(call.id)

    assert made.paper.kind is PaperKind.CALL_RECORD
    assert made.pdf.startswith(b"%PDF")
    assert made.paper.concern_id == concern.id


def test_a_loose_call_has_a_paper_too(desk):
    assert desk.calls.paper(loose(desk).id).pdf.startswith(b"%PDF")


def test_what_became_of_advice_is_kept_with_the_call(desk):
    concern = signed(desk)
    loose(
        desk, concern_id=concern.id, kind=CallKind.CONSULTATION, names_given=YesNo.NO,
        followed=YesNo.NO, not_followed_because="The child was already safe",
    )  # fmt: skip

    (call,) = desk.calls.of(concern.id)

    assert call.followed is YesNo.NO
    assert call.not_followed_because == "The child was already safe"


@pytest.mark.parametrize(
    ("team", "why"),
    [
        ({}, ""),
        ({"kind": "adult-social-care"}, "They have no part in this person’s care or protection."),
        ({"nation": Nation.SCOTLAND}, "They work in Scotland."),
        ({"area": "Westtown"}, "They work in Westtown, and the home is in Northtown."),
        ({"kind": "gp", "area": "Westtown"}, ""),
    ],
)
def test_a_team_that_does_not_fit_the_concern_is_known_with_its_reason(desk, team, why):
    home = {"address": "12 Weir Street", "postcode": "ZZ99 2QA"}
    concern, first = signed(desk, person=home), agency(desk)
    draft = ready(desk, concern, first)
    draft.recipient = replace(
        draft.recipient, area="Northtown", home_area="Northtown", home_postcode="ZZ992QA"
    )
    desk.sharings.decide(draft)
    rung = agency(desk, "The other team", **team)

    assert desk.calls.case(concern.id).unfit.get(rung.id, "") == why
