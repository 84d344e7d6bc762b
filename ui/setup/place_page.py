"""Where the records live: a folder, and what is to be known about it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from sgdesk.domain.flows.setup import SetupDraft
from sgdesk.text import _
from ui.kit.ask import Asker
from ui.kit.binding import DraftHolder
from ui.kit.cards import Notice, button, words
from ui.kit.form import Form
from ui.kit.step_page import StepPage
from ui.kit.tasks import Runner


class PlacePage(StepPage):
    """`place_concern` says on the worker what is to be known about a folder; empty: nothing."""

    def __init__(
        self,
        draft: SetupDraft,
        runner: Runner,
        asker: Asker,
        place_concern: Callable[[Path], str],
    ) -> None:
        super().__init__(_("On this PC, where backups of the whole PC can reach it."))
        self._draft = draft
        self._runner = runner
        self._asker = asker
        self._place_concern = place_concern
        self._form = Form(DraftHolder(draft))
        with self._form.card() as card:
            self._form.line("folder", _("&Folder for the records"))
            choose = button(_("Choose another folder"), name="choose-folder")
            choose.clicked.connect(self._on_choose)
            card.body.addWidget(choose, 0, Qt.AlignmentFlag.AlignLeft)
            self._concern = Notice("", kind="due")
            self._concern.setObjectName("place-concern")
            card.add(self._concern)
            self._form.tick("place_accepted", _("I know what this means, and keep them here"))
        with self._form.card(_("What to avoid")) as avoid:
            for text in _advice():
                avoid.add(words(text))
        self._form.only_if(lambda: bool(draft.place_concern), self._concern, "place_accepted")
        self._form.left.connect(self._look)
        self.add_form(self._form)

    def load(self) -> None:
        """Show the folder, and look at it."""
        super().load()
        self._look()

    def _on_choose(self) -> None:
        folder = self._asker.choose_folder(_("Where the records live"))
        if folder is not None:
            self._draft.folder = str(folder / "SG Desk")
            self.load()

    def _look(self) -> None:
        folder = self._draft.folder.strip()
        self._runner.run(
            lambda: self._place_concern(Path(folder)) if folder else "", self._on_looked, owner=self
        )

    def _on_looked(self, concern: str) -> None:
        if concern != self._draft.place_concern:
            self._draft.place_concern = concern
            self._draft.place_accepted = False
        self._concern.set_text(concern)
        self._form.load()


def _advice() -> tuple[str, ...]:
    return (
        _("A network drive: a break in the network can damage records while they are written."),
        _("A folder that is copied to other computers, such as OneDrive: it spreads the records."),
        _("A disk that can be pulled out. Keep backups on it, not the records themselves."),
    )
