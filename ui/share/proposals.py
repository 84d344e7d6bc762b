"""New proposals beside what somebody has already decided about a fact."""

from collections.abc import Mapping

import msgspec

from sgdesk.domain.sharing.decision import Choice
from sgdesk.ids import FactId


def merged(
    decided: Mapping[FactId, Choice], proposed: Mapping[FactId, Choice]
) -> dict[FactId, Choice]:
    """Return the proposals, keeping each choice that a person changed, with its reason."""
    return {
        fact_id: _kept(decided[fact_id], choice)
        if fact_id in decided and _was_changed(decided[fact_id])
        else choice
        for fact_id, choice in proposed.items()
    }


def _was_changed(choice: Choice) -> bool:
    return choice.goes != choice.proposed or bool(choice.reason.strip())


def _kept(old: Choice, new: Choice) -> Choice:
    return msgspec.structs.replace(
        old, proposed=new.proposed, proposed_because=new.proposed_because
    )
