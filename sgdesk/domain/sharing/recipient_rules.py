"""What is asked about a recipient and a route: home authority, who works there, unsafe ways."""

import re

from sgdesk.domain.agency import RouteKind
from sgdesk.domain.answers import Nation
from sgdesk.domain.calendar import nation_name
from sgdesk.domain.concern import Concern
from sgdesk.domain.home_area import is_force
from sgdesk.domain.sharing.recipient import Recipient, Route
from sgdesk.text import _

Check = tuple[str, str | None]

# Mail between these addresses is secure the whole way (LAW 9: NHSmail).
_SECURE = ("nhs.net",)
# Mail services that people hold in their own name: never for this (LAW 9: personal email, never).
_PERSONAL = (
    "aol.com", "btinternet.com", "gmail.com", "googlemail.com", "gmx.co.uk", "gmx.com",
    "hotmail.co.uk", "hotmail.com", "icloud.com", "live.co.uk", "live.com", "mail.com", "me.com",
    "msn.com", "outlook.com", "proton.me", "protonmail.com", "sky.com", "talktalk.net",
    "virginmedia.com", "yahoo.co.uk", "yahoo.com", "ymail.com",
)  # fmt: skip
# Kinds of team that are bound to the place where somebody lives.
BOUND_TO_HOME = ("children-social-care", "adult-social-care", "police")
_BY_MAIL = (RouteKind.SECURE_EMAIL, RouteKind.FORM)
_OF_EVERY_AREA = {"the", "of", "council", "borough", "district", "metropolitan", "royal",
                  "unitary", "authority", "police", "constabulary"}  # fmt: skip
# A city is often another authority than the county around it.
_OF_MANY_AREAS = {"city", "county", "london"}
_WORDS = re.compile(r"[^\W_]+")
_COMMON = {"the", "of", "and", "team", "service", "services", "school", "surgery", "practice",
           "council", "police", "ltd", "limited", "at", "s"}  # fmt: skip


def recipient_checks(to: Recipient, concern: Concern) -> list[Check]:
    """Return what must be answered about a recipient before anything goes to it."""
    checks: list[Check] = []
    if is_other_area(to) and not to.other_area_because.strip():
        text = _("Say why this goes to {area}: the home is in {home}.")
        checks.append(
            ("other_area_because", text.format(area=to.area.strip(), home=to.home_area.strip()))
        )
    elif is_other_nation(to, concern) and not to.other_area_because.strip():
        checks.append(("other_area_because", other_nation_words(to, concern)))
    if (names := works_there(to, concern)) and not to.staff_because.strip():
        text = _("Say how this is kept from {names}, who may work there.")
        checks.append(("staff_because", text.format(names=", ".join(names))))
    return checks


def route_checks(route: Route, to: Recipient) -> list[Check]:
    """Return what must be answered about the way it goes."""
    checks: list[Check] = []
    if is_not_preferred(route) and not route.not_preferred_because.strip():
        text = _("{agency} prefers another route. Say why this one.")
        checks.append(("not_preferred_because", text.format(agency=to.organisation)))
    domain = mail_domain(to.address_used) if route.kind in _BY_MAIL else ""
    if domain in _PERSONAL:
        checks.append(("kind", _("{domain} is a personal mail service. Choose another way, or"
                                 " their address at work.").format(domain=domain)))  # fmt: skip
    is_doubtful = route.kind is RouteKind.SECURE_EMAIL and domain and not is_secure(domain)
    if is_doubtful and not route.safe_because.strip():
        text = _("Say what makes {domain} safe: whether they or your mail service say that it is"
                 " secure, or how it is encrypted.")  # fmt: skip
        checks.append(("safe_because", text.format(domain=domain)))
    if needs_password(route) and route.password_by is None:
        checks.append(("password_by", _("Say how the password reaches them.")))
    return checks


def is_other_area(to: Recipient) -> bool:
    """Return whether the recipient is bound to a home, and covers another area than where it is."""
    is_known = bool(to.kind in BOUND_TO_HOME and to.area.strip() and to.home_area.strip())
    return is_known and not is_same_area(to.area, to.home_area)


def is_same_area(one: str, other: str) -> bool:
    """Return whether two names are of one area: "Northtown", and "Northtown City Council"."""
    ours, theirs = (set(_plain(name).split()) - _OF_EVERY_AREA for name in (one, other))
    if not ours or not theirs:
        return _plain(one) == _plain(other)
    return (ours <= theirs or theirs <= ours) and ours ^ theirs <= _OF_MANY_AREAS


def is_other_nation(to: Recipient, concern: Concern) -> bool:
    """Return whether the recipient is bound to a home, and in another nation than the record."""
    return to.kind in BOUND_TO_HOME and to.nation not in (None, concern.urgency.nation)


def other_nation_words(to: Recipient, concern: Concern) -> str:
    """Return what is asked about a recipient in another nation than the record goes by."""
    theirs = nation_name(to.nation or concern.urgency.nation)
    return _(
        "{agency} is in {theirs}, and this record goes by the law of {ours}. Where the person lives"
        " decides. If that is {theirs}, amend the nation on the concern’s page first: its law and"
        " its times hold then. If not, say why it goes there."
    ).format(agency=to.organisation, theirs=theirs, ours=nation_name(concern.urgency.nation))


def home_not_said(to: Recipient) -> str:
    """Return what to look at again where nobody said where the home is, or nothing."""
    if to.kind not in BOUND_TO_HOME or to.home_area.strip():
        return ""
    if is_force(to.kind):
        return _("Nobody said in which force’s area the home is. That force is the right one; 101"
                 " puts you through to it.")  # fmt: skip
    if to.nation is Nation.WALES:
        return _("Nobody said in which authority’s area the home is. In Wales the authority where"
                 " the concern arose is the right one: make sure that it is this one.")  # fmt: skip
    if to.nation is Nation.NORTHERN_IRELAND:
        return _("Nobody said in which HSC Trust’s area the home is. That Trust is the right one:"
                 " look the postcode up, or ask the duty team.")  # fmt: skip
    return _("Nobody said in which authority’s area the home is. That authority is the right one:"
             " look the postcode up, or ask the duty team.")  # fmt: skip


def works_there(to: Recipient, concern: Concern) -> tuple[str, ...]:
    """Return the alleged sources of harm who are the person there, or may work there."""
    return tuple(
        one.name
        for one in concern.relations
        if one.alleged_source
        and one.name.strip()
        and (
            _plain(one.name) == _plain(to.person)
            or _is_same_place(one.organisation, to.organisation)
        )
    )


def is_not_preferred(route: Route) -> bool:
    """Return whether the recipient prefers another way than the one that was chosen."""
    return route.preferred is not None and route.kind not in (None, route.preferred)


def needs_password(route: Route) -> bool:
    """Return whether the file goes by mail, and so its password by another way."""
    return route.kind in _BY_MAIL


def mail_domain(address: str) -> str:
    """Return the domain of an email address, or nothing."""
    found = re.search(r"[^\s@]+@([^\s@>,;]+)", address)
    return found[1].strip(".").casefold() if found else ""


def is_secure(domain: str) -> bool:
    """Return whether mail from NHSmail to this domain is secure the whole way."""
    return any(domain == one or domain.endswith(f".{one}") for one in _SECURE)


def is_personal(domain: str) -> bool:
    """Return whether people hold addresses of this domain in their own name."""
    return domain in _PERSONAL


def _is_same_place(one: str, other: str) -> bool:
    if _plain(one) == _plain(other):
        return bool(_plain(one))
    theirs, told = _telling(one), _telling(other)
    return bool(theirs and told) and (theirs <= told or told <= theirs)


def _telling(text: str) -> set[str]:
    return set(_WORDS.findall(text.casefold())) - _COMMON


def _plain(text: str) -> str:
    return " ".join(_WORDS.findall(text.casefold()))
