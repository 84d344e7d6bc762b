"""Nothing that somebody wrote about a fact is left out of its sentence, or changed in it."""

from datetime import UTC, date, datetime, time
from typing import get_args, get_type_hints

import msgspec
import pytest

from sgdesk.domain.answers import YesNo
from sgdesk.domain.facts.kinds import (
    Context,
    Event,
    Hearing,
    Injury,
    Need,
    Observation,
    Opinion,
    Saying,
)
from sgdesk.domain.facts.words import label, sentence, source
from sgdesk.domain.flows.fact_rules import fact_problems
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


@pytest.mark.parametrize(
    ("field", "sign"),
    [
        ("skin_broken", "skin broken"), ("swelling", "swelling"), ("pain", "pain"),
        ("blister", "blister"), ("bleeding", "bleeding"), ("scab", "scab"),
        ("grit", "grit or dirt"), ("hot", "hot to the touch"),
        ("movement", "movement restricted"), ("blanches", "blanches when pressed"),
        ("petechiae", "pinpoint red spots"), ("photo", "Photograph taken"),
        ("seen_directly", "Seen by the person who records it"),
    ],
)  # fmt: skip
def test_not_known_and_not_asked_are_two_answers_of_a_mark(field, sign):
    for answer, words in ((YesNo.NOT_KNOWN, "not known"), (YesNo.NOT_ASKED, "not asked")):
        told = sentence(Injury(id=ID, mark="cut", **{field: answer}))
        assert f"{sign}: {words}" in told


def test_every_measure_of_a_mark_is_told():
    mark = Injury(id=ID, mark="bruise", length_mm=22, width_mm=14, diameter_mm=30, count=2)

    assert sentence(mark) == "2 × Bruise 22 × 14 mm, 30 mm across each."


@pytest.mark.parametrize(
    "field", ["count", "length_mm", "width_mm", "diameter_mm", "distance_1_mm", "distance_2_mm"]
)
def test_no_measure_that_is_no_number_is_lost_in_silence(field):
    whole = Injury(id=ID, mark="bruise", place="chin")
    lost = msgspec.structs.replace(whole, **{field: None, f"{field}_typed": "a fist"})
    far = msgspec.structs.replace(whole, **{field: 9_999})

    for mark in (lost, far):
        found = fact_problems("seen", mark, date(2026, 11, 22))
        assert [one.field for one in found] == [f"{ID}.{field}"]


WHOLE = {
    Injury: {"mark": "bruise", "landmark_1": "from the nose", "landmark_2": "from the ear",
             "photo": YesNo.YES, "known_mark": True},
    Saying: {"words": "She fell", "is_explanation": True, "hearing": Hearing.REPORTED,
             "explains": "bruise", "notes_kept": YesNo.YES, "noticed_on": date(2026, 11, 20)},
    Event: {"happened_on": date(2026, 11, 20), "noticed_by": "the book"},
    Observation: {"topic": "behaviour"},
    Context: {"topic": "history"},
    Need: {"topic": "safety-net", "review_on": date(2026, 11, 24)},
    Opinion: {"text": "Likely", "level": "Level 4", "noticed_on": date(2026, 11, 20)},
}  # fmt: skip
# Not words about the fact: where it lies follows from the map, and whose data it also is decides
# what goes out. No page asks when a mark, an observation or an opinion happened, nor when the
# entry of an event was noticed.
NOT_TOLD = {
    "id", "view", "x", "y", "place", "recorded_at", "also_about", "explains_marks", "teeth",
}  # fmt: skip
NEVER_ASKED = {
    Injury: ("happened_on", "happened_at"), Observation: ("happened_on", "happened_at"),
    Opinion: ("happened_on", "happened_at"), Event: ("noticed_on", "noticed_at", "noticed_by"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        (kind, field)
        for kind in WHOLE
        for field in kind.__struct_fields__
        if field not in {*NOT_TOLD, *NEVER_ASKED.get(kind, ())} and not field.endswith("_typed")
    ],
)
def test_every_answer_about_a_fact_is_told_in_its_words(kind, field):
    def told(**changes):
        fact = kind(id=ID, **(WHOLE[kind] | changes))
        return label(fact), sentence(fact), source(fact)

    hint = get_type_hints(kind)[field]
    answers = {
        str: ("Xyz", "Uvw"), bool: (True, False), int | None: (7, 8),
        tuple[str, ...]: (("Xyz",), ()), date | None: (date(2026, 1, 2), None),
        time | None: (time(9, 40), None),
        datetime | None: (datetime(2026, 1, 2, tzinfo=UTC), None),
        YesNo | None: (YesNo.YES, YesNo.NO),
    }  # fmt: skip
    first, second = answers.get(hint) or list(get_args(hint)[0])[:2]
    assert told(**{field: first}) != told(**{field: second})
