"""What is done on a concern's page beside its facts: closing a mistake, adding a person, files."""

from io import BytesIO

import pytest
from gui_support import field, press, unnamed_fields
from PIL import Image
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QPushButton
from record_support import begun
from stand_ins import HeldRunner
from window_support import open_window, settle, texts

from sgdesk.domain.attachment import AttachmentDraft, AttachmentKind, RuleDraft
from sgdesk.domain.concern import Beside, Stage
from sgdesk.domain.flows.engine import Caret
from sgdesk.settings import Settings
from ui.main_window.places import Place

S3, MIA = "SG-2026-0033", "SG-2026-0031"


def opened(qtbot, window, concern_id):
    window.open_concern(concern_id)
    settle(qtbot)
    return window.page(Place.CONCERN)


@pytest.fixture
def draft(demo_desk):
    draft = begun(demo_desk)
    demo_desk.concerns.save_draft(draft, "person", Caret())
    return draft


def test_a_draft_that_was_begun_by_mistake_is_closed_on_its_page(qtbot, window, demo_desk, draft):
    page = opened(qtbot, window, draft.id)

    press(qtbot, page, "enter-closing")
    settle(qtbot)
    assert any("It stays in the log with its reference" in text for text in texts(page))
    assert unnamed_fields(page) == []
    field(page, QPlainTextEdit, "because").setPlainText("Begun twice.")
    press(qtbot, page, "sign-entry")
    settle(qtbot)

    shown = texts(page)
    assert "Closed as begun by mistake" in shown
    assert "Begun twice." in shown
    assert page.findChild(QPushButton, "next-step").text() == "Open it again"
    assert demo_desk.concerns.get(draft.id).concern.stage is Stage.CLOSED


def test_what_was_signed_offers_no_such_closing(qtbot, window, demo_desk):
    page = opened(qtbot, window, demo_desk.exchange.concern_of(MIA))

    assert not any("begun by mistake" in text for text in texts(page))


@pytest.mark.parametrize("who", ["family", "professional"])
def test_somebody_is_added_to_a_signed_record_with_a_reason(qtbot, window, demo_desk, who):
    window.show_names(True)
    concern_id = demo_desk.exchange.concern_of(MIA)
    page = opened(qtbot, window, concern_id)
    press(qtbot, page, "amend-record")
    settle(qtbot)
    press(qtbot, page, f"add:{who}")
    settle(qtbot)
    name = next(one for one in page.findChildren(QLineEdit) if one.objectName().endswith(".name"))
    name.setText("Leila Haddad")
    prefix = name.objectName().removesuffix("name")
    assert field(page, QCheckBox, f"{prefix}professional").isChecked() is (who == "professional")
    field(page, QLineEdit, f"{prefix}relationship").setText("Neighbour")
    field(page, QPlainTextEdit, "because").setPlainText("The school told us of her.")
    press(qtbot, page, "sign-entry")
    settle(qtbot)

    view = demo_desk.concerns.get(concern_id)
    added = view.concern.relations[-1]
    assert (added.name, added.professional) == ("Leila Haddad", who == "professional")
    shown = texts(page)
    assert "Leila Haddad" in " ".join(shown)
    assert "Added to the record: Family and contacts: Neighbour" in shown
    assert not any("<s>" in text and "Leila" in text for text in shown)


def test_somebody_without_a_name_is_not_added(qtbot, window, demo_desk):
    concern_id = demo_desk.exchange.concern_of(MIA)
    before = demo_desk.concerns.get(concern_id).concern.relations
    page = opened(qtbot, window, concern_id)
    press(qtbot, page, "amend-record")
    settle(qtbot)
    press(qtbot, page, "add:family")
    settle(qtbot)
    field(page, QPlainTextEdit, "because").setPlainText("The school told us of her.")
    press(qtbot, page, "sign-entry")
    settle(qtbot)

    assert any("Write the name, or say who this is." in text for text in texts(page))
    assert demo_desk.concerns.get(concern_id).concern.relations == before


def test_a_sister_who_has_a_concern_is_shown_with_its_reference(qtbot, window, demo_desk):
    concern_id = demo_desk.exchange.concern_of(S3)
    draft = demo_desk.concerns.begin(Beside(concern_id, "Sira"))
    demo_desk.concerns.save_draft(draft, "person", Caret())
    page = opened(qtbot, window, concern_id)

    shown = texts(page)
    assert not any("each of whom needs a concern" in text for text in shown)
    assert page.findChild(QPushButton, "sister-concern:1") is None
    known = field(page, QPushButton, f"sister-known:{draft.reference}")
    assert known.text() == f"S. has a concern: {draft.reference}"
    press(qtbot, page, known.objectName())
    settle(qtbot)

    assert page.heading.text().startswith(draft.reference)


def photo():
    out = BytesIO()
    Image.new("RGB", (60, 40), (90, 20, 30)).save(out, "JPEG")
    return out.getvalue()


def test_a_file_that_is_kept_stands_in_the_history_and_is_the_last_change(qtbot, window, demo_desk):
    desk, concern_id = demo_desk, demo_desk.exchange.concern_of(MIA)
    desk.attachments.decide_rule(RuleDraft(allowed=True, policy="Photos", because="They fade"))
    page = opened(qtbot, window, concern_id)
    assert "Last change Sun 22 Nov 2026, 12:05" not in texts(page)

    desk.attachments.add(
        AttachmentDraft(
            concern_id=concern_id, kind=AttachmentKind.PHOTO, title="Left cheek",
            source="Asha Rahman", reason="The pattern", agreed="Her mother",
        ),
        photo(),
    )  # fmt: skip
    page._files.changed.emit()
    settle(qtbot)

    shown = texts(page)
    assert "Last change Sun 22 Nov 2026, 12:05" in shown
    assert shown.count("File kept: Photo") == 1
    assert shown.count("History") == 1


def test_a_file_that_is_set_aside_stands_in_the_history_with_the_reason(demo_desk):
    desk, concern_id = demo_desk, demo_desk.exchange.concern_of(MIA)
    desk.attachments.decide_rule(RuleDraft(allowed=True, policy="Photos", because="They fade"))
    draft = AttachmentDraft(
        concern_id=concern_id, kind=AttachmentKind.SCAN, title="Chart", source="Asha Rahman",
        reason="The pattern", agreed="Her mother",
    )  # fmt: skip
    desk.attachments.set_aside(desk.attachments.add(draft, photo()).id, "Of another child.")

    found = [(one.what, one.detail) for one in desk.concerns.get(concern_id).history]

    assert ("File kept: Scan", "Chart") in found
    assert ("File set aside: Chart", "Of another child.") in found


def test_what_is_signed_is_no_draft_again_by_a_save_meanwhile(qtbot, demo_desk, demo_folder, asker):
    runner = HeldRunner()
    window = open_window(qtbot, demo_desk, runner, asker, Settings(), demo_folder)
    concern_id = demo_desk.exchange.concern_of(MIA)
    page = opened(qtbot, window, concern_id)
    press(qtbot, page, "amend-record")
    settle(qtbot)
    press(qtbot, page, "add:family")
    settle(qtbot)
    name = next(one for one in page.findChildren(QLineEdit) if one.objectName().endswith(".name"))
    name.setText("Leila Haddad")
    field(page, QPlainTextEdit, "because").setPlainText("The school told us of her.")

    runner.held = True
    press(qtbot, page, "sign-entry")
    window.save_all(lambda: None)
    while runner.let_one_go():
        pass
    runner.held = False
    settle(qtbot)

    view = demo_desk.concerns.get(concern_id)
    assert view.concern.relations[-1].name == "Leila Haddad"
    assert "amendment" not in {one.flow for one in view.drafts}
