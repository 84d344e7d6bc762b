"""A form about one team: what is typed is kept as a draft, until it is put into the directory."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sgdesk.bootstrap import Desk
from sgdesk.domain.agency import Agency
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.unsaved import AgencyDraft, CheckDraft, id_of
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import DraftId
from sgdesk.services.views import OpenDraft
from sgdesk.text import _, read_time, to_london
from ui.kit.binding import part_of
from ui.kit.cards import Sentence
from ui.kit.form import Form
from ui.kit.gradually import Gradually
from ui.kit.keeping import Keeping
from ui.kit.layout import Gap, clear, column
from ui.kit.said import say_in
from ui.kit.tasks import Runner
from ui.kit.theme import mark
from ui.kit.throwing_away import ask_to_throw_away


class TeamForm(QWidget):
    """`saved` carries the team once it is in the directory; `left` when nothing is to be kept;
    `refused` what must come into sight, such as the field to put right.

    `untouched` is the team before anything was typed; `opened` is a draft that was left.
    """

    saved = Signal(object)
    left = Signal()
    refused = Signal(QWidget)

    def __init__(
        self,
        desk: Desk,
        runner: Runner,
        draft: AgencyDraft | CheckDraft,
        untouched: Agency,
        opened: OpenDraft[Any] | None,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._draft = draft
        self._untouched = untouched
        self._opened = opened
        self._form = Form(part_of(draft, "agency"))
        self._not_kept = column(gap=Gap.NONE)
        self._said = column(gap=Gap.NONE)
        self._saved = Sentence("")
        mark(self._saved, "hint")
        self._keeping = Keeping(self, self._saving, runner, desk.clock)
        self._keeping.watch(self._form)
        self._keeping.saved.connect(self._on_kept)
        self._keeping.failed.connect(lambda text: say_in(self._not_kept, text, "overdue"))
        self._later = Gradually(self)

    @property
    def draft_id(self) -> DraftId:
        """The id of the draft of what is typed here."""
        return id_of(self._draft)

    @property
    def is_touched(self) -> bool:
        """Say whether something was typed that is not in the directory yet."""
        return self._draft.agency != self._untouched or bool(self._form.wrong())

    def keep(self, done: Callable[[], None]) -> None:
        """Save what was typed as a draft, and then call `done`; not if saving fails."""
        self._keeping.keep(done)

    def _begin_at(self, field: str) -> None:
        """Show what is known, with the focus on a field, and then the rest; a draft that was left
        comes back with its caret."""
        self._form.load()
        self._form.focus(field)
        if opened := self._opened:
            self._on_kept(opened.saved_at)
            self._later.add(lambda: self._come_back(opened.caret))
        self._later.go_on()

    def _put_in(self) -> None:
        """Put the team into the directory."""
        agency, draft_id = self._draft.agency, self.draft_id
        self._keeping.put_away(
            lambda: self._desk.agencies.save(agency, draft_id), self.saved.emit, self._on_refused
        )

    def _on_refused(self, error: UserError | SituationError) -> None:
        say_in(self._said, error.text, "overdue")

    def _on_leave(self) -> None:
        if self.is_touched:
            self.refused.emit(ask_to_throw_away(self._said, self._throw_away))
        elif self._keeping.is_begun:
            self._throw_away()
        else:
            self.left.emit()

    def _throw_away(self) -> None:
        draft_id = self.draft_id
        self._keeping.put_away(
            lambda: self._desk.unsaved.drop_draft(draft_id),
            lambda _answer: self.left.emit(),
            self._on_refused,
        )

    def _saving(self, caret: Caret) -> Callable[[], object]:
        snapshot = msgspec.structs.replace(self._draft)
        return lambda: self._desk.unsaved.save_draft(snapshot, caret)

    def _on_kept(self, at: datetime) -> None:
        clear(self._not_kept)
        when = read_time(to_london(at).time())
        text = _("Saved {when}. It is not in the directory yet.")
        self._saved.setText(text.format(when=when))

    def _come_back(self, caret: Caret) -> None:
        if (field := self._keeping.come_back(caret)) is not None:
            self.refused.emit(field)
