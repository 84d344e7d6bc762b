import shutil
import subprocess

import pypdfium2
import pytest
from print_queue import printed
from PySide6.QtPrintSupport import QPrinter

from sgdesk.errors import SituationError
from ui.kit.printing import CupsService, PaintedService, system_print_service


@pytest.mark.print_queue
def test_a_paper_comes_out_of_a_real_queue_with_its_text(print_queue, three_pages):
    service = CupsService()

    service.print_pdf(three_pages, print_queue, "SG-2026-0031")

    assert print_queue in service.printers()
    paper = pypdfium2.PdfDocument(printed("SG-2026-0031"))
    assert len(paper) == 3
    assert "Paper number 2" in paper[1].get_textpage().get_text_range()
    paper.close()


@pytest.mark.print_queue
def test_copies_and_both_sides_are_asked_for(print_queue, three_pages):
    CupsService().print_pdf(three_pages, print_queue, "SG-2026-0029", copies=2, duplex=True)

    assert printed("SG-2026-0029").startswith(b"%PDF")


@pytest.mark.print_queue
def test_a_queue_that_is_not_there_is_named_and_nothing_is_lost(print_queue, three_pages):
    with pytest.raises(SituationError) as failed:
        CupsService().print_pdf(three_pages, "Front desk", "SG-2026-0031")

    assert failed.value.text.startswith("Nothing is lost: the paper is kept.")
    assert "Front desk" in failed.value.text


def test_a_print_service_that_does_not_answer_is_explained(three_pages, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(SituationError, match="print service does not answer"):
        CupsService().print_pdf(three_pages, "Front desk", "SG-2026-0031")


def test_where_there_is_no_cups_pages_are_drawn(qapp, three_pages, tmp_path):
    target = tmp_path / "paper.pdf"

    def to_file(_name):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target))
        return printer

    PaintedService(to_file).print_pdf(three_pages, "Front desk", "SG-2026-0031")

    paper = pypdfium2.PdfDocument(target)
    picture = paper[2].render(scale=1).to_pil().convert("L")
    assert len(paper) == 3
    assert min(picture.crop((72, 120, 200, 150)).get_flattened_data()) < 100
    paper.close()


def test_a_printer_that_is_not_there_is_named(qapp, three_pages):
    with pytest.raises(SituationError, match="Front desk"):
        PaintedService().print_pdf(three_pages, "Front desk", "SG-2026-0031")


def test_the_way_of_printing_follows_the_system(tmp_path, monkeypatch):
    with_cups = type(system_print_service()) if shutil.which("lp") else CupsService
    monkeypatch.setenv("PATH", str(tmp_path))

    assert with_cups is CupsService
    assert isinstance(system_print_service(), PaintedService)


def test_nothing_is_handed_to_a_shell(monkeypatch, three_pages):
    commands = []

    def run(command, **_how):
        commands.append(command)
        return subprocess.CompletedProcess(command, 0, stdout=b"Desk\n")

    monkeypatch.setattr(subprocess, "run", run)
    CupsService().print_pdf(three_pages, "Desk", "SG-2026-0031; rm", copies=3)

    assert commands[-1][:7] == ["lp", "-d", "Desk", "-t", "SG-2026-0031; rm", "-n", "3"]
