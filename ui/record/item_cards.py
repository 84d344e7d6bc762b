"""A list of items as cards: one is open with its form, the others are a line each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sgdesk.domain.flows.engine import Problem
from sgdesk.text import _
from ui.kit.ask import Asker
from ui.kit.form import Form
from ui.kit.gradually import Gradually
from ui.kit.layout import Gap, column, put_in_order
from ui.kit.letting_go import go_later
from ui.kit.painting import PaintedLater
from ui.record.item_card import ItemCard
from ui.record.later_form import LaterForm


class Item(Protocol):
    """Anything with an id of its own."""

    @property
    def id(self) -> str:
        """The id."""
        ...


ItemT = TypeVar("ItemT", bound=Item)


@dataclass(frozen=True, slots=True)
class ItemWords(Generic[ItemT]):
    """Which items a list shows, in their order, what each card says, and the form behind it."""

    items: Callable[[], Sequence[ItemT]]
    title: Callable[[ItemT], str]
    line: Callable[[ItemT], str]
    source: Callable[[ItemT], str]
    form: Callable[[ItemT], Form]
    first_field: Callable[[ItemT], str]
    remove: Callable[[str], None]


class ItemCards(QWidget):
    """Cards over a list of the draft.

    `form_opened` and `form_closed` hand over forms to be followed; `current` names the item that
    is open, or nothing; `removed` tells that one was taken out; `sight_wanted` brings a field
    that should be scrolled to.
    """

    form_opened = Signal(object)
    form_closed = Signal(object)
    current_changed = Signal(str)
    removed = Signal()
    sight_wanted = Signal(object)

    def __init__(self, says: ItemWords[Any], asker: Asker) -> None:
        super().__init__()
        self._says = says
        self._asker = asker
        self._cards: dict[str, ItemCard] = {}
        self._later = Gradually(self)
        self._closing = Gradually(self)
        self._layout = column(self, Gap.NORMAL)
        self.current = ""

    def show_items(self) -> None:
        """Show the items as the draft has them, and keep the open one open.

        Of many new ones the first have their cards at once, and the others a moment later.
        """
        items = self._says.items()
        for gone in [card_id for card_id in self._cards if card_id not in {i.id for i in items}]:
            self._drop(gone)
        for item in items:
            if item.id in self._cards:
                self._tell(self._cards[item.id], item)
        self._put_in_order()
        new = [item.id for item in items if item.id not in self._cards]
        self._later.replace(partial(self._show_new, item_id) for item_id in new)
        self._later.go_on()
        self.setVisible(bool(items))

    def open(self, item_id: str, field: str = "") -> None:
        """Open the card of an item, and with a field go there."""
        card = self._card(item_id)
        item = self._item(item_id)
        if card is None or item is None:
            return
        if card.form is None:
            self._closing.finish()
            PaintedLater.add(self)
            self.close_open()
            form = self._says.form(item)
            card.put_form(form)
            form.changed.connect(self._on_changed)
            form.load()
            self.form_opened.emit(form)
            self.current = item_id
            self.current_changed.emit(item_id)
        if field and card.form is not None:
            found = card.form.focus(f"{item_id}.{field}")
            if found is not None:
                self.sight_wanted.emit(found)

    def open_new(self, item_id: str) -> None:
        """Show an item that was just put into the draft, and go to its first field."""
        self.show_items()
        item = self._item(item_id)
        if item is not None:
            self.open(item_id, self._says.first_field(item))

    def open_anew(self, item_id: str) -> None:
        """Open the card of an item with another form, if it is the open one."""
        if item_id == self.current:
            self.close_open()
            self.open(item_id)

    def close_open(self) -> None:
        """Fold the open card to its line.

        Its form is out of use at once, and goes out of sight a moment later: what is opened instead
        must not wait for that.
        """
        card = self._cards.get(self.current)
        self.current = ""
        form = card.let_go_of_form() if card is not None else None
        if card is None or form is None:
            return
        if isinstance(form, LaterForm):
            form.leave()
        self.form_closed.emit(form)
        self._closing.add(partial(card.put_away, form), partial(go_later, form))
        self._closing.go_on()

    def focus(self, name: str) -> QWidget | None:
        """Go to the field "item-id.field" if it is one of these; return it, or None."""
        item_id, _dot, field = name.partition(".")
        card = self._card(item_id)
        if card is None:
            return None
        self.open(item_id)
        return card.form.focus(name) if card.form is not None and field else card

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say on each closed card what must be put right in it."""
        self._later.finish()
        for card_id, card in self._cards.items():
            own = [one.text for one in problems if one.field.startswith(f"{card_id}.")]
            card.show_problem(own[0] if own else "")

    def ask_removal(self, item_id: str) -> None:
        """Ask whether an item is to be taken out, and do so."""
        item = self._item(item_id)
        if item is None:
            return
        title = self._says.title(item)
        sure = self._asker.confirm(
            _("Remove the card “{title}”?").format(title=title),
            _("Everything that stands in this card is removed with it."),
            _("Remove it"),
            _("Keep it"),
            danger=True,
        )
        if sure:
            self._remove(item_id)

    def _remove(self, item_id: str) -> None:
        order = [item.id for item in self._says.items()]
        after = order.index(item_id)
        self._says.remove(item_id)
        self.show_items()
        left = [item.id for item in self._says.items()]
        self.removed.emit()
        following = self._card(left[min(after, len(left) - 1)]) if left else None
        if following is not None:
            following.focus_first()
        else:
            self.focusNextChild()

    def _item(self, item_id: str) -> Any:
        return next((item for item in self._says.items() if item.id == item_id), None)

    def _card(self, item_id: str) -> ItemCard | None:
        if item_id not in self._cards:
            self._later.finish()
        return self._cards.get(item_id)

    def _show_new(self, item_id: str) -> None:
        item = self._item(item_id)
        if item is not None and item_id not in self._cards:
            self._tell(self._new_card(item_id), item)
            self._put_in_order()

    def _put_in_order(self) -> None:
        shown = [item.id for item in self._says.items() if item.id in self._cards]
        put_in_order(self._layout, [self._cards[item_id] for item_id in shown])

    def _new_card(self, item_id: str) -> ItemCard:
        card = ItemCard(item_id)
        card.opened.connect(lambda: self._on_opened(item_id))
        card.done.connect(lambda: self._on_done(card))
        card.removal_asked.connect(lambda: self.ask_removal(item_id))
        self._cards[item_id] = card
        return card

    def _drop(self, item_id: str) -> None:
        if item_id == self.current:
            self.close_open()
        self._closing.finish()
        card = self._cards.pop(item_id)
        self._layout.removeWidget(card)
        go_later(card)

    def _tell(self, card: ItemCard, item: Any) -> None:
        card.show_item(self._says.title(item), self._says.line(item), self._says.source(item))

    def _on_opened(self, item_id: str) -> None:
        self.open(item_id, self._says.first_field(self._item(item_id)))

    def _on_done(self, card: ItemCard) -> None:
        PaintedLater.add(self)
        self.close_open()
        self._closing.finish()
        self.show_items()
        card.focus_first()
        self.current_changed.emit("")

    def _on_changed(self) -> None:
        item = self._item(self.current)
        if item is not None:
            self._tell(self._cards[self.current], item)
