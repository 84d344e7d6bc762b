"""The program is killed, or the disk refuses, in the middle of a word: nothing typed is lost."""

import contextlib
import os
import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from shutil import copytree

import pytest
from journey_process import Home, at_work
from journey_records import opened
from journey_sample import PASSPHRASE

LETTERS = "abcdefghij"
MOST_LOST_S = 2.0


@pytest.fixture
def homes(tmp_path, store_folder):
    """Homes whose stores are copies of one that was set up."""
    made = [Home(tmp_path / f"home-{number}") for number in range(3)]
    for home in made:
        copytree(store_folder, home.store)
    return made


def test_at_most_two_seconds_of_typing_are_lost_when_it_is_killed(homes, start):
    moments = [random.uniform(2.1, 4.0) for _home in homes]
    with ThreadPoolExecutor() as pool:
        killed = list(pool.map(killed_while_typing, homes, moments))

    for home, (typed, at) in zip(homes, killed, strict=True):
        keyboard = start(home.store)
        keyboard.unlock(PASSPHRASE)
        keyboard.push("draft:record:SG-2026-0001")
        keyboard.heading("Urgency")

        text = keyboard.text("urgency.summary")
        assert text == (LETTERS * len(typed))[: len(text)]
        assert len(text) >= sum(then < at - MOST_LOST_S for then in typed)
        assert keyboard.at.objectName() == "urgency.summary"
        assert keyboard.at.textCursor().position() == len(text)


def test_at_most_two_seconds_of_a_call_are_lost_when_it_is_killed(homes, start):
    home = homes[0]
    typed, at = killed_while_typing(home, random.uniform(2.1, 4.0), "type_a_call_for_ever")

    keyboard = start(home.store)
    keyboard.unlock(PASSPHRASE)
    keyboard.push("draft:call:")
    keyboard.heading("Log a call")

    text = keyboard.text("advice")
    assert text == (LETTERS * len(typed))[: len(text)]
    assert len(text) >= sum(then < at - MOST_LOST_S for then in typed)
    keyboard.wait(lambda: keyboard.at.objectName() == "advice")
    assert keyboard.at.textCursor().position() == len(text)


@pytest.mark.skipif(sys.platform == "win32", reason="limits on the size of files are POSIX")
def test_a_full_disk_is_told_and_what_was_typed_is_saved_once_there_is_room(homes, clock):
    home = homes[0]

    with at_work(home, "type_while_the_disk_is_full") as work:
        work.tell(PASSPHRASE)
        told = work.hear("told")
        shown = work.hear("shown")
        work.hear("saved")
        code = work.ended()

    assert (code, work.complaints()) == (0, [])
    assert told.startswith("Nothing is lost: the disk")
    assert shown == "Typed while there was room. Typed while there was none."
    assert summary_in(home, clock) == shown


@pytest.mark.skipif(sys.platform == "win32", reason="rights on folders are POSIX")
def test_a_folder_that_became_read_only_loses_nothing_typed(homes, clock):
    home = homes[0]

    with at_work(home, "type_while_nothing_may_be_written", before=bound_by_rights()) as work:
        work.tell(PASSPHRASE)
        work.hear("written")
        with read_only(home.store):
            work.tell("go on")
            code = work.ended()

    assert (code, work.complaints()) == (0, [])
    assert work.hear("shown") == "0"
    assert summary_in(home, clock) == "Typed while it was writable. Typed while it was not."


@pytest.mark.skipif(sys.platform == "win32", reason="rights on folders are POSIX")
def test_records_that_may_not_be_written_are_refused_in_words(homes):
    home = homes[0]

    with (
        read_only(home.store),
        at_work(home, "unlock_what_may_not_be_written", before=bound_by_rights()) as work,
    ):
        work.tell(PASSPHRASE)
        told = work.hear("told")
        code = work.ended()

    assert (code, work.complaints()) == (0, [])
    assert "cannot be written to" in told


def bound_by_rights():
    """Return the command in front of another that takes root's power over rights away."""
    if os.geteuid() != 0:
        return []
    powers = "-dac_override,-dac_read_search,-fowner"
    return ["setpriv", f"--bounding-set={powers}", f"--inh-caps={powers}"]


@contextlib.contextmanager
def read_only(folder):
    files = [folder, *folder.iterdir()]
    for file in files:
        file.chmod(0o500 if file.is_dir() else 0o400)
    try:
        yield
    finally:
        for file in files:
            if file.exists():
                file.chmod(0o700 if file.is_dir() else 0o600)


def summary_in(home, clock):
    desk = opened(home.store, clock)
    (line,) = desk.today.view().drafts
    text = desk.concerns.open_draft(line.concern_id).draft.urgency.summary
    desk.close()
    return text


def killed_while_typing(home, after, story="type_for_ever"):
    """Kill a process after some seconds; return when each letter was typed, and when it died."""
    with at_work(home, story) as work:
        work.tell(PASSPHRASE)
        work.hear("begins")
        with contextlib.suppress(subprocess.TimeoutExpired):
            work.process.wait(after)
        at = time.monotonic()
        work.process.kill()
        work.ended()
    assert work.complaints() == []
    typed = [line.split() for line in work.lines() if line.endswith("\n")]
    return [float(words[2]) for words in typed if words[0] == "typed"], at
