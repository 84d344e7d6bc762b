"""Tab goes as the eye does: through a part of the window in the order in which it was put together.

Qt goes in the order in which widgets were made, which is wrong for pages that are made when they
are first shown, and for items that are added to a page.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def go_on_by_tab(part: QWidget, forward: bool) -> bool:
    """Move the focus to the next or previous place within a part; False if there is no other."""
    places = list(_places(part))
    here = part.focusWidget()
    if not places:
        return False
    at = places.index(here) if here in places else (-1 if forward else 0)
    following = places[(at + (1 if forward else -1)) % len(places)]
    reasons = Qt.FocusReason
    following.setFocus(reasons.TabFocusReason if forward else reasons.BacktabFocusReason)
    return following is not here


def _places(part: QWidget) -> Iterator[QWidget]:
    # Never children(): it would make short-lived names for layouts, whose items Python then
    # takes for gone.
    for child in part.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if not child.isHidden() and not child.isWindow():
            if child.isEnabled() and child.focusProxy() is None and _takes_tab(child):
                yield child
            yield from _places(child)


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
