"""What the directory says about an agency: its line, and the address for each route."""

from datetime import date, datetime

import msgspec

from sgdesk.domain.agency import CHECK_METHOD_WORDS, Agency, RouteKind
from sgdesk.domain.freshness import age_words
from sgdesk.domain.home_area import is_force
from sgdesk.domain.hours import number_at
from sgdesk.domain.sharing.recipient import Recipient
from sgdesk.errors import UserError
from sgdesk.text import _


def address_for(agency: Agency, route: RouteKind | None, at: datetime | None = None) -> str:
    """Return the number or address that the directory holds for a route, or nothing.

    `at` is when somebody would ring: then it is the number of that hour.
    """
    known = {
        RouteKind.PORTAL: agency.portal,
        RouteKind.FORM: agency.form_address or agency.email,
        RouteKind.SECURE_EMAIL: agency.email,
        RouteKind.TELEPHONE: _number(agency, at),
        RouteKind.POST: agency.address,
        RouteKind.HAND: agency.address,
    }
    if route is not None:
        return known.get(route, "")
    return agency.portal or agency.email or agency.phone


def with_agency(
    recipient: Recipient, agency: Agency, route: RouteKind | None, at: datetime | None = None
) -> Recipient:
    """Return the recipient as the directory knows it; person and role are asked anew.

    What was said of the home stays, unless it was of an authority and now of a force.
    """
    if is_force(recipient.kind) is not is_force(agency.kind):
        recipient = msgspec.structs.replace(recipient, home_area="", home_postcode="")
    return Recipient(
        area=agency.area,
        nation=agency.nation,
        home_area=recipient.home_area,
        home_postcode=recipient.home_postcode,
        registered_area=recipient.registered_area,
        seen_area=recipient.seen_area,
        agency_id=agency.id,
        kind=agency.kind,
        organisation=agency.name,
        person=recipient.person if recipient.agency_id == agency.id else "",
        role=recipient.role if recipient.agency_id == agency.id else "",
        address_used=address_for(agency, route or agency.preferred, at),
        checked_on=agency.checked_on,
        checked_how=checked_how(agency) if agency.checked_on else "",
    )


def with_route(
    recipient: Recipient, agency: Agency, route: RouteKind | None, at: datetime | None = None
) -> Recipient:
    """Return the recipient with the address of a route, unless another was typed."""
    from_directory = {"", agency.phone_out_of_hours}
    from_directory |= {address_for(agency, one) for one in (None, *RouteKind)}
    if recipient.address_used not in from_directory or route is None:
        return recipient
    return msgspec.structs.replace(recipient, address_used=address_for(agency, route, at))


def _number(agency: Agency, at: datetime | None) -> str:
    if at is None:
        return agency.phone
    try:
        return number_at(agency, at)
    except UserError:  # hours of an older entry that cannot be read
        return agency.phone


def checked_how(agency: Agency) -> str:
    """Return how the directory's entry was checked, as one sentence."""
    by = agency.checked_by or _("somebody of this practice")
    told = _("Entry in our directory, checked by {who}.").format(who=by)
    if agency.source:
        told = _("Entry in our directory, checked by {who}. Source: {source}.").format(
            who=by, source=agency.source.strip().rstrip(".")
        )
    if agency.checked_method is None:
        return told
    return f"{told} {_(CHECK_METHOD_WORDS[agency.checked_method])}."


def agency_note(agency: Agency, kind_title: str, today: date) -> str:
    """Return the line under an agency's name: what it is, where, and how fresh the entry is."""
    checked = age_words(agency.checked_on, today)
    return " · ".join(filter(None, (kind_title, agency.area, agency.phone, checked)))
