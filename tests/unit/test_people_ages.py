"""Births that nobody knows to the day, names that are only initials, several people at once."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sgdesk.domain.ages import born_between, estimate_words
from sgdesk.domain.concern import ConcernDraft
from sgdesk.domain.flows.record import RecordConcern
from sgdesk.domain.identity import birth_problem, date_problem, name_problem
from sgdesk.domain.people import Person, Relation, age_on, pregnancy_words
from sgdesk.ids import ConcernId

TODAY = date(2026, 11, 22)


def problems(person=None, relations=(), step="person"):
    draft = ConcernDraft(id=ConcernId("c"), person=person or Person(), relations=list(relations))
    return {one.field: one.text for one in RecordConcern(TODAY).problems(draft, step)}


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("about 3 years", date(2022, 11, 23), date(2023, 11, 22)),
        ("3 yrs old", date(2022, 11, 23), date(2023, 11, 22)),
        ("6 to 7 years", date(2018, 11, 23), date(2020, 11, 22)),
        ("18 months", date(2025, 4, 23), date(2025, 5, 22)),
        ("6 weeks", date(2026, 10, 5), date(2026, 10, 11)),
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("about 2026", date(2026, 1, 1), TODAY),
        ("in her 30s", date(1986, 11, 23), date(1996, 11, 22)),
        ("late 30s", date(1986, 11, 23), date(1989, 11, 22)),
    ],
)
def test_an_estimate_says_between_which_days_somebody_was_born(typed, first, last):
    between = born_between(typed, TODAY)

    assert (between.first, between.last) == (first, last)
    assert birth_problem(None, typed, TODAY) is None


@pytest.mark.parametrize(
    "typed", ["", "3", "spring", "14 2 2020", "300 years", "7-6 years", "1850"]
)
def test_anything_else_is_no_estimate(typed):
    assert born_between(typed, TODAY) is None


@given(some.integers(0, 124), some.dates(date(2000, 1, 1), date(2090, 12, 31)))
def test_whoever_was_born_in_between_has_that_age_and_nobody_else(years, today):
    between = born_between(f"about {years} years", today)

    assert age_on(between.first, today) == age_on(between.last, today) == years
    assert age_on(between.first - timedelta(days=1), today) == years + 1
    if years:
        assert age_on(between.last + timedelta(days=1), today) == years - 1


def test_an_estimate_stays_as_typed_and_closes_the_gap():
    draft = ConcernDraft(id=ConcernId("c"), person=Person(name="Mia", born_typed="about 3 years"))
    flow = RecordConcern(TODAY)

    assert flow.problems(draft, "person") == []
    assert "person.born" not in [one.field for one in flow.gaps(draft)]
    assert estimate_words("about 3 years", TODAY) == (
        "An estimate; if it is right, born between 23 Nov 2022 and 22 Nov 2023."
    )


@pytest.mark.parametrize("typed", ["19 nov", "19/11", "3rd May", "1.12"])
def test_a_day_without_a_year_asks_for_the_year(typed):
    assert date_problem(None, typed) == f"Add the year to “{typed}”, such as {typed} 2026."


@pytest.mark.parametrize("typed", ["yesterday", "31 2 2020", "19 11 26 4", "about 9 years"])
def test_anything_else_that_is_no_date_asks_for_day_month_and_year(typed):
    assert "day, month, year" in date_problem(None, typed)


@pytest.mark.parametrize(
    ("expected", "day", "told"),
    [
        (date(2027, 1, 31), date(2026, 11, 19), "29 weeks and 4 days"),
        (date(2027, 1, 31), date(2027, 2, 3), "40 weeks and 3 days"),
        (date(2027, 1, 31), date(2026, 11, 22), "30 weeks"),
        (date(2027, 1, 31), date(2026, 11, 23), "30 weeks and 1 day"),
        (date(2027, 1, 31), date(2026, 1, 31), ""),
        (date(1999, 1, 31), TODAY, ""),
    ],
)
def test_an_expected_date_says_how_far_a_pregnancy_is(expected, day, told):
    assert pregnancy_words(expected, day) == told


def test_an_estimated_adult_is_no_child_and_a_possible_child_may_be_one():
    grown = problems(Person(name="Mia", born_typed="about 20 years"))
    young = problems(Person(name="Mia", born_typed="17 or 18 years"))

    assert "18 or over" in grown["person.born"]
    assert young == {}


def test_an_impossible_day_is_named():
    told = problems(Person(name="Mia", born_typed="31 2 2020"))["person.born"]

    assert told.startswith("February 2020 has 29 days.")
    assert "about 3 years" in told


@pytest.mark.parametrize("name", ["M.T.", "Mr T", "Mrs A.B.", "J. R. R. T.", "J R R T", "Dr K"])
def test_initials_alone_are_refused_with_a_title_too(name):
    assert "Initials alone" in name_problem(name)


@pytest.mark.parametrize(
    "name", ["Bo", "Mr Ng", "Dr A. Amos", "Sister", "J. Okoro", "Health visitor"]
)
def test_names_and_roles_are_taken(name):
    assert name_problem(name) is None


def test_initials_are_refused_of_those_around_and_of_the_safe_contact():
    draft = ConcernDraft(id=ConcernId("c"), relations=[Relation(id="r", name="K.T.")])
    draft.contact = type(draft.contact)(name="S.B.")

    found = [one.field for one in RecordConcern(TODAY).problems(draft, "family")]

    assert found == ["r.name", "contact.name"]


@pytest.mark.parametrize(
    "name",
    ["M-T", "M/T", "M_T", "M,T", "M & T", "m.-t.", "M T (sister)", "MT, sister", "M.T. (6)"],
)
def test_initials_are_refused_however_they_are_parted_and_whatever_stands_behind_them(name):
    assert "Initials alone" in name_problem(name)


@pytest.mark.parametrize("name", ["?", "-", "...", "1", "12345"])
def test_a_name_without_a_letter_is_refused(name):
    assert "in letters" in name_problem(name)


@pytest.mark.parametrize(
    "name", ["Jo (sister)", "Bo, brother", "Thornton, M", "Li-Na", "Anne-M. Smith", "Child A"]
)
def test_a_name_with_a_remark_or_a_hyphen_is_a_name(name):
    assert name_problem(name) is None
