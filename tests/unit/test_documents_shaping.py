"""Other scripts, combining marks, and what no font can print."""

import pytest

from sgdesk.documents.fonts import unprintable
from sgdesk.documents.shaping import clusters, compose, pieces
from sgdesk.documents.styles import REGULAR
from sgdesk.documents.system_fonts import font_folders, typefaces_for

HAS_HEBREW = any(True for _ in typefaces_for("שלום"))
needs_hebrew = pytest.mark.skipif(not HAS_HEBREW, reason="no font here has Hebrew letters")


@pytest.mark.parametrize(
    "text", ["Rina Thornton née Begum", "Łukasz Żółć", "Ελένη Παπαδοπούλου", "Юлия Ёлкина", "Ẅ"]
)
def test_latin_greek_and_cyrillic_are_printed_as_they_are(text: str) -> None:
    assert unprintable([text]) == []
    assert not any(piece.shaped for piece in compose(text, REGULAR).pieces)


def test_a_letter_with_a_separate_accent_is_shaped_as_one() -> None:
    (name,) = pieces("e\u0301", REGULAR, False)

    assert name.outline
    assert name.spoken == "e\u0301"
    assert name.width == pytest.approx(0.56, abs=0.02)


def test_what_no_font_has_is_named_with_its_word() -> None:
    assert unprintable(["fine", "a\x07b and \U0010fffe"]) == [
        "a\x07b (U+0007)",
        "\U0010fffe (U+10FFFE)",
    ]


def test_what_no_font_has_becomes_a_box_in_its_place() -> None:
    before, box, after = pieces("a\x07b", REGULAR, False)

    assert (before.text, box.code, after.text) == ("a", "0007", "b")
    assert box.outline
    assert box.width > 0


def test_a_character_that_turns_text_around_is_shown() -> None:
    assert unprintable(["safe\u202egnp.exe"]) == ["safe\u202egnp.exe (U+202E)"]


def test_a_lone_half_of_a_pair_is_shown_as_a_box() -> None:
    assert unprintable(["x\ud800"]) == ["x\ud800 (U+D800)"]


def test_invisible_hints_take_no_room_and_are_no_problem() -> None:
    assert unprintable(["safe\u00adguarding\u200b"]) == []
    assert compose("a\u00adb", REGULAR).pieces[1].width == 0


def test_accents_and_joiners_stay_with_their_letters() -> None:
    assert clusters("ae\u0301b") == ["a", "e\u0301", "b"]
    assert clusters("👩\u200d⚕\ufe0f") == ["👩\u200d⚕\ufe0f"]


@needs_hebrew
def test_hebrew_is_shaped_and_stands_from_right_to_left() -> None:
    found = compose("דוד כהן (אבא)", REGULAR).pieces

    assert unprintable(["דוד כהן"]) == []
    assert [piece.spoken for piece in found if piece.spoken] == ["אבא", "ןהכ", "דוד"]
    assert "".join(piece.text for piece in found if not piece.shaped) == "(" + ")" + "  "


def test_every_system_has_folders_for_fonts() -> None:
    assert font_folders()
