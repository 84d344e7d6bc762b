"""The order of mixed text on a line, after the Unicode Bidirectional Algorithm."""

import pytest

from sgdesk.documents.bidi import has_right_to_left, visual_runs


@pytest.mark.parametrize(
    ("line", "runs"),
    [
        ("only Latin", [("only Latin", False)]),
        ("אבג", [("אבג", True)]),
        ("to אבג דהו now", [("to ", False), ("אבג דהו", True), (" now", False)]),
        ("אבג 12 דהו", [(" דהו", True), ("12", False), ("אבג ", True)]),
        ("born 12/03/2019 אבג", [("born 12/03/2019 ", False), ("אבג", True)]),
        ("x אבג 12/03 y", [("x ", False), ("12/03", False), ("אבג ", True), (" y", False)]),
        ("אבג, דהו.", [("אבג, דהו.", True)]),
        ("مرحبا 5%", [("%", True), ("5", False), ("مرحبا ", True)]),
        ("אבג 5%", [("5%", False), ("אבג ", True)]),
    ],
)
def test_a_line_is_drawn_in_reading_order(line: str, runs: list[tuple[str, bool]]) -> None:
    assert visual_runs(line) == runs


def test_right_to_left_letters_and_arabic_digits_are_noticed() -> None:
    assert has_right_to_left("x ש")
    assert has_right_to_left("٣")
    assert not has_right_to_left("plain 12")
