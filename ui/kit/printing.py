"""Real printing through the system's printers. Nothing is written to a file of ours."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from sgdesk.errors import SituationError
from sgdesk.text import _
from ui.kit.pdf_pages import PdfPages

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_DOTS_PER_INCH = 300
_PATIENCE_S = 30


class PrintService(Protocol):
    """Whatever can print. A job's name is a reference, never the name of a person."""

    def printers(self) -> list[str]:
        """Return the names of the printers of this PC."""
        ...

    def print_pdf(
        self, pdf: bytes, printer_name: str, job_name: str, copies: int = 1, duplex: bool = False
    ) -> None:
        """Print a PDF from memory. Raises SituationError if the printer is not there or fails."""
        ...


def system_print_service() -> PrintService:
    """Return the print service of this system: CUPS where it is, else the system's own drawing."""
    has_cups = sys.platform != "win32" and shutil.which("lp") is not None
    return CupsService() if has_cups else PaintedService()


class CupsService:
    """Hands the PDF itself to CUPS, so that its text and lines stay text and lines."""

    def printers(self) -> list[str]:
        """Return the names of the print queues."""
        return _run(["lpstat", "-e"]).decode().split()

    def print_pdf(
        self, pdf: bytes, printer_name: str, job_name: str, copies: int = 1, duplex: bool = False
    ) -> None:
        """Put the PDF into the queue; see PrintService."""
        if printer_name not in self.printers():
            raise _not_there(printer_name)
        sides = "two-sided-long-edge" if duplex else "one-sided"
        job = ["-d", printer_name, "-t", job_name, "-n", str(copies), "-o", f"sides={sides}"]
        _run(["lp", *job, "-o", "media=A4"], pdf)


class PaintedService:
    """Draws each page at 300 dots an inch with the printer's own driver, where there is no CUPS."""

    def __init__(self, open_printer: "Callable[[str], QPrinter] | None" = None) -> None:
        self._open_printer = open_printer or _open_printer

    def printers(self) -> list[str]:
        """Return the names of the printers."""
        from PySide6.QtPrintSupport import QPrinterInfo

        return QPrinterInfo.availablePrinterNames()

    def print_pdf(
        self, pdf: bytes, printer_name: str, job_name: str, copies: int = 1, duplex: bool = False
    ) -> None:
        """Draw the pages; see PrintService."""
        from PySide6.QtPrintSupport import QPrinter

        printer = self._open_printer(printer_name)
        printer.setDocName(job_name)
        printer.setCopyCount(copies)
        printer.setResolution(_DOTS_PER_INCH)
        printer.setFullPage(True)
        modes = QPrinter.DuplexMode
        printer.setDuplex(modes.DuplexLongSide if duplex else modes.DuplexNone)
        painter = QPainter()
        if not painter.begin(printer):
            raise _failed()
        try:
            _paint(pdf, printer, painter)
        finally:
            painter.end()


def _paint(pdf: bytes, printer: "QPrinter", painter: QPainter) -> None:
    with PdfPages(pdf) as pages:
        for number in range(len(pages.sizes())):
            if number and not printer.newPage():
                raise _failed()
            picture = pages.draw(number, _DOTS_PER_INCH)
            painter.drawImage(QRectF(painter.viewport()), picture)


def _open_printer(name: str) -> "QPrinter":
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    found = QPrinterInfo.printerInfo(name)
    if found.isNull():
        raise _not_there(name)
    return QPrinter(found, QPrinter.PrinterMode.HighResolution)


def _run(command: list[str], given: bytes = b"") -> bytes:
    try:
        ran = subprocess.run(command, input=given, capture_output=True, timeout=_PATIENCE_S)  # noqa: S603 - a fixed program, no shell
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _failed() from error
    if ran.returncode != 0:
        raise _failed()
    return ran.stdout


def _not_there(name: str) -> SituationError:
    return SituationError(
        _(
            "Nothing is lost: the paper is kept. The printer “{name}” is not there. "
            "Switch it on, or choose another printer."
        ).format(name=name)
    )


def _failed() -> SituationError:
    return SituationError(
        _(
            "Nothing is lost: the paper is kept. The system's print service does not answer. "
            "Check that a printer is set up on this computer, then print again."
        )
    )
