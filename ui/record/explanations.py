"""What different people explained, side by side in time order: shown, not judged."""

from collections.abc import Sequence
from datetime import date, time

from PySide6.QtWidgets import QWidget

from sgdesk.domain.facts.kinds import Hearing, Saying
from sgdesk.domain.facts.words import moment_words
from sgdesk.text import _
from ui.kit.beside import Beside
from ui.kit.cards import Card, words
from ui.kit.layout import Gap, clear, column


class Explanations(Card):
    """Hidden while fewer than two explanations are recorded."""

    def __init__(self) -> None:
        super().__init__(
            _("Explanations, in the order in which they were given"),
            _("A difference is shown here and not judged."),
        )
        self.setObjectName("explanations")
        self._rows = column(gap=Gap.NORMAL)
        self.body.addLayout(self._rows)
        self._shown: tuple[tuple[str, str, str], ...] = ()
        self.hide()

    def show_sayings(self, sayings: Sequence[Saying]) -> None:
        """Show those that explain how something came about."""
        told = tuple(_told(one) for one in in_order(sayings))
        if told != self._shown:
            self._shown = told
            clear(self._rows)
            beside = Beside(18)
            for when, who, said in told:
                beside.add(_column(when, who, said))
            self._rows.addWidget(beside)
        self.setVisible(len(told) > 1)


def in_order(sayings: Sequence[Saying]) -> list[Saying]:
    """Return the explanations by the time at which they were heard; undated ones come last."""
    explaining = [one for one in sayings if one.is_explanation]
    return sorted(
        explaining, key=lambda one: (one.noticed_on or date.max, one.noticed_at or time.max)
    )


def _told(saying: Saying) -> tuple[str, str, str]:
    said = f"“{saying.words}”" if saying.words else saying.gist
    who = saying.speaker or _("Somebody")
    if saying.hearing is Hearing.TELEPHONE:
        who = _("{who}, by telephone").format(who=who)
    return moment_words(saying.noticed_on, saying.noticed_at), who, said


def _column(when: str, who: str, said: str) -> QWidget:
    together = QWidget()
    layout = column(together, Gap.TIGHT)
    layout.addWidget(words(when or _("No time given"), "column"))
    layout.addWidget(words(who, "strong"))
    layout.addWidget(words(said))
    layout.addStretch()
    return together
