"""Tab goes as the eye does: through a part of the window in the order in which it was put together.

Qt goes in the order in which widgets were made, which is wrong for pages that are made when they
are first shown, and for items that are added to a page.
"""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget


def go_on_by_tab(part: QWidget, forward: bool) -> bool:
    """Move the focus to the next or previous place within a part that is in sight; False if there
    is no other."""
    if not part.isVisible():
        return False
    places = list(_places(part))
    here = part.focusWidget()
    if not places:
        return False
    at = places.index(here) if here in places else (-1 if forward else 0)
    following = places[(at + (1 if forward else -1)) % len(places)]
    _show_around(following)
    reasons = Qt.FocusReason
    following.setFocus(reasons.TabFocusReason if forward else reasons.BacktabFocusReason)
    return following is not here


def focus_on(widget: QWidget) -> QWidget | None:
    """Give the focus to a widget, or to the first place within it; return what took it, or None
    where nothing can."""
    target: QWidget | None = widget.focusProxy() or widget
    if target is None or not _can_take(target):
        target = next(_places(widget), None)
    if target is not None:
        target.setFocus(Qt.FocusReason.OtherFocusReason)
    return target


def _can_take(widget: QWidget) -> bool:
    if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isEnabled():
        return False
    if any(_is_put_away(one) for one in _around(widget)[:-1] if not _is_in_a_stack(one)):
        return False
    _show_around(widget)
    return True


def _show_around(widget: QWidget) -> None:
    # What comes into a layout on the screen is shown by Qt itself, but only in the next turn: until
    # then it could not take the focus.
    for parent, one in pairwise(reversed(_around(widget))):
        if one.isHidden() and parent.isVisible() and not _is_in_a_stack(one):
            one.show()


def _around(widget: QWidget) -> list[QWidget]:
    around = [widget]
    while (parent := around[-1].parentWidget()) is not None and not around[-1].isWindow():
        around.append(parent)
    return around


def _is_put_away(widget: QWidget) -> bool:
    told = widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    return told and widget.isHidden()


def _is_in_a_stack(widget: QWidget) -> bool:
    # A page that will come to the front has its focus put back before.
    return isinstance(widget.parentWidget(), QStackedWidget)


def _places(part: QWidget) -> Iterator[QWidget]:
    # Never children(): it would make short-lived names for layouts, whose items Python then
    # takes for gone.
    for child in part.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if not _is_put_away(child) and not child.isWindow():
            if child.isEnabled() and child.focusProxy() is None and _takes_tab(child):
                yield child
            yield from _places(child)


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
