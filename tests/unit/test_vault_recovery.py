"""Sheets typed back by people: what is accepted, and what each mistake is told."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from shamir_mnemonic.shamir import EncryptedMasterSecret, split_ems
from shamir_mnemonic.wordlist import WORDLIST

from sgdesk.errors import UserError
from sgdesk.vault import recovery
from sgdesk.vault.recovery import Sheet

SECRET = bytes(range(32))
SHEET = recovery.new_sheets(SECRET, 1, 1)[0]
THREE = recovery.new_sheets(SECRET, 2, 3)


def another_sheet(than: Sheet) -> Sheet:
    made = recovery.new_sheets(SECRET, 1, 1)[0]
    return made if made.identifier != than.identifier else another_sheet(than)


def read(*typed: str, sheet: Sheet = SHEET, threshold: int = 1) -> bytes:
    return recovery.secret_from(typed, sheet.identifier, threshold)


def text(words: tuple[str, ...] | list[str]) -> str:
    return " ".join(words)


def refusal_of(*typed: str, sheet: Sheet = SHEET, threshold: int = 1) -> UserError:
    with pytest.raises(UserError) as refusal:
        read(*typed, sheet=sheet, threshold=threshold)
    return refusal.value


def typed_back_refusal(typed: str, sheet: Sheet = SHEET) -> str:
    with pytest.raises(UserError) as refusal:
        recovery.check_typed_back(sheet.words, typed)
    return refusal.value.text


@pytest.mark.parametrize(
    "typed",
    [
        text(SHEET.words),
        text(SHEET.words).upper(),
        "  \n".join(SHEET.words) + "\t ",
        text([word[:4] for word in SHEET.words]),
        text([word[:5].title() for word in SHEET.words]),
        "\n".join(f"{number}. {word}" for number, word in enumerate(SHEET.words, start=1)),
        ", ".join(f"{number}){word}" for number, word in enumerate(SHEET.words, start=1)),
    ],
    ids=["as printed", "capitals", "lines", "four letters", "titles", "numbered", "with commas"],
)
def test_a_sheet_is_read_however_it_is_typed(typed: str) -> None:
    assert read(typed) == SECRET
    recovery.check_typed_back(SHEET.words, typed)


@given(st.binary(min_size=32, max_size=32))
@settings(max_examples=15)
def test_any_secret_comes_back_from_its_sheet(secret: bytes) -> None:
    (sheet,) = recovery.new_sheets(secret, 1, 1)

    assert len(sheet.words) == 33
    assert read(text(sheet.words), sheet=sheet) == secret


@pytest.mark.parametrize("wrong", ["gibberish", "aca", "academik", "akadem1c", "ácademic"])
def test_a_word_that_is_not_in_the_list_is_named_by_its_place(wrong: str) -> None:
    words = [*SHEET.words[:6], wrong, *SHEET.words[7:]]

    for told in (refusal_of(text(words)).text, typed_back_refusal(text(words))):
        assert told.startswith("Word 7 is not one of the words used on recovery sheets.")
        assert wrong not in told


def with_neighbours_exchanged(position: int) -> str:
    words = list(SHEET.words)
    words[position - 1 : position + 1] = reversed(words[position - 1 : position + 1])
    return text(words)


def test_two_neighbours_that_changed_places_are_found_wherever_they_stand() -> None:
    typed = {position: with_neighbours_exchanged(position) for position in range(1, 33)}
    different = {position for position in typed if typed[position] != text(SHEET.words)}

    assert len(different) >= 28
    for position in different:
        sentence = f"Words {position} and {position + 1} have changed places. Exchange them."
        assert refusal_of(typed[position]).text == sentence
        assert typed_back_refusal(typed[position]) == sentence


@given(position=st.integers(0, 32), other=st.sampled_from(WORDLIST))
@settings(max_examples=25)
def test_listed_words_that_do_not_fit_together_are_told(position: int, other: str) -> None:
    assume(other != SHEET.words[position])
    words = [*SHEET.words[:position], other, *SHEET.words[position + 1 :]]

    assert "do not fit together" in refusal_of(text(words)).text
    assert typed_back_refusal(text(words)).startswith(f"Word {position + 1} is not the word on")


def test_a_sheet_of_another_practice_is_told() -> None:
    other = text(another_sheet(SHEET).words)

    assert "belongs to another practice" in refusal_of(other).text
    assert "belongs to another practice" in typed_back_refusal(other)


@pytest.mark.parametrize(
    ("count", "advice"), [(0, "left out"), (32, "left out"), (34, "typed twice"), (66, "twice")]
)
def test_too_few_or_too_many_words_are_counted(count: int, advice: str) -> None:
    typed = text((SHEET.words * 2)[:count])

    told = typed_back_refusal(typed)

    assert f"A sheet has 33 words and {count} are typed here." in told
    assert advice in told
    assert not count or refusal_of(typed).text == told


def test_one_hundred_thousand_characters_are_a_sentence() -> None:
    assert refusal_of("academic " * 11_112).text.startswith("A sheet has 33 words and 11112")
    assert refusal_of("x" * 100_000).text.startswith("Word 1 is not one of the words")


def test_nothing_typed_asks_for_the_sheet() -> None:
    assert refusal_of().text == "Type the words of the recovery sheet."
    assert refusal_of(" ").text == "Type the words of the recovery sheet."


def test_one_sheet_of_two_asks_for_another() -> None:
    refusal = refusal_of(text(THREE[2].words), "", sheet=THREE[0], threshold=2)

    assert refusal.text == "Type the words of 2 sheets; 1 are here so far."
    assert refusal.field == "sheet_2"


def test_the_same_sheet_twice_is_told() -> None:
    once = text(THREE[1].words)

    refusal = refusal_of(once, once, sheet=THREE[0], threshold=2)

    assert refusal.text == "The same sheet was typed twice. Type 2 different sheets."


def test_a_mistake_names_the_sheet_it_is_on() -> None:
    first, second = text(THREE[0].words), text(THREE[1].words[:-1])

    assert refusal_of(first, second, sheet=THREE[0], threshold=2).field == "sheet_2"


def test_sheets_of_two_printings_under_one_number_do_not_open() -> None:
    made = [
        split_ems(1, [(2, 3)], EncryptedMasterSecret(7, True, 1, bytes([fill]) * 32))[0]
        for fill in (1, 2)
    ]

    with pytest.raises(UserError, match="do not belong together"):
        recovery.secret_from([made[0][0].mnemonic(), made[1][1].mnemonic()], 7, 2)


def test_another_sheet_of_the_same_printing_is_named_when_typed_back() -> None:
    assert typed_back_refusal(text(THREE[2].words), THREE[0]) == (
        "This is sheet 3. Type the words of sheet 1."
    )
