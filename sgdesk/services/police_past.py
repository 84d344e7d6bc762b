"""The contacts about a concern as its page shows them: what came later, what is still open."""

from datetime import datetime, time

import msgspec

from sgdesk.domain.paper import PaperKind
from sgdesk.domain.police import PoliceContact, PoliceNews, PoliceReason
from sgdesk.domain.police_points import PoliceNumber, numbers_of, open_points
from sgdesk.ids import ConcernId, FactId
from sgdesk.store.unit import Unit
from sgdesk.text import from_london


class PastContact(msgspec.Struct, frozen=True):
    """One contact with what came later, and what is still to be done about it, as sentences."""

    contact: PoliceContact
    news: tuple[PoliceNews, ...]
    open_points: tuple[str, ...] = ()

    @property
    def numbers(self) -> tuple[PoliceNumber, ...]:
        """Every number that is known, in the order in which it became known."""
        return numbers_of(self.contact, self.news)


def past_contacts(unit: Unit, concern_id: ConcernId) -> tuple[PastContact, ...]:
    """Return the contacts about a concern with what came later, in time order."""
    contacts = unit.police.of_concern(concern_id)
    if not contacts:
        return ()
    around = _around(unit, concern_id)
    return tuple(
        PastContact(one, news, _points(unit, one, news, around))
        for one in contacts
        for news in [unit.police.news(one.id)]
    )


def police_numbers(unit: Unit, concern_id: ConcernId) -> tuple[PoliceNumber, ...]:
    """Return every number that the police gave about a concern."""
    return tuple(
        number
        for one in unit.police.of_concern(concern_id)
        for number in numbers_of(one, unit.police.news(one.id))
    )


def open_points_of(unit: Unit, contact: PoliceContact) -> tuple[str, ...]:
    """Return what is still to be done about a contact, as sentences."""
    around = _around(unit, contact.concern_id) if contact.concern_id else _Around()
    return _points(unit, contact, unit.police.news(contact.id), around)


class _Around(msgspec.Struct, frozen=True):
    entry_at: datetime | None = None
    packed: frozenset[FactId] | None = None


def _around(unit: Unit, concern_id: ConcernId) -> _Around:
    sharings = unit.sharings.of_concern(concern_id)
    entries = [
        from_london(one.clinical.made_on, one.clinical.made_at or time())
        for one in sharings
        if one.clinical.made_on is not None
    ]
    packs = {
        one.sharing_id
        for one in unit.papers.of_concern(concern_id)
        if one.kind is PaperKind.PACK
    }  # fmt: skip
    packed = frozenset(
        fact_id
        for one in sharings
        if one.id in packs
        for fact_id, choice in one.choices.items()
        if choice.goes
    )
    return _Around(max(entries, default=None), packed if packs else None)


def _points(
    unit: Unit, contact: PoliceContact, news: tuple[PoliceNews, ...], around: _Around
) -> tuple[str, ...]:
    reporters = None
    if contact.reason is PoliceReason.FGM and contact.concern_id is not None:
        from sgdesk.services.police_case import registrants

        concern = unit.concerns.get(contact.concern_id)
        if concern is not None and concern.signed_at is not None:
            reporters = tuple(one.name for one in registrants(unit, concern))
    return open_points(contact, news, around.entry_at, around.packed, reporters)
