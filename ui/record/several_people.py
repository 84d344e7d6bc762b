"""Several people written down at once, one on each line."""

from PySide6.QtCore import Qt, Signal

from sgdesk.domain.several_people import people_in
from sgdesk.text import _
from ui.kit.cards import Card, button, words
from ui.kit.flow_layout import FlowLayout
from ui.kit.layout import Gap
from ui.kit.text_fields import LongText
from ui.record.recording import Recording


class SeveralPeople(Card):
    """`written` carries the list of Relations, a person for each line."""

    written = Signal(object)

    def __init__(self, recording: Recording) -> None:
        super().__init__(_("Several people at once"))
        self.setObjectName("several-people")
        self._recording = recording
        label = _("One on each line: name, relationship, date of birth or age")
        caption = words(label, "label")
        self._text = LongText(3)
        self._text.setObjectName("several-text")
        self._text.setAccessibleName(label)
        self._text.setPlaceholderText(_("Sira Kamara, sister, 9"))
        caption.setBuddy(self._text)
        self.add(caption)
        self.add(self._text)
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

    def _on_taken(self) -> None:
        found = people_in(self._text.toPlainText(), self._recording.today)
        self._text.clear()
        self.hide()
        self.written.emit(found)
