"""How well the rules find what they should, on a list of our own sentences."""

from pathlib import Path

from sgdesk.domain.wording import check
from sgdesk.library.wording import wording_rules

LIST = Path(__file__).parent.parent / "data" / "wording_sentences.tsv"
SENTENCES = [
    line.split("\t") for line in LIST.read_text(encoding="utf-8").splitlines() if line.strip()
]


def types_in(sentence):
    return {flag.type for flag in check(sentence, wording_rules())}


def test_the_list_has_two_hundred_sentences_and_every_kind():
    assert len(SENTENCES) >= 200
    assert {kind for kind, _ in SENTENCES} == {"-", *map(str, range(1, 14))}


def test_nine_in_ten_are_found_with_their_kind():
    guilty = [(int(kind), sentence) for kind, sentence in SENTENCES if kind != "-"]
    missed = [sentence for kind, sentence in guilty if kind not in types_in(sentence)]

    assert len(missed) <= len(guilty) * 0.10, missed


def test_fewer_than_one_plain_sentence_in_ten_is_marked():
    plain = [sentence for kind, sentence in SENTENCES if kind == "-"]
    alarms = [sentence for sentence in plain if types_in(sentence)]

    assert len(alarms) < len(plain) * 0.10, alarms
