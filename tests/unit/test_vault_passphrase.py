"""A passphrase is judged in plain words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.errors import UserError
from sgdesk.vault import passphrase
from sgdesk.vault.passphrase import Strength

NAMES = ("Noor Vale", "Millbrook Dental Practice")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", Strength.TOO_SHORT),
        ("x7$Kq9!mZ2@", Strength.TOO_SHORT),
        ("aaaaaaaaaaaaaaaaaaaa", Strength.WEAK),
        ("abcdefghijklmnopqrst", Strength.WEAK),
        ("98765432109876543210", Strength.WEAK),
        ("safeguarding", Strength.WEAK),
        ("Safeguarding1!", Strength.WEAK),
        ("kettle kettle kettle kettle kettle", Strength.WEAK),
        ("nine amber kettles whistle", Strength.FAIR),
        ("nine amber kettles whistle beyond quarry", Strength.STRONG),
        ("x7$Kq9!mZ2@pV4&w", Strength.STRONG),
    ],
)
def test_strength_is_estimated_plainly(typed: str, expected: Strength) -> None:
    assert passphrase.strength(typed) is expected


@pytest.mark.parametrize("found", Strength)
def test_every_strength_has_a_sentence(found: Strength) -> None:
    assert passphrase.sentence(found).casefold().startswith(found.value)


@given(st.text(max_size=60), st.text(max_size=20))
def test_more_characters_never_raise_or_shorten(typed: str, more: str) -> None:
    order = list(Strength)

    assert order.index(passphrase.strength(typed)) in range(4)
    if passphrase.strength(typed) is Strength.STRONG:
        longer = passphrase.strength(typed + " " + more)
        assert order.index(longer) >= order.index(Strength.FAIR)


@pytest.mark.parametrize(
    "typed", ["noor vale 2026", "NoorVale!!!!", "Vale, Noor 1", "millbrook dental practice"]
)
def test_a_name_with_little_else_is_refused(typed: str) -> None:
    with pytest.raises(UserError, match="without your own name or the name of the practice"):
        passphrase.check(typed, NAMES)


@pytest.mark.parametrize(
    "typed", ["noor vale eats purple lanterns", "practice nine amber kettles", "demo deputy only"]
)
def test_a_passphrase_with_enough_beside_a_name_is_accepted(typed: str) -> None:
    passphrase.check(typed, NAMES)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("short words", "at least 12 characters"),
        ("e\u0301" * 11, "at least 12 characters"),
        ("x1y2z3" * 200, "at most 1024 characters"),
        ("            ", "does not repeat the same few characters"),
        ("abababababab", "does not repeat the same few characters"),
        ("nine amber \ud800 kettles", "arrived broken"),
    ],
)
def test_what_cannot_be_a_passphrase_is_refused_in_words(typed: str, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence) as refusal:
        passphrase.check(typed, NAMES)

    assert refusal.value.field == "passphrase"
    assert refusal.value.__cause__ is None
    assert refusal.value.__context__ is None
