"""The call record: everything about one call on paper, and what a pack says of a portal."""

import msgspec
from documents_samples import IMPRINT, MAPS, MIA, PACK, PRACTICE, at

from sgdesk.documents.render import paper, words
from sgdesk.domain.agency import RouteKind
from sgdesk.domain.answers import YesNo
from sgdesk.domain.call import (
    Call,
    CallDecision,
    CallKind,
    CallResult,
    CallTry,
    PortalFailure,
)
from sgdesk.domain.call_papers import CallRecord
from sgdesk.domain.sharing.decision import Attempt, AttemptState, Failure
from sgdesk.ids import CallId, SharingId

DOWN = PortalFailure(
    at=at(10, 2), failure=Failure.TIMEOUT, message="Gateway timeout", account="a.rahman"
)
CALL = Call(
    id=CallId("c1"),
    agency_name="Northtown Duty Team",
    kind=CallKind.REFERRAL,
    number="01632 960140",
    started_at=at(10, 5),
    ended_at=at(10, 19),
    spoke_to="J. Okoro",
    role="duty social worker",
    told="What was seen.",
    advice="Do not speak to father before they ring back.",
    family_to_be_told="No",
    decision=CallDecision.ACCEPTED,
    written_hours_said=24,
    called_by="Asha Rahman",
    failed=DOWN,
    tries=(
        CallTry(at=at(9, 50), result=CallResult.QUEUE, minutes=12),
        CallTry(at=at(9, 40), result=CallResult.NO_ANSWER),
    ),
    queue_minutes=3,
    call_back_at=at(15, 0),
)
RECORD = CallRecord(
    imprint=IMPRINT,
    practice=PRACTICE,
    reference="SG-2026-0031",
    person=MIA,
    call=CALL,
    due=(("Send the written follow-up", "Sat 21 Nov 2026, 10:19. They said: 24 hours."),),
)


def read(record):
    return " | ".join(words(record, MAPS))


def test_the_record_holds_failure_tries_talk_and_dues():
    said = read(RECORD)

    for part in (
        "It hung or timed out", "“Gateway timeout”", "a.rahman", "12 minutes", "No answer",
        "after 3 minutes in a queue", "J. Okoro, duty social worker", "Taken as a referral",
        "Within 24 hours", "Fri 20 Nov 2026, 15:00", "They said: 24 hours.", "Mia",
    ):  # fmt: skip
        assert part in said, part
    assert paper(RECORD, MAPS).startswith(b"%PDF")


def test_a_call_that_was_not_read_back_has_a_line_to_sign():
    assert "Read back and confirmed by" in read(RECORD)
    back = msgspec.structs.replace(RECORD, call=msgspec.structs.replace(CALL, read_back=YesNo.YES))
    assert "Read back and confirmed by" not in read(back)


def test_the_record_of_advice_without_names_names_nobody():
    advice = msgspec.structs.replace(
        CALL, kind=CallKind.CONSULTATION, names_given=YesNo.NO, followed=YesNo.NO,
        not_followed_because="She was already safe",
    )  # fmt: skip
    said = read(msgspec.structs.replace(RECORD, call=advice))

    assert MIA.name not in said
    assert "She was already safe" in said


def test_a_call_without_a_record_says_what_was_typed():
    loose = msgspec.structs.replace(CALL, about="A girl of 6", happened="A bruise")
    said = read(msgspec.structs.replace(RECORD, call=loose, person=None, reference=""))

    assert "A girl of 6" in said
    assert "A bruise" in said


def test_a_pack_says_since_when_the_portal_was_down_by_the_call_alone():
    call = msgspec.structs.replace(CALL, failed=msgspec.structs.replace(DOWN, at=at(9, 30)))
    pack = msgspec.structs.replace(PACK, calls=(call,), failed_attempts=())
    said = read(pack)

    assert "The portal was unavailable from Fri 20 Nov 2026, 09:30." in said
    assert "Confirms a telephone referral to J. Okoro" in said


def test_what_leaves_the_practice_names_no_account():
    pack = msgspec.structs.replace(PACK, calls=(CALL,), failed_attempts=())

    assert "a.rahman" not in read(pack)


def test_several_calls_stand_apart_and_a_failed_try_says_why():
    later = msgspec.structs.replace(CALL, id=CallId("c2"), started_at=at(14, 0), ended_at=None)
    tried = Attempt(
        id="a", sharing_id=SharingId("s"), route=RouteKind.PORTAL, state=AttemptState.FAILED,
        at=at(10, 2), failure=Failure.LOGIN, message="Wrong code", account="a.rahman",
    )  # fmt: skip

    said = read(msgspec.structs.replace(PACK, calls=(CALL, later), failed_attempts=(tried,)))

    assert "Call 1 of 2: Fri 20 Nov 2026, 10:05 to 10:19" in said
    assert "Call 2 of 2: Fri 20 Nov 2026, 14:00" in said
    assert "Failed · The sign-in failed · “Wrong code”" in said
    assert "a.rahman" not in said
    assert "Call 1 of 1" not in read(msgspec.structs.replace(PACK, calls=(CALL,)))
