"""Saving the pack as a file that opens with a password only."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from sgdesk.domain.flows.engine import Problem
from sgdesk.domain.paper import PaperKind
from sgdesk.text import _
from ui.kit.binding import DraftHolder
from ui.kit.cards import button
from ui.kit.form import Form
from ui.share.case import ShareCase
from ui.share.paper_maker import PaperMaker
from ui.share.speaking_card import SpeakingCard

_SHORTEST = 10


class TypedPassword(msgspec.Struct):
    """What is typed, twice, until the file is written."""

    password: str = ""
    again: str = ""

    def __repr__(self) -> str:
        return "TypedPassword()"


class ProtectedCard(SpeakingCard):
    """Asks for a password twice and where the file goes."""

    def __init__(self, case: ShareCase, may_make: Callable[[PaperKind], bool]) -> None:
        super().__init__(
            _("Save as a protected file"),
            _("For secure email or their form. Give the password by another way, such as a call to"
              " a number that you checked."),
        )  # fmt: skip
        self._case = case
        self._maker = PaperMaker(case, may_make, self)
        self._maker.done.connect(self._on_done)
        self._maker.failed.connect(self.fail)
        self._typed = TypedPassword()
        self._form = Form(DraftHolder(self._typed), "file")
        with self._form.beside():
            self._form.line("password", _("Pass&word, at least {count} characters").format(
                count=_SHORTEST))  # fmt: skip
            self._form.line("again", _("The same password a&gain"))
        for field in ("password", "again"):
            box = self._form.question(field).binding.widget
            if isinstance(box, QLineEdit):
                box.setEchoMode(QLineEdit.EchoMode.Password)
        self.add(self._form)
        save = button(_("Save the pack as a file"), name="save-protected")
        save.clicked.connect(self._on_save)
        self.body.addWidget(save, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_strip()

    def _on_save(self) -> None:
        problems = self._problems()
        self.say_nothing()
        self._form.show_problems(problems)
        if problems:
            self._form.focus(problems[0].field)
            return
        proposed = f"{self._case.concern.reference}.pdf"
        path = self._case.asker.choose_file_to_save(
            _("Where does the file go?"), proposed, "PDF (*.pdf)"
        )
        if path is not None:
            self._maker.save_protected(PaperKind.PACK, self._typed.password, path)

    def _problems(self) -> list[Problem]:
        if len(self._typed.password) < _SHORTEST:
            text = _("Use at least {count} characters.").format(count=_SHORTEST)
            return [Problem("send", "file.password", text)]
        if self._typed.password != self._typed.again:
            return [Problem("send", "file.again", _("Type the same password twice."))]
        return []

    def _on_done(self, text: str) -> None:
        self.say(text)
        self._typed.password = self._typed.again = ""
        self._form.load()
