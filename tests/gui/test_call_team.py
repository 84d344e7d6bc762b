"""Whom one rings: what may be told to that team, whether it fits the concern, and the times."""

from datetime import UTC, datetime

import pytest
from gui_support import field, press
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit
from window_support import says, texts
from writing_support import choose, concern_of, lines, opened, sized

from sgdesk.domain.call import Call, CallKind, CallResult
from sgdesk.ids import CallId
from ui.call.call_draft import as_call
from ui.call.page import CallPage
from ui.main_window.places import Place

CHILDREN, ADULTS = "Northtown Duty Team", "Northtown Adult Social Care"
POLICE = "Weir County Police"


@pytest.fixture
def page(qtbot, demo_desk, runner, asker):
    return sized(qtbot, CallPage(demo_desk, runner, asker))


def choose_concern(page, reference):
    box = field(page, QComboBox, "concern_id")
    box.setCurrentIndex(box.findText(reference, Qt.MatchFlag.MatchStartsWith))
    lines(page)


def chosen_team(page):
    return field(page, QComboBox, "agency_id").currentText()


def whole(page):
    return " ".join(texts(page))


def promise(desk, team, number):
    """Record that a team said it would ring back about Mia; return its number of this hour."""
    agency = next(one for one in desk.agencies.list() if one.name == team)
    desk.calls.record(
        Call(
            id=CallId("promised"), concern_id=concern_of(desk), agency_id=agency.id,
            agency_name=team, number=number, kind=CallKind.CONSULTATION, spoke_to="P. Nair",
            result=CallResult.CALL_BACK,
            started_at=datetime(2026, 11, 20, 11, tzinfo=UTC),
            ended_at=datetime(2026, 11, 20, 11, 5, tzinfo=UTC),
        )
    )  # fmt: skip
    return desk.agencies.right_number(agency).number


@pytest.mark.parametrize("number", ["", "01632 960961"])
def test_a_call_back_that_did_not_come_opens_with_the_team_that_promised_it(
    qtbot, window, demo_desk, number
):
    right = promise(demo_desk, ADULTS, number)
    today = window.page(Place.TODAY)
    window.refresh_today()
    says(qtbot, today, ADULTS)

    press(qtbot, today, "due:DL-CALLBACK-OPEN:SG-2026-0031")

    page = window.page(Place.CALL)
    assert chosen_team(page) == ADULTS
    assert field(page, QComboBox, "concern_id").currentText().startswith("SG-2026-0031")
    assert field(page, QLineEdit, "number").text() == (number or right)
    assert (number or right) in texts(page)


def test_a_chase_from_beside_a_ladder_rings_the_team_of_that_ladder(qtbot, window, demo_desk):
    concern = concern_of(demo_desk, "SG-2026-0029")
    (sharing,) = [past.sharing for past in demo_desk.concerns.get(concern).sharings]
    window.open_concern(concern)

    press(qtbot, window.page(Place.CONCERN), "call:chase")

    page = window.page(Place.CALL)
    assert chosen_team(page) == CHILDREN
    assert (page._came_for.kind, page._came_for.about) == (CallKind.CHASE, sharing.id)


def test_a_team_that_is_not_in_the_directory_is_rung_back_by_its_name_and_number(demo_desk):
    concern = concern_of(demo_desk)
    call = demo_desk.calls.record(
        Call(
            id=CallId(""), concern_id=concern, agency_name="Westtown", number="01632 960962",
            result=CallResult.CALL_BACK, started_at=datetime(2026, 11, 20, 11, tzinfo=UTC),
        )
    )  # fmt: skip

    case = demo_desk.calls.case(concern, call.id)

    assert (case.agency_id, case.agency_name, case.number) == (None, "Westtown", "01632 960962")


def test_a_due_of_a_decision_rings_the_team_of_that_decision(demo_desk):
    concern = concern_of(demo_desk, "SG-2026-0026")
    (sharing,) = [past.sharing for past in demo_desk.concerns.get(concern).sharings]

    case = demo_desk.calls.case(concern, sharing.id)

    assert case.agency_id == sharing.recipient.agency_id
    assert demo_desk.calls.case(concern_of(demo_desk), sharing.id).agency_id != case.agency_id


def test_another_team_is_not_told_what_was_chosen_for_the_last_one(qtbot, page, demo_desk):
    opened(qtbot, page, "referral", concern_of(demo_desk))
    assert f"Made from the facts chosen for {CHILDREN}." in whole(page)

    choose(page, "agency_id", POLICE)

    assert "Made from the least that such a team needs" in whole(page)
    assert "They know already" not in whole(page)
    choose(page, "agency_id", CHILDREN)
    assert f"Made from the facts chosen for {CHILDREN}." in whole(page)


def test_a_team_typed_by_hand_is_not_told_what_was_chosen_for_another(qtbot, page, demo_desk):
    opened(qtbot, page, "referral", concern_of(demo_desk))
    field(page, QComboBox, "agency_id").setCurrentIndex(0)

    assert field(page, QLineEdit, "number").text() == ""
    field(page, QLineEdit, "agency_name").setText("Westtown Duty Team")

    assert "Made from the least that such a team needs" in whole(page)
    assert "hepatitis" not in "".join(lines(page).values())


def test_nothing_of_the_record_is_said_to_whom_it_was_decided_not_to_share_with(
    qtbot, page, demo_desk
):
    opened(qtbot, page, "referral", concern_of(demo_desk))
    case = page._spoken.case
    kept = tuple(replace(one, shares=False, facts=()) for one in case.chosen)

    page._spoken.case = replace(case, chosen=kept)
    page._spoken.show()

    assert f"It was decided not to share with {CHILDREN}" in whole(page)
    assert set(lines(page)) <= {"opening", "ask", "read-back"}


def test_a_team_for_children_is_taken_out_when_the_concern_is_about_an_adult(
    qtbot, page, demo_desk
):
    opened(qtbot, page, "referral")
    choose(page, "agency_id", CHILDREN)

    choose_concern(page, "SG-2026-0026")

    says(qtbot, page, f"{CHILDREN} was taken out. They have no part in this person’s care or"
         " protection. Look whether the team below is the right one.")  # fmt: skip
    assert chosen_team(page) == ADULTS
    choose(page, "agency_id", POLICE)
    assert "was taken out" not in whole(page)


def test_what_is_known_of_a_concern_that_is_chosen_no_more_takes_no_team_out(
    qtbot, page, demo_desk
):
    opened(qtbot, page, "referral", concern_of(demo_desk))
    adult = demo_desk.calls.case(concern_of(demo_desk, "SG-2026-0026"))

    page._on_case(adult, adult.concern.id)

    assert chosen_team(page) == CHILDREN
    assert "Mia" in lines(page)["person"]


def test_a_team_that_fits_stays_when_the_concern_is_chosen_after_it(qtbot, page, demo_desk):
    opened(qtbot, page, "referral")
    choose(page, "agency_id", POLICE)
    number = field(page, QLineEdit, "number").text()

    choose_concern(page, "SG-2026-0031")

    assert chosen_team(page) == POLICE
    assert field(page, QLineEdit, "number").text() == number
    assert "was taken out" not in whole(page)


def test_a_failure_that_was_filled_in_for_one_team_is_not_told_of_another(qtbot, page, demo_desk):
    opened(qtbot, page, "referral", concern_of(demo_desk))
    assert page._draft.portal_down

    choose(page, "agency_id", POLICE)

    assert not page._draft.portal_down
    assert as_call(page._draft, None, "").failed is None
    assert "portal is down" not in lines(page)["opening"]
    choose(page, "agency_id", CHILDREN)
    assert not page._draft.portal_down  # it is ticked again by hand, and then filled in


def test_a_failure_that_was_typed_stays_whoever_is_rung(qtbot, page, demo_desk):
    opened(qtbot, page, "referral", concern_of(demo_desk))
    field(page, QLineEdit, "failed_message").setText("Their page is blank")

    choose(page, "agency_id", ADULTS)

    assert as_call(page._draft, None, "").failed.message == "Their page is blank"


@pytest.mark.parametrize(
    ("times", "name", "sentence"),
    [
        (("23:58", ""), "started", "It is not that late yet. Check the time."),
        (("00:05", "00:01"), "ended", "The call ends before it starts. Check both times."),
    ],
)
def test_a_time_that_cannot_be_is_refused_at_its_field(
    qtbot, page, demo_desk, times, name, sentence
):
    opened(qtbot, page)
    field(page, QLineEdit, "agency_name").setText("Westtown Duty Team")
    field(page, QLineEdit, "spoke_to").setText("J. Okoro")
    for one, text in zip(("started", "ended"), times, strict=True):
        field(page, QLineEdit, one).setText(text)

    press(qtbot, page, "record-call")

    assert field(page, QLabel, f"{name}:problem").text() == f"!  {sentence}"
    assert demo_desk.calls.without_concern() == ()


def test_an_end_after_midnight_is_no_end_before_the_start(qtbot, page, demo_desk):
    opened(qtbot, page)
    page._draft.day = page._draft.day.replace(day=20)
    field(page, QLineEdit, "started").setText("23:50")
    field(page, QLineEdit, "ended").setText("00:10")

    assert "ended" not in {one.field for one in page.problems(page._draft)}


def test_a_call_back_that_is_promised_no_more_is_not_recorded(qtbot, page):
    opened(qtbot, page)
    choose(page, "result", "They will ring back")
    field(page, QLineEdit, "call_back_on").setText("24 11 2026")
    field(page, QLineEdit, "call_back").setText("10:05")
    assert as_call(page._draft, None, "").call_back_at is not None

    choose(page, "result", "Somebody answered")

    assert as_call(page._draft, None, "").call_back_at is None


def test_what_is_typed_while_it_is_recorded_is_not_in_the_record(qtbot, page, demo_desk):
    opened(qtbot, page)
    field(page, QLineEdit, "agency_name").setText("Westtown Duty Team")
    field(page, QLineEdit, "spoke_to").setText("J. Okoro")
    waiting = []

    class Later:
        def run(self, work, done=None, failed=None, owner=None):
            waiting.append(work)

    page._runner = Later()
    page.record_now()
    field(page, QPlainTextEdit, "advice").setPlainText("Typed too late")
    waiting[0]()

    (call,) = demo_desk.calls.without_concern()
    assert (call.spoke_to, call.advice, call.kind) == ("J. Okoro", "", CallKind.REFERRAL)
