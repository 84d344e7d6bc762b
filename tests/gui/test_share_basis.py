import pytest
from gui_support import field, finish_pages, press
from msgspec.structs import replace
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit
from share_support import fill_decision, northtown, signed_mia, wizard_over

from sgdesk.domain.answers import Nation, YesNo
from sgdesk.domain.practice import PracticeStatus
from sgdesk.domain.sharing.decision import Agreement, Consent

_NOT_SOUGHT = Consent(agreement=Agreement.NOT_SOUGHT, not_sought_reasons=("risk-to-child",))


@pytest.fixture
def wizard(qtbot, desk, runner, asker):
    northtown(desk)
    opened = wizard_over(desk, signed_mia(desk), runner, asker)
    qtbot.addWidget(opened)
    opened.show()
    return opened


def _use_what_fits(qtbot, wizard, consent=_NOT_SOUGHT):
    wizard.draft.consent = consent
    wizard.show_step("basis")
    press(qtbot, wizard, "use-usual-basis")
    return wizard.draft.basis


def test_there_is_a_card_for_each_person_whose_data_it_is(wizard):
    wizard.show_step("basis")

    assert [one.subject for one in wizard.draft.basis.subjects] == [
        "Mia Thornton", "Family and household", "Karl Thornton",
    ]  # fmt: skip
    for number in range(3):
        assert field(wizard, QAbstractButton, f"basis.{number}.change").text()


def test_what_fits_an_nhs_practice_is_public_task_with_paragraph_18(qtbot, wizard):
    basis = _use_what_fits(qtbot, wizard)

    first = basis.subjects[0]
    assert (first.article_6, first.article_9) == ("6-1-e", "9-2-g-18")
    assert first.foundations == ("children-act-1989-47",)
    assert first.without_consent_because == "would-prejudice"
    assert basis.gateway == "public-interest"


def test_what_was_chosen_is_said_with_its_reason(qtbot, wizard):
    _use_what_fits(qtbot, wizard)

    said = wizard.page.said()
    assert "This is NHS work" in said
    assert "Asking for consent would prejudice" in said
    assert "Left for you: write down what you weighed." in said


def test_an_alleged_source_of_harm_gets_a_condition_for_offence_data(qtbot, wizard):
    basis = _use_what_fits(qtbot, wizard)

    assert [one.offence_alleged for one in basis.subjects] == [YesNo.NO, YesNo.NO, YesNo.YES]
    assert [one.article_10 for one in basis.subjects] == ["", "", "10-18"]


def test_with_agreement_the_condition_is_not_paragraph_18(qtbot, wizard):
    basis = _use_what_fits(qtbot, wizard, Consent(agreement=Agreement.GIVEN))

    assert basis.subjects[0].article_9 == "9-2-h"
    assert basis.gateway == "consent"


def test_a_reason_that_no_answer_points_to_is_left_to_the_lead(qtbot, wizard):
    basis = _use_what_fits(qtbot, wizard, Consent(agreement=Agreement.REFUSED))

    assert basis.subjects[0].without_consent_because == ""
    assert "Left for you: choose the reason" in wizard.page.said()


def test_private_care_is_offered_no_public_task(qtbot, desk, runner, asker, practice):
    desk.setup.save_practice(replace(practice, status=PracticeStatus.PRIVATE_DENTAL))
    wizard = wizard_over(desk, signed_mia(desk), runner, asker)
    qtbot.addWidget(wizard)
    wizard.show_step("basis")

    press(qtbot, wizard, "basis.0.change")

    assert wizard.findChild(QAbstractButton, "basis.0.article_6=6-1-e") is None
    assert wizard.findChild(QAbstractButton, "basis.0.article_6=6-1-ea") is not None


def test_what_fits_can_be_changed_by_hand(qtbot, wizard):
    _use_what_fits(qtbot, wizard)
    press(qtbot, wizard, "basis.0.change")

    press(qtbot, wizard, "basis.0.article_6=6-1-c")

    assert wizard.draft.basis.subjects[0].article_6 == "6-1-c"
    assert wizard.draft.basis.subjects[1].article_6 == "6-1-e"


def test_what_is_missing_opens_the_person_it_is_about(qtbot, wizard):
    wizard.draft.consent = _NOT_SOUGHT
    wizard.show_step("basis")

    wizard.go_on()

    assert wizard.step == "basis"
    assert field(wizard, QAbstractButton, "basis.0.article_6=6-1-e").isVisible()


def test_each_factor_is_weighed_or_said_to_have_no_weight(qtbot, wizard):
    _use_what_fits(qtbot, wizard)
    box = field(wizard, QLineEdit, "basis.factors.benefit")
    box.setFocus()
    qtbot.keyClicks(box, "The team can see her today.")

    wizard.go_on()
    said = field(wizard, QLabel, "basis.factors.harm-to-trust:problem")
    assert said.isVisible()
    assert said.text().endswith(": weigh this, or say that it has no weight here.")

    press(qtbot, wizard, "rest-no-weight")

    assert said.isHidden()
    basis = wizard.draft.basis
    assert basis.factors == {"benefit": "The team can see her today."}
    assert len(basis.no_weight) == 6
    problems = wizard.case.flow.problems(wizard.draft, "basis")
    assert not [one for one in problems if "factors" in one.field]


@pytest.mark.parametrize(("nation", "asked"), [(Nation.ENGLAND, True), (Nation.WALES, False)])
def test_section_16la_is_asked_about_a_concern_in_england_alone(
    qtbot, desk, runner, asker, nation, asked
):
    wizard = wizard_over(desk, signed_mia(desk, nation), runner, asker)
    qtbot.addWidget(wizard)

    wizard.show_step("basis")
    finish_pages(wizard)

    assert (wizard.findChild(QAbstractButton, "basis.duty_detriment=yes") is not None) is asked


def test_a_decision_keeps_the_guidance_of_its_concerns_nation(desk, runner, asker, qtbot):
    wizard = wizard_over(desk, signed_mia(desk, Nation.SCOTLAND), runner, asker)
    qtbot.addWidget(wizard)
    fill_decision(wizard, desk, northtown(desk, nation=Nation.SCOTLAND))
    wizard.show_step("preview")

    wizard.go_on()

    assert wizard.case.sharing.guidance.startswith("scotland-")
    assert desk.guidance.nation is Nation.ENGLAND


def test_what_usually_fits_is_said_to_be_our_reading(qtbot, wizard):
    _use_what_fits(qtbot, wizard)

    assert wizard.page.said().endswith("is our reading of the texts: check it locally.")
