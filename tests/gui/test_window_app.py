"""The program as a whole: lock page, desk, lock, recovery and damage, over a real store."""

import sys
import threading
from subprocess import PIPE, Popen

import pytest
from gui_support import field, press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit
from setup_support import LEAD, go_on, to_recovery, write
from window_support import says

from sgdesk.bootstrap import open_locked
from sgdesk.domain.concern import ConcernDraft
from sgdesk.domain.practice import Role
from sgdesk.services.setup import NewUser, PreparedDesk
from sgdesk.settings import Settings, save
from sgdesk.vault.keys import Cost
from ui.app import Program
from ui.lock_page import LockPage
from ui.main_window.fresh_copy import command, without_console
from ui.main_window.places import Place
from ui.setup.recover import RecoverPage
from ui.setup.wizard import SetupWizard

PASSPHRASE = "a quiet river bends twice"
ARGUMENTS = ["--store", "here"]


@pytest.fixture
def own_settings(tmp_path):
    """The settings file of this test alone."""
    return tmp_path / "settings.json"


@pytest.fixture
def sheet_words(practice):
    """The words of a recovery sheet, and the desk they belong to."""
    lead = NewUser(name="Asha Rahman", role=Role.LEAD, passphrase=PASSPHRASE)
    prepared = PreparedDesk(practice, [lead], Cost(m_kib=64, t=1, p=1))
    return prepared, " ".join(prepared.sheet.words)


@pytest.fixture
def start(qapp, qtbot, clock, own_settings, monkeypatch):
    """Start the program on a folder; whatever it opened is let go of afterwards."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    started = []

    def start(folder, *, demo=False):
        program = Program(
            qapp, folder, own_settings, ARGUMENTS, demo=demo, clock=None if demo else clock
        )
        started.append(program)
        program.start()
        qtbot.waitUntil(lambda: program.is_ready, timeout=20_000)
        return program

    yield start
    for program in started:
        if not program.shell.may_close:
            program.shell.close()
            qtbot.waitUntil(lambda program=program: program.shell.may_close)
        program.deleteLater()


def unlock(qtbot, program, passphrase=PASSPHRASE):
    page = program.shell.page
    assert isinstance(page, LockPage)
    qtbot.keyClicks(page.passphrase, passphrase)
    qtbot.keyClick(page.passphrase, Qt.Key.Key_Return)


def unlocked(qtbot, program):
    program.shell.resize(1366, 768)
    unlock(qtbot, program)
    qtbot.waitUntil(lambda: program.window is not None, timeout=10_000)
    return program.window


def test_a_right_passphrase_opens_today(qtbot, start, store_folder):
    program = start(store_folder)

    window = unlocked(qtbot, program)

    assert program.shell.page is window
    assert window.place is Place.TODAY
    says(qtbot, window, "Riverside Dental Practice")


def test_a_wrong_passphrase_is_said_and_nothing_opens(qtbot, start, store_folder):
    program = start(store_folder)

    unlock(qtbot, program, "not the passphrase at all")

    says(qtbot, program.shell, "this passphrase does not open the records")
    assert program.window is None


def test_after_several_wrong_ones_the_wait_is_counted_down(qtbot, start, store_folder):
    program = start(store_folder)
    page = program.shell.page

    for _try in range(4):
        unlock(qtbot, program, "not the passphrase at all")
        qtbot.waitUntil(lambda: page.passphrase.text() == "" and page.is_ready)

    says(qtbot, program.shell, "You can try again in")


def test_the_national_lines_stand_on_the_lock_page(qtbot, start, store_folder):
    says(qtbot, start(store_folder).shell, "999")


def test_a_lock_saves_the_draft_lets_the_store_go_and_starts_a_command(
    qtbot, start, store_folder, locked
):
    program = start(store_folder)
    window = unlocked(qtbot, program)
    window.record()
    qtbot.waitUntil(lambda: window.wizard is not None)
    summary = field(window.wizard, QPlainTextEdit, "urgency.summary")
    qtbot.keyClicks(summary, "Bruise on the left cheek")

    window.lock_asked.emit()
    qtbot.waitUntil(lambda: program.shell.may_close, timeout=10_000)

    assert program.again == ["--store", "here"]
    desk = locked.unlock(locked.users()[0].id, PASSPHRASE)
    (line,) = desk.today.view().drafts
    draft: ConcernDraft = desk.concerns.open_draft(line.concern_id).draft
    assert draft.urgency.summary == "Bruise on the left cheek"
    desk.close()


def test_the_screen_is_covered_at_once_when_it_locks(qtbot, start, store_folder):
    program = start(store_folder)
    window = unlocked(qtbot, program)

    window.lock_asked.emit()

    assert not window.isVisible()
    qtbot.waitUntil(lambda: program.shell.may_close, timeout=10_000)


def test_what_was_copied_here_is_gone_from_the_clipboard_after_a_lock(qtbot, start, store_folder):
    program = start(store_folder)
    window = unlocked(qtbot, program)
    QApplication.clipboard().setText("999 123 4012")

    window.lock_asked.emit()
    qtbot.waitUntil(lambda: program.shell.may_close, timeout=10_000)

    assert QApplication.clipboard().text() == ""


def test_closing_the_window_starts_no_command(qtbot, start, store_folder):
    program = start(store_folder)
    unlocked(qtbot, program)

    program.shell.close()
    qtbot.waitUntil(lambda: program.shell.may_close, timeout=10_000)

    assert program.again is None


def test_a_second_copy_is_refused_in_words(qtbot, start, store_folder):
    held = f"""
from pathlib import Path
from sgdesk.clock import SystemClock
from sgdesk.store.one_at_a_time import hold
held = hold(Path({str(store_folder)!r}), SystemClock())
print("held", flush=True)
input()
"""
    with Popen([sys.executable, "-c", held], stdin=PIPE, stdout=PIPE, text=True) as other:
        other.stdout.readline()
        program = start(store_folder)

        unlock(qtbot, program)

        says(qtbot, program.shell, "has these records open")
        other.communicate("")


def test_damaged_keys_are_said_on_the_lock_page_beside_the_emergency_numbers(
    qtbot, start, store_folder
):
    (store_folder / "slots-1.json").write_bytes(b"{")

    program = start(store_folder)

    page = program.shell.page
    assert field(page, QLabel, "problem").text() != ""
    says(qtbot, page, "999")


def test_the_recovery_sheet_gives_a_new_passphrase(qtbot, start, tmp_path, clock, sheet_words):
    prepared, words = sheet_words
    prepared.complete(tmp_path / "store", words, clock).close()
    program = start(tmp_path / "store")
    press(qtbot, program.shell, "lost")
    page = program.shell.page
    assert isinstance(page, RecoverPage)

    press(qtbot, page, "recover")
    says(qtbot, page, "Type the words of the sheet.")

    field(page, QPlainTextEdit, "sheet_1").setPlainText(words)
    qtbot.keyClicks(field(page, QLineEdit, "passphrase"), "green ladders sing at noon")
    qtbot.keyClicks(field(page, QLineEdit, "passphrase_again"), "green ladders sing at noon")
    press(qtbot, page, "recover")

    qtbot.waitUntil(lambda: program.window is not None, timeout=20_000)


def test_an_empty_folder_leads_to_set_up(qtbot, start, tmp_path):
    program = start(tmp_path / "nothing")

    assert isinstance(program.shell.page, SetupWizard)


def test_a_team_that_is_typed_in_set_up_is_kept_when_the_window_closes(
    qtbot, start, tmp_path, clock
):
    program = start(tmp_path / "records")
    wizard = program.shell.page
    to_recovery(qtbot, wizard)
    qtbot.waitUntil(lambda: wizard._prepared is not None, timeout=20_000)
    typed = field(wizard, QPlainTextEdit, "typed_words")
    typed.setPlainText(" ".join(wizard._prepared[1].sheet.words))
    go_on(qtbot, wizard)
    qtbot.waitUntil(lambda: wizard.step == "backup", timeout=20_000)
    for step in ("policies", "agencies"):
        go_on(qtbot, wizard)
        qtbot.waitUntil(lambda step=step: wizard.step == step)
    press(qtbot, wizard, "add-agency")
    write(qtbot, wizard, "name", "Northtown Duty Team")

    program.shell.close()
    qtbot.waitUntil(lambda: program.shell.may_close)

    desk = open_locked(tmp_path / "records", clock)
    desk = desk.unlock(desk.users()[0].id, LEAD)
    begun = [one.draft.agency.name for one in desk.unsaved.begun("agency")]
    desk.close()
    assert begun == ["Northtown Duty Team"]


def test_damaged_settings_are_told_and_the_programs_own_used(
    qtbot, start, store_folder, own_settings
):
    own_settings.write_text("{")
    program = start(store_folder)

    window = unlocked(qtbot, program)

    says(qtbot, window, "Your settings could not be read")
    assert program.settings == Settings()


def test_a_chosen_size_is_there_again_after_a_lock(qtbot, start, store_folder, own_settings):
    save(own_settings, Settings(percent=100, idle_minutes=10))

    window = unlocked(qtbot, start(store_folder))

    says(qtbot, window, "Locks after 10 min idle")


def test_a_fresh_copy_opens_no_console_beside_its_window(tmp_path):
    python, quiet = tmp_path / "Python.exe", tmp_path / "pythonw.exe"
    assert without_console(str(python)) == str(python)

    quiet.touch()

    assert without_console(str(python)) == str(quiet)
    assert without_console(str(tmp_path / "python3")) == str(tmp_path / "python3")


def test_a_fresh_copy_takes_no_module_from_the_folder_it_starts_in():
    assert command("python", ["--demo"], frozen=False) == (
        "python",
        ["-P", "-m", "sgdesk", "--demo"],
    )
    assert command("sgdesk.exe", ["--demo"], frozen=True) == ("sgdesk.exe", ["--demo"])
