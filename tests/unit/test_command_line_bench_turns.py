"""What the row of the turns tells from the turns of several runs."""

from sgdesk.command_line.bench_rows import ROWS
from sgdesk.command_line.bench_turns import worst_first


def test_the_worst_action_is_the_one_with_the_longest_median() -> None:
    turns = {"one stray": [2.0, 90.0, 3.0], "always long": [20.0, 21.0, 19.0]}
    assert worst_first(turns) == [("always long", 20.0), ("one stray", 3.0)]


def test_the_turns_are_a_row_that_needs_a_display() -> None:
    row = next(row for row in ROWS if row.name == "turns")
    assert row.needs_display
    assert row.takes_minutes
    assert row.budget == 1.0
