import sys
import threading

import pytest

from sgdesk.errors import SituationError, UserError
from ui.kit.crash import CrashWatch, report_of

SECRET = "Mia Thornton"


@pytest.fixture
def watch(qapp, asker, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    made = CrashWatch(asker)
    made.install()
    return made


def broken(name):
    local = name * 2
    try:
        raise ValueError(f"cannot read {local}")
    except ValueError as error:
        raise KeyError(name) from error


def caught():
    try:
        broken(SECRET)
    except KeyError as error:
        return error


def test_a_report_has_kinds_and_places_and_no_values():
    report = report_of(caught())

    assert "KeyError" in report
    assert "ValueError" in report
    assert "test_kit_crash.py:" in report
    assert " broken" in report
    assert SECRET not in report
    assert "/" not in report.replace("ui/", "")


def test_a_bug_is_told_once_and_says_first_that_nothing_is_lost(watch, asker):
    error = caught()

    sys.excepthook(type(error), error, error.__traceback__)
    sys.excepthook(type(error), error, error.__traceback__)

    assert len(asker.seen) == 1
    assert asker.seen[0].startswith("Nothing is lost:")


@pytest.mark.parametrize("error", [UserError("Type a name."), SituationError("The disk is full.")])
def test_our_own_error_is_told_in_its_own_words(watch, asker, error):
    sys.excepthook(type(error), error, None)

    assert asker.seen == [error.text]


def test_a_bug_in_another_thread_is_told_in_the_window(qtbot, watch, asker):
    thread = threading.Thread(target=broken, args=(SECRET,))
    thread.start()
    thread.join()

    qtbot.waitUntil(lambda: len(asker.seen) == 1)

    assert SECRET not in asker.seen[0]
