"""A concern of this store in the form in which it is handed on."""

from datetime import datetime

from sgdesk.domain.concern import Concern
from sgdesk.domain.handed_on import FORMAT, VERSION, HandedConcern, HandedOn, HandedSharing
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import ConcernId, DraftId, UserId
from sgdesk.services.exchange_files import handed_files
from sgdesk.services.exchange_links import handed_links
from sgdesk.services.exchange_versions import handed_details, handed_facts
from sgdesk.store.unit import Unit
from sgdesk.text import _

_AS_IT_IS = (
    "id", "reference", "opened_at", "changed_at", "stage", "urgency", "person",
    "contact", "presentation", "kept",
)  # fmt: skip


def handed_on(unit: Unit, concern_id: ConcernId, now: datetime) -> HandedOn:
    """Return a signed concern with everything that was done about it, but for its papers.

    Raises UserError while it is not signed, SituationError where there is none.
    """
    concern = unit.concerns.get(concern_id)
    if concern is None:
        raise SituationError(_("There is no such concern in this store."))
    names = {user.id: user.name for user in unit.users.all()}
    contacts = unit.police.of_concern(concern_id)
    return HandedOn(
        format=FORMAT,
        version=VERSION,
        concern=_concern(concern, names),
        practice=unit.practice.get().name,
        exported_at=now,
        users=names,
        sharings=_sharings(unit, concern_id),
        calls=unit.calls.of_concern(concern_id),
        outcomes=unit.outcomes.of_concern(concern_id),
        team_notes=unit.outcomes.notes(concern_id),
        dues=unit.dues.of_concern(concern_id),
        files=handed_files(unit, concern_id, names),
        closings=unit.closings.of_concern(concern_id),
        links=handed_links(unit, concern),
        details_versions=handed_details(unit, concern_id, names),
        fact_versions=handed_facts(unit, concern, names),
        police=contacts,
        police_news=tuple(news for one in contacts for news in unit.police.news(one.id)),
    )


def _concern(concern: Concern, names: dict[UserId, str]) -> HandedConcern:
    if concern.signed_at is None or concern.signed_by is None:
        raise UserError(_("Sign this record first; only signed records are handed on."))
    return HandedConcern(
        signed_at=concern.signed_at,
        signed_by=names.get(concern.signed_by, concern.signed_by),
        opened_by=names.get(concern.opened_by, concern.opened_by),
        relations=concern.everybody,
        facts=concern.every_fact,
        **{name: getattr(concern, name) for name in _AS_IT_IS},
    )


def _sharings(unit: Unit, concern_id: ConcernId) -> tuple[HandedSharing, ...]:
    return tuple(
        HandedSharing(
            sharing=sharing,
            attempts=unit.sharings.attempts(sharing.id),
            unfinished=unit.drafts.get(DraftId(sharing.id)) is not None,
        )
        for sharing in unit.sharings.of_concern(concern_id)
    )
