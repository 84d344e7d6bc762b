from datetime import date

import pytest
from gui_support import field, press
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit
from share_support import northtown, signed_mia, wizard_over

from sgdesk.domain.agency import RouteKind


@pytest.fixture
def agency(desk):
    return northtown(desk)


@pytest.fixture
def wizard(qtbot, desk, agency, runner, asker):
    northtown(desk, name="Weir County Police", kind="police", area="Weir County", phone="101")
    for number in range(5):
        northtown(desk, name=f"School {number}", kind="school-nurse")
    opened = wizard_over(desk, signed_mia(desk), runner, asker)
    qtbot.addWidget(opened)
    opened.show()
    opened.show_step("recipient")
    return opened


def test_choosing_from_the_directory_fills_address_and_check(qtbot, wizard, agency):
    press(qtbot, wizard, f"recipient.agency_id={agency.id}")

    to = wizard.draft.recipient
    assert (to.organisation, to.kind) == ("Northtown Duty Team", "children-social-care")
    assert to.address_used == agency.portal
    assert to.checked_on == date(2026, 11, 2)
    assert "checked by Asha Rahman. Source: their website" in to.checked_how


def test_choosing_a_recipient_proposes_the_facts(qtbot, wizard, agency):
    press(qtbot, wizard, f"recipient.agency_id={agency.id}")

    assert set(wizard.draft.choices) == {fact.id for fact in wizard.case.concern.facts}


def test_another_recipient_keeps_what_was_decided_by_hand(qtbot, desk, wizard, agency):
    press(qtbot, wizard, f"recipient.agency_id={agency.id}")
    first = wizard.case.concern.facts[0].id
    wizard.show_step("minimum")
    press(qtbot, wizard, f"{first}.goes")
    wizard.show_step("recipient")
    school = next(one for one in wizard.case.agencies if one.name == "School 1")

    press(qtbot, wizard, f"recipient.agency_id={school.id}")

    assert not wizard.draft.choices[first].goes


def test_the_list_can_be_narrowed_to_a_kind(wizard, agency):
    box = field(wizard, QComboBox, "recipient.filter")

    box.setCurrentIndex(box.findText("Police"))

    assert not field(wizard, QAbstractButton, f"recipient.agency_id={agency.id}").isVisible()


def test_somebody_who_is_not_in_the_directory_can_be_typed(qtbot, wizard):
    press(qtbot, wizard, "recipient.agency_id=typed")

    line = field(wizard, QLineEdit, "recipient.organisation")
    assert line.isVisible()
    qtbot.keyClicks(line, "Southtown Duty Team")

    assert wizard.draft.recipient.organisation == "Southtown Duty Team"


def test_a_force_is_questioned_by_where_the_home_is_and_not_by_the_practice(qtbot, wizard):
    police = next(one for one in wizard.case.agencies if one.kind == "police")

    press(qtbot, wizard, f"recipient.agency_id={police.id}")
    assert not field(wizard, QLineEdit, "recipient.other_area_because").isVisible()

    qtbot.keyClicks(field(wizard, QLineEdit, "recipient.home_area"), "Another County")
    assert field(wizard, QLineEdit, "recipient.other_area_because").isVisible()


def test_the_address_follows_the_route(qtbot, wizard, agency):
    press(qtbot, wizard, f"recipient.agency_id={agency.id}")
    wizard.show_step("route")

    press(qtbot, wizard, "route.kind=secure-email")

    assert wizard.draft.route.kind is RouteKind.SECURE_EMAIL
    assert wizard.draft.recipient.address_used == agency.email
    assert field(wizard, QLineEdit, "route.not_preferred_because").isVisible()


def test_an_address_that_was_typed_stays_when_the_route_changes(qtbot, wizard, agency):
    press(qtbot, wizard, f"recipient.agency_id={agency.id}")
    line = field(wizard, QLineEdit, "recipient.address_used")
    line.setText("duty.desk@northtown.example")
    wizard.show_step("route")

    press(qtbot, wizard, "route.kind=telephone")

    assert wizard.draft.recipient.address_used == "duty.desk@northtown.example"
