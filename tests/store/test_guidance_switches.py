"""A local switch is turned by a lead, with its source; decisions keep what they were made under."""

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace
from sharing_support import agency, decided, rules, signed

from sgdesk.domain.answers import Nation, YesNo
from sgdesk.domain.guidance import find
from sgdesk.domain.guidance_held import late_switches
from sgdesk.domain.guidance_switches import base_version, is_switched_here
from sgdesk.domain.practice import Policy, Role
from sgdesk.errors import SituationError, UserError
from sgdesk.library.guidance import guidance_for
from sgdesk.paths import resources

OWN = guidance_for(Nation.ENGLAND).version
ON = f"{OWN}, csa-duty on"
WHY = "SI 2027/12, read on 22 January 2027"


def newer(version="england-2026-12-01", checked_on="2026-12-01"):
    text = (resources() / "guidance" / "england.toml").read_text("utf-8")
    text = text.replace(f'version = "{OWN}"', f'version = "{version}"', 1)
    return text.replace("checked_on = 2026-11-22", f"checked_on = {checked_on}", 1).encode()


@pytest.fixture
def later(clock, desk):
    clock.at = datetime(2026, 12, 3, 9, tzinfo=UTC)
    return desk


def told(desk):
    return [line.text for line in desk.today.view().upkeep]


def test_a_switch_makes_its_rule_hold_for_what_is_recorded_from_now_on(desk):
    abused = {"sexual_abuse": YesNo.YES}
    before = signed(desk, urgency=abused)

    found = desk.guidances.switch("csa-duty", True, WHY)

    assert found.version == ON
    assert is_switched_here(found, "csa-duty")
    assert "DL-CSA" in rules(desk, signed(desk, urgency=abused))
    assert "DL-CSA" not in rules(desk, before)


def test_who_turned_it_and_why_is_kept_and_holds_after_the_next_unlock(desk, locked):
    desk.guidances.switch("csa-duty", True, WHY)
    state = desk.guidances.state()
    assert (state.choices[0].because, state.chosen_by[0]) == (WHY, desk.user.name)
    desk.close()

    again = locked.unlock(locked.users()[0].id, "a quiet river bends twice")
    try:
        assert again.guidance.version == ON
        assert find(again.guidance.switches, "csa-duty").on
    finally:
        again.close()


def test_a_decision_keeps_the_version_with_its_switch(desk):
    desk.guidances.switch("csa-duty", True, WHY)
    concern = signed(desk)
    sharing = decided(desk, concern, agency(desk))
    desk.guidances.switch("csa-duty", False, "Taken back")

    assert sharing.guidance == ON
    held = next(one for one in desk.guidances.state().held if one.version == ON)
    assert find(desk.guidances.text_of(held.id).switches, "csa-duty").on


def test_turned_back_it_is_the_programs_own_guidance_again(desk):
    desk.guidances.switch("csa-duty", True, WHY)
    found = desk.guidances.switch("csa-duty", False, "Taken back")

    assert found == guidance_for(found.nation)
    assert desk.guidances.state().choices[0].guidance_id is None
    assert base_version(ON) == OWN


def test_nobody_but_a_lead_turns_it_nor_without_a_reason(desk):
    with pytest.raises(UserError, match="Say why"):
        desk.guidances.switch("csa-duty", True, "  ")
    desk._context.user = replace(desk.user, role=Role.DEPUTY)
    with pytest.raises(UserError, match="Only a safeguarding lead"):
        desk.guidances.switch("csa-duty", True, WHY)


def test_turning_it_to_what_it_is_changes_nothing(desk):
    with pytest.raises(SituationError, match="stands so already"):
        desk.guidances.switch("csa-duty", False, WHY)
    assert desk.guidances.state().choices == ()


def test_a_switch_is_to_be_looked_at_again_on_its_day():
    guidance = guidance_for(Nation.ENGLAND)

    assert late_switches(guidance, date(2027, 1, 21)) == ()
    assert [one.id for one in late_switches(guidance, date(2027, 1, 22))] == ["csa-duty"]


def test_today_says_nothing_while_all_is_in_date(desk):
    assert told(desk) == []


def test_today_says_that_a_file_waits_until_a_lead_decides(later):
    held = later.guidances.bring(newer())
    assert "england-2026-12-01, was brought Thu 3 Dec 2026, 09:00" in told(later)[0]
    assert later.guidance.version == OWN
    assert [one.id for one in later.guidances.state().waiting] == [held.id]
    assert later.guidances.file_of(held.id) == newer()

    later.guidances.refuse(newer())

    assert told(later) == []
    assert later.guidance.version == OWN


def test_what_a_deputy_brought_a_lead_accepts(later, clock):
    later._context.user = replace(later.user, role=Role.DEPUTY)
    held = later.guidances.bring(newer())
    later._context.user = replace(later.user, role=Role.LEAD)
    clock.at = datetime(2026, 12, 4, 9, tzinfo=UTC)

    later.guidances.accept(later.guidances.file_of(held.id), "The partnership sent it")

    assert later.guidance.version == "england-2026-12-01"
    assert told(later) == []


@pytest.mark.parametrize(
    ("day", "is_said"), [((2027, 2, 22), False), ((2027, 2, 23), True), ((2027, 6, 1), True)]
)
def test_today_says_that_the_guidance_is_past_its_review(clock, desk, day, is_said):
    clock.at = datetime(*day, 9, tzinfo=UTC)

    said = " ".join(told(desk))

    assert ("The guidance was checked on 22 Nov 2026" in said) is is_said
    assert "it was to be looked at again on 22 Jan 2027" in said


@pytest.mark.parametrize(
    ("field", "title"),
    [
        ("appropriate_policy", "The appropriate policy document APD-1"),
        ("impact_assessment", "The impact assessment APD-1"),
        ("privacy_notice", "The privacy notice APD-1"),
    ],
)
def test_today_says_which_policy_is_past_its_review(desk, field, title):
    def reviewed(day):
        policy = Policy("APD-1", "2", day)
        desk.setup.save_practice(replace(desk.practice, **{field: policy}))
        return told(desk)

    assert reviewed(date(2026, 11, 22)) == []
    assert reviewed(date(2026, 11, 21)) == [f"{title} was to be reviewed on 21 Nov 2026."]


def test_today_says_that_the_program_brings_newer_guidance(desk):
    older = replace(desk.guidance, version="england-2026-10-01", checked_on=date(2026, 10, 1))
    desk._context.guidance = older
    desk._context.accepted[older.nation] = older

    assert f"This program brings newer guidance, {OWN}" in " ".join(told(desk))
