"""A card that says at once, where the button is, what became of pressing it."""

from ui.kit.cards import Card, Notice
from ui.kit.theme import mark


class SpeakingCard(Card):
    """Shows a strip with what happened as its last line."""

    def __init__(self, title: str, hint: str = "") -> None:
        super().__init__(title, hint)
        self._said = Notice("", kind="ok")
        self._said.setObjectName("said")
        self._said.hide()

    def add_strip(self) -> None:
        """Give the strip its place, below what is in the card by now."""
        self.add(self._said)

    def say_nothing(self) -> None:
        """Take away what was said before, because something new begins."""
        self._said.hide()

    def say(self, text: str) -> None:
        """Say what was done."""
        self._show(text, "strip-ok")

    def fail(self, text: str) -> None:
        """Say what did not work, and what to do."""
        self._show(text, "strip-overdue")

    def _show(self, text: str, role: str) -> None:
        mark(self._said, role)
        self._said.set_text(text)
        self._said.setAccessibleName(text)
        self._said.show()
