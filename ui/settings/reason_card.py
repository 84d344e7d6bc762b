"""A card that asks why before something is done; what is typed is kept until it is done."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Signal

from sgdesk.bootstrap import Desk
from sgdesk.domain.flows.engine import Caret, Problem
from sgdesk.domain.unsaved import ReasonDraft, id_of
from sgdesk.ids import DraftId
from sgdesk.services.views import OpenDraft
from sgdesk.text import _
from ui.kit.binding import DraftHolder
from ui.kit.cards import Card, button
from ui.kit.draft_foot import DraftFoot
from ui.kit.form import Form
from ui.kit.keeping import Keeping
from ui.kit.tasks import Runner


class ReasonCard(Card):
    """`dropped` when what was typed was thrown away; `failed` carries one of our errors, and
    `sought` what should come into sight.

    `act` returns what is done for the reason, run on the worker, and `acted` is called with its
    answer. `opened` is a reason that was left.
    """

    dropped = Signal()
    failed = Signal(object)
    sought = Signal(object)

    def __init__(
        self,
        title: str,
        hint: str,
        draft: ReasonDraft,
        act: Callable[[str], Callable[[], Any]],
        acted: Callable[[Any], None],
        *,
        desk: Desk,
        runner: Runner,
        opened: OpenDraft[ReasonDraft] | None = None,
        do: str = "",
    ) -> None:
        super().__init__(title, hint)
        self._desk = desk
        self._act, self._acted = act, acted
        self._opened = opened
        self._reason = replace(draft, because=opened.draft.because if opened else "")
        self._form = Form(DraftHolder(self._reason), "guidance")
        self._form.long_text("because", _("&Why"), _("It stays in the log."), rows=2)
        self.add(self._form)
        self._foot = DraftFoot("drop-reason")
        self._foot.drop_asked.connect(self._on_drop)
        press = button(do or title, "primary", "guidance-decide")
        press.clicked.connect(self._on_press)
        self._foot.add(press)
        self.add(self._foot)
        self._form.load()
        self._keeping = Keeping(self._form, self._saving, runner, desk.clock)
        self._keeping.watch(self._form)
        self._keeping.saved.connect(self._foot.show_saved)
        self._keeping.failed.connect(self._foot.show_not_saved)

    @property
    def draft_id(self) -> DraftId:
        """The id of the draft of this reason."""
        return id_of(self._reason)

    @property
    def is_begun(self) -> bool:
        """Whether something is typed that was not done yet."""
        return self._keeping.is_begun

    @property
    def is_left(self) -> bool:
        """Whether this reason was begun before and left."""
        return self._opened is not None

    def begin(self) -> None:
        """Put the caret into the reason, where it was if it was left."""
        if self._opened is not None:
            self._foot.show_saved(self._opened.saved_at)
            self._keeping.come_back(self._opened.caret)
            self._opened = None  # typed here from now on
        if not self.show_caret():
            self._form.focus("guidance.because")

    def show_caret(self) -> bool:
        """Put the caret where it was when the draft was saved; say no where there is none."""
        field = self._keeping.show_caret()
        if field is not None:
            self.sought.emit(field)
        return field is not None

    def keep(self, done: Callable[[], None]) -> None:
        """Save what was typed as a draft, and then call `done`; not if saving fails."""
        self._keeping.keep(done)

    def rest(self) -> None:
        """Keep nothing more before something is typed anew."""
        self._keeping.rest()

    def _saving(self, caret: Caret) -> Callable[[], object]:
        snapshot = replace(self._reason)
        return lambda: self._desk.unsaved.save_draft(snapshot, caret)

    def _on_drop(self) -> None:
        draft_id = self.draft_id
        self._keeping.put_away(
            lambda: self._desk.unsaved.drop_draft(draft_id),
            lambda _answer: self.dropped.emit(),
            self.failed.emit,
        )

    def _on_press(self) -> None:
        if why := self._reason.because.strip():
            self._keeping.put_away(self._act(why), self._acted, self.failed.emit)
            return
        self._form.show_problems([Problem("guidance", "guidance.because", _("Say why."))])
        self._form.focus("guidance.because")
