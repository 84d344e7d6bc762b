"""Whether somebody is known here already: offered as one types, and never chosen by the desk."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from sgdesk.domain.known_people import KnownPerson, differences, known_words, left_behind
from sgdesk.text import _
from ui.kit.cards import Notice, words
from ui.kit.layout import Gap, clear, column
from ui.kit.link_line import LinkLine
from ui.record.recording import Recording

_PAUSE_MS = 250
_LEFT = Qt.AlignmentFlag.AlignLeft


class KnownPeople(QWidget):
    """Looks on the worker for whom the draft may be about.

    `chosen` carries the Person that somebody says it is; `parted` tells that it is not.
    """

    chosen = Signal(object)
    parted = Signal()

    def __init__(self, recording: Recording) -> None:
        super().__init__()
        self.setObjectName("known-people")
        self._recording = recording
        self._asked: object = None
        self._column = column(self, Gap.TIGHT)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.look_now)
        self.hide()

    def look_soon(self) -> None:
        """Look once the person at the keyboard rests for a moment."""
        if self._question() != self._asked:
            self._pause.start(_PAUSE_MS)

    def look_now(self) -> None:
        """Look for the name and number as they are."""
        asked = self._question()
        if asked == self._asked:
            return
        self._asked = asked
        draft, desk = self._recording.draft, self._recording.desk
        person, concern_id = draft.person, draft.id
        self._recording.runner.run(
            lambda: (asked, desk.people.like(person, concern_id)),
            self._on_found,
            lambda _error: self._show(()),
            self,
        )

    def _question(self) -> object:
        person = self._recording.draft.person
        birth = person.born, person.born_typed
        return person.id, person.kind, person.name, person.nhs_number, birth

    def _on_found(self, found: tuple[object, tuple[KnownPerson, ...]]) -> None:
        asked, people = found
        if asked == self._asked:
            self._show(people)

    def _show(self, people: Sequence[KnownPerson]) -> None:
        focus = QApplication.focusWidget()
        holds_focus = focus is not None and self.isAncestorOf(focus)
        for link in self.findChildren(QPushButton):
            link.setObjectName("")  # whoever looks for one finds the one that comes instead
        clear(self._column)
        person_id = self._recording.draft.person.id
        same = next((one for one in people if one.person.id == person_id), None)
        if same is not None:
            self._show_same(same)
        elif people:
            self._show_choice(people)
        self.setVisible(bool(people))
        if holds_focus:
            self._take_focus_back()

    def _take_focus_back(self) -> None:
        links = (one for one in self.findChildren(QPushButton) if one.objectName())
        if (first := next(links, None)) is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_same(self, known: KnownPerson) -> None:
        text = _("The same person as in {references}.").format(
            references=", ".join(known.references)
        )
        draft = self._recording.draft.person
        against = differences(known.person, draft)
        told = [text, against, left_behind(known.person, draft)]
        notice = Notice(" ".join(filter(None, told)), kind="due" if against else "ok")
        notice.add_link("part-person", _("No, this is somebody else"))
        notice.linked.connect(lambda _id: self.parted.emit())
        self._column.addWidget(notice)

    def _show_choice(self, people: Sequence[KnownPerson]) -> None:
        self._column.addWidget(words(_("Known here already? Choose only if you are sure."), "hint"))
        for known in people:
            against = differences(known.person, self._recording.draft.person)
            told = " · ".join(part for part in (known_words(known), against) if part)
            link = LinkLine(told, f"known:{known.references[0]}")
            link.setAccessibleName(_("The same person as {who}").format(who=link.accessibleName()))
            link.clicked.connect(lambda _on=False, one=known: self.chosen.emit(one.person))
            self._column.addWidget(link, 0, _LEFT)
