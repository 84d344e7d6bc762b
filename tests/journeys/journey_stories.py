"""What somebody does at a window that runs in a process of its own."""

import socket
import sys
import time
from pathlib import Path

from journey_canaries import (
    PASSWORD,
    Canaries,
    filled_decision,
    filled_record,
    make_mistakes,
    new_backup,
    on_worker,
    search_and_look,
    send_decision,
    type_into_every_page,
)
from journey_story import note_failed_portal, print_on, record, ring_duty_team, share
from journey_support import pause
from PySide6.QtCore import Qt

from sgdesk.domain.paper import PaperKind


def say(*words):
    print(*words, flush=True)


def told():
    return sys.stdin.readline().strip()


def open_desk(keyboard):
    keyboard.unlock(told())
    say("open")


def type_for_ever(keyboard, _answers):
    """Type a letter every few milliseconds until the process is killed."""
    open_desk(keyboard)
    keyboard.hold(Qt.Key.Key_N)
    keyboard.heading("Urgency")
    keyboard.tab_to("urgency.summary")
    say("begins")
    for number in range(100_000):
        keyboard.write("abcdefghij"[number % 10])
        say("typed", number + 1, time.monotonic())
        pause(20)


def type_a_call_for_ever(keyboard, _answers):
    """Type what they say in a call until the process is killed."""
    open_desk(keyboard)
    keyboard.push("call")
    keyboard.heading("Log a call")
    keyboard.tab_to("advice")
    say("begins")
    for number in range(100_000):
        keyboard.write("abcdefghij"[number % 10])
        say("typed", number + 1, time.monotonic())
        pause(20)


def lock_in_the_middle(keyboard, _answers):
    """Write something down, wait for the word, and lock."""
    open_desk(keyboard)
    keyboard.hold(Qt.Key.Key_N)
    keyboard.heading("Urgency")
    keyboard.fill("urgency.summary", told())
    say("written")
    told()
    keyboard.hold(Qt.Key.Key_L)


def type_while_the_disk_is_full(keyboard, _answers):
    """Type while no file may grow, then make room."""
    import resource

    open_desk(keyboard)
    begin_record(keyboard, "Typed while there was room.")
    no_limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, no_limit[1]))
    keyboard.write(" Typed while there was none.")
    keyboard.says("Nothing is lost")
    say("told", keyboard.field("saved").text())
    say("shown", keyboard.text("urgency.summary"))
    resource.setrlimit(resource.RLIMIT_FSIZE, no_limit)
    keyboard.says("Saved 12:05")
    say("saved")
    keyboard.shell.close()


def type_while_nothing_may_be_written(keyboard, _answers):
    """Type on after the folder became read-only, and close the window."""
    open_desk(keyboard)
    begin_record(keyboard, "Typed while it was writable.")
    say("written")
    told()
    keyboard.write(" Typed while it was not.")
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.says("Saved 12:05")
    say("shown", keyboard.read().count("Nothing is lost"))
    keyboard.shell.close()


def unlock_what_may_not_be_written(keyboard, _answers):
    """Try to open records in a folder that is read-only."""
    keyboard.tab_to("passphrase")
    keyboard.write(told())
    keyboard.press(Qt.Key.Key_Return)
    keyboard.wait(lambda: keyboard.problem("problem"))
    say("told", keyboard.problem("problem"))
    keyboard.shell.close()


def leave_canaries(keyboard, answers):
    """Write a word that can be found again wherever a person can write, and take it everywhere."""
    canaries, queue, home = Canaries(told()), told(), Path.home()
    open_desk(keyboard)
    typed = type_into_every_page(keyboard, canaries)
    kept = on_worker(keyboard, lambda desk: desk.concerns.open_draft(typed).draft)
    say("record", canaries.within(kept))
    concern = on_worker(keyboard, lambda desk: filled_record(desk, canaries))
    draft = on_worker(keyboard, lambda desk: filled_decision(desk, concern, canaries))
    say("decision", canaries.within(draft))
    keyboard.go_to("today", "Today")
    keyboard.push("draft:share:SG-2026-0002")
    keyboard.heading("Conditions")
    send_decision(keyboard, canaries, answers, queue, home / "pack.pdf")
    search_and_look(keyboard, canaries)
    new_backup(keyboard, home / "backups")
    reports = make_mistakes(keyboard, canaries, answers)
    say("reports", len(reports), sum(canaries.start in report for report in reports))
    say("done")
    told()
    keyboard.shell.close()


def look_at_the_demonstration(keyboard, answers):
    """Open the demonstration without a network, and make and look at the pack of its first case."""
    say("network", what_the_network_says())
    keyboard.unlock(told())
    keyboard.heading("Today")
    keyboard.push("draft:share:SG-2026-0031")
    keyboard.heading("Send or print")
    keyboard.fill("file.password", PASSWORD)
    keyboard.fill("file.again", PASSWORD)
    answers.answers.append(Path.home() / "pack.pdf")
    keyboard.push("save-protected")
    keyboard.says("saved. Give the password another way")
    keyboard.push("save-and-close")
    keyboard.heading("Today")
    keyboard.push("open:SG-2026-0031")
    keyboard.push("open-paper:pack:1")
    keyboard.says("Page 1 of")
    keyboard.push("as-text")
    say("seen", "Daddy gets cross when it hurts." in " ".join(keyboard.at.toPlainText().split()))
    keyboard.press(Qt.Key.Key_F1)
    keyboard.heading("Help")
    say("done")
    keyboard.shell.close()


def follow_up_after_a_failed_portal(keyboard, _answers):
    """Record S1 without a network, share it, find the portal down, ring, and print what follows."""
    say("network", what_the_network_says())
    queue = told()
    open_desk(keyboard)
    record(keyboard)
    share(keyboard)
    note_failed_portal(keyboard)
    ring_duty_team(keyboard)
    print_on(keyboard, PaperKind.PACK, queue)
    keyboard.push("save-and-close")
    keyboard.heading("SG-2026-0001")
    for words in ("Failed", "J. Okoro", "copy 1"):
        keyboard.says(words)
    say("logged")
    told()
    keyboard.shell.close()


def what_the_network_says():
    """Return what happens to a program that does ask for the network."""
    try:
        socket.create_connection(("127.0.0.1", 9), timeout=1).close()
    except OSError as error:
        return type(error).__name__
    return "connected"


def begin_record(keyboard, text):
    keyboard.hold(Qt.Key.Key_N)
    keyboard.heading("Urgency")
    keyboard.fill("urgency.summary", text)
    keyboard.says("Saved 12:05")


STORIES = {
    story.__name__: story
    for story in (
        type_for_ever, type_a_call_for_ever, lock_in_the_middle, type_while_the_disk_is_full,
        type_while_nothing_may_be_written, unlock_what_may_not_be_written, leave_canaries,
        look_at_the_demonstration, follow_up_after_a_failed_portal,
    )
}  # fmt: skip
