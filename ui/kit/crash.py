"""What happens when the program has a bug: nothing is lost, and a report without any values."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from traceback import walk_tb
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot

from sgdesk.errors import SituationError, UserError
from sgdesk.text import _
from ui.kit.ask import Asker

_OURS = ("sgdesk", "ui")


class CrashWatch(QObject):
    """Shows our own errors as their sentence, and any other with a report; each kind once."""

    _arrived = Signal(object)

    def __init__(self, asker: Asker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asker = asker
        self._shown: set[str] = set()
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Watch every thread from now on."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, error, trace)
        else:
            self._show(error)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        self._arrived.emit(args.exc_value)

    @Slot(object)
    def _on_arrived(self, error: BaseException) -> None:
        self._show(error)

    def _show(self, error: BaseException) -> None:
        if isinstance(error, UserError | SituationError):
            self._asker.tell(_("This could not be done"), error.text)
            return
        report = report_of(error)
        if report not in self._shown:
            self._shown.add(report)
            self._asker.tell(
                _("SG Desk made a mistake"),
                _(
                    "Nothing is lost: your draft was saved as you typed. Close SG Desk and open it "
                    "again; it comes back to the same page. The report holds no names and no words "
                    "of yours, so it can be passed on to whoever supports you."
                ),
                report,
            )


def report_of(error: BaseException) -> str:
    """Return the kinds of exception and the places in the program, and not one value or message."""
    return "\n".join(line for link in _chain(error) for line in _lines(link))


def _chain(error: BaseException) -> Iterator[BaseException]:
    link: BaseException | None = error
    seen: set[int] = set()
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        yield link
        link = link.__cause__ or link.__context__


def _lines(error: BaseException) -> Iterator[str]:
    yield type(error).__qualname__
    for frame, line in walk_tb(error.__traceback__):
        yield f"  {_place(frame.f_code.co_filename)}:{line} {frame.f_code.co_name}"


def _place(file: str) -> str:
    # Only from the package on: the folders above it can hold a user's name.
    parts = Path(file).parts
    for package in _OURS:
        if package in parts:
            at = len(parts) - 1 - parts[::-1].index(package)
            return "/".join(parts[at:])
    return parts[-1]
