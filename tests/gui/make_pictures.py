"""Makes the pictures of README.md anew: `python tests/gui/make_pictures.py`."""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.append(str(Path(__file__).resolve().parent.parent))

import msgspec
import pypdfium2
from gui_support import field, finish_pages
from PIL import Image
from PySide6.QtCore import QBuffer
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget
from share_support import wizard_over
from stand_ins import NowRunner, ScriptedAsker
from window_support import new_window

from sgdesk.bootstrap import Desk, open_locked
from sgdesk.domain.concern import Concern, ConcernDraft
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.paper import PaperKind
from sgdesk.ids import FactId, new_id
from sgdesk.paths import resources
from sgdesk.services.demonstration import demonstration_passphrases, make_demonstration
from sgdesk.settings import Settings
from ui.kit.theme import IN_OUR_STYLE, apply_theme
from ui.record.wizard import RecordWizard
from ui.share.wizard import ShareWizard

S1 = "SG-2026-0031"
WIDTH, HEIGHT, PAPER_WIDTH = 1366, 768, 621
COLOURS, SETTLED_S = 256, 1.5
BEFORE = ("purpose", "consent", "basis", "necessary", "recipient", "route")
PLACE = resources() / "help" / "pictures"


def main() -> None:
    app = QApplication(["sgdesk", *IN_OUR_STYLE])
    apply_theme(app, resources(), "light", 100)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "demonstration"
        make_demonstration(folder)
        locked = open_locked(folder)
        desk = locked.unlock(locked.users()[0].id, demonstration_passphrases()[0][1])
        concern = desk.concerns.get(desk.exchange.concern_of(S1)).concern
        window = new_window(desk, NowRunner(), ScriptedAsker(), Settings(), folder)
        with shown(window):
            keep("today", window)
        record(desk, concern)
        share(desk, concern)
        desk.close()


def record(desk: Desk, concern: Concern) -> None:
    """Make the pictures of a record that is being written."""
    with shown(RecordWizard(desk, begun_again(desk, concern), NowRunner(), ScriptedAsker())) as one:
        one.start("seen")
        press(one, f"{one.draft.facts[0].id}:change")
        keep("seen", one)
        press(one, "part:teeth")
        keep("teeth", one)
        one.frame.show_step("chronology")
        keep("chronology", one)


def begun_again(desk: Desk, concern: Concern) -> ConcernDraft:
    """Return a new draft, saved, that holds what a signed record holds."""
    draft = desk.concerns.begin()
    draft.urgency, draft.presentation = concern.urgency, concern.presentation
    # Of somebody else, or the earlier record of the same person would be shown with it.
    person, own = concern.person, draft.person.id
    draft.person = msgspec.structs.replace(person, id=own, name="Lina Weir", nhs_number="")
    draft.relations = list(concern.relations)
    draft.facts = [
        msgspec.structs.replace(fact, id=FactId(new_id()), recorded_at=None)
        for fact in concern.facts
    ]
    desk.concerns.save_draft(draft, "seen", Caret())
    return draft


def share(desk: Desk, concern: Concern) -> None:
    """Make the pictures of a decision to share, and of the pack that comes of it."""
    wizard = wizard_over(desk, concern, NowRunner(), ScriptedAsker())
    fill_as_before(wizard)
    with shown(wizard):
        for step in BEFORE:
            wizard.show_step(step)
        wizard.show_step("minimum")
        keep("minimum", wizard, scrolled_to_what_stays)
        wizard.show_step("conditions")
        wizard.show_step("preview")
        keep("preview", wizard)
    made = desk.printing.make(PaperKind.PACK, concern.id)
    with pypdfium2.PdfDocument(made.pdf) as pages:
        page = next(one for one in pages if "Body map\r\n" in one.get_textpage().get_text_range())
        save("pack", page.render(scale=PAPER_WIDTH / page.get_width()).to_pil())


def fill_as_before(wizard: ShareWizard) -> None:
    """Answer as the decision that was made about this concern does, as if it were the first."""
    draft, case = wizard.draft, wizard.case
    made = case.desk.concerns.get(case.concern.id).sharings[-1].sharing
    for part in ("purpose", "consent", "basis", "necessity", "recipient", "route", "conditions"):
        setattr(draft, part, getattr(made, part))
    draft.choices = case.desk.sharings.proposals(case.concern, made.recipient.kind)
    draft.after, draft.again_because = None, "Their portal did not take it."


def scrolled_to_what_stays(wizard: ShareWizard) -> None:
    bars = [one.verticalScrollBar() for one in wizard.findChildren(QScrollArea) if one.isVisible()]
    longest = max(bars, key=lambda bar: bar.maximum())
    longest.setValue(longest.maximum())


@contextmanager
def shown(widget: QWidget) -> Iterator[QWidget]:
    widget.resize(WIDTH, HEIGHT)
    widget.show()
    widget.activateWindow()
    yield widget
    widget.close()


def press(root: QWidget, name: str) -> None:
    field(root, QAbstractButton, name).click()


def keep(name: str, widget: QWidget, act: Callable[[QWidget], None] = lambda _widget: None) -> None:
    """Keep a picture of what is shown once all of it is there, and something was done to it."""
    settle(widget)
    act(widget)
    settle(widget)
    buffer = QBuffer()
    widget.grab().save(buffer, "PNG")
    save(name, Image.open(BytesIO(buffer.data().data())))


def settle(widget: QWidget) -> None:
    end = time.monotonic() + SETTLED_S
    while time.monotonic() < end:
        finish_pages(widget)
        QApplication.processEvents()


def save(name: str, picture: Image.Image) -> None:
    """Write a picture with few colours, so that it is small."""
    picture.convert("RGB").quantize(COLOURS).save(PLACE / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
