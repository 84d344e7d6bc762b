"""An independent model of the deadlines: tables, Easter, summer time and months worked out here,
from the published rules, without the program's code, the holiday library or the zone database."""

import json
import random
import sys
from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from io import BytesIO, TextIOWrapper

from sgdesk.__main__ import main
from sgdesk.domain.answers import Nation
from sgdesk.domain.deadlines import due
from sgdesk.library.guidance import every_rule

DAY = timedelta(days=1)
ENGLAND, WALES, SCOTLAND, NORTHERN_IRELAND = Nation
BOTH, ALL = (ENGLAND, WALES), tuple(Nation)
MODEL = {
    "DL-FGM-TARGET": ("working", 1, BOTH),
    "DL-FGM-LEGAL": ("months", 1, BOTH),
    "DL-FGM-DELAY-ADVICE": ("same day", 0, BOTH),
    "DL-FGM-WALES-LA": ("hours", 24, (WALES,)),
    "DL-REF-IMMEDIATE": ("minutes", 30, (ENGLAND,)),
    "DL-REF-IMMEDIATE-W": ("minutes", 30, (WALES,)),
    "DL-REF-IMMEDIATE-SCO": ("minutes", 30, (SCOTLAND,)),
    "DL-REF-IMMEDIATE-NI": ("minutes", 30, (NORTHERN_IRELAND,)),
    "DL-REF-ROUTINE": ("working", 1, (ENGLAND,)),
    "DL-REF-ROUTINE-CHILD-W": ("hours", 24, (WALES,)),
    "DL-REF-ROUTINE-ADULT-E": ("working", 1, (ENGLAND,)),
    "DL-REF-ROUTINE-ADULT-W": ("hours", 24, (WALES,)),
    "DL-REF-WRITTEN-CHILD-E": ("local hours", 24, (ENGLAND,)),
    "DL-REF-WRITTEN-ADULT-E": ("local hours", 24, (ENGLAND,)),
    "DL-REF-WRITTEN-CHILD-W": ("hours", 24, (WALES,)),
    "DL-REF-WRITTEN-ADULT-W": ("hours", 24, (WALES,)),
    "DL-REF-WRITTEN-SCO": ("local hours", 24, (SCOTLAND,)),
    "DL-REF-WRITTEN-ADULT-SCO": ("local hours", 24, (SCOTLAND,)),
    "DL-REF-WRITTEN-NI": ("local hours", 24, (NORTHERN_IRELAND,)),
    "DL-ACK-E": ("working", 1, (ENGLAND,)),
    "DL-ACK-CHASE-E": ("working at ten", 1, (ENGLAND,)),
    "DL-ACK-ESC-E": ("working", 3, (ENGLAND,)),
    "DL-ACK-CHASE-W": ("working", 7, (WALES,)),
    "DL-ACK-CHASE-W-SOON": ("working", 2, (WALES,)),
    "DL-ACK-CHASE-ADULT": ("working", 2, (WALES, SCOTLAND, NORTHERN_IRELAND)),
    "DL-SCO-RESP": ("days", 10, (SCOTLAND,)),
    "DL-OUTCOME-CHASE": ("working", 5, ALL),
    "DL-ESC-L1": ("working", 2, (ENGLAND,)),
    "DL-ESC-L2": ("working", 5, (ENGLAND,)),
    "DL-ESC-L3": ("working", 2, (ENGLAND,)),
    "DL-ESC-L4": ("working", 5, ALL),
    "DL-ICPC-INFO": ("working", 15, (ENGLAND,)),
    "DL-ASSESS-45": ("working", 45, (ENGLAND,)),
    "DL-NI-IA": ("working", 10, (NORTHERN_IRELAND,)),
    "DL-LADO": ("working", 1, (ENGLAND,)),
    "DL-LADO-W": ("hours", 24, (WALES,)),
    "DL-CALLBACK": ("hours", 1, ALL),
    "DL-CALLBACK-OPEN": ("working", 1, ALL),
    "DL-POLICE-CALLBACK": ("hours", 1, ALL),
    "DL-POLICE-REF": ("same day", 0, ALL),
    "DL-CLIN-ENTRY": ("same working day", 0, ALL),
    "DL-VISIBILITY": ("same working day", 0, ALL),
    "DL-EMERG-COMPLETE": ("hours", 24, ALL),
    "DL-BREACH-ICO": ("hours", 72, ALL),
    "DL-BREACH-PEOPLE": ("hours", 0, ALL),
    "DL-SAR": ("months", 1, ALL),
    "DL-SAR-COMPLEX": ("months", 3, ALL),
    "DL-DPCOMPLAINT-ACK": ("days", 30, ALL),
    "DL-CSA": ("hours", 0, (ENGLAND,)),
    "DL-NOTSHARED-REVIEW": ("working", 5, ALL),
    "DL-CONTACT-VERIFY": ("days", 90, ALL),
    "DL-POLICY-REVIEW": ("months", 12, ALL),
    "DL-SOURCES-REVIEW": ("months", 3, ALL),
}
# Proclaimed for one year: what moved away, and what was added.
MOVED_AWAY = {date(2020, 5, 4), date(2022, 5, 30)}
PROCLAIMED = {
    date(2020, 5, 8): ALL,
    date(2022, 6, 2): ALL,
    date(2022, 6, 3): ALL,
    date(2022, 9, 19): ALL,
    date(2023, 5, 8): ALL,
    date(2026, 6, 15): (SCOTLAND,),
}


def easter(year):
    century, golden = year // 100, year % 19
    drift = century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + drift + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - moon - year % 100 % 4) % 7
    correction = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * correction + 114, 31)
    return date(year, month, day + 1)


def monday_from(year, month, day):
    first = date(year, month, day)
    return first + DAY * (-first.weekday() % 7)


def after_weekend(days):
    """Each holiday, moved to the next weekday that is not a holiday itself."""
    moved = []
    for day in days:
        while day.weekday() > 4 or day in moved:
            day += DAY
        moved.append(day)
    return moved


@cache
def holidays_of(year, nation):
    sunday = easter(year)
    days = [sunday - 2 * DAY, monday_from(year, 5, 1), monday_from(year, 5, 25)]
    new_year = [date(year, 1, 1)]
    if nation is Nation.SCOTLAND:
        new_year.append(date(year, 1, 2))
        days += [monday_from(year, 8, 1), *after_weekend([date(year, 11, 30)])]
    else:
        days += [sunday + DAY, monday_from(year, 8, 25)]
    if nation is Nation.NORTHERN_IRELAND:
        days += after_weekend([date(year, 3, 17)]) + after_weekend([date(year, 7, 12)])
    christmas = [date(year, 12, 25), date(year, 12, 26)]
    usual = {*days, *after_weekend(new_year), *after_weekend(christmas)}
    return (usual - MOVED_AWAY) | {day for day, where in PROCLAIMED.items() if nation in where}


def summer(at):
    def last_sunday(month):
        last = datetime(at.year, month, 31, 1, tzinfo=UTC)
        return last - DAY * ((last.weekday() + 1) % 7)

    return last_sunday(3) <= at < last_sunday(10)


def on_london_clocks(at):
    return (at + timedelta(hours=summer(at))).replace(tzinfo=None)


def in_utc(local):
    """The first moment at which London's clocks show this; skipped times as if not yet skipped."""
    as_winter = local.replace(tzinfo=UTC)
    as_summer = as_winter - timedelta(hours=1)
    return as_summer if summer(as_summer) else as_winter


def works(day, nation):
    return day.weekday() < 5 and day not in holidays_of(day.year, nation)


def working_day(day, count, nation):
    while count:
        day += DAY
        count -= works(day, nation)
    return day


def expected(rule_id, at, nation, hours):
    kind, amount, nations = MODEL[rule_id]
    if nation not in nations:
        return None
    if "hours" in kind:
        return at + timedelta(hours=hours if hours and kind == "local hours" else amount)
    if kind == "minutes":
        return at + timedelta(minutes=amount)
    local = on_london_clocks(at)
    if kind == "months":
        months = local.year * 12 + local.month - 1 + amount
        year, month = months // 12, months % 12 + 1
        day = min(local.day, monthrange(year, month)[1])
        return in_utc(local.replace(year=year, month=month, day=day))
    day, is_early = local.date(), local.time() < time(17)
    if kind == "days":
        day += DAY * amount
    elif kind == "same day":
        day += DAY * (not is_early)
    elif kind == "same working day":
        day = day if is_early and works(day, nation) else working_day(day, 1, nation)
    else:
        day = working_day(day, amount, nation)
    return in_utc(datetime.combine(day, time(10 if kind == "working at ten" else 17)))


def edges():
    """Days on which calendars go wrong: their evenings, nights and five o'clocks."""
    for year in range(2015, 2036):
        for month in range(1, 13):
            yield date(year, month, monthrange(year, month)[1])
            yield date(year, month, 28)
        for month, day in [
            (1, 1),
            (1, 2),
            (12, 24),
            (12, 25),
            (12, 26),
            (12, 31),
            (3, 16),
            (7, 11),
        ]:
            yield date(year, month, day)
        for change in (3, 10):
            last = date(year, change, 31)
            yield last - DAY * ((last.weekday() + 1) % 7)
        yield from (easter(year) - DAY * before for before in range(-2, 4))
    yield from PROCLAIMED
    yield from MOVED_AWAY


def triggers(count, seed):
    chance = random.Random(seed)
    start, days = datetime(2015, 1, 1, tzinfo=UTC), list(edges())
    rule_ids, seconds = sorted(MODEL), 21 * 365 * 86400
    for _ in range(count):
        at = start + timedelta(seconds=chance.randrange(seconds))
        if chance.random() < 0.4:
            day = chance.choice(days) - DAY * chance.choice((0, 0, 0, 1, 1, 28, 30, 31))
            clock_time = time(
                chance.choice((0, 1, 1, 2, 9, 16, 16, 17, 23)), chance.choice((0, 30))
            )
            at = datetime.combine(day, clock_time, tzinfo=UTC)
        hours = chance.randint(1, 72) if chance.random() < 0.5 else None
        rule_id = chance.choice(rule_ids)
        nation = chance.choice(MODEL[rule_id][2] if chance.random() < 0.7 else ALL)
        yield rule_id, at, nation, hours


def test_every_rule_of_the_table_is_in_the_model():
    assert set(every_rule()) == set(MODEL)


def test_a_hundred_thousand_random_triggers_agree_with_the_model():
    rules, seed = every_rule(), 20261122

    wrong = [
        (seed, rule_id, at, nation, hours)
        for rule_id, at, nation, hours in triggers(100_000, seed)
        if due(rules[rule_id], at, nation, hours).due != expected(rule_id, at, nation, hours)
    ]

    assert wrong == []


def test_the_command_line_gives_the_answers_of_the_model(monkeypatch, capfdbinary):
    asked = [one for one in triggers(5_000, 20261122) if one[0] != "DL-CSA"]
    lines = (
        json.dumps(
            {"rule": rule, "at": f"{at:%Y-%m-%dT%H:%M:%SZ}", "nation": nation, "hours": hours}
        )
        for rule, at, nation, hours in asked
    )
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO("\n".join(lines).encode())))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)

    assert main(["rules", "due", "--batch"]) == 0

    answers = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    found = [one["due"] and datetime.fromisoformat(one["due"]) for one in answers]
    assert found == [expected(*one) for one in asked]
    assert all(one["source"] and one["why"] for one in answers)
    assert all(one["due"] is None or one["due"].endswith("Z") for one in answers)
