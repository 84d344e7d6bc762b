"""Checks of the directory's numbers: noted once each, and asked for again when a number changes."""

import msgspec

from sgdesk.domain.agency import Agency, AgencyCheck, same_ways
from sgdesk.ids import new_id
from sgdesk.services.context import Context
from sgdesk.store.unit import Unit

_CHECK = ("checked_on", "checked_by", "checked_method", "source")


def put(unit: Unit, context: Context, agency: Agency) -> Agency:
    """Save an agency and note its check, if that is new. A check that was made before a number
    changed says nothing of the number: it stays in the history, and the number is unchecked."""
    before = unit.agencies.get(agency.id)
    same_check = before is not None and _told(before, _CHECK) == _told(agency, _CHECK)
    if before is not None and same_check and not same_ways(before, agency):
        agency = msgspec.structs.replace(
            agency, checked_on=None, checked_by="", checked_method=None, source=""
        )
    unit.agencies.save(agency)
    if not same_check:
        if before is not None and not unit.agencies.checks(agency.id):
            _note(unit, context, before)  # from before checks were kept
        _note(unit, context, agency)
    return agency


def _note(unit: Unit, context: Context, agency: Agency) -> None:
    if agency.checked_on is None:
        return
    unit.agencies.add_check(
        AgencyCheck(
            id=new_id(),
            agency_id=agency.id,
            checked_on=agency.checked_on,
            checked_by=agency.checked_by,
            method=agency.checked_method,
            source=agency.source,
            noted_at=context.clock.now(),
            noted_by=context.user.id,
        )
    )


def _told(agency: Agency, fields: tuple[str, ...]) -> list[object]:
    return [getattr(agency, field) for field in fields]
