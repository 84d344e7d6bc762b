"""Where another record protects an address, the pages of this one say so."""

from datetime import timedelta

import pytest
from gui_support import finish_pages
from msgspec.structs import replace
from record_support import begun, shown_wizard, texts
from share_support import signed_mia, wizard_over

from sgdesk.domain.entries import AmendmentDraft
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.known_people import taken_over
from sgdesk.domain.masking import as_written
from ui.concerns.person_card import PersonCard
from ui.share.conditions_page import ConditionsPage
from ui.share.pack_checks import looked_at


@pytest.fixture
def first(desk, clock):
    """A signed record in which the address was protected an hour after it was signed."""
    concern = signed_mia(desk)
    clock.at += timedelta(hours=1)
    guarded = replace(concern.person, address_protected=True)
    desk.amendments.record(
        AmendmentDraft(id="one", concern_id=concern.id, because="The police", person=guarded)
    )
    return concern


@pytest.fixture
def draft(desk, first):
    """A draft about the same child, in which nobody has said so."""
    fresh = begun(desk)
    fresh.person = replace(taken_over(fresh.person, first.person), address_protected=False)
    desk.concerns.save_draft(fresh, "check", Caret())
    return fresh


@pytest.fixture
def told(first):
    return f"{first.reference} says that this person’s address is protected, so it is here too."


def test_the_check_of_a_record_tells_it(qtbot, desk, runner, asker, draft, told):
    wizard = shown_wizard(qtbot, desk, runner, asker, draft, "check")

    qtbot.waitUntil(lambda: told in texts(wizard.frame.page))
    wizard.frame.show_step("person")
    wizard.frame.show_step("check")
    assert texts(wizard.frame.page).count(told) == 1


def test_the_page_of_a_signed_record_tells_it(qtbot, desk, draft, told):
    view = desk.concerns.get(desk.concerns.sign(draft).id)

    card = PersonCard(view, as_written, None, whole=False)
    qtbot.addWidget(card)
    card.show()

    assert told in texts(card)


def test_the_pages_that_check_a_pack_tell_it(qtbot, desk, runner, asker, draft, told):
    concern = desk.concerns.sign(draft)
    wizard = wizard_over(desk, concern, runner, asker)
    qtbot.addWidget(wizard)

    checks = [one.text for one in looked_at(wizard.case.concern, {}) if not one.is_fine]
    page = ConditionsPage(wizard.case)
    qtbot.addWidget(page)
    page.show()
    finish_pages(page)

    assert told in checks
    assert "The address is protected: say on the next page from whom" in checks
    assert told in texts(page)
