"""What is on offer for an answer: in the order in which it is offered while somebody types."""

import pytest

from sgdesk.domain.facts.options import LANGUAGES, PROFESSIONS, RELATIONSHIPS


@pytest.mark.parametrize("offered", [RELATIONSHIPS, PROFESSIONS, LANGUAGES])
def test_a_word_that_is_typed_whole_comes_before_those_it_stands_in(offered):
    for word in offered:
        fitting = [one for one in offered if word.casefold() in one.casefold()]
        assert fitting[0] == word
