"""The number of the hour against another way of finding it: minute by minute over a drawn week."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from sgdesk.domain.agency import Agency
from sgdesk.domain.answers import Nation
from sgdesk.domain.hours import is_open, number_at, parse_hours
from sgdesk.ids import AgencyId

NAMES = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
LONDON = ZoneInfo("Europe/London")
HOLIDAYS = {
    # A few days of these years, written down from the published lists.
    Nation.ENGLAND: {date(2026, 12, 25), date(2026, 12, 28), date(2026, 4, 3), date(2026, 4, 6)},
    Nation.SCOTLAND: {date(2026, 12, 25), date(2026, 12, 28), date(2026, 4, 3), date(2026, 11, 30)},
}
# Days around which those lists are complete for these nations.
STARTS = [date(2026, 3, 26), date(2026, 10, 22), date(2026, 11, 26), date(2026, 12, 10)]

minutes = st.integers(0, 24 * 60 - 1)
spans = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 6), minutes, minutes), min_size=1, max_size=3
)
moments = st.builds(
    lambda start, after: (
        datetime(start.year, start.month, start.day, tzinfo=UTC) + timedelta(minutes=after)
    ),
    st.sampled_from(STARTS),
    st.integers(0, 8 * 24 * 60),
)


def clock(minute):
    return f"{minute // 60:02d}:{minute % 60:02d}"


def typed(drawn):
    return ", ".join(
        f"{NAMES[first]}-{NAMES[last]} {clock(opens)}-{clock(closes)}"
        for first, last, opens, closes in drawn
    )


def model(drawn, at, nation):
    """Walk over the shifts of the days before and on this one, on the clock on the wall."""
    wall = at.astimezone(LONDON).replace(tzinfo=None)
    for first, last, opens, closes in drawn:
        days = [first]
        while days[-1] != last:
            days.append((days[-1] + 1) % 7)
        for back in (0, 1):
            midnight = wall.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(
                days=back
            )
            if midnight.weekday() not in days or midnight.date() in HOLIDAYS[nation]:
                continue
            begins = midnight + timedelta(minutes=opens)
            ends = midnight + timedelta(minutes=closes, days=closes <= opens)
            if begins <= wall < ends:
                return True
    return False


@settings(max_examples=500)
@given(spans, moments, st.sampled_from([Nation.ENGLAND, Nation.SCOTLAND]))
def test_whether_they_answer_is_what_the_wall_clock_says(drawn, at, nation):
    assert is_open(parse_hours(typed(drawn)), at, nation) is model(drawn, at, nation)


@settings(max_examples=500)
@given(spans, moments, st.sampled_from([Nation.ENGLAND, Nation.SCOTLAND]))
def test_the_number_is_the_one_of_that_hour(drawn, at, nation):
    agency = Agency(
        id=AgencyId("a"), nation=nation, phone="01632 960140",
        phone_out_of_hours="01632 960199", hours=typed(drawn),
    )  # fmt: skip
    expected = "01632 960140" if model(drawn, at, nation) else "01632 960199"

    assert number_at(agency, at) == expected


def test_a_night_team_whose_shift_began_before_a_holiday_answers_into_it():
    hours = parse_hours("Mon-Fri 09:00-17:00, Mon-Sun 17:00-09:00")
    christmas_morning = datetime(2026, 12, 25, 8, tzinfo=UTC)

    assert is_open(hours, christmas_morning, Nation.ENGLAND)


def test_the_hour_that_the_clocks_skip_or_repeat_changes_nothing_by_day():
    hours = parse_hours("Every day 01:30-02:30")
    for at in (
        datetime(2026, 10, 25, 0, 45, tzinfo=UTC),
        datetime(2026, 10, 25, 1, 45, tzinfo=UTC),
    ):
        assert is_open(hours, at, Nation.ENGLAND)
    assert not is_open(hours, datetime(2026, 10, 25, 0, 15, tzinfo=UTC), Nation.ENGLAND)
