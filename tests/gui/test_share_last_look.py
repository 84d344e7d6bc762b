"""The last look before deciding: sentences that are held back, and what to look at again."""

import pytest
import share_support
from gui_support import finish_pages, press
from msgspec.structs import replace
from PySide6.QtWidgets import QLabel
from share_support import fill_decision, northtown, signed_mia, wizard_over

from sgdesk.domain.facts.kinds import Context, ContextTopic
from sgdesk.ids import new_id
from ui.kit.link_line import LinkLine

HISTORY = "She wakes at night with pain. Her aunt has hepatitis C. She misses school."


@pytest.fixture
def wizard(qtbot, desk, runner, asker, monkeypatch):
    usual = share_support._background
    more = Context(id=new_id(), topic=ContextTopic.HISTORY, noticed_by="A. Rahman", text=HISTORY)
    monkeypatch.setattr(share_support, "_background", lambda: [*usual(), more])
    opened = wizard_over(desk, signed_mia(desk), runner, asker)
    qtbot.addWidget(opened)
    opened.resize(1366, 768)
    opened.show()
    fill_decision(opened, desk, northtown(desk))
    return opened


def preview(wizard):
    wizard.show_step("preview")
    finish_pages(wizard)
    wizard.page.complete()
    return "\n".join(label.text() for label in wizard.page.findChildren(QLabel))


def test_what_stays_names_the_sentence_that_is_held_back_of_a_fact_that_goes(wizard):
    text = preview(wizard)

    assert "Her aunt has hepatitis C." in text
    assert "She misses school." not in text
    assert "Another person’s health" in text


def test_what_is_doubtful_in_the_basis_is_said_and_leads_to_its_place(qtbot, wizard):
    first, *others = wizard.draft.basis.subjects
    doubtful = replace(first, article_6="6-1-f", balancing="Weighed.")
    wizard.draft.basis = replace(wizard.draft.basis, subjects=(doubtful, *others))

    text = preview(wizard)

    assert "Look at again" in text
    warned = [one.accessibleName() for one in wizard.page.findChildren(LinkLine)]
    assert any("cannot lean on legitimate interests" in one for one in warned)
    assert any("none is named in Settings" in one for one in warned)
    press(qtbot, wizard, "warned:basis.policy")
    assert wizard.step == "basis"


def test_without_a_doubt_nothing_is_to_be_looked_at_again(wizard):
    wizard.draft.basis = replace(wizard.draft.basis, subjects=())
    wizard.draft.recipient = replace(wizard.draft.recipient, home_area="Northtown")

    assert "Look at again" not in [
        one.text() for one in wizard.page.findChildren(QLabel) if one.isVisible()
    ]
    preview(wizard)
    shown = [one.text() for one in wizard.page.findChildren(QLabel) if one.isVisible()]
    assert "Look at again" not in shown


def test_a_home_of_which_nobody_said_where_it_is_is_asked_for_at_the_end(qtbot, wizard):
    wizard.draft.recipient = replace(wizard.draft.recipient, home_area="")
    assert "Nobody said in which authority’s area the home is." in linked(wizard)

    press(qtbot, wizard, "warned:recipient.home_area")
    assert wizard.step == "recipient"

    wizard.draft.recipient = replace(wizard.draft.recipient, home_area="Northtown")
    assert "Nobody said" not in linked(wizard)


def linked(wizard):
    preview(wizard)
    return "\n".join(
        one.accessibleName() for one in wizard.page.findChildren(LinkLine) if one.isVisible()
    )
