"""The chooser of views: the parts of the body, the views of one part, and where marks are."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from sgdesk.domain.maps import FACING_WORDS, PART_WORDS, PARTS, Facing, Part, part_of
from sgdesk.text import _
from ui.kit.cards import button
from ui.kit.flow_layout import FlowLayout
from ui.kit.layout import Gap, column

_SHORT_WORDS = {
    Facing.FRONT: "Front",
    Facing.BACK: "Back",
    Facing.LEFT: "Left side",
    Facing.RIGHT: "Right side",
    Facing.HEAD_FRONT: "Front",
    Facing.HEAD_BACK: "Back",
    Facing.HEAD_LEFT: "Left side",
    Facing.HEAD_RIGHT: "Right side",
    Facing.HEAD_TOP: "Crown",
    Facing.EARS: "Behind the ears",
    Facing.HEAD_UNDER: "Under the chin",
    Facing.HANDS_PALM: "Palms",
    Facing.HANDS_BACK: "Backs",
    Facing.FEET_TOP: "Tops",
    Facing.FEET_SOLE: "Soles",
    Facing.MOUTH: "Inside",
}
_ORDER = [facing for facings in PARTS.values() for facing in facings]


class ViewChooser(QWidget):
    """Two rows of tabs; the second shows the views of the part that is chosen in the first.

    Ctrl+Page Down and Ctrl+Page Up go to the next view and back. `chosen` tells the facing;
    `teeth_chosen`: the chart of the teeth is wanted. The second row is made by `add_views`.
    """

    chosen = Signal(object)
    teeth_chosen = Signal()

    def __init__(self, keys: QWidget) -> None:
        super().__init__()
        self._facing = Facing.FRONT
        self._is_teeth = False
        self._counts: Mapping[Facing, int] = {}
        self._parts: dict[Part, QPushButton] = {}
        self._views: dict[Facing, QPushButton] = {}
        self._rows: dict[Part, QWidget] = {}
        self._layout = column(self, Gap.TIGHT)
        self._add_parts()
        self._keys = keys

    def add_views(self) -> None:
        """Put the views below the parts, and show that the front is drawn."""
        for part, facings in PARTS.items():
            self._add_views(part, facings)
        for key, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(key), self._keys)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self._go(step))
        self.show_facing(Facing.FRONT)

    def show_facing(self, facing: Facing) -> None:
        """Show which view is drawn now."""
        self._facing = facing
        self._is_teeth = False
        self._parts[part_of(facing)].setChecked(True)
        self._views[facing].setChecked(True)
        for part, views in self._rows.items():
            views.setVisible(part is part_of(facing) and len(PARTS[part]) > 1)

    def show_teeth(self) -> None:
        """Show that the chart of the teeth is drawn now."""
        self._is_teeth = True
        self._teeth.setChecked(True)
        for views in self._rows.values():
            views.hide()

    def count_teeth(self, count: int) -> None:
        """Show on the tab of the teeth how many have a finding."""
        _tell(self._teeth, _("Teeth"), _("Teeth"), count)

    def show_counts(self, counts: Mapping[Facing, int]) -> None:
        """Show on each tab how many marks there are."""
        self._counts = counts
        for facing, tab in self._views.items():
            count = counts.get(facing, 0)
            _tell(tab, _(_SHORT_WORDS[facing]), _(FACING_WORDS[facing]), count)
        for part, tab in self._parts.items():
            count = sum(counts.get(facing, 0) for facing in PARTS[part])
            _tell(tab, _(PART_WORDS[part]), _(PART_WORDS[part]), count)

    def _add_parts(self) -> None:
        group = QButtonGroup(self)
        parts = FlowLayout(gap=Gap.TIGHT)
        for part, text in PART_WORDS.items():
            tab = button(_(text), "tab", f"part:{part}")
            tab.setCheckable(True)
            tab.clicked.connect(lambda _checked=False, one=part: self._on_part(one))
            group.addButton(tab)
            parts.addWidget(tab)
            self._parts[part] = tab
        self._teeth = button(_("Teeth"), "tab", "part:teeth")
        self._teeth.setCheckable(True)
        self._teeth.clicked.connect(self.teeth_chosen)
        group.addButton(self._teeth)
        parts.addWidget(self._teeth)
        self._layout.addLayout(parts)

    def _add_views(self, part: Part, facings: tuple[Facing, ...]) -> None:
        group = QButtonGroup(self)
        holder = QWidget()
        views = FlowLayout(holder, gap=Gap.TIGHT)
        for facing in facings:
            tab = button(_(_SHORT_WORDS[facing]), "tab", f"map:{facing}")
            tab.setCheckable(True)
            tab.clicked.connect(lambda _checked=False, one=facing: self.chosen.emit(one))
            group.addButton(tab)
            views.addWidget(tab)
            self._views[facing] = tab
        self._rows[part] = holder
        self._layout.addWidget(holder)

    def _on_part(self, part: Part) -> None:
        """Go to the first view of a part that has a mark, or to its first view."""
        if part is part_of(self._facing) and not self._is_teeth:
            return
        marked = [facing for facing in PARTS[part] if self._counts.get(facing)]
        self.chosen.emit((marked or PARTS[part])[0])

    def _go(self, step: int) -> None:
        at = _ORDER.index(self._facing)
        self.chosen.emit(_ORDER[(at + step) % len(_ORDER)])


def _tell(tab: QPushButton, text: str, name: str, count: int) -> None:
    shown = _("{view} ({count})")
    tab.setText(shown.format(view=text, count=count) if count else text)
    tab.setAccessibleName(shown.format(view=name, count=count) if count else name)
