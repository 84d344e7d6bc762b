import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.domain.facts.kinds import Context, Injury, Observation, Opinion, Saying
from sgdesk.domain.facts.words import sentence
from sgdesk.domain.pack import going
from sgdesk.domain.sharing.decision import Choice
from sgdesk.domain.sharing.proposal import nothing_of_it_goes, whole_again
from sgdesk.domain.sharing.sentences import gap_words, in_part, sentences_of
from sgdesk.ids import FactId

GAP = gap_words()


def saying(words):
    return Saying(id=FactId("f"), speaker="Mia", words=words)


def chosen(fact, *stay):
    """Return a choice by sentences; `stay` are the places of those that stay."""
    choice = whole_again(fact, Choice(goes=True))
    parts = tuple(
        msgspec.structs.replace(part, goes=place not in stay)
        for place, part in enumerate(choice.parts)
    )
    return msgspec.structs.replace(choice, parts=parts)


def cut(fact, *stay):
    return in_part(fact, chosen(fact, *stay).parts)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("She fell.", 1), ("She fell. He left.", 2), ("Mr. J. Okoro said no! Then he left.", 2),
        ("30.5 mm long, e.g. here. Next.", 2), ("One line\nAnother line", 2), ("", 0),
        ("彼は来た。彼女は泣いた。", 2), ("“It hurts.” She cried.", 2),
    ],
)  # fmt: skip
def test_a_text_is_read_as_its_sentences(text, count):
    assert len(sentences_of(saying(text))) == count


def test_a_sentence_that_stays_leaves_one_gap_in_the_quotation():
    fact = saying("Daddy gets cross. Mum was out. It hurts. I am scared.")

    assert cut(fact, 1, 2).words == f"Daddy gets cross. {GAP} I am scared."
    assert f"“Daddy gets cross. {GAP} I am scared.”" in sentence(cut(fact, 1, 2))


def test_a_gap_at_the_beginning_and_at_the_end_can_be_seen():
    fact = saying("Daddy gets cross. It hurts. I am scared.")

    assert cut(fact, 0, 2).words == f"{GAP} It hurts. {GAP}"


def test_without_choices_the_whole_fact_goes():
    fact = saying("Daddy gets cross. It hurts.")

    assert going((fact,), {fact.id: Choice(goes=True)}) == (fact,)


def test_a_sentence_that_came_with_an_amendment_stays():
    before, after = saying("It hurts. I am scared."), saying("It hurts. Dad drinks. I am scared.")

    went = in_part(after, chosen(before).parts)

    assert went.words == f"It hurts. {GAP} I am scared."


def test_measurements_go_without_the_sentence_beside_them():
    fact = Injury(id=FactId("f"), mark="Bruise", length_mm=22, detail="Near the eye. Aunt saw it.")

    assert "22" in sentence(cut(fact, 1))
    assert "Aunt" not in sentence(cut(fact, 1))


def test_a_fact_of_which_nothing_goes_is_noticed():
    fact = Observation(id=FactId("f"), text="Silent. Crying.")

    assert nothing_of_it_goes(fact, chosen(fact, 0, 1))
    assert not nothing_of_it_goes(fact, chosen(fact, 0))
    assert not nothing_of_it_goes(Injury(id=FactId("f"), detail="One."), Choice(goes=True))


def test_an_older_choice_reads_as_before():
    older = b'{"goes": true, "reason": "", "proposed": true, "proposed_because": "Needed."}'

    assert msgspec.json.decode(older, type=Choice) == Choice(goes=True, proposed_because="Needed.")


def test_a_choice_by_sentences_comes_back_from_json():
    choice = chosen(saying("It hurts. I am scared."), 1)

    assert msgspec.json.decode(msgspec.json.encode(choice), type=Choice) == choice


@pytest.mark.parametrize("field", ["text", "because"])
def test_every_written_part_of_an_opinion_can_be_chosen(field):
    fact = Opinion(id=FactId("f"), text="It worries me.", because="It does not fit.")

    assert field in {one.field for one in sentences_of(fact)}


SENTENCES = st.lists(
    st.text("abc é“”’0123,;-", min_size=1, max_size=12).map(lambda text: f"W{text}Z."),
    min_size=1, max_size=6, unique=True,
)  # fmt: skip


@given(SENTENCES, st.sampled_from([" ", "  ", "\n", "\n\n"]), st.data())
def test_what_stays_is_nowhere_and_what_goes_is_untouched(words, between, data):
    fact = Context(id=FactId("f"), text=between.join(words))
    listed = [one.text for one in sentences_of(fact)]
    stay = data.draw(st.sets(st.integers(0, len(listed) - 1)))

    text = cut(fact, *stay).text

    held = {listed[place] for place in stay}
    for one in listed:
        if one in held and not any(one in other for other in listed if other not in held):
            assert one not in text
        if one not in held:
            assert one in text
    assert text.count(GAP) == len([place for place in stay if place - 1 not in stay])
    assert stay or text == fact.text
