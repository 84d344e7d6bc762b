"""How a told decision fills the draft of a sharing, as a careful lead would fill it."""

from datetime import date

import msgspec

from sgdesk.domain.agency import Agency, RouteKind
from sgdesk.domain.flows.share import is_shared
from sgdesk.domain.sharing.decision import Basis, Choice, SharingDraft
from sgdesk.domain.sharing.recipient import Recipient
from sgdesk.ids import FactId
from sgdesk.library.demonstration_kinds import DemoBasis, Demonstration, Story, StorySharing
from sgdesk.text import _, read_short_date


def directory_entry(told: Demonstration, name: str) -> Agency:
    """Return the agency of that name. Raises StopIteration when a story invents another."""
    return next(one.agency for one in told.agencies if one.agency.name == name)


def filled_in(
    draft: SharingDraft,
    told: Demonstration,
    story: Story,
    sharing: StorySharing,
    proposals: dict[FactId, Choice],
) -> None:
    """Fill a draft with what was told. What is not said to stay goes, with a reason."""
    draft.decision = sharing.decision
    draft.purpose = sharing.purpose
    draft.consent = sharing.consent
    draft.necessity = sharing.necessity
    if not is_shared(sharing.decision):
        agreed_on = sharing.decided.date()
        draft.not_sharing = msgspec.structs.replace(sharing.not_sharing, agreed_on=agreed_on)
        return
    draft.basis = _basis(draft.basis, told.bases[sharing.basis])
    draft.recipient = _recipient(told, sharing)
    draft.route = sharing.route
    draft.conditions = sharing.conditions
    draft.choices = {
        one.fact.id: _choice(proposals[one.fact.id], one.stays, told.needed_because)
        for one in story.facts
    }


def _basis(empty: Basis, basis: DemoBasis) -> Basis:
    answers = msgspec.structs.asdict(basis.subject)
    values = msgspec.structs.asdict(basis)
    del values["subject"]
    subjects = tuple(msgspec.structs.replace(one, **answers) for one in empty.subjects)
    return Basis(subjects=subjects, **values)


def _recipient(told: Demonstration, sharing: StorySharing) -> Recipient:
    agency = directory_entry(told, sharing.agency)
    checked_on = _checked_on(told, sharing)
    entry = _("Directory entry of {day}.").format(day=read_short_date(checked_on))
    by_portal = sharing.route.kind is RouteKind.PORTAL
    return Recipient(
        agency_id=agency.id,
        kind=agency.kind,
        organisation=agency.name,
        area=agency.area,
        home_area=agency.area,
        nation=agency.nation,
        person=sharing.person,
        role=sharing.role,
        address_used=sharing.address_used or (agency.portal if by_portal else agency.email),
        checked_on=checked_on,
        checked_how=sharing.checked_how or entry,
    )


def _checked_on(told: Demonstration, sharing: StorySharing) -> date:
    checks = next(one.checks for one in told.agencies if one.agency.name == sharing.agency)
    return max(day for day in checks if day <= sharing.decided.date())


def _choice(proposal: Choice, stays: str, needed_because: str) -> Choice:
    goes = not stays
    because = stays or ("" if proposal.goes else needed_because)
    return msgspec.structs.replace(proposal, goes=goes, reason=because)
