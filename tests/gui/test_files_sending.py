"""Files and the share wizard: none goes by itself; what goes has a reason."""

from io import BytesIO

import pytest
from gui_support import field, unnamed_fields
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPlainTextEdit, QWidget
from window_support import settle

from sgdesk.domain.attachment import AttachmentDraft, AttachmentKind, RuleDraft
from sgdesk.domain.sharing.decision import SharingDraft
from sgdesk.domain.sharing.minimum import minimum_problems
from ui.attachments.sending_card import SendingCard
from ui.kit.layout import column


@pytest.fixture
def concern(demo_desk):
    return demo_desk.concerns.get(demo_desk.concerns.find("SG-2026-0031")[0].line.id).concern


@pytest.fixture
def kept(demo_desk, concern):
    demo_desk.attachments.decide_rule(
        RuleDraft(allowed=True, policy="Photo policy 3", because="Injuries fade")
    )
    out = BytesIO()
    Image.new("RGB", (40, 30)).save(out, "PNG")
    asked = AttachmentDraft(
        concern_id=concern.id, kind=AttachmentKind.SCAN, title="Hospital letter",
        source="By post", reason="Signed",
    )  # fmt: skip
    return demo_desk.attachments.add(asked, out.getvalue())


@pytest.fixture
def draft(concern):
    return SharingDraft(id="a-sharing", concern_id=concern.id)


@pytest.fixture
def card(qtbot, demo_desk, runner, draft):
    made = SendingCard(demo_desk, runner, lambda: draft)
    window = QWidget()
    column(window).addWidget(made)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    yield made
    window.close()


def test_a_concern_without_files_says_nothing_of_them(card):
    card.read()

    assert card.isHidden()


def test_a_file_stays_until_it_is_ticked_and_then_needs_a_reason(qtbot, kept, card, draft, concern):
    card.read()
    settle(qtbot)
    tick = field(card, QCheckBox, f"{kept.id}.goes")
    assert draft.files == {}
    assert not tick.isChecked()
    assert unnamed_fields(card) == []

    tick.setFocus()
    qtbot.keyClick(tick, Qt.Key.Key_Space)

    problems = [one for one in minimum_problems(draft, concern) if kept.id in one.field]
    assert [one.field for one in problems] == [f"{kept.id}.reason"]
    card.show_problems(problems)
    assert any("essential" in one.text() for one in card.findChildren(QLabel) if one.isVisible())
    why = field(card, QPlainTextEdit, f"{kept.id}.reason")
    why.setFocus()
    qtbot.keyClicks(why, "The diagnosis")
    assert draft.files == {kept.id: "The diagnosis"}

    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton)
    assert draft.files == {}


def test_what_was_decided_is_shown_again(kept, card, draft):
    draft.files = {kept.id: "The diagnosis"}

    card.read()

    assert field(card, QCheckBox, f"{kept.id}.goes").isChecked()
    assert field(card, QPlainTextEdit, f"{kept.id}.reason").toPlainText() == "The diagnosis"
