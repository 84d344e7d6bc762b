"""A form whose questions are made one after another, so that opening it never stalls the window."""

from collections.abc import Callable
from functools import partial

from ui.kit.cards import Card
from ui.kit.form import Form

Ask = Callable[[], object]


class GradualForm:
    """A form with its cards; `pieces` make the questions in them."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.pieces: list[Callable[[], None]] = []

    def card(self, title: str, hint: str = "") -> Card:
        """Begin a card; the questions that are asked later from now on go into it."""
        with self.form.card(title, hint) as card:
            self._card = card
        return card

    def later(self, *asks: Ask) -> None:
        """Ask these questions when their turn comes."""
        self.pieces += [partial(self._make, self._card, ask) for ask in asks]

    def _make(self, card: Card, ask: Ask) -> None:
        with self.form.more_of(card):
            ask()
        self.form.load_new()
