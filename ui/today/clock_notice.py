"""What is doubtful about this PC's clock, on top of Today, until it is right."""

from PySide6.QtCore import Signal

from sgdesk.text import _
from ui.kit.cards import Notice


class ClockNotice(Notice):
    """Hidden while nothing is doubtful. `confirmed` tells that somebody says the clock is right."""

    confirmed = Signal()

    def __init__(self) -> None:
        super().__init__("", kind="overdue")
        self.setObjectName("clock-doubt")
        self.add_link("clock-is-right", _("I looked: the clock is right"))
        self.linked.connect(lambda _id: self.confirmed.emit())
        self.hide()

    def show_doubt(self, text: str) -> None:
        """Show this sentence, or nothing."""
        if text:
            self.set_text(text)
        self.setVisible(bool(text))
