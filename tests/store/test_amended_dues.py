"""What an amended record makes due is worked out anew: never lost, never doubled."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from sharing_support import FRIDAY, signed

from sgdesk.domain.answers import Nation, YesNo
from sgdesk.domain.concern import FgmScreen
from sgdesk.domain.entries import AmendmentDraft
from sgdesk.domain.facts.kinds import Saying
from sgdesk.domain.guidance import Trigger
from sgdesk.domain.people import PersonKind
from sgdesk.errors import UserError
from sgdesk.ids import FactId, new_id
from sgdesk.library.guidance import guidance_for

GIRL = {"name": "Amina Yusuf", "born": date(2012, 3, 1)}
DUTY = {"fgm": FgmScreen.TOLD_BY_HER}
TOLD = Saying(
    id=FactId("told"), speaker="Amina", words="It was done.", noticed_by="A. Rahman",
    noticed_on=FRIDAY, noticed_at=time(9, 40),
)  # fmt: skip
FGM = "DL-FGM"


def amend(desk, concern, because="It was wrong.", **parts):
    draft = AmendmentDraft(id=new_id(), concern_id=concern.id, because=because, **parts)
    desk.amendments.record(draft)
    return desk.concerns.get(concern.id).concern


def told(desk, **changes):
    facts = [replace(TOLD, id=FactId(new_id()))]
    return signed(desk, person=GIRL, facts=facts, **changes)


def dues(desk, concern, prefix, *, is_open=True):
    found = desk.concerns.get(concern.id).dues
    return [
        one for one in found if one.rule.startswith(prefix) and (one.closed_at is None) is is_open
    ]


def moments(desk, concern, prefix):
    return sorted((one.rule, one.due_at) for one in dues(desk, concern, prefix))


@pytest.fixture
def later(clock):
    def wait(**much):
        clock.at = clock.now() + timedelta(**much)

    return wait


def test_an_answer_on_fgm_begins_the_duty_from_when_she_told(desk, later):
    at_once, concern = told(desk, urgency=DUTY), told(desk)
    later(days=3)

    amend(desk, concern, urgency=replace(concern.urgency, fgm=FgmScreen.TOLD_BY_HER))

    assert moments(desk, at_once, FGM)
    assert moments(desk, concern, FGM) == moments(desk, at_once, FGM)


def test_an_answer_that_is_taken_back_ends_the_duty_and_says_so(desk, later):
    concern = told(desk, urgency=DUTY)
    later(hours=2)

    amend(desk, concern, urgency=replace(concern.urgency, fgm=FgmScreen.HEARD_FROM_OTHER))

    assert dues(desk, concern, FGM) == []
    ended = dues(desk, concern, FGM, is_open=False)
    assert {one.closed_because for one in ended} == {
        "The record was amended, and what made this due no longer holds."
    }


def test_she_was_of_age_when_she_told_by_the_right_date_of_birth(desk, later):
    concern = told(desk, urgency=DUTY)
    before = moments(desk, concern, FGM)
    later(days=2)

    grown = replace(concern.person, kind=PersonKind.ADULT, born=date(2000, 3, 1))
    amend(desk, concern, person=grown)
    of_age = moments(desk, concern, FGM)
    amend(desk, concern, person=replace(grown, kind=PersonKind.CHILD, born=date(2012, 3, 1)))

    assert of_age == []
    assert moments(desk, concern, FGM) == before


def test_one_who_came_of_age_since_is_still_one_who_told_as_a_girl(desk, later):
    concern = told(desk, urgency=DUTY)
    before = moments(desk, concern, FGM)
    later(days=30)

    turned_18 = replace(concern.person, kind=PersonKind.ADULT, born=date(2008, 12, 1))
    amend(desk, concern, person=turned_18)

    assert moments(desk, concern, FGM) == before


def test_another_day_of_the_telling_moves_the_duty(desk, later):
    concern = told(desk, urgency=DUTY)
    before = moments(desk, concern, FGM)
    later(hours=1)

    earlier = replace(concern.facts[0], noticed_on=FRIDAY - timedelta(days=7))
    amend(desk, concern, fact=earlier)

    after = moments(desk, concern, FGM)
    assert [rule for rule, _at in after] == [rule for rule, _at in before]
    assert all(new < old for (_, new), (_, old) in zip(after, before, strict=True))


def test_what_was_dealt_with_stays_dealt_with(desk, later):
    concern = told(desk, urgency=DUTY)
    for one in dues(desk, concern, FGM):
        desk.dues.close(one.id, "Rang 101, crime number given.")
    later(hours=1)
    concern = amend(
        desk, concern, fact=replace(concern.facts[0], noticed_on=FRIDAY - timedelta(days=1))
    )
    urgency = concern.urgency
    amend(desk, concern, urgency=replace(urgency, fgm=FgmScreen.NOT_RAISED))
    amend(desk, concern, urgency=urgency)

    assert dues(desk, concern, FGM) == []


def test_a_colleague_counts_from_when_the_concern_was_opened(desk, later):
    at_once, concern = signed(desk, urgency={"about_colleague": YesNo.YES}), signed(desk)
    later(days=4)

    amend(desk, concern, urgency=replace(concern.urgency, about_colleague=YesNo.YES))

    rules = {one.rule for one in dues(desk, at_once, "")}
    assert rules == {one.rule for one in dues(desk, concern, "")}
    assert moments(desk, concern, "") == moments(desk, at_once, "")


def test_an_amendment_of_something_else_touches_no_due(desk, later):
    concern = told(desk, urgency=DUTY | {"about_colleague": YesNo.YES})
    before = desk.concerns.get(concern.id).dues
    later(days=1)

    amend(desk, concern, person=replace(concern.person, school="Weir Lane"))

    assert desk.concerns.get(concern.id).dues == before


RING, HARM = "DL-REF-IMMEDIATE", Trigger.HARM_LIKELY
answers = st.one_of(
    st.tuples(st.just("fgm"), st.sampled_from(FgmScreen)),
    st.tuples(st.just("about_colleague"), st.sampled_from([YesNo.YES, YesNo.NO])),
    st.tuples(st.just("immediate_danger"), st.sampled_from([YesNo.YES, YesNo.NO])),
    st.tuples(st.just("nation"), st.sampled_from(Nation)),
    st.tuples(st.just("born"), st.sampled_from([date(2012, 3, 1), date(2000, 3, 1)])),
    st.tuples(st.just("noticed_on"), st.sampled_from([FRIDAY, FRIDAY - timedelta(days=9)])),
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=st.lists(answers, max_size=2), then=st.lists(answers, max_size=5))
@example(first=[], then=[("nation", Nation.SCOTLAND), ("nation", Nation.WALES)])
def test_however_it_came_about_the_same_record_has_the_same_dues(desk, clock, first, then):
    clock.at = datetime(2026, 11, 22, 12, 5, tzinfo=UTC)
    amended_one = told(desk)
    for what, value in (*first, *then):
        clock.at = clock.now() + timedelta(hours=5)
        amended_one = answer(desk, amended_one, what, value)
    clock.at = datetime(2026, 11, 22, 12, 5, tzinfo=UTC)
    changes = {
        name: getattr(amended_one.urgency, name) for name in ("fgm", "about_colleague", "nation")
    }
    fresh = signed(
        desk, urgency=changes, nation=changes.pop("nation"),
        person={"name": GIRL["name"], "born": amended_one.person.born,
                "kind": amended_one.person.kind},
        facts=[replace(amended_one.facts[0], id=FactId(new_id()))],
    )  # fmt: skip

    def counted(concern):
        found = [one for one in dues(desk, concern, "") if not one.rule.startswith(RING)]
        return sorted((one.rule, one.due_at) for one in found)

    assert counted(amended_one) == counted(fresh)
    still = [one.rule for one in dues(desk, amended_one, "")]
    assert len(still) == len(set(still))
    in_danger = amended_one.urgency.immediate_danger is YesNo.YES
    here = [rule.id for rule in guidance_for(amended_one.urgency.nation).rules_for(HARM)]
    assert [rule for rule in still if rule.startswith(RING)] == (here if in_danger else [])


def answer(desk, concern, what, value):
    try:
        if what == "noticed_on":
            return amend(desk, concern, fact=replace(concern.facts[0], noticed_on=value))
        if what == "born":
            kind = PersonKind.CHILD if value.year > 2008 else PersonKind.ADULT
            return amend(desk, concern, person=replace(concern.person, born=value, kind=kind))
        return amend(desk, concern, urgency=replace(concern.urgency, **{what: value}))
    except UserError:
        return concern


def test_the_right_date_of_birth_ends_and_begins_what_is_owed_to_a_child_alone(desk, later):
    concern = signed(desk, urgency={"about_colleague": YesNo.YES})
    child_s = moments(desk, concern, "DL-LADO")
    later(hours=6)

    grown = replace(concern.person, kind=PersonKind.ADULT, born=date(1990, 3, 1))
    amend(desk, concern, person=grown)
    of_age = moments(desk, concern, "DL-LADO")
    amend(desk, concern, person=concern.person)

    assert child_s
    assert of_age == []
    assert moments(desk, concern, "DL-LADO") == child_s


def test_an_estimated_birth_that_is_amended_moves_the_duty_too(desk, later):
    concern = told(desk, urgency=DUTY)
    before = moments(desk, concern, FGM)
    later(hours=6)

    older = replace(
        concern.person, kind=PersonKind.ADULT, born=None, born_typed="about 30 years",
        born_estimated=True,
    )  # fmt: skip
    amend(desk, concern, person=older)

    assert before
    assert dues(desk, concern, FGM) == []
