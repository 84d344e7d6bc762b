"""Setting lines: nothing that was typed is changed, cut or reordered."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sgdesk.documents.lines import Line, Setter
from sgdesk.documents.shaping import Composed
from sgdesk.documents.styles import VALUE

ROOM = 180.0
ordinary = st.text(st.sampled_from("abcdefghij ÄéŁžπЖ .,;:!?'\"“”()-–0123456789"), max_size=300)
anything = st.text(max_size=120)


def typed(line: Line) -> str:
    return line.text if isinstance(line, Composed) else line


@given(ordinary)
def test_lines_joined_are_the_text(text: str) -> None:
    lines = [typed(line) for line in Setter().wrapped(text, VALUE, ROOM)]

    assert "".join("".join(lines).split()) == "".join(text.split())


@given(anything)
@settings(max_examples=60)
def test_no_character_of_any_script_is_dropped(text: str) -> None:
    lines = [typed(line) for line in Setter().wrapped(text, VALUE, ROOM)]

    assert "".join("".join(lines).split()) == "".join(text.split())


@given(ordinary)
def test_no_line_is_wider_than_its_room(text: str) -> None:
    setter = Setter()

    for line in setter.wrapped(text, VALUE, ROOM):
        assert setter.line_width(line, VALUE.face) * VALUE.size <= ROOM + 3 * VALUE.size * 0.26


def test_words_are_broken_at_spaces_only() -> None:
    lines = Setter().wrapped("Not brought to four of four planned visits", VALUE, 120)

    assert lines == ["Not brought to four of", "four planned visits"]


def test_a_word_longer_than_a_line_is_broken_and_kept_whole() -> None:
    lines = Setter().wrapped("x" * 400, VALUE, ROOM)

    assert len(lines) > 5
    assert "".join(typed(line) for line in lines) == "x" * 400


@pytest.mark.parametrize("new_line", ["\n", "\r\n", "\r", "\u2028"])
def test_lines_that_were_typed_stay_lines(new_line: str) -> None:
    assert Setter().wrapped(f"one{new_line}{new_line}two", VALUE, ROOM) == ["one", "", "two"]


def test_several_spaces_stay_several() -> None:
    assert Setter().wrapped("a   b", VALUE, ROOM) == ["a   b"]


def test_a_telephone_number_stays_on_one_line() -> None:
    lines = Setter().wrapped("Please telephone us on 01632 960022 today", VALUE, 150)

    assert lines == ["Please telephone us on", "01632 960022 today"]


def test_a_first_line_can_be_shorter() -> None:
    lines = Setter().wrapped("Northtown Duty Team, social care", VALUE, 120, 60)

    assert lines == ["Northtown", "Duty Team, social care"]
