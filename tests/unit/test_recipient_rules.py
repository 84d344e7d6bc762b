"""What is asked about a recipient and a route before anything goes."""

import pytest

from sgdesk.domain.agency import RouteKind
from sgdesk.domain.agency_lines import LadderStage, PortalBox, parse_boxes, parse_ladder
from sgdesk.domain.answers import Nation
from sgdesk.domain.concern import Urgency
from sgdesk.domain.people import Relation
from sgdesk.domain.sharing.recipient import PasswordWay, Recipient, Route
from sgdesk.domain.sharing.recipient_rules import (
    home_not_said,
    is_same_area,
    recipient_checks,
    route_checks,
    works_there,
)
from sgdesk.errors import UserError


class Told:
    """A concern, as far as these rules look at it."""

    def __init__(self, *relations, nation=Nation.ENGLAND):
        self.relations = relations
        self.urgency = Urgency(nation=nation)


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
    to = Recipient(
        kind="children-social-care", area=area, home_area=home, other_area_because=because
    )

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
    told = (
        "Duty worker; 2 working days; 01632 960141\n\nTeam manager; 5\nPartnership;; chair"
        "\nPanel; 48 hours; by letter\nCourt; 1h"
    )

    assert parse_ladder(told) == (
        LadderStage("Duty worker", 2, "01632 960141"),
        LadderStage("Team manager", 5),
        LadderStage("Partnership", None, "chair"),
        LadderStage("Panel", None, "by letter", 48),
        LadderStage("Court", None, "", 1),
    )


def test_a_ladder_has_no_more_stages_than_there_are_letters():
    parse_ladder("\n".join(["Manager; 2 days"] * 8))

    with pytest.raises(UserError, match="up to 8 lines"):
        parse_ladder("\n".join(["Manager; 2 days"] * 9))


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
        (parse_ladder, "Manager\nHead; 0 hours"),
        (parse_ladder, "Manager\nHead; 9999 h"),
        (parse_ladder, "Manager\n; 2 days"),
        (parse_boxes, "Reasons; 2000\nNeeds"),
        (parse_boxes, "Reasons; 2000\n; 500"),
        (parse_boxes, "Reasons; 2000\nNeeds; 0"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(read, told):
    with pytest.raises(UserError, match="Line 2"):
        read(told)


@pytest.mark.parametrize(
    ("kind", "theirs", "ours", "because", "fields"),
    [
        ("children-social-care", Nation.WALES, Nation.ENGLAND, "", ["other_area_because"]),
        ("children-social-care", Nation.WALES, Nation.ENGLAND, "They hold the case.", []),
        ("children-social-care", Nation.WALES, Nation.WALES, "", []),
        ("police", Nation.SCOTLAND, Nation.ENGLAND, "", ["other_area_because"]),
        ("gp", Nation.WALES, Nation.ENGLAND, "", []),
        ("children-social-care", None, Nation.WALES, "", []),
    ],
)
def test_a_team_of_another_nation_than_the_record_is_questioned(
    kind, theirs, ours, because, fields
):
    to = Recipient(kind=kind, nation=theirs, other_area_because=because, organisation="Duty Team")

    checks = recipient_checks(to, Told(nation=ours))

    assert asked(checks) == fields
    assert not fields or "amend the nation" in checks[0][1]


@pytest.mark.parametrize(
    ("kind", "home", "words"),
    [
        ("children-social-care", " ", "which authority’s area"),
        ("adult-social-care", "", "which authority’s area"),
        ("police", "", "which force’s area"),
        ("police", "Weir County", ""),
        ("gp", "", ""),
    ],
)
def test_where_the_home_is_is_asked_for_until_it_is_said(kind, home, words):
    told = home_not_said(Recipient(kind=kind, home_area=home))

    assert words in told
    assert bool(told) is bool(words)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Northtown", "northtown council", True),
        ("Northtown", "Northtown City Council", True),
        ("Weir County", "Weir County Police", True),
        ("London Borough of Northtown", "Northtown", True),
        ("Weir City", "Weir County", False),
        ("Northtown", "North Weir", False),
        ("North Weir", "Weir", False),
        ("Council", "Council", True),
        ("Northtown", "", False),
    ],
)
def test_one_area_has_several_names(one, other, same):
    assert is_same_area(one, other) is is_same_area(other, one) is same


def test_who_is_bound_to_no_home_is_not_asked_about_it():
    to = Recipient(kind="school-lead", area="Southtown", home_area="Northtown")

    assert asked(recipient_checks(to, Told())) == []
