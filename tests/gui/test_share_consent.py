from datetime import date

import pytest
from gui_support import field, finish_pages, press
from msgspec.structs import replace
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget
from share_support import northtown, signed_mia, wizard_over

from sgdesk.domain.answers import YesNo
from sgdesk.domain.people import PersonKind
from sgdesk.domain.sharing.consent_words import consent_words
from sgdesk.domain.sharing.decision import Agreement, Consent


def opened(qtbot, desk, runner, asker, **person):
    northtown(desk)
    wizard = wizard_over(desk, signed_mia(desk), runner, asker)
    concern = wizard.case.concern
    wizard.case.concern = replace(concern, person=replace(concern.person, **person))
    qtbot.addWidget(wizard)
    wizard.show()
    wizard.show_step("consent")
    finish_pages(wizard)
    return wizard


@pytest.fixture
def wizard(qtbot, desk, runner, asker):
    return opened(qtbot, desk, runner, asker)


def is_asked(wizard, kind, name):
    return field(wizard, kind, name).isVisibleTo(wizard)


def words_on(wizard):
    return " ".join(label.text() for label in wizard.page.findChildren(QLabel))


def test_a_family_that_was_not_told_is_told_by_somebody_and_by_some_day(qtbot, wizard):
    press(qtbot, wizard, "consent.family_told=no")
    press(qtbot, wizard, "consent.not_told_reasons=risk-to-child")

    assert is_asked(wizard, QLineEdit, "consent.tell_later_by")
    wizard.draft.consent = replace(
        wizard.draft.consent, tell_later_by="The duty team", tell_later_on=date(2026, 11, 25)
    )
    rows = dict(consent_words(wizard.draft.consent, wizard.case.guidance))
    assert rows["Still to be told"] == "By the duty team, by 25 Nov 2026."


def test_whose_information_was_agreed_to_reads_as_it_was_typed(wizard):
    agreed = Consent(
        agreement=Agreement.GIVEN, agreement_of="Rina Thornton", agreement_for="Hers and Mia’s."
    )

    rows = dict(consent_words(agreed, wizard.case.guidance))

    said = "Sought and given. Rina Thornton. Whose information: hers and Mia’s."
    assert rows["Agreement to the referral"] == said


def test_every_reason_can_be_chosen_while_the_page_is_still_being_made(qtbot, wizard):
    press(qtbot, wizard, "consent.family_told=no")

    press(qtbot, wizard, "consent.not_told_reasons=other")

    assert wizard.draft.consent.not_told_reasons == ("other",)


def test_agreement_under_pressure_is_said_to_be_none(qtbot, wizard):
    press(qtbot, wizard, "consent.agreement=given")
    press(qtbot, wizard, "consent.agreement_freely=no")

    assert is_asked(wizard, QPlainTextEdit, "consent.agreement_freely_because")
    assert "is no agreement" in words_on(wizard)


def test_a_child_under_16_is_asked_about_by_understanding_and_not_by_age_alone(wizard):
    assert "Gillick" in words_on(wizard)
    assert "Check locally" in words_on(wizard)
    assert wizard.findChild(QWidget, "consent.can_decide=yes") is None


def test_at_16_the_young_person_is_presumed_able(qtbot, desk, runner, asker):
    wizard = opened(qtbot, desk, runner, asker, born=date(2010, 1, 5))

    assert "From 16 a young person is presumed able" in words_on(wizard)
    assert "Gillick" not in words_on(wizard)


def test_an_adult_who_cannot_decide_needs_best_interests(qtbot, desk, runner, asker):
    wizard = opened(qtbot, desk, runner, asker, kind=PersonKind.ADULT, born=date(1945, 3, 30))
    assert not is_asked(wizard, QPlainTextEdit, "consent.best_interests")

    press(qtbot, wizard, "consent.can_decide=no")

    assert is_asked(wizard, QPlainTextEdit, "consent.best_interests")
    fields = {one.field for one in wizard.case.flow.problems(wizard.draft, "consent")}
    assert {"consent.capacity", "consent.best_interests"} <= fields


def test_before_birth_the_mother_is_asked(qtbot, desk, runner, asker):
    wizard = opened(qtbot, desk, runner, asker, kind=PersonKind.UNBORN)

    assert "The mother’s wishes" in words_on(wizard)
    assert is_asked(wizard, QPlainTextEdit, "consent.wishes")


def test_consent_is_never_a_gate(wizard):
    refused = Consent(
        family_told=YesNo.YES, told_who="the mother", agreement=Agreement.REFUSED,
        agreement_of="the mother",
    )  # fmt: skip
    wizard.draft.consent = refused

    assert wizard.case.flow.problems(wizard.draft, "consent") == []


def test_a_decision_from_before_these_questions_still_reads():
    import msgspec

    old = b'{"family_told": "no", "not_told_reasons": ["risk-to-child"], "agreement": "refused"}'

    assert msgspec.json.decode(old, type=Consent).agreement is Agreement.REFUSED


def test_the_button_takes_the_reasons_over_before_all_boxes_are_there(qtbot, wizard):
    press(qtbot, wizard, "consent.family_told=no")
    press(qtbot, wizard, "consent.not_told_reasons=agency-asked")
    press(qtbot, wizard, "consent.agreement=not-sought")

    press(qtbot, wizard, "same-reasons")

    assert field(wizard, QAbstractButton, "consent.not_sought_reasons=agency-asked").isChecked()
