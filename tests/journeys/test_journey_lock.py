"""A lock in the middle of a word: all is kept, and the fresh process knows nothing."""

import os
import signal
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from journey_process import Home, at_work, copies_on, copy_at_rest, is_there, key_of, memory_of
from journey_records import decision_left_at, left_at, opened, signed
from journey_sample import PASSPHRASE
from journey_support import not_here
from print_queue import wait_for
from PySide6.QtCore import Qt

from sgdesk.clock import FixedClock

HALF = "Half of what there is to say, and then somebody came in."
RECORD = [
    ("urgency", "Urgency", "", "urgency.summary"),
    ("person", "The person", "", "person.address"),
    ("family", "Family and contacts", "add-relation", ".note"),
    ("seen", "What was seen", "add-observation", ".text"),
    ("said", "What was said", "add-saying", ".words"),
    ("chronology", "Chronology", "add-event", ".text"),
    ("context", "Context", "add-note", ".text"),
    ("needs", "Risk and immediate needs", "add-treatment", ".text"),
]
SHARE = [
    ("purpose", "Purpose", "purpose.so_that"),
    ("consent", "Consent and openness", "consent.own_view"),
    ("basis", "Lawful basis", "basis.gateway_factors"),
    ("necessary", "Necessary, proportionate", "necessity.risk_of_sharing"),
    ("recipient", "Recipient", "recipient.person"),
    ("route", "Route", "route.safe_because"),
    ("conditions", "Conditions", "conditions.use"),
]


@pytest.mark.parametrize(("step", "title", "add", "field"), RECORD, ids=lambda one: one)
def test_a_page_of_a_record_comes_back_as_it_was(
    start, store_folder, clock, step, title, add, field
):
    prepare(store_folder, clock, lambda desk: left_at(desk, step))
    keyboard = continued(start, store_folder, "draft:record:SG-2026-0001", title)
    if add:
        keyboard.push(add)
    left = half_written(keyboard, field)

    lock(keyboard)

    again = continued(start, store_folder, "draft:record:SG-2026-0001", title)
    assert caret_at(again) == left


@pytest.mark.parametrize(("step", "title", "field"), SHARE, ids=lambda one: one)
def test_a_page_of_a_decision_comes_back_as_it_was(start, store_folder, clock, step, title, field):
    prepare(store_folder, clock, lambda desk: decision_left_at(desk, signed(desk), step))
    keyboard = continued(start, store_folder, "draft:share:SG-2026-0001", title)
    left = half_written(keyboard, field)

    lock(keyboard)

    again = continued(start, store_folder, "draft:share:SG-2026-0001", title)
    assert caret_at(again) == left


def test_when_nobody_is_there_it_locks_by_itself_and_nothing_is_lost(
    start, store_folder, clock, monkeypatch
):
    wall = FixedClock(clock.now())
    monkeypatch.setattr("ui.main_window.entering.SystemClock", lambda: wall)
    prepare(store_folder, clock, lambda desk: left_at(desk, "urgency"))
    keyboard = continued(start, store_folder, "draft:record:SG-2026-0001", "Urgency")
    left = half_written(keyboard, "urgency.summary")

    wall.at += timedelta(minutes=3)
    keyboard.wait(lambda: keyboard.shell.may_close)

    assert keyboard.program.again == ["--store", str(store_folder)]
    again = continued(start, store_folder, "draft:record:SG-2026-0001", "Urgency")
    assert caret_at(again) == left


@pytest.mark.skipif(sys.platform != "linux", reason="reads the memory of a process in /proc")
def test_the_old_process_is_gone_and_the_new_one_knows_nothing(tmp_path, store_folder):
    home = Home(tmp_path / "pc")
    store_folder.rename(home.store)
    key = key_of(home.store, "Asha Rahman", PASSPHRASE)
    secrets = {
        "key": key, "key in hex": key.hex().encode(), "key in capitals": key.hex().upper().encode(),
        "passphrase": PASSPHRASE.encode(), "passphrase, wide": PASSPHRASE.encode("utf-16-le"),
        "text": HALF.encode(), "text, wide": HALF.encode("utf-16-le"),
    }  # fmt: skip

    with at_work(home, "lock_in_the_middle") as work:
        work.tell(PASSPHRASE)
        work.hear("open")
        work.tell(HALF)
        work.hear("written")
        assert {"key", "text, wide"} <= found(secrets, work.process.pid)
        work.tell("lock")
        code = work.ended()
        fresh = copy_at_rest(home.store)
    try:
        assert code == 0
        assert work.complaints() == []
        assert not is_there(work.process.pid)
        assert found(secrets, fresh) == set()
        assert found({"heading": "This desk is locked".encode("utf-16-le")}, fresh)
    finally:
        os.kill(fresh, signal.SIGKILL)
    wait_for(lambda: copies_on(home.store) == [])


def found(secrets, pid):
    """Return the names of the secrets that stand in the memory of a process."""
    if not may_read_memory():
        not_here("only root may read the memory of a process here (kernel.yama.ptrace_scope)")
    return {name for part in memory_of(pid) for name, secret in secrets.items() if secret in part}


def may_read_memory():
    scope = Path("/proc/sys/kernel/yama/ptrace_scope")
    return os.geteuid() == 0 or not scope.exists() or scope.read_text().strip() == "0"


def prepare(folder, clock, fill):
    desk = opened(folder, clock)
    fill(desk)
    desk.close()


def continued(start, folder, draft, title):
    """Unlock, and go on with a draft."""
    keyboard = start(folder)
    keyboard.unlock(PASSPHRASE)
    keyboard.push(draft)
    keyboard.heading(title)
    return keyboard


def half_written(keyboard, field):
    """Write into a field, go back a few letters, and return where the caret is then."""
    keyboard.fill(field, HALF)
    for _letter in range(5):
        keyboard.press(Qt.Key.Key_Left)
    field, text, place = caret_at(keyboard)
    assert (text, place) == (HALF, len(HALF) - 5)
    return field, text, place


def caret_at(keyboard):
    """Return the field that has the focus, its text, and the place of the caret in it."""
    widget = keyboard.at
    if hasattr(widget, "toPlainText"):
        return widget.objectName(), widget.toPlainText(), widget.textCursor().position()
    return widget.objectName(), widget.text(), widget.cursorPosition()


def lock(keyboard):
    keyboard.hold(Qt.Key.Key_L)
    keyboard.wait(lambda: keyboard.shell.may_close)
    assert keyboard.program.again == ["--store", keyboard.program.again[-1]]
