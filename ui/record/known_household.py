"""The same household as somebody whom this desk knows: found by a name, taken over when chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit

from sgdesk.domain.known_people import KnownHousehold
from sgdesk.text import _
from ui.kit.cards import Card, button, words
from ui.kit.layout import Gap, clear, column
from ui.kit.link_line import LinkLine
from ui.record.recording import Recording

_PAUSE_MS = 250
_LEFT = Qt.AlignmentFlag.AlignLeft


class KnownHouseholds(Card):
    """`chosen` carries the KnownHousehold that somebody says is the same."""

    chosen = Signal(object)

    def __init__(self, recording: Recording) -> None:
        super().__init__(
            _("The same household as …"),
            _("What was said of one child is asked anew for the other: responsibility and harm."),
        )
        self.setObjectName("known-households")
        self._recording = recording
        self._asked = ""
        caption = words(_("Name of somebody in that household"), "label")
        self._name = QLineEdit()
        self._name.setObjectName("household-name")
        self._name.setAccessibleName(_("Name of somebody in that household"))
        caption.setBuddy(self._name)
        self.add(caption)
        self.add(self._name)
        self._found = column(gap=Gap.TIGHT)
        self.body.addLayout(self._found)
        close = button(_("Close"), "link-small", "household-close")
        close.clicked.connect(self.hide)
        self.body.addWidget(close, 0, _LEFT)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._look)
        self._name.textChanged.connect(lambda _text: self._pause.start(_PAUSE_MS))
        self.hide()

    def ask(self) -> None:
        """Open, beginning with the family name of the person that this is about."""
        self.show()
        family = self._recording.draft.person.name.split()[1:]
        if not self._name.text() and family:
            self._name.setText(family[-1])
        self._look()
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._name.selectAll()

    def _look(self) -> None:
        self._pause.stop()
        typed, desk, concern_id = self._name.text(), self._recording.desk, self._recording.draft.id
        self._asked = typed
        self._recording.runner.run(
            lambda: (typed, desk.people.households(typed, concern_id)),
            self._on_found,
            lambda _error: self._show(()),
            self,
        )

    def _on_found(self, found: tuple[str, tuple[KnownHousehold, ...]]) -> None:
        if found[0] == self._asked:
            self._show(found[1])

    def _show(self, households: Sequence[KnownHousehold]) -> None:
        clear(self._found)
        if not households:
            self._found.addWidget(words(_("Nobody of this name is known here."), "hint"))
        for known in households:
            link = LinkLine(_household_words(known), f"household:{known.reference}")
            link.clicked.connect(lambda _on=False, one=known: self._on_chosen(one))
            self._found.addWidget(link, 0, _LEFT)

    def _on_chosen(self, known: KnownHousehold) -> None:
        self.hide()
        self.chosen.emit(known)


def _household_words(known: KnownHousehold) -> str:
    people = [known.person.name, *(one.name for one in known.relations)]
    address = "" if known.person.address_protected else known.person.address
    parts = (", ".join(name for name in people if name), address, known.reference)
    return " · ".join(part for part in parts if part)
