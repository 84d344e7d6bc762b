import pytest

from sgdesk.domain.wording.inflections import inflections
from sgdesk.domain.wording.language import PhraseIndex, Vocabulary, read_phrase
from sgdesk.domain.wording.words import words_of
from sgdesk.errors import UserError
from sgdesk.library.wording import read_wording, wording_rules
from sgdesk.paths import resources

SHIPPED = (resources() / "wording.toml").read_text(encoding="utf-8")
NOTHING = Vocabulary({}, {}, frozenset(), frozenset())


def test_the_shipped_rules_are_read_once():
    assert wording_rules() is wording_rules()
    assert wording_rules().version == "wording-2026-11-23.4"


def test_every_kind_names_its_source():
    for kind in wording_rules().types.values():
        assert kind.source.startswith(("Seen: ", "Recalled: "))


def test_every_kind_has_rules():
    assert {rule.type for rule in wording_rules().rules} == set(range(1, 14))


def test_a_phrase_that_begins_with_anything_is_refused_with_its_place():
    with pytest.raises(UserError, match="rules 1, phrases 2"):
        read_wording(SHIPPED.replace('"presumably"', '"_ presumably"').encode())


def test_a_group_that_does_not_exist_is_refused():
    with pytest.raises(UserError, match="rules 1, phrases 2"):
        read_wording(SHIPPED.replace('"presumably"', '"@nobody"').encode())


def test_a_harmless_expression_that_cannot_be_read_is_refused_with_its_place():
    wrong = SHIPPED.replace("harmless = [", 'harmless = ["@nobody",', 1)

    with pytest.raises(UserError, match="harmless 1"):
        read_wording(wrong.encode())


@pytest.mark.parametrize(
    ("word", "is_found"), [("pushed", True), ("helped", False), ("push", False), ("aided", False)]
)
def test_an_ending_leaves_out_the_words_that_are_barred(word, is_found):
    kindly = Vocabulary({"kindly": frozenset(["helped"])}, {}, frozenset(), frozenset())
    phrases = PhraseIndex([(read_phrase("he *ed|!@kindly|!aided", kindly), 0)])

    assert phrases.is_in(words_of(f"he {word} him", {}, frozenset())) is is_found


def test_a_kind_that_is_missing_is_refused():
    with pytest.raises(UserError, match="types"):
        read_wording(SHIPPED.replace("number = 13", "number = 12").encode())


def test_a_kind_that_does_not_exist_is_refused():
    with pytest.raises(UserError, match="rules 1, type"):
        read_wording(SHIPPED.replace("type = 1\n", "type = 14\n", 1).encode())


@pytest.mark.parametrize(
    "written", ["", "_ word", ".. word", "maybe? word", "ab* word", "*ing", "does|don't"]
)
def test_a_phrase_begins_with_a_word_and_has_no_contractions(written):
    with pytest.raises(ValueError):
        read_phrase(written, NOTHING)


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("slap", "slap slaps slapped slapping"),
        ("bruise", "bruise bruises bruised bruising"),
        ("deny", "deny denies denied denying"),
        ("push", "push pushes pushed pushing"),
        ("shout", "shout shouts shouted shouting"),
        ("hit", "hit hits hitting"),
    ],
)
def test_a_word_stands_for_its_endings(word, forms):
    assert inflections(word, {"hit": "hits hitting"}) == frozenset(forms.split())
