"""The directory of agencies: whom to reach, on which number, under which local rules."""

from datetime import date, datetime
from enum import StrEnum

import msgspec

from sgdesk.domain.answers import Nation
from sgdesk.ids import AgencyId, UserId

_CHECKED = ("phone", "phone_out_of_hours", "email", "portal", "address", "form_address")


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


class CheckMethod(StrEnum):
    """How somebody made sure that a number or an address is right (LAW 9)."""

    RANG = "rang"
    OFFICIAL_SITE = "official-site"
    LETTER = "letter"
    IN_PERSON = "in-person"
    PARTNERSHIP = "partnership"
    OTHER = "other"


CHECK_METHOD_WORDS = {
    CheckMethod.RANG: "Rang the published number",
    CheckMethod.OFFICIAL_SITE: "Looked at their official site",
    CheckMethod.LETTER: "A letter or email from them",
    CheckMethod.IN_PERSON: "Asked them in person",
    CheckMethod.PARTNERSHIP: "The list of the partnership, board or committee",
    CheckMethod.OTHER: "Another way",
}


class Agency(msgspec.Struct, frozen=True, kw_only=True):
    """One team. `kind` is a recipient kind of `resources/recipients.toml`; `area` its authority,
    or the force area of a police team.

    `hours` reads "Mon-Fri 08:30-17:00" in London time; outside them `phone_out_of_hours` is right.
    `written_hours` is the local rule for confirming a call in writing, in elapsed hours;
    `acknowledge_days` the working days in which they say they answer, `chase_days` those after
    which they say to chase. None: no local rule known. `address` is for post and by hand,
    `form_address` where their form goes if not to `email`; `portal_hours` says when somebody looks
    at what the portal took. `ladder` and `boxes` hold a stage of escalation, or a box of the portal
    with its limit, on each line. `checked_on` and what follows tell of the last check.
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
    checked_method: CheckMethod | None = None
    chase_days: int | None = None
    chase_days_typed: str = ""
    address: str = ""
    form: str = ""
    form_address: str = ""
    portal_hours: str = ""
    ladder: str = ""
    boxes: str = ""


def same_ways(one: Agency, other: Agency) -> bool:
    """Say whether two states of a team have the same numbers and addresses, which a check is of."""
    return all(getattr(one, name) == getattr(other, name) for name in _CHECKED)


class AgencyCheck(msgspec.Struct, frozen=True, kw_only=True):
    """One check of an agency's numbers, as it was noted; checks are only added to."""

    id: str
    agency_id: AgencyId
    checked_on: date
    checked_by: str
    method: CheckMethod | None
    source: str
    noted_at: datetime
    noted_by: UserId
