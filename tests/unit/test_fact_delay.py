from datetime import UTC, date, datetime, time

import pytest

from sgdesk.domain.concern import Presentation
from sgdesk.domain.facts.delay import record_delay, referral_delay, visit_delay, whole_delay


def test_s1_came_nine_days_after_the_fall_described():
    came = Presentation(
        presented_on=date(2026, 11, 20), presented_at=time(9, 40), event_on=date(2026, 11, 11)
    )

    assert visit_delay(came) == (
        "9 days (201 to 226 hours) between the event as described (Wed 11 Nov 2026) and the visit"
        " (Fri 20 Nov 2026, 09:40)."
    )


@pytest.mark.parametrize(
    ("event", "visit", "amount"),
    [
        ((date(2026, 11, 19), time(22, 0)), (date(2026, 11, 20), time(9, 59)), "11 hours"),
        ((date(2026, 11, 19), time(8, 0)), (date(2026, 11, 20), time(9, 0)), "25 hours"),
        ((date(2026, 11, 20), time(9, 0)), (date(2026, 11, 20), time(10, 0)), "1 hour"),
        ((date(2026, 11, 20), time(9, 0)), (date(2026, 11, 20), time(9, 25)), "25 minutes"),
        ((date(2026, 11, 20), None), (date(2026, 11, 20), None), "Less than a day"),
        ((date(2026, 11, 19), None), (date(2026, 11, 20), time(9, 0)), "1 day (9 to 33 hours)"),
        ((date(2026, 11, 19), None), (date(2026, 11, 20), None), "1 day (0 to 48 hours)"),
        ((date(2026, 10, 24), None), (date(2026, 10, 25), time(12)), "1 day (13 to 37 hours)"),
        ((date(2026, 11, 17), time(9, 0)), (date(2026, 11, 20), time(9, 0)), "72 hours (3 days)"),
    ],
)
def test_a_delay_is_told_in_hours_and_in_days_beside_them_from_two_days(event, visit, amount):
    came = Presentation(
        event_on=event[0], event_at=event[1], presented_on=visit[0], presented_at=visit[1]
    )

    assert visit_delay(came).startswith(f"{amount} between")


def test_the_hour_that_the_clocks_skip_is_not_counted():
    came = Presentation(
        event_on=date(2026, 3, 28), event_at=time(23, 0),
        presented_on=date(2026, 3, 29), presented_at=time(9, 0),
    )  # fmt: skip

    assert visit_delay(came).startswith("9 hours between")


@pytest.mark.parametrize(
    "came",
    [
        Presentation(),
        Presentation(event_on=date(2026, 11, 11)),
        Presentation(event_on=date(2026, 11, 21), presented_on=date(2026, 11, 20)),
        Presentation(
            event_on=date(2026, 11, 20), event_at=time(10, 0),
            presented_on=date(2026, 11, 20), presented_at=time(9, 0),
        ),
    ],
)  # fmt: skip
def test_no_delay_is_told_where_the_dates_do_not_give_one(came):
    assert visit_delay(came) == ""


def test_the_time_to_the_record_is_told_in_london_time():
    came = Presentation(presented_on=date(2026, 6, 1), presented_at=time(9, 40))
    written = datetime(2026, 6, 1, 11, 45, tzinfo=UTC)

    assert record_delay(came, written) == (
        "3 hours between the visit and this record (Mon 1 Jun 2026, 12:45)."
    )


AUTUMN = date(2026, 10, 25)


@pytest.mark.parametrize(
    ("written", "referred", "told"),
    [
        (time(0, 40), time(1, 30), "50 minutes between this record and the referral"),
        (time(0, 50), time(1, 10), "20 minutes between this record and the referral"),
        (time(1, 10), time(0, 50), "Referred 20 minutes before this record was written"),
    ],
)
def test_the_hour_that_comes_twice_turns_no_referral_round(written, referred, told):
    moments = [datetime.combine(AUTUMN, at, tzinfo=UTC) for at in (written, referred)]

    assert referral_delay(*moments).startswith(told)


def test_a_record_of_the_second_of_two_hours_is_counted_to_its_own_moment():
    written = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    came = Presentation(
        event_on=date(2026, 10, 24), event_at=time(23, 30),
        presented_on=AUTUMN, presented_at=time(0, 30),
    )  # fmt: skip
    told_without_times = Presentation(event_on=date(2026, 10, 24), presented_on=date(2026, 10, 24))

    assert record_delay(came, written).startswith("2 hours between the visit and this record")
    assert whole_delay(came, written).startswith("Together: 3 hours")
    assert record_delay(told_without_times, written).startswith("1 day (2 to 27 hours)")
