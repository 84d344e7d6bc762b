"""Several people written down at once, one on each line."""

from PySide6.QtCore import Qt, Signal

from sgdesk.domain.several_people import people_in
from sgdesk.text import _
from ui.kit.cards import Card, Notice, button, words
from ui.kit.flow_layout import FlowLayout
from ui.kit.layout import Gap
from ui.kit.text_fields import LongText, text_in
from ui.record.recording import Recording


class SeveralPeople(Card):
    """`written` carries the Relations of the lines that could be read; the others stay. `changed`:
    other lines stand in the box; the draft keeps them."""

    written = Signal(object)
    changed = Signal()

    def __init__(self, recording: Recording) -> None:
        super().__init__(_("Several people at once"))
        self.setObjectName("several-people")
        self._recording = recording
        label = _("One on each line: name, relationship or profession, date of birth or age")
        caption = words(label, "label")
        self._text = LongText(3)
        self._text.setObjectName("several-text")
        self._text.setAccessibleName(label)
        self._text.setPlaceholderText(_("Jo Example, aunt, about 40 years"))
        self._text.setPlainText(recording.draft.several_in_hand)
        self._text.textChanged.connect(self._on_changed)
        caption.setBuddy(self._text)
        self.add(caption)
        self.add(self._text)
        self._doubts = Notice("", kind="due")
        self._doubts.setObjectName("several-doubts")
        self._doubts.hide()
        self.add(self._doubts)
        ways = FlowLayout(gap=Gap.SMALL)
        self.body.addLayout(ways)
        take = button(_("Add these people"), name="several-add")
        take.clicked.connect(self._on_taken)
        close = button(_("Close"), "link-small", "several-close")
        close.clicked.connect(self.hide)
        ways.addWidget(take)
        ways.addWidget(close)
        self.hide()

    def ask(self) -> None:
        """Open, and go to the text."""
        self.show()
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self) -> None:
        self._recording.draft.several_in_hand = text_in(self._text)
        self.changed.emit()

    def _on_taken(self) -> None:
        found = people_in(text_in(self._text), self._recording.today)
        self._text.setPlainText("\n".join(found.left))
        self._doubts.set_text("\n".join(found.doubts))
        self._doubts.setVisible(bool(found.doubts))
        self.setVisible(bool(found.doubts))
        self.written.emit(found.people)
        if found.doubts:
            self._text.setAccessibleDescription(" ".join(found.doubts))
            self.ask()
