import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from sgdesk.domain.sharing.purpose import purpose_problem

NAMES = ("Northtown Duty Team", "Mia Thornton")
GENERIC = [
    "safeguarding", "for safeguarding purposes", "to keep the child safe from harm",
    "so that they can help and support the family", "for their information and records",
    "to be aware of the situation at home", "child protection concerns",
    "we have a duty of care to the child", "as per our safeguarding policy",
    "take appropriate action to safeguard the child", "safegaurding of the children",
    "protecton of vulnerable children and adults at risk", "SAFEGUARDING!!! child protection!!!",
    "act in the best interests of the child", "use the information as needed",
    "do what is necessary to protect the child", "because it is required by law and guidance",
    "so that the Duty Team in Northtown can safeguard Mia Thornton", "help", "   ",
]  # fmt: skip
GOOD = [
    "decide whether a strategy discussion is needed today",
    "see her today and examine the bruises",
    "assess whether the baby is safe at home tonight",
    "arrange a paediatric examination this afternoon",
    "offer the family an early help assessment and a dental plan",
    "treat the four decayed teeth under general anaesthetic",
    "investigate the assault alleged on 12 November",
    "decide which help at home he needs",
    "help the family through the hospital visit",
]
EMPTY = some.sampled_from(
    "safeguarding protect protecting child children harm risk welfare concerns support help action"
    " appropriate necessary information policy duty care family keep safe the to of and for by our"
    .split()
)  # fmt: skip
ACTIONS = some.sampled_from(
    ["decide", "assess", "visit", "examine", "interview", "treat", "arrange", "check", "plan"]
)
ABOUTS = some.sampled_from(
    ["a strategy discussion", "the bruises on her arm", "her decayed teeth", "a home visit",
     "a paediatric examination", "the birth and the first days", "who collects her from school"]
)  # fmt: skip
WHENS = some.sampled_from(["today", "tonight", "before Monday", "this afternoon", "within a week"])


@pytest.mark.parametrize("so_that", GENERIC)
def test_a_purpose_that_fits_any_case_is_refused(so_that):
    assert purpose_problem(so_that, NAMES)


@pytest.mark.parametrize("so_that", GOOD)
def test_a_purpose_with_an_action_and_what_about_is_taken(so_that):
    assert purpose_problem(so_that, NAMES) is None


@settings(max_examples=300)
@given(some.lists(EMPTY, max_size=12), some.sampled_from([" ", ", ", "; "]), some.booleans())
def test_empty_words_in_any_order_are_refused(words, between, is_loud):
    so_that = between.join(words)

    assert purpose_problem(so_that.upper() if is_loud else so_that, NAMES)


@settings(max_examples=300)
@given(ACTIONS, ABOUTS, WHENS, some.lists(EMPTY, max_size=4))
def test_an_action_about_something_by_some_time_is_taken_whatever_stands_beside_it(
    action, about, when, beside
):
    assert purpose_problem(" ".join([action, about, when, *beside]), NAMES) is None


def test_the_refusal_says_what_is_missing_and_repeats_nothing_that_was_typed():
    text = purpose_problem("protect Mia Thornton and Karl from harm", NAMES)

    assert text is not None
    assert "Missing" in text
    assert "Karl" not in text
