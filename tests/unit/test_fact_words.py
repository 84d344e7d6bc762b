from datetime import date

import pytest

from sgdesk.domain.facts.chronology import count, count_sentence
from sgdesk.domain.facts.kinds import Attendance, Event, EventKind, Injury, Need, Saying
from sgdesk.domain.facts.words import label, sentence, source
from sgdesk.ids import FactId


def event(day, kind, attendance):
    return Event(id=FactId(str(day)), happened_on=day, event=kind, attendance=attendance)


def test_the_count_of_sample_s1_is_a_sum_from_its_start():
    missed, treatment = Attendance.NOT_BROUGHT, EventKind.TREATMENT
    emergency, came = EventKind.EMERGENCY, Attendance.ATTENDED
    events = [
        event(date(2025, 12, 11), EventKind.EXAMINATION, came),
        event(date(2026, 1, 12), emergency, came),
        event(date(2026, 3, 4), treatment, missed),
        event(date(2026, 4, 30), emergency, came),
        event(date(2026, 6, 2), treatment, missed),
        event(date(2026, 7, 15), treatment, Attendance.CANCELLED_BY_PRACTICE),
        event(date(2026, 8, 18), treatment, missed),
        event(date(2026, 10, 7), treatment, missed),
        event(date(2026, 11, 20), emergency, came),
    ]

    assert count_sentence(count(events, date(2025, 12, 11))) == (
        "Not brought 4 of 4 planned since 11 Dec 2025; cancelled by the practice 1;"
        " emergencies attended 3."
    )


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, "Bruise 22 × 14 mm, oval, purple."), (3, "3 × Bruise 22 × 14 mm each, oval, purple.")],
)
def test_a_mark_reads_as_measured_and_as_typed(number, expected):
    mark = Injury(
        id=FactId("m"), place_words="left cheek", mark="bruise", count=number, length_mm=22,
        width_mm=14, shape="oval", colour="purple",
    )  # fmt: skip

    assert (label(mark), sentence(mark)) == ("Left cheek", expected)


def test_words_stand_in_quotes_with_nothing_stray_beside_them():
    said = Saying(id=FactId("s"), speaker="Father", words="She fell.", to_whom="A. Rahman")

    assert sentence(said) == "“She fell.” Said to A. Rahman."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Alone", "Nobody else was present."),
        ("alone.", "Nobody else was present."),
        ("L. Byrne", "Present: L. Byrne."),
        ("Nobody else; alone with L. Byrne", "Present: Nobody else; alone with L. Byrne."),
        ("", ""),
    ],
)
def test_who_was_present_reads_as_a_sentence(typed, said):
    assert sentence(Saying(id=FactId("s"), words="No.", present=typed)) == f"“No.” {said}".strip()


@pytest.mark.parametrize(("typed", "said"), [("", "Noted"), ("L. Byrne", "Noted by L. Byrne")])
def test_a_need_is_noted_and_from_no_older_record(typed, said):
    assert source(Need(id=FactId("n"), text="An interpreter.", noticed_by=typed)) == said
