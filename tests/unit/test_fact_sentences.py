"""Nothing that somebody wrote about a fact is left out of its sentence, or changed in it."""

from datetime import date, time

import pytest

from sgdesk.domain.answers import YesNo
from sgdesk.domain.facts.kinds import Context, Event, Injury, Need, Opinion, Saying
from sgdesk.domain.facts.words import label, sentence
from sgdesk.ids import FactId

ID = FactId("f")


@pytest.mark.parametrize(
    ("measures", "expected"),
    [
        ({"length_mm": 22, "width_mm": 14}, "22 × 14 mm"),
        ({"length_mm": 22}, "22 mm"),
        ({"width_mm": 14}, "14 mm wide"),
        ({"distance_1_mm": 30}, "30 mm"),
        ({"landmark_2": "from the midline"}, "from the midline"),
    ],
)
def test_a_measure_is_never_dropped_because_another_is_missing(measures, expected):
    assert expected in sentence(Injury(id=ID, mark="bruise", **measures))


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (YesNo.YES, ("skin broken", ", swelling", ", pain reported")),
        (YesNo.NO, ("skin unbroken", "no swelling", "no pain reported")),
    ],
)
def test_no_is_an_answer_as_yes_is(answer, words):
    mark = Injury(id=ID, mark="cut", skin_broken=answer, swelling=answer, pain=answer)

    assert all(one in sentence(mark) for one in words)


def test_what_was_told_stands_beside_the_words_that_were_noted():
    said = Saying(id=ID, speaker="Mia", words="He was cross", gist="More about the evening")

    assert sentence(said) == "“He was cross” More about the evening."


def test_language_and_the_time_of_the_event_stand_with_what_was_said():
    said = Saying(
        id=ID, words="She fell", language="Sylheti", happened_on=date(2026, 11, 11),
        happened_at=time(16, 5),
    )  # fmt: skip

    assert "Said to have happened 11 Nov 2026 16:05." in sentence(said)
    assert "Spoken in Sylheti." in sentence(said)


def test_the_clock_time_of_an_event_is_in_its_label():
    assert label(Event(id=ID, happened_on=date(2026, 11, 20), happened_at=time(9))) == (
        "20 Nov 2026 09:00"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No heating", "No heating."),
        ("No heating.", "No heating."),
        ("And then…", "And then…"),
        ("Why?\n", "Why?\n"),
        ("Tired \n", "Tired."),
        ("لا يوجد تدفئة؟", "لا يوجد تدفئة؟"),
        ("  ", ""),
    ],
)
def test_only_a_full_stop_is_ever_added(text, expected):
    assert sentence(Context(id=ID, text=text)) == expected
    assert sentence(Need(id=ID, text=text)) == expected
    assert sentence(Opinion(id=ID, text=text)) == expected


@pytest.mark.parametrize(
    "words", ["", "a “quoted” word", "“all quoted”", "line\nline", "\u202ertl"]
)
def test_exact_words_are_never_edited(words):
    assert words in sentence(Saying(id=ID, words=words))
