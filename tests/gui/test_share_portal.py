"""Copying into a portal: box by box as the directory says, and nothing that stays."""

import pytest
from gui_support import finish_pages, press
from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel
from share_support import fill_decision, northtown, signed_mia, wizard_over

from sgdesk.domain.portal_text import counted
from sgdesk.domain.recipients import Family
from sgdesk.domain.sharing.portal_blocks import portal_blocks

BOXES = """What did the child say; 60
Ethnicity code; 20
Reasons for referral; 500
"""


@pytest.fixture
def wizard(qtbot, desk, runner, asker):
    agency = northtown(desk, boxes=BOXES)
    opened = wizard_over(desk, signed_mia(desk), runner, asker)
    qtbot.addWidget(opened)
    opened.show()
    fill_decision(opened, desk, agency)
    opened.show_step("preview")
    opened.go_on()
    finish_pages(opened)
    return opened


def test_the_directory_gives_the_boxes_their_order_and_their_limits(qtbot, wizard):
    shown = [label.text() for label in wizard.page.findChildren(QLabel)]
    titles = [text for text in shown if "their box" in text.casefold()]

    assert titles[0].startswith("What was said (1 of ")
    assert titles[-2:] == [
        "Their box “Ethnicity code”",
        "Reason for the referral: their box “Reasons for referral”",
    ]
    assert any("Nothing of ours is called so" in text for text in shown)
    assert any(text.endswith(" of 60 characters") for text in shown)


def test_each_part_fits_into_its_box_and_is_copied_alone(qtbot, wizard):
    parts = []
    for button in wizard.page.findChildren(QAbstractButton):
        if "What was said" in button.accessibleName():
            press(qtbot, wizard, button.objectName())
            parts.append(QGuiApplication.clipboard().text())

    assert len(parts) > 1
    assert all(counted(part) <= 60 for part in parts)
    assert all(part.startswith("(") for part in parts)


def test_who_is_not_told_of_the_family_gets_no_names_of_it(wizard):
    draft, case = wizard.draft, wizard.case

    told = dict(portal_blocks(draft, case.concern, case.guidance, Family.WHOLE))
    kept = dict(portal_blocks(draft, case.concern, case.guidance, Family.NONE))

    assert "Karl Thornton" in told["Family and household"]
    assert "Family and household" not in kept


def test_a_protected_address_and_the_safe_contact_are_in_no_block(wizard):
    draft, concern = wizard.draft, wizard.case.concern
    concern = replace(
        concern,
        person=replace(concern.person, address_protected=True),
        contact=replace(concern.contact, number="4412", code_word="oak"),
    )
    draft.purpose = replace(draft.purpose, so_that="visit 12 Weir Street, ring 4412 and say oak")

    text = " ".join(text for _title, text in portal_blocks(draft, concern, wizard.case.guidance))

    assert not [word for word in ("12 Weir", "ZZ99", "4412", "oak") if word in text]
