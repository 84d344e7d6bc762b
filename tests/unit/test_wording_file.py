import pytest

from sgdesk.domain.phrases import read_phrase, words_of
from sgdesk.errors import UserError
from sgdesk.library.wording import read_wording, wording_rules
from sgdesk.paths import resources

SHIPPED = (resources() / "wording.toml").read_text(encoding="utf-8")


def test_the_shipped_rules_are_read_once():
    assert wording_rules() is wording_rules()
    assert wording_rules().version == "wording-2026-11-22"


def test_a_phrase_that_begins_with_anything_is_refused_with_its_place():
    with pytest.raises(UserError, match="rules 1, phrase 2"):
        read_wording(SHIPPED.replace('"presumably"', '"_ presumably"').encode())


def test_a_group_that_does_not_exist_is_refused():
    with pytest.raises(UserError, match="rules 1, phrase 2"):
        read_wording(SHIPPED.replace('"presumably"', '"@nobody"').encode())


def test_a_kind_that_is_missing_is_refused():
    with pytest.raises(UserError, match="types"):
        read_wording(SHIPPED.replace("number = 13", "number = 12").encode())


def test_a_kind_that_does_not_exist_is_refused():
    with pytest.raises(UserError, match="rules 1, type"):
        read_wording(SHIPPED.replace("type = 1\n", "type = 14\n", 1).encode())


def test_words_know_their_places_and_sentences():
    words = words_of("He’s 4.5. So what-ever?")

    assert [word.plain for word in words] == ["he's", "4", "5", "so", "what", "ever"]
    assert [word.sentence for word in words] == [0, 0, 0, 1, 1, 1]
    assert [word.joined for word in words] == [True, True, False, False, True, True]


@pytest.mark.parametrize("written", ["", "_ word", ".. word", "maybe? word", "ab* word"])
def test_a_phrase_begins_with_a_word(written):
    with pytest.raises(ValueError):
        read_phrase(written, {})
