import pytest
from gui_support import field, finish_pages, press
from msgspec.structs import replace
from PySide6.QtWidgets import QAbstractButton, QLabel, QPlainTextEdit
from share_support import fill_decision, northtown, signed_mia, wizard_over

from sgdesk.domain.agency import Agency, RouteKind
from sgdesk.domain.people import Person, PersonKind
from sgdesk.domain.sharing.decision import Choice, Conditions, Consent, Recipient
from sgdesk.domain.sharing.principles import with_answers
from sgdesk.ids import AgencyId, FactId
from ui.share.addresses import address_for, with_agency
from ui.share.choice_state import state_of
from ui.share.conditions_page import with_usual
from ui.share.proposals import merged
from ui.share.route_page import route_options

_FACT = FactId("f")
_TEAM = Agency(
    id=AgencyId("a"), name="Duty Team", phone="01632 960140", email="duty@northtown.example",
    channels=(RouteKind.SECURE_EMAIL,), preferred=RouteKind.SECURE_EMAIL,
)  # fmt: skip


@pytest.fixture
def wizard(qtbot, desk, runner, asker):
    agency = northtown(desk)
    opened = wizard_over(desk, signed_mia(desk), runner, asker)
    qtbot.addWidget(opened)
    opened.show()
    fill_decision(opened, desk, agency)
    return opened


@pytest.mark.parametrize(
    ("choice", "text", "tone"),
    [
        (Choice(goes=True, proposed_because="They act on it."), "Needed", "ok"),
        (Choice(goes=False, proposed=False, proposed_because="Speculation. Reword it."),
         "Speculation", "due"),
        (Choice(goes=True, proposed=False, proposed_because="Speculation."),
         "Goes all the same", "info"),
        (Choice(goes=False, proposed_because="They act on it."), "Stays, your choice", "quiet"),
    ],
)  # fmt: skip
def test_a_choice_reads_as_a_word_and_not_as_a_colour_alone(choice, text, tone):
    assert state_of(choice)[:2] == (text, tone)


def test_a_new_proposal_keeps_the_choice_that_a_person_made():
    decided = {_FACT: Choice(goes=False, reason="Not for the school.")}
    proposed = {_FACT: Choice(goes=True, proposed_because="They need it.")}

    assert merged(decided, proposed)[_FACT] == Choice(
        goes=False, reason="Not for the school.", proposed_because="They need it."
    )


@pytest.mark.parametrize(
    ("route", "address"),
    [
        (RouteKind.TELEPHONE, "01632 960140"),
        (RouteKind.SECURE_EMAIL, "duty@northtown.example"),
        (RouteKind.POST, ""),
        (None, "duty@northtown.example"),
    ],
)
def test_the_directory_gives_the_address_for_a_route(route, address):
    assert address_for(_TEAM, route) == address


def test_an_entry_that_nobody_checked_leaves_the_check_open():
    to = with_agency(Recipient(), _TEAM, None)

    assert (to.checked_on, to.checked_how) == (None, "")


def test_the_way_they_prefer_stands_first_and_says_so():
    first, *others = route_options(_TEAM)

    assert (first.value, first.tag) == (RouteKind.SECURE_EMAIL, "They prefer this")
    assert {one.tag for one in others} == {""}


def test_the_usual_conditions_leave_alone_what_was_typed():
    filled = with_usual(Conditions(use="Only for today's visit."), "Mia Thornton")

    assert filled.use == "Only for today's visit."
    assert "Confidential" in filled.onward
    assert filled.not_to_disclose == ""


def test_the_principles_are_answered_from_the_other_pages(wizard):
    case = wizard.case

    answered = with_answers(case.draft, case.concern, case.practice, case.guidance)

    principles = answered.necessity.principles
    assert principles["1"].startswith("So that they can decide whether a strategy discussion")
    assert principles["3"] == "13 of 17 facts go, each with its reason."
    assert principles["7"] == "She stays in danger."
    assert set(principles) == {str(number) for number in range(1, 9)}


def test_only_an_open_principle_is_asked(qtbot, wizard):
    wizard.draft.consent = Consent()
    wizard.show_step("necessary")

    assert field(wizard, QPlainTextEdit, "necessity.principles.8").isVisible()
    assert not field(wizard, QPlainTextEdit, "necessity.principles.1").isVisible()


def test_a_sentence_can_be_added_to_an_answered_principle(qtbot, wizard):
    wizard.show_step("necessary")
    press(qtbot, wizard, "principle.4.add")

    box = field(wizard, QPlainTextEdit, "necessity.principles.4")
    qtbot.waitUntil(box.isVisible)
    box.setPlainText("Inside the practice: lead and deputy.")

    case = wizard.case
    answered = with_answers(case.draft, case.concern, case.practice, case.guidance)
    assert answered.necessity.principles["4"] == (
        "Northtown Duty Team. Inside the practice: lead and deputy."
    )


def test_an_adult_is_asked_for_wishes_and_capacity(qtbot, desk, wizard, runner, asker):
    concern = wizard.case.concern
    wizard.case.concern = replace(concern, person=Person(kind=PersonKind.ADULT, name="Dora Wills"))

    wizard.show_step("consent")
    finish_pages(wizard)

    assert wizard.findChild(QPlainTextEdit, "consent.wishes") is not None
    assert wizard.findChild(QPlainTextEdit, "consent.own_view") is None


def test_the_same_reasons_can_be_given_for_not_asking(qtbot, wizard):
    wizard.draft.consent = replace(wizard.draft.consent, not_sought_reasons=())
    wizard.show_step("consent")

    press(qtbot, wizard, "same-reasons")

    assert wizard.draft.consent.not_sought_reasons == ("risk-to-child",)
    assert field(wizard, QAbstractButton, "consent.not_sought_reasons=risk-to-child").isChecked()


def test_the_page_of_follow_up_names_each_rule_and_its_source(wizard):
    wizard.show_step("preview")
    wizard.go_on()
    wizard.show_step("follow")
    finish_pages(wizard)

    shown = [label.text() for label in wizard.page.findChildren(QLabel)]
    assert any(text.startswith("Rule DL-CLIN-ENTRY: ") for text in shown)
