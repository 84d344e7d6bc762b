"""Whose authority it is, who works there, how old the number is, and what is safe on the way."""

from datetime import date

import pytest
from gui_support import field, finish_pages, press
from msgspec.structs import replace
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit
from share_support import fill_decision, northtown, signed_mia, wizard_over

from sgdesk.domain.agency import RouteKind
from sgdesk.domain.answers import Nation
from sgdesk.domain.sharing.recipient import PasswordWay
from ui.share.route_page import route_options


@pytest.fixture
def agency(desk):
    northtown(desk, name="Southtown Duty Team", area="Southtown", phone="01632 960160")
    northtown(desk, name="Old Team", kind="school-nurse", checked_on=date(2026, 5, 1))
    return northtown(desk)


@pytest.fixture
def wizard(qtbot, desk, agency, runner, asker):
    opened = wizard_over(desk, signed_mia(desk), runner, asker)
    qtbot.addWidget(opened)
    opened.show()
    opened.show_step("recipient")
    return opened


def team(wizard, name):
    return next(one for one in wizard.case.agencies if one.name == name)


def choose(qtbot, wizard, name):
    press(qtbot, wizard, f"recipient.agency_id={team(wizard, name).id}")


def shown(wizard):
    finish_pages(wizard)
    return "\n".join(one.text() for one in wizard.findChildren(QLabel) if one.isVisible())


def problems(wizard, step):
    flow, draft = wizard.case.flow, wizard.draft
    return [one.field for one in flow.problems(draft, step)]


def test_the_home_is_asked_for_a_team_that_is_bound_to_it_and_for_no_other(qtbot, wizard):
    choose(qtbot, wizard, "Northtown Duty Team")
    assert field(wizard, QLineEdit, "recipient.home_area").isVisible()
    assert "Nothing was said of ZZ99 2QA before" in shown(wizard)

    choose(qtbot, wizard, "Old Team")
    assert not field(wizard, QLineEdit, "recipient.home_area").isVisible()


def test_another_authority_than_the_home_one_must_be_given_a_reason(qtbot, wizard):
    choose(qtbot, wizard, "Southtown Duty Team")
    qtbot.keyClicks(field(wizard, QLineEdit, "recipient.home_area"), "Northtown")

    assert "Southtown Duty Team covers Southtown; the home is in Northtown." in shown(wizard)
    assert "recipient.other_area_because" in problems(wizard, "recipient")
    qtbot.keyClicks(field(wizard, QLineEdit, "recipient.other_area_because"), "They hold the case")
    assert "recipient.other_area_because" not in problems(wizard, "recipient")


def test_a_team_of_another_nation_than_the_record_is_questioned(qtbot, desk, wizard):
    choose(qtbot, wizard, "Northtown Duty Team")
    wales = replace(wizard.draft.recipient, nation=Nation.WALES)
    wizard.draft.recipient = wales
    qtbot.keyClicks(field(wizard, QLineEdit, "recipient.home_area"), "Northtown")

    assert "is in Wales, and this record goes by the law of England" in shown(wizard)
    assert "recipient.other_area_because" in problems(wizard, "recipient")
    qtbot.keyClicks(field(wizard, QLineEdit, "recipient.other_area_because"), "They hold the case")
    assert "recipient.other_area_because" not in problems(wizard, "recipient")


def test_the_nation_of_a_team_comes_with_it_from_the_directory(qtbot, wizard):
    choose(qtbot, wizard, "Northtown Duty Team")

    assert wizard.draft.recipient.nation is Nation.ENGLAND


def test_what_was_said_of_a_postcode_is_proposed_the_next_time(
    qtbot, desk, wizard, agency, runner, asker
):
    fill_decision(wizard, desk, agency)
    wizard.draft.recipient = replace(
        wizard.draft.recipient, home_area="Northtown", home_postcode="ZZ992QA"
    )
    desk.sharings.decide(wizard.draft)
    another = wizard_over(desk, signed_mia(desk), runner, asker)
    qtbot.addWidget(another)
    another.show()
    another.show_step("recipient")
    choose(qtbot, another, "Northtown Duty Team")

    assert another.draft.recipient.home_area == "Northtown"
    assert another.draft.recipient.home_postcode == "ZZ992QA"
    assert "For ZZ99 2QA you said Northtown before." in shown(another)


def test_a_home_elsewhere_than_the_practice_names_the_others_after_it(qtbot, wizard):
    choose(qtbot, wizard, "Northtown Duty Team")
    qtbot.keyClicks(field(wizard, QLineEdit, "recipient.home_area"), "Northtown")
    qtbot.keyClicks(field(wizard, QLineEdit, "recipient.registered_area"), "Southtown")
    qtbot.keyClicks(field(wizard, QLineEdit, "recipient.seen_area"), "Weir")

    text = shown(wizard)
    assert "The home comes first: Northtown. Tell them that Southtown and Weir may hold" in text
    assert "Southtown · Southtown Duty Team · 01632 960160" in text


def test_the_area_of_a_protected_address_is_not_kept_for_others(qtbot, wizard):
    case = wizard.case
    case.concern = replace(
        case.concern, person=replace(case.concern.person, address_protected=True)
    )
    choose(qtbot, wizard, "Northtown Duty Team")
    qtbot.keyClicks(field(wizard, QLineEdit, "recipient.home_area"), "Northtown")

    to = wizard.draft.recipient
    assert (to.home_area, to.home_postcode) == ("Northtown", "")


def test_a_number_that_is_late_is_questioned_and_can_be_checked_now(qtbot, wizard):
    assert "Check first" in shown(wizard)
    choose(qtbot, wizard, "Old Team")
    assert "Checked 1 May 2026, 205 days ago: too old to rely on" in shown(wizard)
    assert "recipient.checked_on" in problems(wizard, "recipient")

    press(qtbot, wizard, "checked-today")

    to = wizard.draft.recipient
    assert (to.checked_on, to.checked_how) == (date(2026, 11, 22), "")
    assert problems(wizard, "recipient") == ["recipient.checked_how"]


def test_a_team_in_which_the_alleged_source_works_is_questioned(qtbot, wizard):
    case = wizard.case
    father = replace(case.concern.relations[0], organisation="Northtown Duty Team")
    case.concern = replace(case.concern, relations=(father, *case.concern.relations[1:]))
    choose(qtbot, wizard, "Northtown Duty Team")

    assert "Karl Thornton is named as a possible source of harm" in shown(wizard)
    assert field(wizard, QLineEdit, "recipient.staff_because").isVisible()


def test_a_way_that_they_do_not_prefer_needs_a_reason(qtbot, wizard):
    choose(qtbot, wizard, "Northtown Duty Team")
    wizard.show_step("route")
    press(qtbot, wizard, "route.kind=telephone")

    assert wizard.draft.route.preferred is RouteKind.PORTAL
    assert "route.not_preferred_because" in problems(wizard, "route")


def test_mail_is_asked_whether_it_is_secure_and_how_the_password_goes(qtbot, wizard):
    choose(qtbot, wizard, "Northtown Duty Team")
    wizard.show_step("route")
    press(qtbot, wizard, "route.kind=secure-email")

    assert "Is northtown.example secure the whole way?" in shown(wizard)
    assert {"route.safe_because", "route.password_by"} < set(problems(wizard, "route"))
    press(qtbot, wizard, "route.password_by=telephone")
    assert wizard.draft.route.password_by is PasswordWay.TELEPHONE

    press(qtbot, wizard, "route.kind=portal")
    assert not field(wizard, QAbstractButton, "route.password_by=telephone").isVisible()


def test_there_is_no_fax_among_the_ways():
    assert not any("fax" in one.text.casefold() for one in route_options(None))
