"""Problems in the order in which their fields stand on the page."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from sgdesk.domain.flows.engine import Problem


def in_page_order(part: QWidget, problems: Sequence[Problem]) -> list[Problem]:
    """Return the problems as their fields follow each other in a part of the window.

    Those whose field is not there come last, in the order they had.
    """
    if len(problems) < 2:
        return list(problems)
    wanted = {problem.field for problem in problems}
    order: dict[str, int] = {}
    for number, widget in enumerate(part.findChildren(QWidget)):
        name = widget.objectName()
        if name in wanted:
            order.setdefault(name, number)
    last = len(order) and max(order.values()) + 1
    return sorted(problems, key=lambda problem: order.get(problem.field, last))
