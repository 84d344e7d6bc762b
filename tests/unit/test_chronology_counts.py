"""The count of appointments against a second count that shares nothing with the first."""

from datetime import date, timedelta
from random import Random

import pytest

from sgdesk.domain.facts.chronology import (
    count,
    count_sentence,
    gap_words,
    in_time_order,
    sum_lines,
    sum_sentence,
)
from sgdesk.domain.facts.kinds import Attendance, Context, Event, EventKind
from sgdesk.ids import FactId

KINDS = ("examination", "treatment", "hospital", "emergency", "other-service", "contact", "note")
ENDS = (
    "attended", "late", "not-brought", "did-not-attend", "cancelled-by-family",
    "cancelled-by-practice", "not-an-appointment", "not-recorded", "planned", None,
)  # fmt: skip
KEPT_OR_MISSED = ("not-brought", "did-not-attend", "cancelled-by-family", "attended", "late")
START = date(2024, 1, 1)


def history(random):
    """Return a history as plain words: day, kind, ending, whose."""
    return [
        (
            None if random.random() < 0.05 else START + timedelta(days=random.randrange(900)),
            random.choice(KINDS),
            random.choice(ENDS),
            random.choice(("", "", "", "Sam")),
        )
        for _entry in range(random.randrange(40))
    ]


def as_facts(rows):
    events = [
        Event(
            id=FactId(str(number)), happened_on=day, event=EventKind(kind),
            attendance=None if end is None else Attendance(end), also_about=whose,
        )
        for number, (day, kind, end, whose) in enumerate(rows)
    ]  # fmt: skip
    return [Context(id=FactId("c"), text="not an event"), *events]


def tally(rows, since):
    """Count by going through the rows once, with the rule of flow 1 step 6 in plain words."""
    found = dict.fromkeys(
        ("planned", "missed", "absent", "family", "practice", "emergencies", "unknown"), 0
    )
    for day, kind, end, whose in rows:
        if day is None or whose or not day > since:
            continue
        if kind == "emergency":
            found["emergencies"] += end in ("attended", "late")
            continue
        if kind in ("other-service", "contact", "note"):
            continue
        found["unknown"] += end in (None, "not-recorded")
        found["practice"] += end == "cancelled-by-practice"
        found["missed"] += end == "not-brought"
        found["absent"] += end == "did-not-attend"
        found["family"] += end == "cancelled-by-family"
        found["planned"] += end in KEPT_OR_MISSED
    return tuple(found.values())


@pytest.mark.parametrize("seed", range(10))
def test_a_hundred_random_histories_count_alike(seed):
    random = Random(seed)

    for _history in range(100):
        rows = history(random)
        since = START + timedelta(days=random.randrange(-10, 910))
        got = count(as_facts(rows), since)
        assert tally(rows, since) == (
            got.planned, got.not_brought, got.did_not_attend, got.cancelled_by_family,
            got.cancelled_by_practice, got.emergencies_attended, got.not_recorded,
        )  # fmt: skip


@pytest.mark.parametrize("seed", range(5))
def test_the_sum_that_is_shown_adds_up_and_names_every_day(seed):
    random = Random(seed)

    for _history in range(100):
        rows = history(random)
        since = START + timedelta(days=random.randrange(900))
        lines = sum_lines(as_facts(rows), since, START)
        planned = tally(rows, since)[0]
        assert sum(len(line.days) for line in lines if line.counted) == planned
        assert sum_sentence(lines).endswith(f"= {planned} planned.") or not planned
        assert all(line.days == tuple(sorted(line.days)) for line in lines)


def test_the_sum_reads_as_one():
    rows = [
        (START + timedelta(days=number), "treatment", end, "")
        for number, end in enumerate(("not-brought", "attended", "not-brought", "late", "planned"))
    ]
    before = START - timedelta(days=1)

    lines = sum_lines(as_facts(rows), before, START)

    assert sum_sentence(lines) == "2 not brought + 1 attended + 1 attended late = 4 planned."
    assert count_sentence(count(as_facts(rows), before)).startswith("Not brought 2 of 4 planned")


def test_what_was_still_to_come_has_no_outcome_once_its_day_has_passed():
    rows = [(START + timedelta(days=number), "treatment", "planned", "") for number in range(3)]
    before, today = START - timedelta(days=1), START + timedelta(days=1)

    lines = sum_lines(as_facts(rows), before, today)
    told = count_sentence(count(as_facts(rows), before, today))

    assert [(line.label, len(line.days)) for line in lines] == [
        ("Outcome not recorded", 1), ("Still to come", 2),
    ]  # fmt: skip
    assert told.endswith("outcome not recorded 1.")


@pytest.mark.parametrize(
    ("ends", "wanted"),
    [
        (("did-not-attend", "attended"), "Did not attend 1 of 2 planned since"),
        (("did-not-attend", "not-brought"), "Not brought 1 and did not attend 1 of 2 planned"),
    ],
)
def test_an_adult_who_did_not_attend_is_never_called_not_brought(ends, wanted):
    rows = [(START, "treatment", end, "") for end in ends]

    told = count_sentence(count(as_facts(rows), START - timedelta(days=1)))

    assert told.startswith(wanted)


def test_what_has_no_outcome_is_said_and_not_counted():
    rows = [(START, "treatment", "not-recorded", ""), (START, "treatment", "not-brought", "")]

    told = count_sentence(count(as_facts(rows), START - timedelta(days=1)))

    assert told == "Not brought 1 of 1 planned since 31 Dec 2023; outcome not recorded 1."


def test_gaps_are_days_between_one_entry_and_the_next():
    days = [START, START, START + timedelta(days=1), START + timedelta(days=144)]
    events = in_time_order(as_facts([(day, "note", "not-an-appointment", "") for day in days]))

    assert gap_words(events) == ["", "Same day", "1 day", "143 days"]


def test_the_appointment_of_somebody_else_ends_no_gap():
    entries = [(0, ""), (10, "Sira Kamara"), (20, ""), (21, "sira  kamara"), (143, "")]
    events = in_time_order(
        as_facts([(START + timedelta(d), "note", "not-an-appointment", who) for d, who in entries])
    )

    assert gap_words(events) == ["", "", "20 days", "11 days", "123 days"]
