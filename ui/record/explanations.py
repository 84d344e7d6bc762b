"""What different people explained, side by side in time order: shown, not judged."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from sgdesk.domain.facts.accounts import Account, Explained, explained
from sgdesk.domain.facts.kinds import Injury, Saying
from sgdesk.text import _
from ui.kit.beside import Beside
from ui.kit.cards import Card, button, words
from ui.kit.gradually import Gradually
from ui.kit.layout import Gap, clear, column

_LEFT = Qt.AlignmentFlag.AlignLeft


class Explanations(Card):
    """Hidden while fewer than two explanations are recorded.

    `compared` carries the words of a comparison that is to be kept as context.
    """

    compared = Signal(str)

    def __init__(self) -> None:
        super().__init__(
            _("Explanations, in the order in which they were given"),
            _("A difference is shown here and not judged."),
        )
        self.setObjectName("explanations")
        self._rows = column(gap=Gap.NORMAL)
        self.body.addLayout(self._rows)
        self._shown: tuple[object, ...] = ()
        self._later = Gradually(self)
        self.hide()

    def show_sayings(
        self,
        sayings: Sequence[Saying],
        kept: frozenset[str] = frozenset(),
        marks: Sequence[Injury] = (),
    ) -> None:
        """Show those that explain how something came about; `kept` are comparisons in the record
        already."""
        told = explained(sayings, marks)
        if (told, kept) != self._shown:
            self._shown = told, kept
            clear(self._rows)
            self._later.replace(
                part for at, one in enumerate(told) for part in self._parts(at, one, kept)
            )
            self._later.go_on()
        self.setVisible(sum(len(one.accounts) for one in told) > 1)

    def _parts(
        self, number: int, one: Explained, kept: frozenset[str]
    ) -> Iterator[Callable[[], None]]:
        beside = Beside(18)
        yield lambda: self._begin(one, beside)
        for account in one.accounts:
            yield partial(_add_column, beside, account)
        yield lambda: self._end(number, one, one.comparison in kept)

    def _begin(self, one: Explained, beside: Beside) -> None:
        if one.what:
            self._rows.addWidget(words(_("About: {what}").format(what=one.what), "title"))
        self._rows.addWidget(beside)

    def _end(self, number: int, one: Explained, is_kept: bool) -> None:
        for remark in one.remarks:
            self._rows.addWidget(words(remark, "strong"))
        if len(one.accounts) < 2:
            return
        if is_kept:
            self._rows.addWidget(words(_("This comparison is in the context."), "hint"))
            return
        keep = button(_("Keep this comparison as context"), "link-small", f"compare-{number}")
        keep.clicked.connect(lambda: self.compared.emit(one.comparison))
        self._rows.addWidget(keep, 0, _LEFT)


def _add_column(beside: Beside, account: Account) -> None:
    beside.add(_column(account))


def _column(account: Account) -> QWidget:
    together = QWidget()
    layout = column(together, Gap.TIGHT)
    layout.addWidget(words(account.when or _("No time given"), "column"))
    layout.addWidget(words(account.who, "strong"))
    if account.count > 1:
        layout.addWidget(
            words(
                _("Account {number} of {count} by this person").format(
                    number=account.number, count=account.count
                ),
                "hint",
            )
        )
    layout.addWidget(words(account.said))
    if account.event:
        layout.addWidget(
            words(_("Said to have happened {when}").format(when=account.event), "hint")
        )
    layout.addStretch()
    return together
