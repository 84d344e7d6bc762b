"""What may be told to whom: what was decided for that team, for its kind, or else the least."""

from hypothesis import given
from hypothesis import strategies as some

from sgdesk.domain.call_telling import Chosen, Least, telling
from sgdesk.domain.facts.kinds import Context, ContextTopic
from sgdesk.domain.sharing.recipient import Recipient
from sgdesk.ids import AgencyId, FactId

KINDS = ("children-social-care", "police", "gp", "")
FACTS = tuple(
    Context(id=FactId(str(at)), topic=ContextTopic.NOTE, text=f"Fact {at}") for at in range(6)
)
LEAST = {kind: Least(FACTS[at : at + 1]) for at, kind in enumerate(KINDS[:3])}


def team(name, kind="children-social-care"):
    return Recipient(agency_id=AgencyId(name), organisation=name, kind=kind)


def chosen(to, *facts, shares=True):
    return Chosen(to=to, shares=shares, facts=tuple(FACTS[at] for at in facts))


def told(decisions, whom):
    return telling(tuple(decisions), LEAST, whom, "children-social-care")


def test_what_was_decided_for_this_team_is_told_whoever_was_decided_about_last():
    found = told([chosen(team("Weir", "gp"), 5), chosen(team("North"), 3, 4)], team("North"))

    assert (found.facts, found.chosen_for) == (FACTS[3:5], "North")


def test_the_newest_decision_about_a_team_holds():
    assert told([chosen(team("North"), 4), chosen(team("North"), 3)], team("North")).facts == (
        FACTS[4],
    )


def test_another_team_of_the_same_kind_is_told_what_its_kind_was():
    found = told([chosen(team("North"), 3)], team("West"))

    assert (found.facts, found.chosen_for, found.same_kind) == ((FACTS[3],), "North", True)


def test_a_team_of_another_kind_is_told_the_least_and_nothing_that_was_chosen():
    found = told([chosen(team("North"), 3)], team("Weir", "gp"))

    assert (found.facts, found.chosen_for) == ((FACTS[2],), "")


def test_a_team_that_was_typed_by_hand_is_known_by_its_name():
    typed = Recipient(organisation=" north ")

    assert told([chosen(Recipient(organisation="North"), 3)], typed).facts == (FACTS[3],)
    assert told([], typed).facts == (FACTS[0],)


def test_nothing_is_told_to_whom_it_was_decided_not_to_share_with():
    found = told([chosen(team("North"), shares=False), chosen(team("North"), 3)], team("North"))

    assert (found.facts, found.refused, found.chosen_for) == ((), True, "North")


def test_a_decision_not_to_share_says_nothing_about_another_team():
    found = told([chosen(team("North"), shares=False)], team("West"))

    assert (found.facts, found.refused) == ((FACTS[0],), False)


teams = some.builds(team, some.sampled_from("ABC"), some.sampled_from(KINDS))
decisions = some.lists(
    some.builds(
        lambda to, facts, shares: chosen(to, *(facts if shares else ()), shares=shares),
        teams, some.sets(some.integers(0, 5)), some.booleans(),
    )
)  # fmt: skip


@given(decisions, teams)
def test_a_fact_that_stays_for_a_team_is_never_told_to_it(made, whom):
    found = told(made, whom)
    own = next((one for one in made if one.to.agency_id == whom.agency_id), None)

    if own is not None:
        assert set(found.facts) <= set(own.facts)
        assert found.refused is not own.shares
    if found.same_kind:
        assert any(one.to.kind == whom.kind and one.facts == found.facts for one in made)
