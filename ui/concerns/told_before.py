"""Who outside was told of an entry that was withdrawn, or is being withdrawn now."""

from datetime import UTC, datetime

from sgdesk.domain.facts.kinds import Fact
from sgdesk.domain.people import Relation
from sgdesk.domain.sharing.reached import Reached, fact_went, reached, relation_went
from sgdesk.services.views import ConcernView
from sgdesk.text import _

_NOT_YET = datetime.max.replace(tzinfo=UTC)


def told_before(entry: Fact | Relation, view: ConcernView) -> tuple[Reached, ...]:
    """Return each team that was told before the entry was withdrawn; until now, if it stands."""
    decided = [(past.sharing, past.attempts) for past in view.sharings]
    went = relation_went(entry, view.concern) if isinstance(entry, Relation) else fact_went(entry)
    return reached(decided, view.calls, went, entry.withdrawn_at or _NOT_YET)


def still_to_tell(view: ConcernView) -> str | None:
    """Return which teams hold something that was withdrawn and were not reached since, or None."""
    concern = view.concern
    teams = dict.fromkeys(
        one.team.organisation
        for entry in (*concern.facts_withdrawn, *concern.relations_withdrawn)
        for one in told_before(entry, view)
        if one.again_at is None and one.team.organisation
    )
    if not teams:
        return None
    return _("Withdrawn after it went to {teams}. Tell them; see Withdrawn, below.").format(
        teams=", ".join(teams)
    )
