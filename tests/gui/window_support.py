"""The window over the demonstration, with printers and answers of ours."""

from gui_support import finish_pages
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from shiboken6 import isValid

from ui.main_window.opening import read
from ui.main_window.rooms import Surroundings
from ui.main_window.window import MainWindow


class Printers:
    """Printers that keep what they were handed."""

    def __init__(self, *names):
        self.names = list(names)
        self.jobs = []

    def printers(self):
        return self.names

    def print_pdf(self, pdf, printer_name, job_name, copies=1, duplex=False):
        self.jobs.append((pdf, printer_name, job_name))


def open_window(qtbot, desk, runner, asker, settings, store, printers=None):
    """Return a window with Today in it, shown."""
    window = new_window(desk, runner, asker, settings, store, printers)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)
    finish_pages(window)
    return window


def new_window(desk, runner, asker, settings, store, printers=None):
    """Return a window with Today in it, to be shown in something else."""
    around = Surroundings(runner, asker, printers or Printers(), store)
    window = MainWindow(around, settings)
    window.start(read(desk))
    return window


def texts(root):
    """Return every text that can be read in a part of the window."""
    labels = [one.text() for one in root.findChildren(QLabel) if one.isVisibleTo(root)]
    buttons = [one.text() for one in root.findChildren(QPushButton) if one.isVisibleTo(root)]
    return labels + buttons


def says(qtbot, root, sentence):
    """Wait until these words can be read in a part of the window."""
    qtbot.waitUntil(lambda: any(sentence in text for text in texts(root)))


def settle(qtbot):
    """Let what was just put into the window take its place."""
    for window in QApplication.topLevelWidgets():
        if isValid(window):  # one may go with another
            finish_pages(window)
    asked = []
    QTimer.singleShot(0, QApplication.instance(), lambda: asked.append(True))
    qtbot.waitUntil(lambda: bool(asked))
