"""Exact words are printed with one pair of quotation marks, and never changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sgdesk.domain.quoting import quoted, quoted_words


@pytest.mark.parametrize(
    "words",
    [
        '"I walked into the cupboard."',
        "“I walked into the cupboard.”",
        "'I don't know'",
        "‘I don’t know.’",
        '"I walked into the cupboard".',
        "«Je ne sais pas»",
    ],
)
def test_words_in_a_pair_of_their_own_get_no_second_one(words):
    assert quoted(words) == words
    assert "no second pair" in quoted_words(words)


@pytest.mark.parametrize(
    "words",
    [
        "I walked into the cupboard.",
        '"No" and then "Yes"',
        "“No”, then she said “Yes”",
        '"',
        '""',
        "",
        "'s what he said",
        '5"',
    ],
)
def test_all_other_words_get_one(words):
    assert quoted(words) == f"“{words}”"
    assert quoted_words(words) == ""


@given(some.text(max_size=40))
def test_the_words_stand_in_what_is_printed_as_they_were_typed(words):
    assert words in quoted(words)
