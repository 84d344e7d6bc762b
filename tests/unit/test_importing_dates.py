"""Dates of other programs' rows: read the UK way, said where it could be otherwise, or refused."""

from datetime import date, time

import pytest

from sgdesk.domain.importing.dates import read_clock, read_moment

TODAY = date(2026, 11, 22)
NOVEMBER = date(2026, 11, 20)


@pytest.mark.parametrize(
    "cell",
    [
        "20/11/2026", "20-11-2026", "20.11.2026", "20 11 2026", "20/11/26", "20.11.26",
        "20 Nov 2026", "20-Nov-26", "20/Nov/2026", "20th November 2026", "20 november 26",
        "Fri 20 Nov 2026", "Friday, 20 November 2026", "Nov 20, 2026", "November 20th 2026",
        "2026-11-20", "2026/11/20", "20112026", "20261120", "20/11/2026 00:00:00",
        '="20/11/2026"', "'20/11/2026", " 20 / 11 / 2026 ", "the 20th of November 2026",
    ],
)  # fmt: skip
def test_every_usual_way_to_write_a_date_reads_as_the_same_day(cell):
    read = read_moment(cell, TODAY)

    assert (read.day, read.at, read.wrong, read.note) == (NOVEMBER, None, "", "")


@pytest.mark.parametrize(
    "cell",
    [
        "20/11/2026 09:40", "20/11/2026 9:40", "20/11/2026 09:40:00", "20/11/2026 9.40 am",
        "2026-11-20T09:40:00", "2026-11-20 09:40", "20.11.2026 09.40", "20/11/26, 9:40am",
        "20 Nov 2026 09:40-10:00", "2026-11-20T09:40:00Z",
    ],
)  # fmt: skip
def test_a_clock_time_behind_the_date_is_read_with_it(cell):
    read = read_moment(cell, TODAY)

    assert (read.day, read.at, read.wrong) == (NOVEMBER, time(9, 40), "")


def test_a_moment_in_world_time_is_read_on_londons_clocks():
    assert read_moment("2026-07-20T23:30:00Z", TODAY).day == date(2026, 7, 21)


@pytest.mark.parametrize("cell", ["03/04/25", "3/4/2025", "03-04-25", "3.4.25"])
def test_what_could_be_either_is_the_uk_day_and_is_said(cell):
    read = read_moment(cell, TODAY)

    assert (read.day, read.note) == (date(2025, 4, 3), "Read day first.")


@pytest.mark.parametrize(
    ("cell", "part"),
    [
        ("11/20/2026", "has no month 20. Dates are read day first: write 20/11/2026."),
        ("4/31/26", "has no month 31. Dates are read day first: write 31/4/26."),
        ("31/02/2026", "There is no day “31/02/2026” in the calendar."),
        ("29 Feb 2025", "There is no day"),
        ("2026/13/01", "There is no day"),
        ("00/00/0000", "There is no day"),
        ("Wed 03/04/2026", "is another day of the week. Check it."),
        ("46346", "is a spreadsheet’s number for a date."),
        ("20/11/2206", "The year 2206 is too far from today."),
        ("20/11/1066", "The year 1066 is too far from today."),
        ("20/11", "is not a date that can be read."),
        ("November 2026", "is not a date that can be read."),
        ("tomorrow", "is not a date that can be read."),
        ("20/11/2026 25:61", "“25:61” is not a clock time"),
        ("=TODAY()", "is not a date that can be read."),
        ("٢٠/١١/٢٠٢٦", "is not a date that can be read."),
        ("20/11/2026/1", "is not a date that can be read."),
        ("", "The date is missing."),
    ],
)
def test_what_is_no_day_is_refused_with_a_sentence(cell, part):
    read = read_moment(cell, TODAY)

    assert read.day is None
    assert part in read.wrong


@pytest.mark.parametrize(
    ("cell", "at"),
    [
        ("09:40", time(9, 40)), ("9.40", time(9, 40)), ("0940", time(9, 40)),
        ("9:40 AM", time(9, 40)), ("9.40pm", time(21, 40)), ("9:40-10:00", time(9, 40)),
        ("09:40:00", time(9, 40)), ("12:00 am", time(0, 0)), ("9am", time(9, 0)),
        ("25:61", None), ("9", None), ("noon", None), ("13:00 pm", None),
    ],
)  # fmt: skip
def test_clock_times_are_read_or_refused(cell, at):
    read = read_clock(cell)

    assert read.at == at
    assert bool(read.wrong) is (at is None)
