"""The pages of a sharing say what holds in the nation of the record, and nothing of another's."""

import pytest
from gui_support import field, finish_pages, press
from msgspec.structs import replace
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel
from share_support import fill_decision, northtown, signed_mia, wizard_over

from sgdesk.domain.agency import RouteKind
from sgdesk.domain.answers import Nation, YesNo
from sgdesk.domain.entries import AmendmentDraft
from sgdesk.domain.people import PersonKind
from sgdesk.domain.sharing.decision import Agreement, AttemptState, Conditions
from sgdesk.domain.withdrawal import Deed, Withdrawal
from sgdesk.ids import new_id
from sgdesk.services.police_case import PoliceCase
from ui.agencies.directory import kinds_offered
from ui.agencies.page import AgenciesPage
from ui.police.form import PoliceForm
from ui.share.conditions_page import ConditionsPage

ENGLAND, WALES, SCOTLAND, NORTHERN_IRELAND = Nation
NO_FIGURE = "No national figure is known here"


@pytest.fixture(params=list(Nation), ids=str)
def nation(request):
    return request.param


@pytest.fixture
def practice(practice, nation):
    """The practice of every test, in each nation."""
    return replace(practice, nation=nation)


@pytest.fixture
def wizard(qtbot, desk, runner, asker, nation):
    """A filled decision about a child of that nation."""
    shown = wizard_over(desk, signed_mia(desk, nation), runner, asker)
    qtbot.addWidget(shown)
    fill_decision(shown, desk, northtown(desk, nation=nation))
    shown.resize(1366, 768)
    shown.show()
    return shown


def said(page):
    finish_pages(page)
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page))


def decide(wizard):
    wizard.save_now(lambda: None)
    wizard.case.sharing = wizard.case.desk.sharings.decide(wizard.draft)
    wizard.draft.decided = True


def test_where_no_figure_was_read_the_follow_up_says_so_and_what_to_do(wizard, nation):
    decide(wizard)
    wizard.start("follow")

    told = said(wizard)

    has_none = nation in (SCOTLAND, NORTHERN_IRELAND)
    assert (NO_FIGURE in told) is has_none
    assert ("Ask the" in told and "procedure. Check locally." in told) is has_none


def test_once_it_is_sent_nothing_is_said_of_when_to_tell(wizard, desk, nation, clock):
    decide(wizard)
    tried = desk.sharings.record_attempt(
        wizard.draft.id, RouteKind.PORTAL, AttemptState.CONFIRMED, clock.now(), proof="NT-1"
    )
    wizard.case.attempts = (tried,)

    wizard.start("follow")

    assert NO_FIGURE not in said(wizard)


def test_the_home_is_asked_by_what_decides_there(wizard, nation):
    wizard.start("recipient")

    told = said(wizard)

    assert ("Trust where the home is decides" in told) is (nation is NORTHERN_IRELAND)
    assert ("the authority where the concern arose decides" in told) is (nation is WALES)
    assert ("The authority where the home is decides" in told) is (nation in (ENGLAND, SCOTLAND))


def test_a_team_that_is_typed_is_offered_no_role_of_another_nation(wizard, nation):
    wizard.start("recipient")
    finish_pages(wizard)

    kinds = field(wizard, QComboBox, "recipient.kind")

    offered = [kinds.itemText(at) for at in range(kinds.count())]
    assert any("Designated officer" in one for one in offered) is (nation is ENGLAND)


def test_no_mail_service_of_england_is_named_elsewhere(wizard, nation):
    wizard.draft.recipient = replace(wizard.draft.recipient, address_used="duty@northtown.example")
    wizard.draft.route = replace(wizard.draft.route, kind=RouteKind.SECURE_EMAIL)
    wizard.start("route")

    told = said(wizard)

    assert "secure the whole way" in told
    assert ("NHSmail" in told) is (nation is ENGLAND)


def test_their_portal_is_told_what_was_withdrawn_since(qtbot, wizard, desk, nation, clock):
    decide(wizard)
    desk.sharings.record_attempt(
        wizard.draft.id, RouteKind.PORTAL, AttemptState.CONFIRMED, clock.now(), proof="NT-1"
    )
    clock.at = clock.now().replace(hour=15)
    fact = next(one for one in wizard.case.concern.facts if getattr(one, "words", "") != "")
    desk.amendments.record(
        AmendmentDraft(
            id=new_id(), concern_id=wizard.draft.concern_id, because="In error.", fact=fact,
            deed=Deed.WITHDRAW, withdrawn_as=Withdrawal.MISTAKE,
        )
    )  # fmt: skip

    wizard.start("send")
    finish_pages(wizard)

    copy = field(wizard, QAbstractButton, "copy:withdrawn")
    assert "Do not rely on it" in copy.toolTip()
    assert fact.words not in copy.toolTip()


def test_where_the_person_agreed_the_way_towards_the_others_is_asked(qtbot, wizard, nation):
    wizard.draft.consent = replace(
        wizard.draft.consent, agreement=Agreement.GIVEN, agreement_of="Mia",
        agreement_freely=YesNo.YES, not_sought_reasons=(),
    )  # fmt: skip
    wizard.start("basis")
    finish_pages(wizard)
    press(qtbot, wizard, "use-usual-basis")
    finish_pages(wizard)

    subjects = wizard.draft.basis.subjects
    assert [one.confidence for one in subjects] == ["", *["public-interest"] * (len(subjects) - 1)]
    press(qtbot, wizard, "basis.1.change")
    finish_pages(wizard)
    press(qtbot, wizard, "basis.1.confidence=not-in-confidence")

    assert wizard.draft.basis.subjects[1].confidence == "not-in-confidence"
    assert "told in confidence by them" in said(wizard)


def test_the_directory_offers_no_role_of_another_nation_but_the_one_chosen_before(desk, nation):
    offered = {kind for kind, _title in kinds_offered(desk)}

    assert ("designated-officer" in offered) is (nation is ENGLAND)
    assert "designated-officer" in {kind for kind, _t in kinds_offered(desk, "designated-officer")}


def test_an_empty_directory_names_the_first_team_as_the_nation_does(
    qtbot, desk, runner, asker, nation
):
    page = AgenciesPage(desk, runner, asker)
    qtbot.addWidget(page)
    page.enter()

    front = next(one.title for one in desk.recipients if one.id == "children-social-care")
    assert f"Add the duty team first: {front}." in said(page)


def test_a_report_of_fgm_asks_whom_else_the_nation_wants_told(nation):
    form = PoliceForm(None, None, PoliceCase(nation=nation), [], None, None)

    assert ("local authority" in form._also_told()) is (nation is WALES)


def test_the_usual_conditions_speak_of_the_mother_and_of_the_baby(qtbot, wizard):
    person = replace(wizard.case.concern.person, kind=PersonKind.UNBORN, name="Rina Thornton")
    wizard.case.concern = replace(wizard.case.concern, person=person)
    wizard.draft.conditions = Conditions()
    page = ConditionsPage(wizard.case)
    qtbot.addWidget(page)
    finish_pages(page)
    press(qtbot, page, "usual-conditions")

    assert "Rina Thornton and her unborn baby" in wizard.draft.conditions.use
