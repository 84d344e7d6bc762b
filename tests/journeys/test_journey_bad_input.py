"""What can be typed wrong, and what can be missing: a sentence at its place, and nothing lost."""

import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from journey_records import decided, decision_left_at, left_at, opened, signed
from journey_sample import PASSPHRASE
from print_queue import printed
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

RESERVED = '<Mia> Th:or"n/t\\o|n? of *Weir*'
LONG = "word " * 20_000
WRONG = [
    ("person", "person.born", "31 02 2020", "February 2020 has 29 days."),
    ("person", "person.born", "1 1 2030", "This date is in the future."),
    ("person", "person.born", "tomorrow", "Write day, month and year, such as"),
    ("person", "person.nhs_number", "999 123 4013", "its last digit does not fit the others"),
    ("person", "person.nhs_number", "12 34", "has ten digits"),
    ("person", "person.name", "M. T.", "Write the name in full."),
    ("seen", "presentation.presented_at", "25:61", "Type the time on the 24-hour clock"),
    ("seen", "presentation.event_on", "0 0 0", "Type the date as day, month and year"),
]


@pytest.fixture
def desk_of(clock):
    """Fill the records in a folder through the services, and let them go."""

    def fill(folder, act):
        desk = opened(folder, clock)
        act(desk)
        desk.close()

    return fill


@pytest.mark.parametrize(("step", "field", "typed", "sentence"), WRONG, ids=lambda one: one)
def test_what_cannot_be_is_explained_at_its_place_and_kept(
    start, store_folder, desk_of, step, field, typed, sentence
):
    desk_of(store_folder, lambda desk: left_at(desk, step))
    keyboard = at_draft(start, store_folder, "record")

    keyboard.fill(field, typed)
    keyboard.push("next")

    keyboard.says("before you go on")
    assert sentence in keyboard.problem(f"{field}:problem")
    assert keyboard.text(field) == typed
    lock(keyboard)
    again = at_draft(start, store_folder, "record")
    assert again.text(field) == typed


@pytest.mark.parametrize(
    ("field", "limit"), [("person.address", "20,000"), ("person.name", "300")], ids=lambda one: one
)
def test_a_hundred_thousand_letters_are_kept_and_explained(
    start, store_folder, desk_of, field, limit
):
    desk_of(store_folder, lambda desk: left_at(desk, "person"))
    keyboard = at_draft(start, store_folder, "record")
    keyboard.tab_to(field)
    keyboard.hold(Qt.Key.Key_A)
    QApplication.clipboard().setText(LONG)

    keyboard.hold(Qt.Key.Key_V)
    keyboard.push("next")

    keyboard.says("before you go on")
    assert f"This box takes up to {limit} characters" in keyboard.problem(f"{field}:problem")
    assert keyboard.text(field) == LONG
    lock(keyboard)
    again = at_draft(start, store_folder, "record")
    assert again.text(field) == LONG


def test_a_name_of_reserved_characters_reaches_the_paper_and_no_file_name(
    start, asker, store_folder, desk_of, tmp_path
):
    desk_of(store_folder, lambda desk: decided(desk, signed(desk, RESERVED)))
    keyboard = at_draft(start, store_folder, "share")
    keyboard.fill("file.password", "seven quiet lamps")
    keyboard.fill("file.again", "seven quiet lamps")
    asker.answers.append(tmp_path / "chosen.pdf")

    keyboard.push("save-protected")

    keyboard.says("saved. Give the password another way")
    assert asker.proposed == ["SG-2026-0001.pdf"]
    assert (tmp_path / "chosen.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.print_queue
def test_a_print_job_and_its_file_are_called_after_the_reference_alone(
    start, store_folder, desk_of, print_queue
):
    desk_of(store_folder, lambda desk: decided(desk, signed(desk, RESERVED)))
    keyboard = at_draft(start, store_folder, "share")

    keyboard.choose("printer", print_queue)
    keyboard.push("print:pack")

    keyboard.says("Referral pack, copy 1: sent to the printer.")
    jobs = run("lpstat", "-W", "all", "-o", print_queue)
    assert printed("SG-2026-0001 copy 1").startswith(b"%PDF")
    assert "Mia" not in jobs
    assert [path.name for path in (Path.home() / "PDF").glob("*Mia*")] == []


@pytest.mark.print_queue
def test_a_printer_that_is_gone_is_named_and_the_copy_waits_for_another(
    start, store_folder, desk_of, print_queue
):
    gone = f"{print_queue}-gone"
    subprocess.run(["lpadmin", "-p", gone, "-E", "-v", "cups-pdf:/"], check=True)
    desk_of(store_folder, lambda desk: decided(desk, signed(desk)))
    keyboard = at_draft(start, store_folder, "share")
    keyboard.choose("printer", gone)
    subprocess.run(["lpadmin", "-x", gone], check=True)

    keyboard.push("print:pack")

    keyboard.says(f"The printer “{gone}” is not there. Switch it on, or choose another printer.")
    keyboard.choose("printer", print_queue)
    keyboard.push("print:pack")
    keyboard.says("Referral pack, copy 1: sent to the printer.")
    assert printed("SG-2026-0001 copy 1").startswith(b"%PDF")


def test_without_a_keyring_everything_works_and_today_says_what_is_missing(start, store_folder):
    keyboard = start(store_folder)

    keyboard.unlock(PASSPHRASE)

    keyboard.says("This PC has no keychain that SG Desk can trust. Everything works, but")
    keyboard.hold(Qt.Key.Key_N)
    keyboard.heading("Urgency")
    keyboard.fill("urgency.summary", "Written without a keyring.")
    keyboard.says("Saved 12:05")


def test_a_clock_that_was_set_back_is_noticed_and_nothing_is_lost(
    start, store_folder, desk_of, clock
):
    desk_of(store_folder, lambda desk: left_at(desk, "urgency"))
    clock.at -= timedelta(days=2)

    keyboard = at_draft(start, store_folder, "record")

    assert keyboard.text("urgency.summary") == "What she said."
    keyboard.push("save-and-close")
    keyboard.says("The clock of this PC was set back. Times after entry")


def test_a_decision_with_a_gap_is_refused_at_its_place(start, store_folder, desk_of):
    desk_of(store_folder, lambda desk: decision_left_at(desk, signed(desk), "purpose"))
    keyboard = at_draft(start, store_folder, "share")

    keyboard.fill("purpose.so_that", "safeguarding")
    keyboard.push("next")

    keyboard.says("before you go on")
    problem = keyboard.problem("purpose.so_that:problem")
    assert "This would fit any case." in problem


@pytest.mark.parametrize(
    ("step", "add", "field"),
    [
        ("urgency", "", "urgency.nation"),
        ("chronology", "add-event", ".event"),
        ("chronology", "add-event", ".attendance"),
        ("context", "add-note", ".topic"),
        ("needs", "add-treatment", ".topic"),
    ],
    ids=lambda one: one,
)
def test_a_list_that_is_put_back_to_choose_loses_no_draft(
    start, store_folder, desk_of, step, add, field
):
    desk_of(store_folder, lambda desk: left_at(desk, step))
    keyboard = at_draft(start, store_folder, "record")
    if add:
        keyboard.push(add)

    keyboard.tab_to(field)
    keyboard.press(Qt.Key.Key_Home)
    lock(keyboard)

    again = at_draft(start, store_folder, "record")
    assert again.window.wizard.draft.person.name == "Mia Thornton"


def at_draft(start, folder, flow):
    """Unlock, and go on with the draft of a flow."""
    keyboard = start(folder)
    keyboard.unlock(PASSPHRASE)
    keyboard.push(f"draft:{flow}:SG-2026-0001")
    keyboard.wait(lambda: keyboard.window.wizard is not None)
    return keyboard


def lock(keyboard):
    keyboard.hold(Qt.Key.Key_L)
    keyboard.wait(lambda: keyboard.shell.may_close)


def run(*command):
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout
