"""The directory: whom to reach, and the number that is right at this hour."""

import msgspec

from sgdesk.domain.agency import Agency
from sgdesk.domain.bounds import LINE, TEXT, too_long
from sgdesk.domain.guidance import NationalLine
from sgdesk.domain.hours import is_open, number_at, parse_hours
from sgdesk.errors import UserError
from sgdesk.ids import AgencyId, new_id
from sgdesk.services.context import Context
from sgdesk.services.views import RightNumber
from sgdesk.text import _, read_short_date


class Agencies:
    """What a user does with the directory."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list(self) -> list[Agency]:
        """Return every agency, by name."""
        with self._context.unit() as unit:
            return list(unit.agencies.all())

    def save(self, agency: Agency) -> Agency:
        """Save an agency; a new one gets its id. Raises UserError at the field to put right."""
        _check(agency)
        if not agency.id:
            agency = msgspec.structs.replace(agency, id=AgencyId(new_id()))
        with self._context.unit() as unit:
            unit.agencies.save(agency)
            unit.audit("agency.saved", f"agency:{agency.id}")
            unit.commit()
        return agency

    def right_number(self, agency: Agency) -> RightNumber:
        """Return the number of a team that is right now, and what to know beside it."""
        now = self._context.clock.now()
        open_now = not agency.hours or is_open(parse_hours(agency.hours), now, agency.nation)
        checked = _("Not checked yet")
        if agency.checked_on is not None:
            checked = _("Checked {day}").format(day=read_short_date(agency.checked_on))
        return RightNumber(
            agency=agency.name,
            number=number_at(agency, now),
            when=_("now, in their hours") if open_now else _("now, evenings and weekends"),
            other=_other(agency, open_now=open_now),
            checked=checked,
        )

    def lines(self) -> tuple[NationalLine, ...]:
        """Return the national lines, each with its source."""
        return self._context.guidance.lines


def _other(agency: Agency, *, open_now: bool) -> str:
    if open_now:
        if not agency.phone_out_of_hours:
            return ""
        return _("Evenings and weekends {number}").format(number=agency.phone_out_of_hours)
    return _("{hours} {number}").format(hours=agency.hours, number=agency.phone)


def _check(agency: Agency) -> None:
    if not agency.name.strip():
        raise UserError(_("Write the name of the team."), "name")
    if not agency.phone.strip() and not agency.email.strip():
        raise UserError(_("Give a telephone number or an email address."), "phone")
    if agency.hours.strip():
        try:
            parse_hours(agency.hours)
        except UserError as error:
            raise UserError(error.text, "hours") from error
    for field, value in msgspec.structs.asdict(agency).items():
        if isinstance(value, str) and (text := too_long(value, TEXT if field == "note" else LINE)):
            raise UserError(text, field.removesuffix("_typed"))
