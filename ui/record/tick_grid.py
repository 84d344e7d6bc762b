"""Boxes to tick for many options, beside each other as far as there is room."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.kit.binding import Binding
from ui.kit.choice_fields import Options
from ui.kit.flow_layout import FlowLayout
from ui.kit.layout import Gap


class TickGrid(QWidget):
    """Boxes of one width, so that they stand in columns."""

    changed = Signal()

    def __init__(self, options: Options) -> None:
        super().__init__()
        layout = FlowLayout(self, Gap.SMALL)
        self.boxes: list[tuple[object, QCheckBox]] = []
        for value, text in options:
            box = QCheckBox(text.replace("&", "&&"))
            box.toggled.connect(self.changed)
            layout.addWidget(box)
            self.boxes.append((value, box))
        widest = max((box.sizeHint().width() for _value, box in self.boxes), default=0)
        for _value, box in self.boxes:
            box.setMinimumWidth(widest)
        if self.boxes:
            self.setFocusProxy(self.boxes[0][1])

    def name(self, name: str, label: str) -> None:
        """Name every box after the question that it answers, and read it out with it."""
        for value, box in self.boxes:
            box.setObjectName(f"{name}={value}")
            box.setAccessibleName(f"{label}: {box.text().replace('&&', '&')}")


def tick_grid_binding(field: str, options: Options) -> Binding:
    """Return a field that holds a tuple of the options' values, in the order of the options."""
    grid = TickGrid(options)

    def fill(values: Sequence[object]) -> None:
        for value, box in grid.boxes:
            box.setChecked(value in values)

    return Binding(
        widget=grid,
        field=field,
        read=lambda: tuple(value for value, box in grid.boxes if box.isChecked()),
        fill=fill,
        changed=grid.changed,
        left=grid.changed,
        naming=grid.name,
    )
