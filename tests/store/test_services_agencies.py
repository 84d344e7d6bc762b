"""The directory: what is wrong is named where it was typed, and no entry hides a number."""

from datetime import date

import pytest
from msgspec.structs import replace
from sharing_support import agency, at

from sgdesk.domain.agency import Agency, CheckMethod
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.unsaved import CheckDraft, with_check
from sgdesk.errors import UserError
from sgdesk.ids import AgencyId


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("written_hours", 0),
        ("written_hours", 73),
        ("written_hours_typed", "two days"),
        ("acknowledge_days", 0),
        ("acknowledge_days_typed", "soon"),
        ("checked_on", date(2026, 11, 23)),
        ("checked_on_typed", "last week"),
    ],
)
def test_a_local_rule_that_cannot_be_is_named_and_not_dropped(desk, field, value):
    changes = {field: value} if field == "checked_on" else {"checked_on": None, field: value}
    with pytest.raises(UserError) as refused:
        agency(desk, **changes)

    assert refused.value.field == field.removesuffix("_typed")


def test_a_closed_office_is_never_said_to_answer_in_the_evening(desk):
    team = agency(desk, hours="Mon-Fri 08:30-17:00")

    found = desk.agencies.right_number(team)

    assert found.number == "01632 960140"
    assert found.when == "closed now; no number for evenings and weekends is known"
    assert found.other == "Mon-Fri 08:30-17:00"


def test_the_number_of_the_evening_is_said_to_be_that(desk, clock):
    team = agency(desk, hours="Mon-Fri 08:30-17:00", phone_out_of_hours="01632 960199")

    assert desk.agencies.right_number(team).number == "01632 960199"
    clock.at = at(20, 12)
    assert desk.agencies.right_number(team).when == "now, in their hours"


def test_an_entry_whose_hours_cannot_be_read_does_not_take_today_away(desk):
    entry = Agency(id=AgencyId("a"), name="Team", phone="01632 960140", hours="when we are in")
    with desk._context.unit() as unit:
        unit.agencies.save(entry)
        unit.commit()

    assert [one.number for one in desk.today.view().numbers] == ["01632 960140"]


@pytest.mark.parametrize(
    ("change", "asked"),
    [
        ({"phone": "01632 960199"}, (None, None)),
        ({"portal": "portal.example"}, (None, None)),
        ({"note": "Ask for the duty worker."}, (date(2026, 11, 20), CheckMethod.OFFICIAL_SITE)),
    ],
)
def test_a_check_begun_before_a_number_changed_says_nothing_of_the_new_one(desk, change, asked):
    team = agency(desk, checked_on=None)
    typed = replace(
        team, checked_on=date(2026, 11, 20), checked_by="Asha Rahman",
        checked_method=CheckMethod.OFFICIAL_SITE, source="Their site",
    )  # fmt: skip
    desk.unsaved.save_draft(CheckDraft(agency=typed), Caret())

    now = desk.agencies.save(replace(team, **change))
    (begun,) = desk.unsaved.begun("agency-check")
    gone_on = with_check(now, begun.draft.agency)

    assert (gone_on.checked_on, gone_on.checked_method) == asked
    assert (gone_on.checked_by, gone_on.source) == ("Asha Rahman", "Their site")
    assert [getattr(gone_on, name) for name in change] == list(change.values())
