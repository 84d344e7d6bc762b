"""What is known of a case before the first word of a call: whom to ring, and what may be told."""

from datetime import datetime

import msgspec

from sgdesk.domain.agency import RouteKind
from sgdesk.domain.already_told import AlreadyTold, already_told
from sgdesk.domain.call import PortalFailure
from sgdesk.domain.concern import Concern, ConcernDraft
from sgdesk.domain.facts.kinds import Fact
from sgdesk.domain.flows.share import is_shared
from sgdesk.domain.pack import going
from sgdesk.domain.people import PersonKind
from sgdesk.domain.practice import Practice, User
from sgdesk.domain.sharing.consent_words import consent_words
from sgdesk.domain.sharing.decision import Attempt, AttemptState, Sharing, SharingDraft
from sgdesk.domain.sharing.subjects import relations_going
from sgdesk.errors import SituationError
from sgdesk.ids import AgencyId, ConcernId, DraftId
from sgdesk.services.context import Context
from sgdesk.services.drafts import opened
from sgdesk.services.dues import guidance_of
from sgdesk.store.unit import Unit
from sgdesk.text import _

_FRONT_DOORS = {PersonKind.ADULT: "adult-social-care"}
_CHILDREN = "children-social-care"


class CallCase(msgspec.Struct, frozen=True, kw_only=True):
    """What a script is made from. `facts` are those that go, and no others; `chosen_for` names
    whose decision chose them, empty where they are the program's proposal.

    `silent` are the ids of those about whom, by that decision, nothing goes.
    `failed` is the newest try of a portal that failed, and `agency_id` the team it was with.
    """

    user: User
    practice: Practice
    concern: Concern | None = None
    facts: tuple[Fact, ...] = ()
    consent: tuple[tuple[str, str], ...] = ()
    chosen_for: str = ""
    silent: frozenset[str] = frozenset()
    failed: PortalFailure | None = None
    agency_id: AgencyId | None = None
    told: AlreadyTold = AlreadyTold()


def call_case(context: Context, concern_id: ConcernId | None) -> CallCase:
    """Return what is known: of a record, of one that is being written, or of none."""
    with context.unit() as unit:
        found = _known(unit, context, concern_id)
        context.note_look(unit, "call.prepared", f"concern:{concern_id or ''}")
    if found.concern is None or found.chosen_for:
        return found
    return msgspec.structs.replace(found, facts=_proposed(context, found.concern))


def _known(unit: Unit, context: Context, concern_id: ConcernId | None) -> CallCase:
    practice = unit.practice.get()
    if not concern_id:
        return CallCase(user=context.user, practice=practice)
    concern, decision = _concern(unit, concern_id), _decision(unit, concern_id)
    if decision is None:
        return CallCase(
            user=context.user, practice=practice, concern=concern,
            agency_id=_front_door(unit, concern),
        )  # fmt: skip
    to, attempts = decision.recipient, unit.sharings.attempts(decision.id)
    guidance = guidance_of(context, concern.urgency.nation)
    return CallCase(
        user=context.user,
        practice=practice,
        concern=concern,
        facts=going(concern.facts, decision.choices),
        consent=consent_words(decision.consent, guidance),
        chosen_for=to.organisation or _("the recipient"),
        silent=_silent(decision, concern),
        failed=_failure(attempts),
        agency_id=to.agency_id or _front_door(unit, concern),
        told=already_told(unit.calls.of_concern(concern_id), attempts, to),
    )


def _silent(decision: Sharing | SharingDraft, concern: Concern) -> frozenset[str]:
    going_too = {one.id for one in relations_going(decision.basis, concern)}
    return frozenset(one.id for one in concern.relations if one.id not in going_too)


def _concern(unit: Unit, concern_id: ConcernId) -> Concern:
    """Return a concern as it is recorded, or as it is being recorded."""
    concern = unit.concerns.get(concern_id)
    if concern is None:
        raise SituationError(_("There is no such concern in this store."))
    found = unit.drafts.get(DraftId(concern_id))
    if found is None or found.flow != "record":
        return concern
    draft = opened(found, ConcernDraft).draft
    return msgspec.structs.replace(
        concern, urgency=draft.urgency, person=draft.person, relations=tuple(draft.relations),
        contact=draft.contact, presentation=draft.presentation, facts=tuple(draft.facts),
    )  # fmt: skip


def _decision(unit: Unit, concern_id: ConcernId) -> Sharing | SharingDraft | None:
    """Return the newest decision to share, or what is being decided."""
    for stored in unit.drafts.of_concern(concern_id):
        if stored.flow == "share":
            draft = opened(stored, SharingDraft).draft
            if is_shared(draft.decision) and draft.choices:
                return draft
    shared = [one for one in unit.sharings.of_concern(concern_id) if is_shared(one.decision)]
    return shared[-1] if shared else None


def _proposed(context: Context, concern: Concern) -> tuple[Fact, ...]:
    from sgdesk.services.sharing import Sharings

    kind = _FRONT_DOORS.get(concern.person.kind, _CHILDREN)
    return going(concern.facts, Sharings(context).proposals(concern, kind))


def _front_door(unit: Unit, concern: Concern) -> AgencyId | None:
    kind = _FRONT_DOORS.get(concern.person.kind, _CHILDREN)
    found = [one.id for one in unit.agencies.all() if one.kind == kind]
    return found[0] if len(found) == 1 else None


def _failure(attempts: tuple[Attempt, ...]) -> PortalFailure | None:
    portal = [one for one in attempts if one.route is RouteKind.PORTAL]
    if not portal or portal[-1].state is not AttemptState.FAILED or portal[-1].failure is None:
        return None
    first = _began(portal)
    newest, failure = portal[-1], portal[-1].failure
    return PortalFailure(at=first, failure=failure, message=newest.message, account=newest.account)


def _began(portal: list[Attempt]) -> datetime:
    """Return since when it has failed without a break."""
    since = portal[-1].at
    for one in reversed(portal):
        if one.state is not AttemptState.FAILED:
            break
        since = one.at
    return since
