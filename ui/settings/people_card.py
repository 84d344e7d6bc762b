"""Who has a passphrase at this desk."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from sgdesk.bootstrap import Desk
from sgdesk.domain.practice import ROLE_WORDS, User
from sgdesk.text import _
from ui.kit.cards import Card, words
from ui.kit.layout import Gap, clear, column
from ui.kit.rows import Rows
from ui.kit.tasks import Runner


class PeopleCard(Card):
    """`said` and `failed` are there as in the other parts; names are read only."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Desk, runner: Runner) -> None:
        super().__init__(_("Who can unlock this desk"))
        self._desk = desk
        self._runner = runner
        self._place = column(gap=Gap.NORMAL)
        self.body.addLayout(self._place)
        text = _("A lost passphrase is replaced on the lock page, with the recovery sheet.")
        self.add(words(text, "hint"))

    def read(self) -> None:
        """Read the names anew."""
        self._runner.run(self._desk.setup.users, self._on_read, self.failed.emit, self)

    def _on_read(self, users: Sequence[User]) -> None:
        clear(self._place)
        titles = [_("Name"), _("Role"), _("Profession"), _("Registration")]
        rows = Rows(titles, (1, 1, 1, 1))
        for user in users:
            rows.add_row(
                words(user.name, "label"),
                words(_(ROLE_WORDS[user.role])),
                words(user.profession or "–"),
                words(user.registration or "–"),
            )
        self._place.addWidget(rows)
