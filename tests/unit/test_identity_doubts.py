"""What is said about dates that do not exist, and about numbers that look wrong."""

import pytest

from sgdesk.domain.identity import date_problem, phone_doubt, postcode_doubt, tidy_postcode
from sgdesk.text import impossible_day


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("31 Feb 2026", "February 2026 has 28 days."),
        ("30/2/24", "February 2024 has 29 days."),
        ("31 04 2026", "April 2026 has 30 days."),
        ("0 12 2026", "December 2026 has 31 days."),
        ("28 Feb 2026", ""),
        ("31 13 2026", ""),
        ("yesterday", ""),
        ("", ""),
        ("99999999999999 2 2026", ""),
    ],
)
def test_a_day_that_the_month_does_not_have_is_named(typed, sentence):
    assert impossible_day(typed) == sentence


def test_the_rule_of_a_flow_says_the_same_sentence():
    assert (date_problem(None, "31 Feb 2026") or "").startswith("February 2026 has 28 days.")
    assert (date_problem(None, "soon") or "").startswith("Write the date")


@pytest.mark.parametrize(
    "number",
    ["", "01632 960140", "(01632) 960140 ext 3", "999", "111", "116123", "+44 1632 960140",
     "0044 1632 960140", "01632 960140 or 01632 960141", "016977 0000"],
)  # fmt: skip
def test_a_number_that_can_be_rung_raises_no_doubt(number):
    assert phone_doubt(number) == ""


@pytest.mark.parametrize(
    ("number", "part"),
    [
        ("01632 9601", "has 10 or 11 digits; this one has 9"),
        ("ask at the desk", "begins with digits"),
        ("960140 960", "area code"),
        ("01632 960140 9", "this one has 12"),
    ],
)
def test_a_number_that_looks_wrong_says_how(number, part):
    assert part in phone_doubt(number)


@pytest.mark.parametrize("postcode", ["", "ZZ99 2QA", "zz992qa", " Z9 9ZZ", "Z9Z 9ZZ", "GIR 0AA"])
def test_a_postcode_of_a_known_shape_raises_no_doubt(postcode):
    assert postcode_doubt(postcode) == ""


@pytest.mark.parametrize("postcode", ["ZZ99", "99 ZZ9", "no fixed abode", "ZZ99 2Q"])
def test_a_postcode_of_no_known_shape_is_questioned(postcode):
    assert "Check this one." in postcode_doubt(postcode)


@pytest.mark.parametrize(
    ("typed", "written"),
    [("zz99 1aa", "ZZ99 1AA"), (" zz991aa ", "ZZ99 1AA"), ("not known", "not known"), ("", "")],
)
def test_a_postcode_is_written_as_it_is_read(typed, written):
    assert tidy_postcode(typed) == written
