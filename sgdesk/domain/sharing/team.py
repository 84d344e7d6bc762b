"""Whether a call or an earlier decision was with the team that receives this."""

from sgdesk.domain.call import Call
from sgdesk.domain.sharing.recipient import Recipient
from sgdesk.ids import AgencyId


def was_with(call: Call, to: Recipient) -> bool:
    """Return whether a call was with the recipient."""
    return _same(call.agency_id, call.agency_name, to.agency_id, to.organisation)


def rang_same_team(one: Call, other: Call) -> bool:
    """Return whether two calls were with the same team."""
    return _same(one.agency_id, one.agency_name, other.agency_id, other.agency_name)


def is_same_team(one: Recipient, other: Recipient) -> bool:
    """Return whether two decisions are about the same team."""
    return _same(one.agency_id, one.organisation, other.agency_id, other.organisation)


def _same(
    one_id: AgencyId | None, one_name: str, other_id: AgencyId | None, other_name: str
) -> bool:
    # A team that was typed by hand has no entry in the directory: then only its name can tell.
    if one_id is not None and other_id is not None:
        return one_id == other_id
    return bool(_bare(one_name)) and _bare(one_name) == _bare(other_name)


def _bare(name: str) -> str:
    return " ".join(name.split()).casefold()
