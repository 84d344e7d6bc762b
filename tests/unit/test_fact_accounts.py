"""Explanations beside each other: in time order, compared by their words, and never judged."""

from datetime import date, time

from hypothesis import given
from hypothesis import strategies as some
from msgspec.structs import replace

from sgdesk.domain.facts.accounts import explained
from sgdesk.domain.facts.kinds import Hearing, Saying
from sgdesk.ids import FactId

FRIDAY = date(2026, 11, 20)
CHEEK = "bruise, left cheek"


def told(speaker, words, at=None, **changes):
    values = {"is_explanation": True, "noticed_on": FRIDAY, "explains": CHEEK} | changes
    return Saying(
        id=FactId(f"{speaker} {at}"), speaker=speaker, words=words, noticed_at=at, **values
    )


FATHER = told("Karl", "She fell off the trampoline.", time(9, 38), happened_on=date(2026, 11, 11))
MOTHER = told("Rina", "She fell at school.", time(10, 20), hearing=Hearing.TELEPHONE,
              happened_on=date(2026, 11, 12))  # fmt: skip
AGAIN = told("karl ", "She walked into a door.", time(10, 30))


def test_accounts_stand_in_the_order_in_which_they_were_heard():
    [cheek] = explained([MOTHER, AGAIN, FATHER])

    assert [one.when for one in cheek.accounts] == [
        "20 Nov 2026 09:38", "20 Nov 2026 10:20", "20 Nov 2026 10:30"
    ]  # fmt: skip
    assert [(one.number, one.count) for one in cheek.accounts] == [(1, 2), (1, 1), (2, 2)]
    assert cheek.accounts[1].who == "Rina, by telephone"


def test_what_differs_is_said_and_nothing_about_who_is_right():
    [cheek] = explained([FATHER, MOTHER, AGAIN])

    assert cheek.remarks == (
        "Karl has given 2 accounts, in different words.",
        "Said to have happened on different days: on 11 Nov 2026 (Karl), on 12 Nov 2026 (Rina).",
        "2 people; 3 different accounts.",
    )
    judging = ("true", "lie", "wrong", "inconsistent", "unlikely", "contradict")
    assert not [word for word in judging if word in " ".join(cheek.remarks)]


def test_the_same_words_of_two_people_are_called_the_same():
    [cheek] = explained([told("Karl", "She fell.", time(9)), told("Rina", "she  fell.", time(10))])

    assert cheek.remarks == ("All use the same words.",)


def test_accounts_of_different_marks_stand_apart_and_those_of_none_come_last():
    arm = told("Karl", "The dog did it.", time(9, 40), explains="bruises, left forearm")
    loose = told("Karl", "She is clumsy.", time(9, 30), explains="")

    groups = explained([loose, arm, FATHER, MOTHER])

    assert [(one.what, len(one.accounts)) for one in groups] == [
        (CHEEK, 2), ("bruises, left forearm", 1), ("", 1)
    ]  # fmt: skip


def test_a_reported_account_names_who_reported_it_and_a_gist_has_no_quotation_marks():
    heard = told("Mia", "", time(9), hearing=Hearing.REPORTED, reported_by="L. Byrne",
                 gist="That she fell.")  # fmt: skip

    [group] = explained([heard])

    assert group.accounts[0].who == "Mia, as reported by L. Byrne"
    assert group.accounts[0].said == "That she fell."


def test_the_comparison_quotes_each_account_on_a_line_of_its_own():
    [cheek] = explained([FATHER, MOTHER])

    assert cheek.comparison == (
        "20 Nov 2026 09:38, Karl: “She fell off the trampoline.”\n"
        "20 Nov 2026 10:20, Rina, by telephone: “She fell at school.”"
    )


SAYINGS = some.lists(
    some.builds(
        Saying,
        id=some.uuids().map(str),
        speaker=some.sampled_from(["", "Karl", "Rina", "karl"]),
        words=some.text(max_size=12),
        gist=some.text(max_size=12),
        explains=some.sampled_from(["", CHEEK, "Bruise, left  cheek", "arm"]),
        is_explanation=some.booleans(),
        noticed_on=some.none() | some.dates(date(2026, 1, 1), FRIDAY),
        noticed_at=some.none() | some.times(),
    ),
    max_size=12,
)


@given(SAYINGS)
def test_every_explanation_stands_in_one_place_with_its_words_untouched(sayings):
    groups = explained(sayings)

    shown = [account for group in groups for account in group.accounts]
    assert sorted(one.fact_id for one in shown) == sorted(
        one.id for one in sayings if one.is_explanation
    )
    by_id = {one.id: one for one in sayings}
    for account in shown:
        one = by_id[account.fact_id]
        assert account.said == (f"“{one.words}”" if one.words else one.gist)


@given(SAYINGS)
def test_the_order_in_which_they_were_typed_does_not_matter_to_what_is_shown(sayings):
    clear = {(one.noticed_on, one.noticed_at, one.explains.casefold()): one for one in sayings}
    unlike = list(clear.values())

    def shown(order):
        return {
            (" ".join(group.what.casefold().split()), tuple(one.fact_id for one in group.accounts))
            for group in explained(order)
        }

    if len({(one.noticed_on, one.noticed_at) for one in unlike}) == len(unlike):
        assert shown(unlike) == shown(list(reversed(unlike)))


def test_different_times_of_one_day_are_said_as_different_days_are():
    first = replace(FATHER, happened_on=date(2026, 11, 11), happened_at=time(16))
    second = replace(MOTHER, happened_on=date(2026, 11, 11), happened_at=time(18, 30))

    [cheek] = explained([first, second])

    assert (
        "Said to have happened at different times: at 16:00 on 11 Nov 2026 (Karl), at 18:30 on"
        " 11 Nov 2026 (Rina)."
    ) in cheek.remarks
