"""What may be told to whoever is rung: what was decided for that team, and for no other."""

from collections.abc import Mapping

import msgspec

from sgdesk.domain.already_told import AlreadyTold
from sgdesk.domain.call import PortalFailure
from sgdesk.domain.facts.kinds import Fact
from sgdesk.domain.sharing.recipient import Recipient
from sgdesk.domain.sharing.team import is_same_team


class Chosen(msgspec.Struct, frozen=True, kw_only=True):
    """What was decided about one recipient, or is being decided; `shares`: something goes.

    `facts` are those that go. `silent` are the ids of those about whom nothing goes. `failed` is
    the newest try of their portal, where it failed; `told` what they know already; `withdrawn` what
    of that was withdrawn since, by name and source.
    """

    to: Recipient
    shares: bool
    facts: tuple[Fact, ...] = ()
    consent: tuple[tuple[str, str], ...] = ()
    silent: frozenset[str] = frozenset()
    failed: PortalFailure | None = None
    told: AlreadyTold = AlreadyTold()
    withdrawn: tuple[tuple[str, str], ...] = ()


class Least(msgspec.Struct, frozen=True):
    """The facts that a kind of recipient usually needs, and about whom it is told nothing."""

    facts: tuple[Fact, ...] = ()
    silent: frozenset[str] = frozenset()


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """What a script is made from. `chosen_for` names whose decision chose the facts, empty where
    they are the least that is needed; `same_kind`: that is another team of the same kind.
    `refused`: it was decided that nothing goes to this team."""

    facts: tuple[Fact, ...] = ()
    consent: tuple[tuple[str, str], ...] = ()
    silent: frozenset[str] = frozenset()
    failed: PortalFailure | None = None
    told: AlreadyTold = AlreadyTold()
    withdrawn: tuple[tuple[str, str], ...] = ()
    chosen_for: str = ""
    same_kind: bool = False
    refused: bool = False


def telling(
    chosen: tuple[Chosen, ...], least: Mapping[str, Least], whom: Recipient, usual_kind: str
) -> Telling:
    """Return what may be told to `whom`: what was decided for them, else for their kind, else the
    least. `chosen` has the newest decision first; a team of no known kind is of the usual one."""
    own = next((one for one in chosen if is_same_team(one.to, whom)), None)
    if own is not None and not own.shares:
        return Telling(chosen_for=own.to.organisation, refused=True)
    if own is not None:
        return Telling(
            facts=own.facts, consent=own.consent, silent=own.silent, failed=own.failed,
            told=own.told, withdrawn=own.withdrawn, chosen_for=own.to.organisation,
        )  # fmt: skip
    alike = next((one for one in chosen if one.shares and one.to.kind == whom.kind), None)
    if whom.kind and alike is not None:
        return Telling(
            facts=alike.facts, consent=alike.consent, silent=alike.silent,
            chosen_for=alike.to.organisation, same_kind=True,
        )  # fmt: skip
    found = least.get(whom.kind or usual_kind, Least())
    return Telling(facts=found.facts, silent=found.silent)
