"""A clock that was set back, or that jumped far ahead, is noticed and said; nothing is refused."""

import os
from datetime import timedelta

import pytest
from sharing_support import signed

from sgdesk.services.clock_watch import folder_doubt


def events(desk, action):
    with desk._context.unit() as unit:
        return [one for one in unit.history.newest(500) if one.action == action]


def reopened(desk, locked):
    """Lock, and unlock again, as on the next morning."""
    desk.close()
    return locked.unlock(locked.users()[0].id, "a quiet river bends twice")


def test_a_clock_that_is_right_says_nothing(desk, clock):
    assert desk.today.view().clock == ""
    clock.at += timedelta(days=20)
    assert desk.today.view().clock == ""
    clock.at -= timedelta(seconds=90)
    assert desk.today.view().clock == ""


def test_a_clock_set_back_while_open_is_noticed_and_noted_once(desk, clock):
    desk.today.view()
    clock.at -= timedelta(hours=5)

    first, second = desk.today.view().clock, desk.today.view().clock

    assert first == second
    assert "Sun 22 Nov 2026, 07:05" in first
    assert "Sun 22 Nov 2026, 12:05" in first
    (noted,) = events(desk, "clock.noticed")
    assert noted.detail["kind"] == "behind"
    assert noted.at == clock.at


def test_nothing_is_refused_and_entries_carry_the_time_of_the_pc(desk, clock):
    clock.at -= timedelta(hours=12)
    desk.today.view()

    concern = signed(desk)

    assert concern.opened_at == clock.at
    assert "clock stands at" in desk.today.view().clock


def test_a_clock_set_back_while_the_pc_was_off_is_noticed_at_the_start(desk, clock, locked):
    clock.at -= timedelta(days=3)

    opened = reopened(desk, locked)

    assert "last written at Sun 22 Nov 2026" in opened.today.view().clock
    opened.close()


def test_many_entries_after_the_clock_was_set_back_do_not_hide_it(desk, clock, locked):
    clock.at -= timedelta(days=3)
    desk.today.view()
    with desk._context.unit() as unit:
        for _number in range(300):
            unit.audit("today.read")
        unit.commit()

    opened = reopened(desk, locked)

    assert "last written at Sun 22 Nov 2026" in opened.today.view().clock
    opened.close()


@pytest.mark.parametrize(("days", "said"), [(30, False), (32, True), (4_000, True)])
def test_a_jump_far_ahead_is_noticed_at_the_start(desk, clock, locked, days, said):
    clock.at += timedelta(days=days)

    opened = reopened(desk, locked)

    assert ("jumped ahead" in opened.today.view().clock) is said
    assert ("jumped ahead" in opened.today.view().clock) is said
    opened.close()


def test_somebody_who_looked_can_say_that_the_clock_is_right(desk, clock, locked):
    clock.at += timedelta(days=4_000)
    opened = reopened(desk, locked)
    assert opened.today.view().clock
    clock.at -= timedelta(days=4_000)
    assert "last written at" in opened.today.view().clock

    opened.today.confirm_clock()

    assert opened.today.view().clock == ""
    again = reopened(opened, locked)
    assert again.today.view().clock == ""
    again.close()


def test_the_demonstration_whose_clock_stands_still_is_never_doubted(demo_desk):
    assert demo_desk.today.view().clock == ""


def test_a_clock_before_the_files_of_the_store_is_said_while_locked(store_folder, clock):
    for file in store_folder.iterdir():
        os.utime(file, (clock.at.timestamp(), clock.at.timestamp()))
    assert folder_doubt(store_folder, clock) == ""

    clock.at -= timedelta(hours=1)
    assert folder_doubt(store_folder, clock) == ""

    clock.at -= timedelta(hours=2)
    assert "Sun 22 Nov 2026, 12:05" in folder_doubt(store_folder, clock)

    clock.at += timedelta(days=60)
    assert "jumped ahead" in folder_doubt(store_folder, clock)


def test_a_folder_without_a_store_has_nothing_to_doubt(tmp_path, clock):
    assert folder_doubt(tmp_path, clock) == ""
