"""The directory as a file, its checks as a history, and where a home is by earlier answers."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace
from sharing_support import agency, at, ready, signed
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from sgdesk.domain.agency import CheckMethod
from sgdesk.errors import SituationError

ZZ99 = {"postcode": "ZZ99 2QA"}


def checks(desk, team):
    return [(one.checked_on, one.method, one.source) for one in desk.agencies.checks(team.id)]


def answered(desk, team, home, **person):
    """Decide about a new concern, with the home said to be in an area."""
    concern = signed(desk, person=ZZ99 | person)
    draft = ready(desk, concern, team)
    draft.recipient = replace(
        draft.recipient, area=team.area, home_area=home, home_postcode="ZZ992QA",
        other_area_because="They asked for it.",
    )  # fmt: skip
    return desk.sharings.decide(draft)


def test_each_check_is_kept_and_saving_the_same_again_adds_none(desk, clock):
    team = agency(desk)
    clock.at = at(22, 13)
    again = replace(team, checked_on=date(2026, 11, 22), checked_method=CheckMethod.RANG)
    desk.agencies.save(again)
    desk.agencies.save(replace(again, note="Ask for the duty desk."))

    assert checks(desk, team) == [
        (date(2026, 11, 22), CheckMethod.RANG, ""),
        (date(2026, 11, 2), None, ""),
    ]


def test_a_number_that_changed_is_unchecked_until_somebody_checks_it(desk):
    team = agency(desk)

    changed = desk.agencies.save(replace(team, phone="01632 960141"))

    assert (changed.checked_on, changed.checked_by) == (None, "")
    assert desk.agencies.late() == (team.name,)
    assert checks(desk, team) == [(date(2026, 11, 2), None, "")]
    checked = replace(changed, checked_on=date(2026, 11, 22), phone="01632 960142")
    assert desk.agencies.save(checked).checked_on == date(2026, 11, 22)


@pytest.mark.parametrize(
    "deed", ["UPDATE agency_check SET body = '{}'", "DELETE FROM agency_check"]
)
def test_no_check_is_changed_or_taken_away(desk, deed):
    agency(desk)

    with (
        desk._context.unit() as unit,
        pytest.raises(DatabaseError, match="only added to"),
    ):
        unit._connection.execute(text(deed))


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "Checked 22 Nov 2026, today"),
        (1, "Checked 21 Nov 2026, yesterday"),
        (89, "Checked 25 Aug 2026, 89 days ago"),
        (90, "Checked 24 Aug 2026, 90 days ago: check it again"),
        (180, "Checked 26 May 2026, 180 days ago: too old to rely on"),
    ],
)
def test_the_age_of_a_number_is_said_in_words(desk, days, words):
    team = agency(desk, checked_on=date(2026, 11, 22) - timedelta(days=days))

    assert desk.agencies.right_number(team).checked == words
    assert bool(desk.today.view().late) is (days >= 90)


def test_a_team_that_was_never_checked_is_late_from_the_start(desk):
    team = agency(desk, checked_on=None)

    assert desk.today.view().late == (team.name,)
    assert "Never checked" in desk.agencies.right_number(team).checked


def test_a_file_that_was_saved_comes_back_as_it_was(desk, tmp_path):
    agency(desk, ladder="Team manager; 2 days", checked_method=CheckMethod.LETTER)
    agency(desk, name="=Duty, “night”", phone="+44 1632 960150", note="One\ntwo; three")
    before = desk.agencies.list()
    assert desk.agencies.write_file(tmp_path / "agencies.csv") == 2
    with desk._context.unit() as unit:
        for one in before:
            unit.agencies.remove(one.id)
        unit.commit()

    read = desk.agencies.read_rows(desk.importing.text_of(tmp_path / "agencies.csv"))
    assert desk.agencies.take_rows(read, with_changes=False) == 2

    def without_ids(teams):
        return [replace(one, id="") for one in teams]

    assert without_ids(desk.agencies.list()) == without_ids(before)


def test_teams_that_are_there_change_only_where_that_is_wanted(desk, tmp_path):
    team = agency(desk)
    text_of_file = "Team,Kind,Telephone\nNorthtown Duty Team,children-social-care,01632 960149"
    read = desk.agencies.read_rows(text_of_file)

    assert desk.agencies.take_rows(read, with_changes=False) == 0
    assert desk.agencies.list() == [team]
    assert desk.agencies.take_rows(read, with_changes=True) == 1
    (changed,) = desk.agencies.list()
    assert (changed.id, changed.phone, changed.checked_on) == (team.id, "01632 960149", None)


def test_a_file_that_cannot_be_written_is_said(desk, tmp_path):
    with pytest.raises(SituationError, match="could not be written"):
        desk.agencies.write_file(tmp_path / "no folder" / "agencies.csv")


def test_the_area_of_a_home_is_what_was_said_last_of_its_postcode(desk, clock):
    team = agency(desk)
    assert desk.agencies.home_area("ZZ99 2QA").authority == ""
    answered(desk, team, "Southtown")
    clock.at += timedelta(minutes=1)
    answered(desk, team, "Northtown")

    assert desk.agencies.home_area("zz99 2qa").authority == "Northtown"
    assert desk.agencies.home_area("ZZ99 2QB").authority == ""
    assert desk.agencies.home_area("").authority == ""


def test_the_area_of_a_force_is_not_taken_for_that_of_an_authority(desk):
    police = agency(desk, name="Weir County Police", kind="police", area="Weir County")
    answered(desk, police, "Weir County")

    found = desk.agencies.home_area("ZZ99 2QA")
    assert (found.authority, found.force) == ("", "Weir County")
    assert found.for_kind("police") == "Weir County"
