"""What was done about a concern, as its page tells it: calls, tries, a review that was missed."""

from datetime import UTC, date, datetime

from gui_support import press
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from window_support import says, settle, texts

from sgdesk.domain.agency import RouteKind
from sgdesk.domain.answers import YesNo
from sgdesk.domain.call import Call, CallKind, PortalFailure
from sgdesk.domain.masking import as_written
from sgdesk.domain.sharing.decision import Attempt, AttemptState, Decision, Failure, NotSharing
from sgdesk.ids import CallId, SharingId
from sgdesk.services.views import SharingHistory
from ui.concerns.done_cards import calls_card, sharings_card
from ui.concerns.done_pieces import done_pieces
from ui.main_window.places import Place

S1, S2 = "SG-2026-0031", "SG-2026-0029"
AT = datetime(2026, 11, 20, 11, 2, tzinfo=UTC)


def pieces(view, today):
    cards = []
    for piece in done_pieces(view, as_written, cards.append, today, lambda _call: None):
        piece()
    return cards


def read(qtbot, cards):
    for card in cards:
        qtbot.addWidget(card)
    return " ".join(text for card in cards for text in texts(card))


def not_yet(demo_desk):
    """The demonstration's case, as if it had been decided to wait until 27 November."""
    view = demo_desk.concerns.get(demo_desk.exchange.concern_of(S1))
    until = NotSharing(reasons="Wait.", review_on=date(2026, 11, 27))
    sharing = replace(view.sharings[0].sharing, decision=Decision.NOT_YET, not_sharing=until)
    return replace(view, sharings=(SharingHistory(sharing, ()),)), sharing


def test_a_decision_not_yet_says_that_its_day_has_passed(qtbot, demo_desk):
    view, _sharing = not_yet(demo_desk)

    on_the_day = read(qtbot, pieces(view, date(2026, 11, 27)))
    after = read(qtbot, pieces(view, date(2026, 11, 28)))

    assert "Look at it again on 27 Nov 2026" in on_the_day
    assert "That day has passed." not in on_the_day
    assert "That day has passed." in after


def test_once_it_was_looked_at_again_no_day_has_passed(qtbot, demo_desk):
    view, sharing = not_yet(demo_desk)
    later = replace(
        sharing, id=SharingId("later"), after=sharing.id, decision=Decision.SHARE,
        not_sharing=NotSharing(),
    )  # fmt: skip
    view = replace(view, sharings=(*view.sharings, SharingHistory(later, ())))

    assert "That day has passed." not in read(qtbot, pieces(view, date(2026, 12, 28)))


def test_once_it_was_said_why_nothing_more_is_needed_no_day_has_passed(qtbot, demo_desk):
    view, sharing = not_yet(demo_desk)
    due = replace(
        view.dues[0], rule="DL-NOTSHARED-REVIEW", about=sharing.id, closed_at=None,
        closed_because="",
    )  # fmt: skip
    waiting = replace(view, dues=(due,))
    closed = replace(view, dues=(replace(due, closed_at=AT, closed_because="She moved."),))

    assert "That day has passed." in read(qtbot, pieces(waiting, date(2026, 12, 28)))
    assert "That day has passed." not in read(qtbot, pieces(closed, date(2026, 12, 28)))


def test_a_decision_that_nothing_was_sent_of_says_so(qtbot, demo_desk):
    view, sharing = not_yet(demo_desk)
    for sent_at, says_so in ((None, True), (AT, False)):
        shared = replace(sharing, decision=Decision.SHARE, sent_at=sent_at)
        alone = replace(view, sharings=(SharingHistory(shared, ()),))

        told = read(qtbot, pieces(alone, date(2026, 11, 22)))

        assert ("Decided, and not sent in writing yet." in told) is says_so


def test_a_portal_that_failed_tells_why_what_it_said_and_to_whom(qtbot, demo_desk):
    _view, sharing = not_yet(demo_desk)
    attempt = Attempt(
        id="a", sharing_id=sharing.id, route=RouteKind.PORTAL, state=AttemptState.FAILED, at=AT,
        failure=Failure.LOGIN, message="Wrong code", account="a.rahman",
    )  # fmt: skip
    failed = PortalFailure(at=AT, failure=Failure.LOGIN, message="Wrong code")
    call = Call(id=CallId("c"), started_at=AT, failed=failed, call_back_at=AT)

    tried = read(qtbot, [sharings_card([SharingHistory(sharing, (attempt,))], as_written)])
    rung = read(qtbot, [calls_card([call], as_written)])

    assert "The sign-in failed · Wrong code · Account: a.rahman" in tried
    assert "Their portal failed Fri 20 Nov 2026, 11:02: The sign-in failed, Wrong code" in rung
    assert "They ring back: Fri 20 Nov 2026, 11:02" in rung


def test_a_try_tells_what_the_team_was_told_before(qtbot, demo_desk):
    _view, sharing = not_yet(demo_desk)
    attempt = Attempt(
        id="a", sharing_id=sharing.id, route=RouteKind.PORTAL, state=AttemptState.CONFIRMED,
        at=AT, follows="Follows our call of Fri 20 Nov 2026, 11:02.",
    )  # fmt: skip

    card = sharings_card([SharingHistory(sharing, (attempt,))], as_written)

    assert "Follows our call of Fri 20 Nov 2026, 11:02." in read(qtbot, [card])


def test_an_advice_call_tells_of_names_and_whether_its_advice_was_followed(qtbot):
    call = Call(
        id=CallId("c"), kind=CallKind.CONSULTATION, started_at=AT, names_given=YesNo.NO,
        advice="Refer today.", followed=YesNo.NO, not_followed_because="She was seen first.",
    )  # fmt: skip

    said = read(qtbot, [calls_card([call], as_written)])

    assert "Their advice: Refer today." in said
    assert "Names given: No" in said
    assert "Advice followed: No: She was seen first." in said


def test_the_record_of_a_call_is_printed_from_its_concern(qtbot, window, demo_desk):
    window.open_concern(demo_desk.exchange.concern_of(S1))
    settle(qtbot)
    page = window.page(Place.CONCERN)
    names = [one.objectName() for one in page.findChildren(QPushButton)]

    press(qtbot, page, next(one for one in names if one.startswith("print-call:")))

    assert window.place is Place.PAPER
    window.open_concern(demo_desk.exchange.concern_of(S1))
    settle(qtbot)
    page = window.page(Place.CONCERN)
    papers = {one.objectName().rpartition(":")[0] for one in page.findChildren(QPushButton)}
    assert "open-paper:call-record" in papers
    assert "new-copy:call-record" not in papers  # it is printed again from its call


def test_what_was_told_stays_while_the_page_is_read_anew_and_goes_when_it_is_left(
    qtbot, window, demo_desk
):
    concern_id = demo_desk.exchange.concern_of(S1)
    window.open_concern(concern_id)
    window.tell("Recorded as SG-2026-0031.")
    page = window.page(Place.CONCERN)
    says(qtbot, page, "Recorded as SG-2026-0031.")

    page.enter()
    settle(qtbot)
    assert "Recorded as SG-2026-0031." in texts(page)

    window.open_place(Place.TODAY)
    window.open_concern(concern_id)
    settle(qtbot)
    assert "Recorded as SG-2026-0031." not in texts(page)


def test_what_was_told_is_gone_when_one_comes_back_from_recording(qtbot, window, demo_desk):
    window.open_concern(demo_desk.exchange.concern_of(S1))
    window.tell("Recorded as SG-2026-0031.")
    page = window.page(Place.CONCERN)
    says(qtbot, page, "Recorded as SG-2026-0031.")

    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot)
    press(qtbot, window.wizard, "save-and-close")
    settle(qtbot)

    assert window.place is Place.CONCERN
    assert "Recorded as SG-2026-0031." not in texts(page)


def test_what_was_told_of_one_concern_is_not_told_of_another(qtbot, window, demo_desk):
    window.open_concern(demo_desk.exchange.concern_of(S1))
    window.tell("Recorded as SG-2026-0031.")
    page = window.page(Place.CONCERN)
    says(qtbot, page, "Recorded as SG-2026-0031.")

    window.open_concern(demo_desk.exchange.concern_of(S2))

    assert "Recorded as SG-2026-0031." not in texts(page)
