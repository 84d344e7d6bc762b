"""S3 by keyboard alone: from the signed record to Lee Byrne's recorded report and its paper."""

from datetime import date

from printed_words import printed_words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton

from sgdesk.domain.police import PoliceReason
from sgdesk.services.demonstration import demonstration_passphrases
from ui.main_window.places import Place

S3 = "SG-2026-0033"
SUNDAY = date(2026, 11, 22)
PASSPHRASE = demonstration_passphrases()[0][1]


def push_on(keyboard, page, name):
    """Press a button of this page: the bar above it has one of the same name."""
    keyboard._tab_until(lambda one: one.objectName() == name and page.isAncestorOf(one), name)
    keyboard.press(Qt.Key.Key_Space)


def test_the_nurse_s_report_is_recorded_and_its_number_printed(start, demo_folder):
    keyboard = start(demo_folder)
    keyboard.unlock(PASSPHRASE)
    keyboard.push(f"open:{S3}")
    keyboard.says("Only Lee Byrne, Dental nurse, GDC 000002, can make this report.")

    keyboard.push("next-step")
    keyboard.heading("Police contact")
    keyboard.says("Whose report it is")
    page = keyboard.window.page(Place.POLICE)
    offered = {
        one.text() for one in page.findChildren(QRadioButton) if "reporter=" in one.objectName()
    }
    assert offered == {"Lee Byrne"}
    keyboard.answer("reporter", "Lee Byrne")
    keyboard.answer("way", "101")
    keyboard.fill_all("", force="Weir County Police", call_taker="P. Lindqvist", collar="WC 0417")
    keyboard.fill("told", "She told me that she was cut when she was six.")
    keyboard.answer("number_given", "Yes")
    keyboard.fill_all("", incident_number="Log 0123", incident_on="22 11 2026")
    push_on(keyboard, page, "record")

    keyboard.says("The contact with the police is recorded.")
    keyboard.says("Lee Byrne has not confirmed yet that this is their report: let them sign it.")
    keyboard.says("Write it into the clinical record: Incident number Log 0123 of 22 Nov 2026.")
    (past,) = keyboard.window.page(Place.CONCERN)._view.police
    assert past.contact.reason is PoliceReason.FGM
    assert past.contact.fgm.reporter == past.contact.by == "Lee Byrne"
    assert (past.contact.incident_number, past.contact.incident_on) == ("Log 0123", SUNDAY)
    keyboard.says("It stays due until Lee Byrne confirms it as theirs, signed in or on paper")
    assert "Police report due" in keyboard.read()

    keyboard.push(f"police-print:{past.contact.id}")
    keyboard.heading("Police incident-number record")
    words = printed_words(keyboard.window.page(Place.PAPER)._made.pdf)
    for expected in ("Log 0123", "Lee Byrne", "Weir County Police", "WC 0417", "this is my report"):
        assert expected in words
    keyboard.push("back")

    keyboard.push(f"police-confirm:{past.contact.id}")
    keyboard.push("sign-entry")
    keyboard.says("on paper, signed by the reporter")
    assert "has not confirmed yet" not in keyboard.read()
    assert "Police report due" not in keyboard.read()
    keyboard.hold(Qt.Key.Key_L)
