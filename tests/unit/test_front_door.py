"""What the program tells somebody who has no key yet."""

from ui.main_window.opening import numbers_for_an_emergency


def test_the_locked_desk_names_the_emergency_numbers_of_those_who_cannot_hear_too():
    told = {number: when for _title, number, when in numbers_for_an_emergency()}

    assert set(told) == {"999", "18000", "18001 101"}
    assert told["18000"].endswith("Check locally.")
    assert "Check locally" not in told["999"]
