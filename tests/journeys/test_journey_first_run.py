"""From an empty PC to a printed referral, by keyboard alone, and to the same data afterwards."""

import re
from datetime import UTC, datetime

import pytest
from command_line_support import command
from journey_papers import absent, present, readable_in, revisions_of, text_of
from journey_sample import CONDITION, GOES, PASSPHRASE, STAYS
from journey_story import (
    file_entry,
    note_failed_portal,
    print_paper,
    record,
    ring_duty_team,
    set_up,
    share,
)
from PySide6.QtCore import Qt

from sgdesk.bootstrap import open_locked
from sgdesk.clock import FixedClock
from sgdesk.domain.paper import PaperKind

FRIDAY = FixedClock(datetime(2026, 11, 20, 12, 30, tzinfo=UTC))
SEEN_AGAIN = (
    "SG-2026-0001", "Mia Thornton", "22 × 14 mm", "Daddy gets cross when it hurts.", "J. Okoro",
    "Gateway timeout after sign-in", "Northtown Duty Team", "Referral pack",
    "Disclosure record (internal)", "Clinical-record slip",
)  # fmt: skip


@pytest.mark.print_queue
@pytest.mark.pdf_readers
def test_the_whole_way_by_keyboard_alone(start, asker, print_queue, tmp_path):
    folder, backups = tmp_path / "records", tmp_path / "backups"
    keyboard = start(folder, FRIDAY)
    set_up(keyboard, print_queue, asker, backups)
    record(keyboard)
    share(keyboard)
    note_failed_portal(keyboard)
    ring_duty_team(keyboard)
    pack = print_paper(keyboard, PaperKind.PACK, print_queue)
    disclosure = print_paper(keyboard, PaperKind.DISCLOSURE_RECORD, print_queue)
    keyboard.go_on("Clinical record")
    slip = print_paper(keyboard, PaperKind.CLINICAL_SLIP, print_queue)
    file_entry(keyboard)
    keyboard.says("Sun 22 Nov 2026, 10:19")
    keyboard.push("next")
    keyboard.heading("SG-2026-0001")
    make_backup(keyboard, asker, backups)
    lock(keyboard)

    check_printed_papers(pack, disclosure, slip, tmp_path)
    check_kept_pack(folder, tmp_path)
    sees_everything_again(start(folder, FRIDAY))
    restored = restore(newest(backups), tmp_path / "elsewhere")
    sees_everything_again(start(restored, FRIDAY))
    assert kept_in(restored) == kept_in(folder)


def test_set_up_starts_on_its_heading_and_tab_leads_to_the_first_question(start, tmp_path):
    keyboard = start(tmp_path / "records")
    keyboard.heading("The practice")

    assert keyboard.at.objectName() == "heading"
    keyboard.press(Qt.Key.Key_Tab)
    assert keyboard.at.objectName() == "practice.name"


def test_a_record_starts_on_its_heading_and_tab_leads_to_the_first_question(start, store_folder):
    keyboard = start(store_folder)
    keyboard.unlock(PASSPHRASE)

    keyboard.hold(Qt.Key.Key_N)

    keyboard.heading("Urgency")
    assert keyboard.at.objectName() == "heading"
    keyboard.press(Qt.Key.Key_Tab)
    assert keyboard.at.objectName() == "urgency.immediate_danger=yes"


def check_printed_papers(pack, disclosure, slip, tmp_path):
    # What comes out of the test printer was drawn anew, and no longer names its accented letters.
    assert absent([part for phrase in GOES for part in plain_parts(phrase)], text_of(pack)) == []
    assert present(STAYS, readable_in(pack, tmp_path)) == []
    internal = text_of(disclosure)
    assert absent(["hepatitis", "Two unpaid invoices", "Speculation", CONDITION], internal) == []
    entry = text_of(slip)
    assert absent(["SG-2026-0001", "Mia Thornton", "999 123 4012"], entry) == []
    assert present(["Karl", "Rina", "Salma", "Daddy", *STAYS], [entry]) == []


def plain_parts(phrase):
    return [part.strip() for part in re.split("[^ -~]+", phrase)]


def check_kept_pack(folder, tmp_path):
    pack = kept_in(folder)["papers"][PaperKind.PACK]

    assert revisions_of(pack) == 1
    assert absent(GOES, text_of(pack)) == []
    assert present(STAYS, readable_in(pack, tmp_path)) == []
    assert present(["Mia", "Thornton", "Mimi"], readable_in(pack, tmp_path)[2:3]) == []


def make_backup(keyboard, asker, backups):
    asker.answers.append(backups)
    keyboard.go_to("settings", "Settings")
    keyboard.tab_to("part:practice")
    keyboard.press(Qt.Key.Key_Right)
    keyboard.press(Qt.Key.Key_Right)
    keyboard.press(Qt.Key.Key_Space)
    keyboard.push("make-backup")
    keyboard.says("was made, opened and checked.")


def lock(keyboard):
    keyboard.hold(Qt.Key.Key_L)
    keyboard.wait(lambda: keyboard.shell.may_close)
    assert keyboard.program.again == ["--store", str(keyboard.program.again[-1])]


def newest(backups):
    return sorted(backups.glob("*.sgbackup"))[-1]


def restore(backup, folder):
    assert command("restore", backup, "--store", folder, passphrase=PASSPHRASE) == 0
    return folder


def sees_everything_again(keyboard):
    keyboard.heading("This desk is locked")
    assert absent(["Mia", "Thornton", "SG-2026-0001"], keyboard.read()) == [
        "Mia", "Thornton", "SG-2026-0001",
    ]  # fmt: skip
    keyboard.unlock(PASSPHRASE)
    keyboard.push("show-names")
    keyboard.push("open:SG-2026-0001")
    for phrase in SEEN_AGAIN:
        keyboard.says(phrase)
    lock(keyboard)


def kept_in(folder):
    """Return everything that the store holds about concerns, agencies and the practice."""
    locked = open_locked(folder, FRIDAY)
    desk = locked.unlock(locked.users()[0].id, PASSPHRASE)
    (row,) = desk.concerns.newest()
    view = desk.concerns.get(row.line.id)
    kept = {
        "view": (view.concern, view.stage, view.sharings, view.calls, view.dues, view.drafts),
        "papers": {paper.kind: desk.printing.pdf(paper.id) for paper in view.papers},
        "made": view.papers,
        "agencies": desk.agencies.list(),
        "practice": desk.practice,
        "people": desk.setup.users(),
    }
    desk.close()
    return kept
