from hypothesis import given
from hypothesis import strategies as some

from sgdesk.domain.wording.words import sentences, words_of


def plain(text, **spellings):
    return [word.plain for word in words_of(text, spellings, frozenset())]


def test_contractions_are_two_words_in_one_place():
    text = "She doesn’t, he can't, I'm"

    words = words_of(text, {}, frozenset())

    assert [word.plain for word in words] == "she does not he can not i am".split()
    assert text[words[2].start : words[2].end] == "doesn’t"


def test_an_s_with_its_mark_is_a_verb_where_no_owner_can_stand():
    assert plain("Mum's a nurse") == ["mum", "is", "a", "nurse"]
    assert plain("Dad’s been here") == ["dad", "has", "been", "here"]
    assert plain("Mum's boyfriend") == ["mum's", "boyfriend"]
    assert plain("It was Mum's") == ["it", "was", "mum's"]


def test_several_of_an_abbreviation_are_read_as_one():
    text = "Two HVs, the SW's car, NFA'd."

    words = words_of(text, {}, frozenset())

    shorts = [word for word in words if word.text.isupper()]
    assert [word.text for word in shorts] == ["HV", "SW", "NFA"]
    assert [text[word.start : word.end] for word in shorts] == ["HVs", "SW's", "NFA'd"]


def test_contractions_without_their_mark_are_read():
    assert plain("dont wont") == ["do", "not", "will", "not"]


def test_words_are_joined_over_a_gap_a_line_end_or_a_hyphen_only():
    words = words_of("one two-three\r\nfour, five", {}, frozenset())

    assert [word.joined for word in words] == [True, True, True, True, False]


def test_another_spelling_is_read_as_ours():
    assert plain("Behavior", behavior="behaviour") == ["behaviour"]


def test_a_surname_is_no_word():
    assert plain("Mrs Strange left.") == ["mrs", "^strange", "left"]


def test_letters_with_marks_of_their_own_are_one_word():
    assert plain("cafe\u0301s here") == ["cafe\u0301s", "here"]


def test_a_title_or_a_small_letter_does_not_end_a_sentence():
    parts = sentences("Dr. Amos saw the\nbruise. It was 4.5 mm.\nMia left.")

    found = [sentence.strip() for _start, sentence in parts if sentence.strip()]
    assert found == ["Dr. Amos saw the\nbruise.", "It was 4.5 mm.", "Mia left."]


@given(some.text() | some.text("Aa1.?!”’) \n", max_size=80))
def test_sentences_are_the_whole_text(text):
    parts = list(sentences(text))

    assert "".join(sentence for _start, sentence in parts) == text
    assert all(text[start:].startswith(sentence) for start, sentence in parts)


def test_a_text_without_an_end_is_read_in_pieces():
    assert max(len(sentence) for _start, sentence in sentences("word " * 20_000)) <= 600
