"""What is asked about a recipient and a route before anything goes."""

import pytest

from sgdesk.domain.agency import RouteKind
from sgdesk.domain.agency_lines import LadderStage, PortalBox, parse_boxes, parse_ladder
from sgdesk.domain.people import Relation
from sgdesk.domain.sharing.recipient import PasswordWay, Recipient, Route
from sgdesk.domain.sharing.recipient_rules import recipient_checks, route_checks, works_there
from sgdesk.errors import UserError


class Told:
    """A concern, as far as these rules look at it."""

    def __init__(self, *relations):
        self.relations = relations


def asked(checks):
    return [field for field, text in checks if text]


def harm(**told):
    return Relation(id="r", name="Karl Thornton", alleged_source=True, **told)


@pytest.mark.parametrize(
    ("area", "home", "because", "fields"),
    [
        ("Northtown", "northtown ", "", []),
        ("Northtown", "", "", []),
        ("", "Northtown", "", []),
        ("Southtown", "Northtown", " ", ["other_area_because"]),
        ("Southtown", "Northtown", "They hold the case.", []),
    ],
)
def test_another_authority_than_the_home_one_needs_a_reason(area, home, because, fields):
    to = Recipient(area=area, home_area=home, other_area_because=because)

    assert asked(recipient_checks(to, Told())) == fields


@pytest.mark.parametrize(
    ("organisation", "relation", "found"),
    [
        ("Weir Street Primary School", harm(organisation="weir street primary"), True),
        ("Weir County Police", harm(organisation="Police"), False),
        ("Northtown Duty Team", harm(organisation=""), False),
        ("Northtown Duty Team", harm(organisation="Southtown Duty Team"), False),
        ("The School", harm(organisation="school"), False),
        ("Weir Street", Relation(id="r", name="A", organisation="Weir Street"), False),
    ],
)  # fmt: skip
def test_a_team_in_which_the_alleged_source_works_is_questioned(organisation, relation, found):
    to = Recipient(organisation=organisation)

    assert bool(works_there(to, Told(relation))) is found
    assert asked(recipient_checks(to, Told(relation))) == ["staff_because"] * found


def test_the_alleged_source_as_the_person_there_is_questioned_until_it_is_answered():
    to = Recipient(organisation="School", person="karl  thornton", staff_because="To the head only")

    assert works_there(to, Told(harm())) == ("Karl Thornton",)
    assert asked(recipient_checks(to, Told(harm()))) == []


@pytest.mark.parametrize(
    ("route", "address", "fields"),
    [
        (Route(kind=RouteKind.PORTAL, preferred=RouteKind.PORTAL), "https://a.example", []),
        (Route(kind=RouteKind.TELEPHONE, preferred=RouteKind.PORTAL), "01632 960140",
         ["not_preferred_because"]),
        (Route(kind=RouteKind.TELEPHONE), "01632 960140", []),
        (Route(kind=RouteKind.SECURE_EMAIL), "duty@nhs.net", ["password_by"]),
        (Route(kind=RouteKind.SECURE_EMAIL, password_by=PasswordWay.NOT_NEEDED), "a@b.nhs.net", []),
        (Route(kind=RouteKind.SECURE_EMAIL, password_by=PasswordWay.TELEPHONE),
         "Duty <duty@northtown.example>", ["safe_because"]),
        (Route(kind=RouteKind.SECURE_EMAIL, password_by=PasswordWay.TELEPHONE,
               safe_because="On the list of accredited services."), "duty@northtown.example", []),
        (Route(kind=RouteKind.FORM, password_by=PasswordWay.AGREED), "duty@northtown.example", []),
        (Route(kind=RouteKind.FORM, password_by=PasswordWay.AGREED, safe_because="It is hers"),
         "j.okoro@GMail.com", ["kind"]),
    ],
)  # fmt: skip
def test_a_route_that_is_not_preferred_or_not_safe_is_questioned(route, address, fields):
    assert (
        asked(route_checks(route, Recipient(organisation="Team", address_used=address))) == fields
    )


def test_a_ladder_is_read_line_by_line():
    told = "Duty worker; 2 working days; 01632 960141\n\nTeam manager; 5\nPartnership;; chair"

    assert parse_ladder(told) == (
        LadderStage("Duty worker", 2, "01632 960141"),
        LadderStage("Team manager", 5),
        LadderStage("Partnership", None, "chair"),
    )


def test_boxes_are_read_line_by_line():
    assert parse_boxes("Reasons; why; 2,000 characters\nNeeds;500") == (
        PortalBox("Reasons; why", 2000),
        PortalBox("Needs", 500),
    )


@pytest.mark.parametrize(
    ("read", "told"),
    [
        (parse_ladder, "Manager\nHead; soon"),
        (parse_ladder, "Manager\nHead; 0 days"),
        (parse_ladder, "Manager\n; 2 days"),
        (parse_boxes, "Reasons; 2000\nNeeds"),
        (parse_boxes, "Reasons; 2000\n; 500"),
        (parse_boxes, "Reasons; 2000\nNeeds; 0"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(read, told):
    with pytest.raises(UserError, match="Line 2"):
        read(told)
