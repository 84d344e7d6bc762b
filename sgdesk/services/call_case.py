"""What is known of a case before the first word of a call: whom to ring, and what may be told."""

from collections.abc import Sequence

import msgspec

from sgdesk.domain.agency import Agency
from sgdesk.domain.already_told import already_told
from sgdesk.domain.call_telling import Chosen, Least, Telling, telling
from sgdesk.domain.concern import Concern
from sgdesk.domain.flows.share import is_shared
from sgdesk.domain.pack import going
from sgdesk.domain.people import PersonKind
from sgdesk.domain.practice import Practice, User
from sgdesk.domain.recipients import Family
from sgdesk.domain.sharing.consent_words import consent_words
from sgdesk.domain.sharing.decision import Sharing, SharingDraft
from sgdesk.domain.sharing.recipient import Recipient
from sgdesk.domain.sharing.subjects import relations_going
from sgdesk.errors import SituationError
from sgdesk.ids import AgencyId, CallId, ConcernId, SharingId
from sgdesk.services.context import Context
from sgdesk.services.drafts import opened
from sgdesk.services.dues import guidance_of
from sgdesk.services.fitting import why_unfit
from sgdesk.services.portal_failures import failure_of
from sgdesk.services.protection import as_protected, as_typed
from sgdesk.services.withdrawn import named_as_withdrawn
from sgdesk.store.unit import Unit
from sgdesk.text import _

_FRONT_DOORS = {PersonKind.ADULT: "adult-social-care"}
_CHILDREN = "children-social-care"


class CallCase(msgspec.Struct, frozen=True, kw_only=True):
    """What a script is made from. `agency_id`, or a name without one, is the team to ring as far
    as that is known, and `number` where they were rung before; `unfit` says of teams of the
    directory why they are not the ones to ring."""

    user: User
    practice: Practice
    concern: Concern | None = None
    agency_id: AgencyId | None = None
    agency_name: str = ""
    number: str = ""
    chosen: tuple[Chosen, ...] = ()
    least: dict[str, Least] = {}
    kinds: dict[str, str] = {}
    unfit: dict[str, str] = {}

    def telling(self, agency_id: str = "", name: str = "") -> Telling:
        """Return what may be told to a team of the directory, or to one typed by hand."""
        whom = Recipient(
            agency_id=AgencyId(agency_id) if agency_id else None, organisation=name,
            kind=self.kinds.get(agency_id, ""),
        )  # fmt: skip
        return telling(self.chosen, self.least, whom, _usual_kind(self.concern))


def call_case(context: Context, concern_id: ConcernId | None, about: str = "") -> CallCase:
    """Return what is known: of a record, of one that is being written, or of none. The team is that
    of the call or the decision of the id `about`, where there is one."""
    with context.unit() as unit:
        agencies = unit.agencies.all()
        found = _known(unit, context, concern_id, agencies)
        if about and concern_id:
            found = _with_team_of(unit, found, concern_id, about)
        context.note_look(unit, "call.prepared", f"concern:{concern_id or ''}")
    if found.concern is None:
        return found
    return msgspec.structs.replace(found, least=_least(context, found))


def _known(
    unit: Unit, context: Context, concern_id: ConcernId | None, agencies: Sequence[Agency]
) -> CallCase:
    case = CallCase(
        user=context.user, practice=unit.practice.get(),
        kinds={str(one.id): one.kind for one in agencies},
    )  # fmt: skip
    if not concern_id:
        return case
    concern = _concern(unit, concern_id)
    decisions = _decisions(unit, concern_id)
    first = next((one.recipient for one in decisions if is_shared(one.decision)), Recipient())
    agency_id = first.agency_id
    if agency_id is None and not first.organisation.strip():
        agency_id = _front_door(agencies, concern)
    return msgspec.structs.replace(
        case,
        concern=concern,
        agency_id=agency_id,
        agency_name="" if agency_id else first.organisation,
        chosen=tuple(_chosen(unit, context, concern, one) for one in decisions),
        unfit=why_unfit(unit, concern, agencies),
    )


def _with_team_of(unit: Unit, case: CallCase, concern_id: ConcernId, about: str) -> CallCase:
    call, sharing = unit.calls.get(CallId(about)), unit.sharings.get(SharingId(about))
    if call is not None and call.concern_id == concern_id:
        agency_id, name, number = call.agency_id, call.agency_name, call.number
    elif sharing is not None and sharing.concern_id == concern_id:
        agency_id, name, number = sharing.recipient.agency_id, sharing.recipient.organisation, ""
    else:
        return case
    if str(agency_id or "") not in case.kinds:  # typed by hand, or no longer in the directory
        agency_id = None
    return msgspec.structs.replace(
        case, agency_id=agency_id, agency_name="" if agency_id else name, number=number
    )


def _chosen(
    unit: Unit, context: Context, concern: Concern, decision: Sharing | SharingDraft
) -> Chosen:
    to = decision.recipient
    if not is_shared(decision.decision):
        return Chosen(to=to, shares=False)
    attempts = unit.sharings.attempts(decision.id)
    guidance = guidance_of(context, concern.urgency.nation)
    return Chosen(
        to=to,
        shares=True,
        facts=going(concern.facts, decision.choices),
        consent=consent_words(decision.consent, guidance),
        silent=_silent(decision, concern),
        failed=failure_of(attempts),
        told=already_told(unit.calls.of_concern(concern.id), attempts, to),
        withdrawn=named_as_withdrawn(unit, concern, to),
    )


def _silent(decision: Sharing | SharingDraft, concern: Concern) -> frozenset[str]:
    going_too = {one.id for one in relations_going(decision.basis, concern)}
    return frozenset(one.id for one in concern.relations if one.id not in going_too)


def _concern(unit: Unit, concern_id: ConcernId) -> Concern:
    """Return a concern as it may be told of: recorded, or being recorded."""
    concern = as_typed(unit, concern_id)
    if concern is None:
        raise SituationError(_("There is no such concern in this store."))
    return as_protected(unit, concern)


def _decisions(unit: Unit, concern_id: ConcernId) -> list[Sharing | SharingDraft]:
    """Return what is being decided to go to somebody, then what was decided, the newest first."""
    begun = [
        opened(stored, SharingDraft).draft
        for stored in unit.drafts.of_concern(concern_id)
        if stored.flow == "share"
    ]
    undecided = [one for one in begun if is_shared(one.decision) and one.choices and _is_named(one)]
    decided = [one for one in unit.sharings.of_concern(concern_id) if _is_named(one)]
    return [*undecided, *reversed(decided)]


def _is_named(decision: Sharing | SharingDraft) -> bool:
    return decision.recipient.agency_id is not None or bool(decision.recipient.organisation.strip())


def _least(context: Context, case: CallCase) -> dict[str, Least]:
    """Return what each kind of team that can be rung needs at least."""
    from sgdesk.library.recipients import recipient_file
    from sgdesk.services.sharing import Sharings

    concern, recipients, sharings = case.concern, recipient_file(), Sharings(context)
    if concern is None:
        return {}
    family = frozenset(one.id for one in concern.relations if not one.professional)
    found = {}
    for kind in {*case.kinds.values(), _usual_kind(concern)}:
        known = recipients.kind(kind)
        silent = family if known is not None and known.family is Family.NONE else frozenset()
        found[kind] = Least(going(concern.facts, sharings.proposals(concern, kind)), silent)
    return found


def _usual_kind(concern: Concern | None) -> str:
    return _CHILDREN if concern is None else _FRONT_DOORS.get(concern.person.kind, _CHILDREN)


def _front_door(agencies: Sequence[Agency], concern: Concern) -> AgencyId | None:
    found = [one.id for one in agencies if one.kind == _usual_kind(concern)]
    return found[0] if len(found) == 1 else None
