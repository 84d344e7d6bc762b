"""What every page of this flow has: its recording, why it asks, and its lists of cards."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from sgdesk.domain.flows.engine import Problem
from sgdesk.domain.guidance import find
from ui.kit.flow_layout import FlowLayout
from ui.kit.form import Form
from ui.kit.gradually import Gradually
from ui.kit.layout import Gap
from ui.kit.step_page import StepPage
from ui.kit.why import Why
from ui.record.item_cards import ItemCards
from ui.record.recording import Recording


class RecordPage(StepPage):
    """One page over the draft. Pages put their forms and card lists together in __init__.

    `sight_wanted` brings a field that should be scrolled to; `save_wanted` asks for the draft to
    be in the store.
    """

    sight_wanted = Signal(object)
    save_wanted = Signal()

    def __init__(
        self, recording: Recording, step: str, hint: str = "", *, wide: bool = False
    ) -> None:
        super().__init__(hint, wide)
        self.recording = recording
        self.draft = recording.draft
        self._step = step
        self._lists: list[ItemCards] = []
        self._saving = Gradually(self)
        self._is_loaded = False

    def load(self) -> None:
        """Show what the draft holds."""
        self._is_loaded = True
        for cards in self._lists:
            cards.show_items()
        super().load()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Mark the fields that these problems speak of, and the closed cards they stand in."""
        super().show_problems(problems)
        for cards in self._lists:
            cards.show_problems(problems)

    def focus(self, name: str) -> QWidget | None:
        """Go to the field of this object name, opening its card first."""
        for cards in self._lists:
            if (found := cards.focus(name)) is not None:
                return found
        return super().focus(name)

    def add_why(self) -> None:
        """Put why this page asks what it asks at this place, with the sources."""
        checks = self.recording.guidance.checks_at("record", self._step)
        if checks:
            self.add(Why(checks, self.recording.guidance, f"record/{self._step}"))

    def why(self, check_id: str) -> Why | None:
        """Return why one question is asked, or None where this nation has no such check."""
        check = find(self.recording.guidance.checks, check_id)
        return Why((check,), self.recording.guidance) if check is not None else None

    def add_list(self, cards: ItemCards, place: Callable[[QWidget], None] | None = None) -> None:
        """Take in a list of cards, here or at another place of the page, and follow its forms."""
        self._lists.append(cards)
        cards.form_opened.connect(self._on_form_opened)
        cards.form_closed.connect(self.forget)
        cards.removed.connect(self._on_list_changed)
        cards.sight_wanted.connect(self.sight_wanted)
        cards.current_changed.connect(lambda current: self._on_current(cards, current))
        (place or self.add)(cards)
        if self._is_loaded:
            cards.show_items()

    def add_button(self, *buttons: QPushButton) -> None:
        """Put buttons beside each other below what is on the page."""
        ways = FlowLayout(gap=Gap.SMALL)
        self.body.addLayout(ways)
        for way in buttons:
            ways.addWidget(way)

    def list_changed(self) -> None:
        """Tell that an item was added or taken out."""
        self._on_list_changed()

    def _on_form_opened(self, form: Form) -> None:
        self.follow(form)

    def _on_current(self, opened: ItemCards, current: str) -> None:
        for cards in self._lists:
            if cards is not opened and current:
                cards.close_open()

    def _on_list_changed(self) -> None:
        self.changed.emit()
        # It is saved in a turn of its own: a card that opens fills one.
        self._saving.replace([self.left.emit])
        self._saving.go_on()
