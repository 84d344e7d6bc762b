"""What the directory says about an agency: its line, and the address for each route."""

from datetime import date

import msgspec

from sgdesk.domain.agency import Agency, RouteKind
from sgdesk.domain.sharing.decision import Recipient
from sgdesk.text import _, read_short_date


def address_for(agency: Agency, route: RouteKind | None) -> str:
    """Return the number or address that the directory holds for a route, or nothing."""
    known = {
        RouteKind.PORTAL: agency.portal,
        RouteKind.FORM: agency.email,
        RouteKind.SECURE_EMAIL: agency.email,
        RouteKind.TELEPHONE: agency.phone,
    }
    if route is not None:
        return known.get(route, "")
    return agency.portal or agency.email or agency.phone


def with_agency(recipient: Recipient, agency: Agency, route: RouteKind | None) -> Recipient:
    """Return the recipient as the directory knows it; person and role are asked anew."""
    return Recipient(
        agency_id=agency.id,
        kind=agency.kind,
        organisation=agency.name,
        person=recipient.person if recipient.agency_id == agency.id else "",
        role=recipient.role if recipient.agency_id == agency.id else "",
        address_used=address_for(agency, route or agency.preferred),
        checked_on=agency.checked_on,
        checked_how=checked_how(agency) if agency.checked_on else "",
    )


def with_route(recipient: Recipient, agency: Agency, route: RouteKind | None) -> Recipient:
    """Return the recipient with the address of a route, unless another was typed."""
    from_directory = {"", agency.portal, agency.email, agency.phone}
    if recipient.address_used not in from_directory or route is None:
        return recipient
    return msgspec.structs.replace(recipient, address_used=address_for(agency, route))


def checked_how(agency: Agency) -> str:
    """Return how the directory's entry was checked, as one sentence."""
    by = agency.checked_by or _("somebody of this practice")
    if agency.source:
        return _("Entry in our directory, checked by {who} with {source}.").format(
            who=by, source=agency.source
        )
    return _("Entry in our directory, checked by {who}.").format(who=by)


def agency_note(agency: Agency, kind_title: str, today: date) -> str:
    """Return the line under an agency's name: what it is, where, and how fresh the entry is."""
    if agency.checked_on is None:
        checked = _("never checked")
    else:
        checked = _("checked {date}, {days} days ago").format(
            date=read_short_date(agency.checked_on), days=(today - agency.checked_on).days
        )
    return " · ".join(filter(None, (kind_title, agency.area, agency.phone, checked)))
