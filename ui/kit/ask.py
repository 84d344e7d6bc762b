"""The only place where a dialog opens: questions, statements, and where a file goes."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from ui.kit.theme import mark


class Asker(Protocol):
    """Whatever can ask the person at the window."""

    def confirm(self, title: str, text: str, yes: str, no: str, danger: bool = False) -> bool:
        """Ask for a yes or a no; Escape is a no, and so is Return where there is danger."""
        ...

    def tell(self, title: str, text: str, details: str = "") -> None:
        """Say something that has to be read before going on."""
        ...

    def choose_file_to_save(self, title: str, proposed: str, kind: str) -> Path | None:
        """Ask where to write a file, or None. `kind` reads "PDF (*.pdf)"."""
        ...

    def choose_file_to_open(self, title: str, kind: str) -> Path | None:
        """Ask which file to read, or None."""
        ...

    def choose_folder(self, title: str) -> Path | None:
        """Ask for a folder, or None."""
        ...


class WindowAsker:
    """Asks with real dialogs over a window."""

    def __init__(self, window: QWidget | None = None) -> None:
        self._window = window

    def confirm(self, title: str, text: str, yes: str, no: str, danger: bool = False) -> bool:
        """Ask for a yes or a no; see Asker."""
        box = self._box(title, text)
        accept = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        refuse = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
        mark(accept, "danger" if danger else "primary")
        box.setDefaultButton(refuse if danger else accept)
        box.setEscapeButton(refuse)
        box.exec()
        return box.clickedButton() is accept

    def tell(self, title: str, text: str, details: str = "") -> None:
        """Say something that has to be read; see Asker."""
        box = self._box(title, text)
        box.setDetailedText(details)
        box.exec()

    def choose_file_to_save(self, title: str, proposed: str, kind: str) -> Path | None:
        """Ask where to write a file; see Asker."""
        start = str(Path.home() / proposed)
        return _path(QFileDialog.getSaveFileName(self._window, title, start, kind)[0])

    def choose_file_to_open(self, title: str, kind: str) -> Path | None:
        """Ask which file to read; see Asker."""
        home = str(Path.home())
        return _path(QFileDialog.getOpenFileName(self._window, title, home, kind)[0])

    def choose_folder(self, title: str) -> Path | None:
        """Ask for a folder; see Asker."""
        home = str(Path.home())
        return _path(QFileDialog.getExistingDirectory(self._window, title, home))

    def _box(self, title: str, text: str) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setWindowTitle("SG Desk")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(title)
        box.setInformativeText(text)
        return box


def _path(chosen: str) -> Path | None:
    return Path(chosen) if chosen else None
