"""The directory of agencies: whom to reach, on which number, under which local rules."""

from datetime import date
from enum import StrEnum

import msgspec

from sgdesk.domain.answers import Nation
from sgdesk.ids import AgencyId


class RouteKind(StrEnum):
    """The ways in which information reaches an agency. There is no fax (LAW 9)."""

    PORTAL = "portal"
    FORM = "form"
    SECURE_EMAIL = "secure-email"
    TELEPHONE = "telephone"
    POST = "post"
    HAND = "hand"


ROUTE_WORDS = {
    RouteKind.PORTAL: "Portal",
    RouteKind.FORM: "Their form",
    RouteKind.SECURE_EMAIL: "Secure email",
    RouteKind.TELEPHONE: "Telephone",
    RouteKind.POST: "Post",
    RouteKind.HAND: "By hand",
}


class Agency(msgspec.Struct, frozen=True, kw_only=True):
    """One team. `kind` is a recipient kind of `resources/recipients.toml`; `area` its authority.

    `hours` reads "Mon-Fri 08:30-17:00" in London time; outside them `phone_out_of_hours` is right.
    `written_hours` is the local rule for confirming a call in writing, in elapsed hours;
    `acknowledge_days` the working days in which they say they answer. None: no local rule known.
    """

    id: AgencyId
    name: str = ""
    kind: str = "children-social-care"
    area: str = ""
    nation: Nation = Nation.ENGLAND
    phone: str = ""
    hours: str = ""
    phone_out_of_hours: str = ""
    email: str = ""
    portal: str = ""
    channels: tuple[RouteKind, ...] = ()
    preferred: RouteKind | None = None
    written_hours: int | None = None
    written_hours_typed: str = ""
    acknowledge_days: int | None = None
    acknowledge_days_typed: str = ""
    note: str = ""
    checked_on: date | None = None
    checked_on_typed: str = ""
    checked_by: str = ""
    source: str = ""
