"""An independent model of the deadlines: tables, Easter, summer time and months worked out here,
from the published rules, without the program's code, the holiday library or the zone database."""

import random
from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta

import pytest

from sgdesk.domain.answers import Nation
from sgdesk.domain.deadlines import due
from sgdesk.library.guidance import every_rule

DAY = timedelta(days=1)
ENGLAND, WALES = Nation.ENGLAND, Nation.WALES
ALL = tuple(Nation)
MODEL = {
    "DL-FGM-TARGET": ("working", 1, (ENGLAND, WALES)),
    "DL-FGM-LEGAL": ("month", 1, (ENGLAND, WALES)),
    "DL-REF-WRITTEN-CHILD-E": ("local hours", 24, (ENGLAND,)),
    "DL-REF-WRITTEN-CHILD-W": ("hours", 24, (WALES,)),
    "DL-REF-WRITTEN-ADULT-W": ("hours", 24, (WALES,)),
    "DL-REF-WRITTEN-SCO": ("local hours", 24, (Nation.SCOTLAND,)),
    "DL-REF-WRITTEN-NI": ("local hours", 24, (Nation.NORTHERN_IRELAND,)),
    "DL-REF-ROUTINE": ("working", 1, (ENGLAND, WALES)),
    "DL-ACK-E": ("working", 1, (ENGLAND,)),
    "DL-ACK-ESC-E": ("working", 3, (ENGLAND,)),
    "DL-ACK-CHASE-W": ("working", 7, (WALES,)),
    "DL-OUTCOME-CHASE": ("working", 5, ALL),
    "DL-NOTSHARED-REVIEW": ("working", 5, ALL),
    "DL-NI-IA": ("working", 10, (Nation.NORTHERN_IRELAND,)),
    "DL-LADO": ("working", 1, (ENGLAND,)),
    "DL-LADO-W": ("hours", 24, (WALES,)),
    "DL-ASSESS-45": ("working", 45, (ENGLAND,)),
    "DL-EMERG-COMPLETE": ("hours", 24, ALL),
    "DL-BREACH-ICO": ("hours", 72, ALL),
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
    return {*days, *after_weekend(new_year), *after_weekend(christmas)}


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


def expected(rule_id, at, nation, hours):
    kind, amount, nations = MODEL[rule_id]
    if nation not in nations:
        return None
    if kind == "local hours":
        return at + timedelta(hours=hours or amount)
    if kind == "hours":
        return at + timedelta(hours=amount)
    local = on_london_clocks(at)
    if kind == "month":
        year, month = (local.year + 1, 1) if local.month == 12 else (local.year, local.month + 1)
        last = monthrange(year, month)[1]
        return in_utc(local.replace(year=year, month=month, day=min(local.day, last)))
    day = local.date()
    while amount:
        day += DAY
        amount -= day.weekday() < 5 and day not in holidays_of(day.year, nation)
    return in_utc(datetime.combine(day, time(17)))


def triggers(count, seed):
    chance = random.Random(seed)
    start = datetime(2027, 1, 1, tzinfo=UTC)
    for _ in range(count):
        at = start + timedelta(seconds=chance.randrange(20 * 366 * 86400))
        if chance.random() < 0.2:
            change = datetime(at.year, chance.choice([3, 10]), 31, 1, tzinfo=UTC)
            at = change - DAY * chance.randrange(70) + timedelta(minutes=chance.randrange(180))
        hours = chance.randint(1, 72) if chance.random() < 0.5 else None
        yield chance.choice(sorted(MODEL)), at, chance.choice(ALL), hours


@pytest.mark.parametrize("seed", [20261122])
def test_ten_thousand_random_triggers_agree_with_the_model(seed):
    rules = every_rule()

    wrong = [
        (rule_id, at, nation, hours)
        for rule_id, at, nation, hours in triggers(10_000, seed)
        if due(rules[rule_id], at, nation, hours).due != expected(rule_id, at, nation, hours)
    ]

    assert wrong == []
