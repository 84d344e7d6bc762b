"""How well the rules find what they should, on a list of our own sentences."""

import re
from functools import cache
from pathlib import Path

import pytest

from sgdesk.domain.wording import check
from sgdesk.library.wording import wording_rules

LIST = Path(__file__).parent.parent / "data" / "wording_sentences.tsv"
ROWS = [
    line.split("\t")
    for line in LIST.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
PARTS = ("tuned", "held-out")
BRACKETS = re.compile("[⟦⟧]")


def text_of(sentence):
    return BRACKETS.sub("", sentence.replace("\\n", "\n"))


def spans_in(sentence):
    """The words in brackets, in code points of the sentence without them."""
    places = [found.start() - number for number, found in enumerate(BRACKETS.finditer(sentence))]
    return list(zip(places[::2], places[1::2], strict=True))


@cache
def types_in(sentence):
    """The kinds of the marks; where words are in brackets, only of marks that touch them."""
    spans = spans_in(sentence.replace("\\n", "\n"))
    flags = check(text_of(sentence), wording_rules())
    return {
        flag.type
        for flag in flags
        if not spans or any(flag.start < end and start < flag.end for start, end in spans)
    }


def guilty(part):
    return [
        ({int(kind) for kind in kinds.split(",")}, sentence)
        for of, kinds, sentence in ROWS
        if of == part and kinds != "-"
    ]


def plain(part):
    return [sentence for of, kinds, sentence in ROWS if (of, kinds) == (part, "-")]


@pytest.mark.parametrize("part", PARTS)
def test_each_part_has_every_kind_and_as_many_plain_sentences_as_a_fair_list_needs(part):
    assert set().union(*(kinds for kinds, _sentence in guilty(part))) == set(range(1, 14))
    assert 0.8 <= len(plain(part)) / len(guilty(part)) <= 1.25
    assert len(plain(part)) + len(guilty(part)) >= 200


@pytest.mark.parametrize("part", PARTS)
def test_nine_in_ten_are_found_with_a_kind_that_they_have(part):
    missed = [sentence for kinds, sentence in guilty(part) if not kinds & types_in(sentence)]

    assert len(missed) <= len(guilty(part)) * 0.10, missed


@pytest.mark.parametrize("kind", range(1, 14))
def test_nine_in_ten_of_each_kind_are_found(kind):
    of_kind = [one for kinds, one in guilty("tuned") + guilty("held-out") if kinds == {kind}]
    missed = [sentence for sentence in of_kind if kind not in types_in(sentence)]

    assert len(missed) <= len(of_kind) * 0.10, missed


@pytest.mark.parametrize("part", PARTS)
def test_nine_in_ten_kinds_are_found_where_a_sentence_has_several(part):
    kinds = [(kind, sentence) for expected, sentence in guilty(part) for kind in sorted(expected)]
    missed = [(kind, sentence) for kind, sentence in kinds if kind not in types_in(sentence)]

    assert len(missed) <= len(kinds) * 0.10, missed


@pytest.mark.parametrize("part", PARTS)
def test_fewer_than_one_plain_sentence_in_ten_is_marked(part):
    alarms = [sentence for sentence in plain(part) if types_in(sentence)]

    assert len(alarms) < len(plain(part)) * 0.10, alarms
