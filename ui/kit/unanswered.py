"""Why a field holds no words: not known, not asked and none are three different answers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton

from sgdesk.domain.answers import UNANSWERED_WORDS, Unanswered
from sgdesk.text import _
from ui.kit.theme import mark, set_state


class UnansweredButton(QToolButton):
    """A small menu above a field. While a reason is chosen, the field waits behind it.

    Tab comes either to the field or to the reason chosen for it: one stop for each question. From
    the field, F2 opens the menu.
    """

    chosen = Signal(object)

    def __init__(self, field: str) -> None:
        super().__init__()
        self.setObjectName(f"{field}:unanswered")
        mark(self, "unanswered")
        self._reason: Unanswered | None = None
        self.setToolTip(_("Not known, not asked, or none (F2)"))
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self.ask)
        self.show_reason(None)

    def show_reason(self, reason: object) -> None:
        """Show the reason for no answer, or with None that one may be given."""
        self._reason = known = reason if isinstance(reason, Unanswered) else None
        self.setText(_("No answer") if known is None else _(UNANSWERED_WORDS[known]))
        set_state(self, "chosen", "false" if known is None else "true")
        policies = Qt.FocusPolicy
        self.setFocusPolicy(policies.ClickFocus if known is None else policies.StrongFocus)

    def offer(self, is_empty: bool) -> None:
        """Offer a reason only while there is no answer; one that was chosen stays in sight."""
        wanted = is_empty or self._reason is not None
        if self.isHidden() == wanted:
            self.setVisible(wanted)

    def ask(self) -> None:
        """Open the menu."""
        # Made when it is wanted: a page has many of these buttons, and few are ever pressed.
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for reason in Unanswered:
            self._add(menu, _(UNANSWERED_WORDS[reason]), reason)
        menu.addSeparator()
        self._add(menu, _("Give an answer"), None).setEnabled(self._reason is not None)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _add(self, menu: QMenu, text: str, reason: Unanswered | None) -> QAction:
        action = menu.addAction(text)
        action.triggered.connect(lambda: self.chosen.emit(reason))
        return action
