"""A word that can be found again, in every field of a record and of a decision, and everywhere
that these go: preview, printer, protected file, search, backup, and the report of a bug."""

from collections.abc import Callable
from datetime import date
from itertools import count
from pathlib import Path

import msgspec
from journey_records import basis_of, complete_decision, duty_team, new_draft
from journey_support import pause
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from sgdesk.domain.facts.kinds import (
    Context,
    ContextTopic,
    Event,
    Injury,
    Need,
    Observation,
    Opinion,
    Saying,
)
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.paper import PaperKind
from sgdesk.domain.people import Relation, SafeContact
from sgdesk.domain.sharing.subjects import unasked_about
from sgdesk.ids import FactId

CARDS = {
    "family": ("add-relation", "add-professional"),
    "seen": ("add-observation",),
    "said": ("add-saying",),
    "chronology": ("add-event",),
    "context": ("add-untreated", "add-note", "add-opinion"),
    "needs": ("add-safety-net",),
}
STEPS = ("urgency", "person", *CARDS)
PASSWORD = "seven quiet lamps"
_OURS = ("id", "reference", "nhs_number", "view", "place", "kind", "agency_id", "subject")
_MOST_TABS = 200


class Canaries:
    """Gives each field a word of its own, all of which begin alike."""

    def __init__(self, start):
        self.start = start
        self._numbers = count(1)

    def next(self):
        return f"{self.start}{next(self._numbers):04d}"

    def within(self, value):
        """Return how many of them are in a value that the store keeps."""
        return msgspec.json.encode(value).decode().count(self.start)

    def filled(self, value):
        """Return the same value with a canary in every text that a person can write."""
        changes = {}
        for field in msgspec.structs.fields(value):
            held = getattr(value, field.name)
            if field.type is str and field.name not in _OURS and not field.name.endswith("_typed"):
                changes[field.name] = self.next()
            elif isinstance(held, msgspec.Struct):
                changes[field.name] = self.filled(held)
        return msgspec.structs.replace(value, **changes)


def type_into_every_page(keyboard, canaries):
    """Write into every field of every page of a new record, and leave it; return its id."""
    keyboard.hold(Qt.Key.Key_N)
    keyboard.heading("Urgency")
    wizard = keyboard.window.wizard
    for step in STEPS:
        wizard.frame.show_step(step)
        if step == "person":
            keyboard.push("fold")
        if step == "seen":
            keyboard.tab_to("add-mark")
            keyboard.write("left cheek")
            keyboard.press(Qt.Key.Key_Return)
        fill_page(keyboard, canaries)
        for card in CARDS.get(step, ()):
            keyboard.push(card)
            fill_page(keyboard, canaries)
    concern_id = wizard.draft.id
    keyboard.push("save-and-close")
    keyboard.heading("Today")
    return concern_id


def fill_page(keyboard, canaries):
    """Go once through the page by Tab, and write into every empty field."""
    keyboard.tab_to("heading")
    for _tab in range(_MOST_TABS):
        keyboard.press(Qt.Key.Key_Tab)
        widget = keyboard.at
        if widget.objectName() == "heading":
            return
        if is_empty_field(widget):
            keyboard.write(canaries.next())
    raise AssertionError("Tab never comes round")


def is_empty_field(widget):
    if isinstance(widget, QLineEdit):
        return not widget.isReadOnly() and not widget.text()
    return isinstance(widget, QPlainTextEdit) and not (widget.isReadOnly() or widget.toPlainText())


def filled_record(desk, canaries):
    """Sign a record with a canary in every field."""
    draft = new_draft(desk)
    draft.urgency = canaries.filled(draft.urgency)
    draft.person = canaries.filled(draft.person)
    draft.relations = [canaries.filled(Relation(id="father"))]
    draft.contact = canaries.filled(SafeContact())
    draft.presentation = canaries.filled(draft.presentation)
    kinds: list[Callable] = [Injury, Observation, Saying, Event, Context, Need, Opinion]
    draft.facts = [
        canaries.filled(kind(id=FactId(f"fact-{number}"))) for number, kind in enumerate(kinds)
    ]
    draft.facts[0] = msgspec.structs.replace(
        draft.facts[0], view="child-front", place="left-cheek", x=225, y=120
    )
    draft.facts[3] = msgspec.structs.replace(draft.facts[3], happened_on=date(2026, 11, 20))
    draft.facts[4] = msgspec.structs.replace(draft.facts[4], topic=ContextTopic.NOTE)
    desk.concerns.save_draft(draft, "check", Caret())
    return desk.concerns.sign(draft)


def filled_decision(desk, concern, canaries):
    """Leave a decision before its preview, with a canary in every field."""
    draft = complete_decision(desk, concern, duty_team(desk))
    for part in ("purpose", "consent", "necessity", "route", "conditions", "not_sharing"):
        setattr(draft, part, canaries.filled(getattr(draft, part)))
    draft.purpose = msgspec.structs.replace(
        draft.purpose, so_that=f"decide whether a strategy discussion is needed {canaries.next()}"
    )
    draft.necessity = msgspec.structs.replace(
        draft.necessity, principles={str(number): canaries.next() for number in range(1, 9)}
    )
    draft.recipient = msgspec.structs.replace(
        canaries.filled(draft.recipient), organisation=draft.recipient.organisation
    )
    draft.basis = msgspec.structs.replace(
        draft.basis, gateway_factors=canaries.next(), duty_because=canaries.next()
    )
    draft.choices = {
        fact_id: msgspec.structs.replace(choice, goes=True, reason=canaries.next())
        for fact_id, choice in draft.choices.items()
    }
    others = [basis_of(name) for name in unasked_about(draft, concern)]
    draft.basis = msgspec.structs.replace(draft.basis, subjects=(*draft.basis.subjects, *others))
    desk.sharings.save_draft(draft, "conditions", Caret())
    return draft


def send_decision(keyboard, canaries, answers, queue, file):
    """Look at the pack, decide, print it, save it as a protected file, and file everything."""
    keyboard.go_on("Check and preview")
    keyboard.says("Page 1 of")
    keyboard.push("as-text")
    keyboard.push("next")
    keyboard.heading("Send or print")
    if queue:
        keyboard.choose("printer", queue)
        keyboard.push(f"print:{PaperKind.PACK}")
        keyboard.says("copy 1: sent to the printer.")
    keyboard.fill("file.password", PASSWORD)
    keyboard.fill("file.again", PASSWORD)
    answers.answers.append(file)
    keyboard.push("save-protected")
    keyboard.says("saved. Give the password another way")
    keyboard.push("copy:1")
    keyboard.answer("attempt.state", "unconfirmed")
    keyboard.fill("attempt.message", canaries.next())
    keyboard.push("record-attempt")
    keyboard.says("Recorded as unconfirmed.")
    keyboard.go_on("Clinical record")
    keyboard.push("made-just-now")
    keyboard.fill("clinical.not_made_because", canaries.next())
    keyboard.go_on("Follow-up")
    keyboard.push("next")
    keyboard.heading("SG-2026-0002")


def search_and_look(keyboard, canaries):
    """Find the record by its words, and open the copy that the log keeps."""
    keyboard.hold(Qt.Key.Key_K)
    keyboard.write(canaries.start)
    keyboard.press(Qt.Key.Key_Return)
    keyboard.heading("Concerns")
    keyboard.go_to("today", "Today")
    keyboard.push("open:SG-2026-0002")
    keyboard.push(f"open-paper:{PaperKind.PACK}:1")
    keyboard.says("Page 1 of")


def make_mistakes(keyboard, canaries, answers):
    """Let the program have a bug in the window and one on the worker; return the reports."""

    def fail():
        words = canaries.next()
        raise ValueError(words)

    QTimer.singleShot(0, fail)
    keyboard.program._runner.run(fail)
    for _moment in range(200):
        pause(10)
        if len(answers.reports) == 2:
            break
    reports = list(answers.reports)
    answers.reports.clear()
    return reports


def on_worker(keyboard, work):
    """Do something with the desk where its store is open, and return the answer."""
    answered = []
    desk = keyboard.program._desk
    keyboard.program._runner.run(lambda: work(desk), answered.append)
    keyboard.wait(lambda: answered)
    return answered[0]


def new_backup(keyboard, folder):
    return Path(on_worker(keyboard, lambda desk: desk.backups.make(folder)).path)
