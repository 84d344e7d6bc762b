from datetime import date

import pytest
from gui_support import field, finish_pages, press, unnamed_fields
from msgspec.structs import replace
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit
from share_support import fill_decision, northtown, signed_mia, wizard_over

from sgdesk.domain.answers import Nation, YesNo
from sgdesk.domain.concern import FgmScreen
from sgdesk.domain.people import PersonKind
from sgdesk.domain.practice import Policy, PracticeStatus
from sgdesk.domain.sharing.basis_warnings import basis_warnings
from sgdesk.domain.sharing.decision import Agreement, Basis, Consent
from sgdesk.domain.sharing.portal_blocks import portal_blocks
from sgdesk.domain.sharing.subjects import going_about, relations_going


@pytest.fixture
def wizard(qtbot, desk, runner, asker):
    northtown(desk)
    opened = wizard_over(desk, signed_mia(desk), runner, asker)
    fill_decision(opened, desk, desk.agencies.list()[0])
    qtbot.addWidget(opened)
    opened.show()
    opened.show_step("basis")
    finish_pages(opened)
    return opened


def problems(wizard, field_name):
    found = wizard.case.flow.problems(wizard.draft, "basis")
    return [one.text for one in found if one.field == field_name]


def words_on(wizard):
    labels = wizard.page.findChildren(QLabel)
    return " ".join(one.text() for one in labels if one.isVisibleTo(wizard))


def set_subject(wizard, number, **answers):
    basis = wizard.draft.basis
    subjects = list(basis.subjects)
    subjects[number] = replace(subjects[number], **answers)
    wizard.draft.basis = replace(basis, subjects=tuple(subjects))


def test_nothing_about_somebody_needs_no_basis_and_is_checked_against_what_goes(qtbot, wizard):
    press(qtbot, wizard, "basis.2.change")

    press(qtbot, wizard, "basis.2.nothing_goes")

    (said,) = problems(wizard, "basis.2.nothing_goes")
    assert "What goes and is about them:" in said
    assert not field(wizard, QAbstractButton, "basis.2.article_6=6-1-e").isVisible()


def test_whoever_nothing_goes_about_is_not_in_the_pack(wizard):
    set_subject(wizard, 2, nothing_goes=True)

    names = [one.name for one in relations_going(wizard.draft.basis, wizard.case.concern)]

    assert names == ["Rina Thornton", "Salma Begum"]


def test_no_block_for_a_portal_names_them_either(wizard):
    set_subject(wizard, 2, nothing_goes=True)
    draft, case = wizard.draft, wizard.case
    gone = {one.id for one in going_about(draft.basis.subjects[2], draft, case.concern)}
    draft.choices = {
        fact: replace(choice, goes=choice.goes and fact not in gone)
        for fact, choice in draft.choices.items()
    }

    blocks = dict(portal_blocks(draft, case.concern, case.guidance))

    assert problems(wizard, "basis.2.nothing_goes") == []
    assert not [title for title, text in blocks.items() if "Karl" in text]


def test_the_person_cannot_be_left_out(wizard):
    set_subject(wizard, 0, nothing_goes=True)

    assert problems(wizard, "basis.0.nothing_goes")


def test_somebody_is_added_named_and_taken_away_again(qtbot, wizard):
    press(qtbot, wizard, "add-subject")
    assert problems(wizard, "basis.3.subject") == ["Say whose data this is."]
    box = field(wizard, QLineEdit, "basis.3.subject")
    box.setText("Zoe Finch")
    box.textEdited.emit("Zoe Finch")
    assert unnamed_fields(wizard.page) == []

    press(qtbot, wizard, "basis.3.remove")

    assert len(wizard.draft.basis.subjects) == 3


def test_a_law_in_ones_own_words_needs_its_source(wizard):
    set_subject(wizard, 0, foundations=(), foundation_typed="A task under our contract")
    assert problems(wizard, "basis.0.foundations") == []
    assert problems(wizard, "basis.0.foundation_source")

    set_subject(wizard, 0, foundation_source="Contract, clause 12")

    assert problems(wizard, "basis.0.foundation_source") == []


def test_another_nations_law_is_stopped_with_a_way_out(wizard):
    set_subject(wizard, 0, foundations=("sswba-130",))

    (said, _missing) = problems(wizard, "basis.0.foundations")[::-1]
    assert "belongs to another nation" in said
    assert "Choose one that holds in this nation." in said


def test_a_private_practice_weighs_a_legitimate_interest(qtbot, desk, runner, asker, practice):
    desk.setup.save_practice(replace(practice, status=PracticeStatus.PRIVATE_DENTAL))
    private = wizard_over(desk, signed_mia(desk), runner, asker)
    qtbot.addWidget(private)
    set_subject(private, 0, article_6="6-1-f", article_9="9-2-h", offence_alleged=YesNo.NO)

    assert problems(private, "basis.0.balancing")
    set_subject(private, 0, balancing="Her safety weighs more.")
    assert problems(private, "basis.0.balancing") == []


def test_a_legitimate_interest_of_a_public_authority_is_warned_of_at_its_field(qtbot, wizard):
    set_subject(wizard, 0, article_6="6-1-f", balancing="Weighed.")
    wizard.page.load()
    press(qtbot, wizard, "basis.0.change")

    assert "cannot lean on legitimate interests" in words_on(wizard)
    assert problems(wizard, "basis.0.article_6") == []


def test_an_adult_is_suggested_another_condition_until_all_three_are_true(wizard):
    case = wizard.case
    concern = replace(case.concern, person=replace(case.concern.person, kind=PersonKind.ADULT))

    def warned():
        found = basis_warnings(
            wizard.draft, concern, case.practice, case.guidance, date(2026, 11, 22)
        )
        return {one.field for one in found}

    assert "basis.at_risk" in warned()
    limbs = tuple(one.id for one in case.guidance.at_risk_limbs)
    wizard.draft.basis = replace(wizard.draft.basis, at_risk=limbs)
    assert "basis.at_risk" not in warned()


def test_consent_for_somebody_else_is_warned_of_at_their_own_field(wizard):
    case = wizard.case
    agreed = Consent(agreement=Agreement.GIVEN, agreement_of="Rina Thornton")
    wizard.draft.consent = agreed
    set_subject(wizard, 0, article_9="9-2-a")
    set_subject(wizard, 1, article_9="9-2-a")

    found = basis_warnings(
        wizard.draft, case.concern, case.practice, case.guidance, date(2026, 11, 22)
    )

    (said,) = [one for one in found if "must be their own" in one.text]
    assert said.field == "basis.1.article_9"
    assert "that of Rina Thornton" in said.text


@pytest.mark.parametrize(("alleged", "is_said"), [(YesNo.NO, True), (YesNo.YES, False)])
def test_what_may_be_an_offence_is_asked_about_whoever_the_recipient_is(wizard, alleged, is_said):
    case = wizard.case
    told = replace(case.concern.urgency, fgm=FgmScreen.TOLD_BY_HER)
    concern = replace(case.concern, urgency=told)
    for number in range(3):
        set_subject(wizard, number, offence_alleged=YesNo.NO)
    set_subject(wizard, 1, offence_alleged=alleged, article_10="10-18")

    found = basis_warnings(wizard.draft, concern, case.practice, case.guidance, date(2026, 11, 22))

    fields = [one.field for one in found if "may be an offence" in one.text]
    assert fields == (["basis.1.offence_alleged"] if is_said else [])


@pytest.mark.parametrize(
    ("policy", "said"),
    [
        (Policy(), "none is named"),
        (Policy("APD-1", "2", date(2026, 11, 1)), "overdue"),
        (Policy("APD-1", "2", None), "no review date"),
        (Policy("APD-1", "2", date(2027, 3, 1)), ""),
    ],
)
def test_a_policy_document_is_asked_after_and_never_a_gate(wizard, policy, said):
    case = wizard.case
    practice = replace(case.practice, appropriate_policy=policy)

    found = basis_warnings(wizard.draft, case.concern, practice, case.guidance, date(2026, 11, 22))

    texts = [one.text for one in found if one.field == "basis.policy"]
    assert (said in texts[0]) if said else (texts == [])


def test_an_emergency_lets_open_answers_wait_and_no_contradiction_pass(qtbot, wizard):
    set_subject(wizard, 0, foundations=(), article_9="")
    set_subject(wizard, 2, foundations=("sswba-130",))

    press(qtbot, wizard, "basis.emergency")

    assert problems(wizard, "basis.emergency_because")
    wizard.draft.basis = replace(wizard.draft.basis, emergency_because="He is at the door.")
    left = [one.field for one in wizard.case.flow.problems(wizard.draft, "basis")]
    assert left == ["basis.2.foundations"]


def test_vital_interests_are_offered_once_it_is_an_emergency(qtbot, wizard):
    press(qtbot, wizard, "basis.0.change")
    vital = field(wizard, QAbstractButton, "basis.0.article_6=6-1-d")
    assert not vital.isVisibleTo(wizard)

    press(qtbot, wizard, "basis.emergency")

    assert vital.isVisibleTo(wizard)


@pytest.mark.parametrize(
    ("nation", "said"),
    [
        (Nation.WALES, "sections 130 and 128"),
        (Nation.SCOTLAND, "Section 16LA, section 115"),
        (Nation.NORTHERN_IRELAND, "Section 16LA, section 115"),
    ],
)
def test_each_nation_has_its_own_duty_or_is_told_that_there_is_none(
    qtbot, desk, runner, asker, nation, said
):
    elsewhere = wizard_over(desk, signed_mia(desk, nation), runner, asker)
    qtbot.addWidget(elsewhere)
    elsewhere.show()
    elsewhere.show_step("basis")
    finish_pages(elsewhere)

    assert said in words_on(elsewhere)


def test_the_exception_for_harm_needs_its_reasons(qtbot, wizard):
    press(qtbot, wizard, "basis.duty_to_share=yes")
    press(qtbot, wizard, "basis.duty_detriment=yes")

    assert problems(wizard, "basis.duty_because")
    assert problems(wizard, "basis.duty_detriment_because")


def test_a_basis_from_before_these_questions_still_reads():
    import msgspec

    old = (
        b'{"subjects": [{"subject": "Mia"}], "gateway": "public-interest", "gateway_factors": "x"}'
    )

    assert msgspec.json.decode(old, type=Basis).factors == {}
