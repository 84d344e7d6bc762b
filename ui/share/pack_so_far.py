"""What goes so far, as a number and a bar, beside the list of facts."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar

from sgdesk.domain.facts.kinds import Fact
from sgdesk.domain.sharing.decision import Choice
from sgdesk.ids import FactId
from sgdesk.text import _
from ui.kit.cards import Card, words
from ui.kit.layout import Gap, row


class PackSoFar(Card):
    """How many facts go, and where the others are."""

    def __init__(self) -> None:
        super().__init__(_("The pack so far"))
        line = row(gap=Gap.SMALL)
        self._count = words("", "large")
        self._count.setWordWrap(False)
        line.addWidget(self._count)
        self._of = words("")
        line.addWidget(self._of, 1, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(line)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setObjectName("pack-so-far")
        self.add(self._bar)
        self._rest = words("", "hint")
        self.add(self._rest)

    def show_choices(self, facts: Sequence[Fact], choices: Mapping[FactId, Choice]) -> None:
        """Count what goes and what stays."""
        go = sum(1 for fact in facts if fact.id in choices and choices[fact.id].goes)
        stay = len(facts) - go
        self._count.setText(str(go))
        self._of.setText(_("of {count} facts go").format(count=len(facts)))
        self._bar.setRange(0, max(len(facts), 1))
        # Painted with the rest, and not at once and by itself.
        self._bar.setUpdatesEnabled(False)
        self._bar.setValue(go)
        self._bar.setUpdatesEnabled(True)
        self._bar.setAccessibleName(_("{go} of {count} facts go").format(go=go, count=len(facts)))
        self._rest.setText(
            _("{stay} stay in the practice record. The reason for each is kept in the disclosure"
              " record.").format(stay=stay)
        )  # fmt: skip
