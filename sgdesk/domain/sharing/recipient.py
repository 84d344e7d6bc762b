"""Who receives it, and how it goes."""

from datetime import date
from enum import StrEnum

import msgspec

from sgdesk.domain.agency import RouteKind
from sgdesk.domain.answers import Nation
from sgdesk.ids import AgencyId


class Recipient(msgspec.Struct, frozen=True, kw_only=True):
    """Who receives it: organisation, person, role, and how the address was checked.

    `area` is the authority, or the force area, that the recipient covers; `home_area` the one in
    which the person lives, as the lead said of `home_postcode`. `registered_area` and `seen_area`
    are named where they are others. `staff_because` says how it is kept from somebody who works
    there. `nation` is the recipient's own, as the directory says; its procedures hold there.
    """

    agency_id: AgencyId | None = None
    kind: str = ""
    organisation: str = ""
    person: str = ""
    role: str = ""
    address_used: str = ""
    checked_on: date | None = None
    checked_on_typed: str = ""
    checked_how: str = ""
    other_area_because: str = ""
    area: str = ""
    home_area: str = ""
    home_postcode: str = ""
    registered_area: str = ""
    seen_area: str = ""
    staff_because: str = ""
    nation: Nation | None = None


class PasswordWay(StrEnum):
    """How the password of a protected file reaches them: never with the file (LAW 9)."""

    TELEPHONE = "telephone"
    TEXT_MESSAGE = "text-message"
    AGREED = "agreed"
    NOT_NEEDED = "not-needed"


PASSWORD_WORDS = {
    PasswordWay.TELEPHONE: "By telephone, on a number from the directory",
    PasswordWay.TEXT_MESSAGE: "By text message to a number that was checked",
    PasswordWay.AGREED: "Agreed with them beforehand",
    PasswordWay.NOT_NEEDED: "None: the whole way is secure",
}


class Route(msgspec.Struct, frozen=True, kw_only=True):
    """How it goes. `preferred` is what the directory said of the recipient at the time."""

    kind: RouteKind | None = None
    not_preferred_because: str = ""
    safe_because: str = ""
    preferred: RouteKind | None = None
    password_by: PasswordWay | None = None
