"""What is entered after signing, and about files, says what is marked in it too."""

from io import BytesIO

import pytest
from gui_support import field, finish_pages, press
from PIL import Image
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QPlainTextEdit,
)
from window_support import open_window, settle
from wording_support import TEXT, is_marked, marked, notices, write

from sgdesk.domain.attachment import AttachmentDraft, AttachmentKind, RuleDraft
from sgdesk.domain.concern import Stage
from sgdesk.domain.facts.kinds import Context, Event, Injury, Need, Observation, Saying
from sgdesk.domain.facts.words import sentence
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.sharing.decision import SharingDraft
from sgdesk.settings import Settings
from ui.attachments.add_form import AddForm
from ui.attachments.sending_card import SendingCard
from ui.main_window.places import Place


@pytest.fixture
def concern_page(qtbot, demo_desk, demo_folder, runner, asker):
    window = open_window(qtbot, demo_desk, runner, asker, Settings(), demo_folder)
    window.open_concern(demo_desk.exchange.concern_of("SG-2026-0031"))
    settle(qtbot)
    return window.page(Place.CONCERN)


def amend_first(qtbot, page, kind):
    """Begin to amend the first fact of a kind, and return it."""
    fact = next(one for one in page._view.concern.facts if isinstance(one, kind))
    press(qtbot, page, "amend-record")
    settle(qtbot)
    press(qtbot, page, f"amend:{fact.id}")
    settle(qtbot)
    return fact


@pytest.mark.parametrize("name", ["next_steps", "disagreement"])
def test_what_the_practice_writes_about_an_answer_is_read(qtbot, concern_page, name):
    press(qtbot, concern_page, "enter-answer")
    field(concern_page, QComboBox, "kind").setCurrentIndex(4)
    settle(qtbot)

    assert is_marked(qtbot, concern_page, name)


def test_what_they_decided_is_theirs_and_not_read(qtbot, concern_page):
    press(qtbot, concern_page, "enter-answer")
    field(concern_page, QComboBox, "kind").setCurrentIndex(4)
    settle(qtbot)
    for name in ("decision", "reasons"):
        field(concern_page, QPlainTextEdit, name).setPlainText(TEXT)

    write(qtbot, concern_page, "next_steps")

    assert len(notices(concern_page)) == 1


@pytest.mark.parametrize(
    ("way", "name"),
    [("enter-note", "text"), ("enter-note", "must_not_say"), ("enter-closing", "because")],
)
def test_a_team_note_and_a_closing_are_read(qtbot, concern_page, way, name):
    press(qtbot, concern_page, way)
    settle(qtbot)

    assert is_marked(qtbot, concern_page, name)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (Injury, "detail"),
        (Observation, "text"),
        (Saying, "gist"),
        (Event, "text"),
        (Event, "outreach"),
        (Context, "text"),
        (Need, "understood"),
    ],
)
def test_the_own_words_of_an_amended_fact_are_read(qtbot, concern_page, kind, name):
    fact = amend_first(qtbot, concern_page, kind)

    assert is_marked(qtbot, concern_page, f"{fact.id}.{name}")


def test_the_reason_for_an_amendment_is_read_and_exact_words_are_not(qtbot, concern_page):
    saying = amend_first(qtbot, concern_page, Saying)
    field(concern_page, QPlainTextEdit, f"{saying.id}.words").setPlainText("He often shouts.")

    assert is_marked(qtbot, concern_page, "because")


def test_a_signed_text_is_read_as_soon_as_it_is_amended(qtbot, concern_page):
    note = next(one for one in concern_page._view.concern.facts if "slap" in sentence(one))
    press(qtbot, concern_page, "amend-record")
    settle(qtbot)
    press(qtbot, concern_page, f"amend:{note.id}")
    settle(qtbot)

    box = field(concern_page, QPlainTextEdit, f"{note.id}.text")
    qtbot.waitUntil(lambda: "slap mark" in marked(box))


def test_marked_words_do_not_keep_an_entry_from_being_signed(qtbot, concern_page, demo_desk):
    press(qtbot, concern_page, "enter-closing")
    settle(qtbot)
    write(qtbot, concern_page, "because", "She often came, and is well.")

    press(qtbot, concern_page, "sign-entry")

    closed = demo_desk.concerns.get(concern_page._view.concern.id)
    assert closed.concern.stage is Stage.CLOSED


@pytest.fixture
def picture(demo_desk):
    demo_desk.attachments.decide_rule(
        RuleDraft(allowed=True, policy="Photo policy 3", because="Injuries fade")
    )
    out = BytesIO()
    Image.new("RGB", (40, 30)).save(out, "PNG")
    return out.getvalue()


def on_screen(qtbot, part):
    qtbot.addWidget(part)
    with qtbot.waitExposed(part):
        part.show()
    return part


@pytest.mark.parametrize("name", ["file.reason", "file.agreed"])
def test_why_a_photo_is_kept_is_read(qtbot, demo_desk, runner, picture, name):
    concern_id = demo_desk.exchange.concern_of("SG-2026-0031")
    file = demo_desk.attachments.inspected(picture)
    draft = AttachmentDraft(concern_id=concern_id)
    form = AddForm(demo_desk, runner, draft, Caret())
    form.take(picture, file, "picture.png")
    form.begin(go_there=False)
    finish_pages(form)
    on_screen(qtbot, form)

    assert is_marked(qtbot, form, name)


def test_why_a_file_goes_is_read_while_it_goes(qtbot, demo_desk, runner, picture):
    concern_id = demo_desk.exchange.concern_of("SG-2026-0031")
    asked = AttachmentDraft(
        concern_id=concern_id, kind=AttachmentKind.SCAN, title="Letter", source="By post",
        reason="Signed",
    )  # fmt: skip
    kept = demo_desk.attachments.add(asked, picture)
    draft = SharingDraft(id="a-sharing", concern_id=concern_id)
    card = on_screen(qtbot, SendingCard(demo_desk, runner, lambda: draft))
    card.read()
    goes = field(card, QCheckBox, f"{kept.id}.goes")
    goes.click()

    assert is_marked(qtbot, card, f"{kept.id}.reason")
    goes.click()
    assert not notices(card)[0].isVisible()
