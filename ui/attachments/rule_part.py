"""Whether this practice keeps photos and other files: off, until a lead says by which policy."""

from collections.abc import Callable, Sequence
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.bootstrap import Desk
from sgdesk.domain.attachment import AttachmentRule, RuleDraft, rule_problems
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.unsaved import RULE_ID
from sgdesk.services.views import OpenDraft
from sgdesk.text import _, read_moment
from ui.kit.binding import DraftHolder
from ui.kit.cards import Card, Notice, button, tag, words
from ui.kit.draft_foot import DraftFoot
from ui.kit.form import Form
from ui.kit.keeping import Keeping
from ui.kit.layout import Gap, clear, column
from ui.kit.tasks import Runner


class RulePart(QWidget):
    """`said` carries a sentence about what was done, `failed` one of our errors, `sought` what
    should come into sight. What is typed is kept until it is decided."""

    said = Signal(str)
    failed = Signal(object)
    sought = Signal(object)

    def __init__(self, desk: Desk, runner: Runner) -> None:
        super().__init__()
        self._desk = desk
        self._runner = runner
        self._place: QVBoxLayout = column(self, Gap.NORMAL)
        self._keeping: Keeping | None = None

    def read(self) -> None:
        """Read anew whether files are kept, unless something is typed."""
        if self._keeping is None or not self._keeping.is_begun:
            self._read_anew()

    def keep(self, done: Callable[[], None]) -> None:
        """Save what was typed as a draft, and then call `done`; not if saving fails."""
        if self._keeping is None:
            done()
        else:
            self._keeping.keep(done)

    def show_caret(self) -> None:
        """Put the caret where it was when the draft was saved."""
        if self._keeping is not None and (field := self._keeping.show_caret()) is not None:
            self.sought.emit(field)

    def _read_anew(self) -> None:
        desk = self._desk
        self._runner.run(
            lambda: (desk.attachments.rule(), desk.unsaved.begun("files-rule")),
            lambda read: self._show(*read),
            self.failed.emit,
            self,
        )

    def _show(self, rule: AttachmentRule, begun: Sequence[OpenDraft[RuleDraft]] = ()) -> None:
        if self._keeping is not None and self._keeping.is_begun:
            return  # typed while it was being read
        clear(self._place)
        self._place.addWidget(self._state(rule))
        opened = next((one for one in begun if one.draft.allowed is not rule.allowed), None)
        self._draft = opened.draft if opened else RuleDraft(allowed=not rule.allowed)
        self._form = Form(DraftHolder(self._draft), "files")
        self._keeping = self._keeping_of(self._form)
        title = _("Switch files off") if rule.allowed else _("Switch files on")
        with self._form.card(title) as card:
            if not rule.allowed:
                hint = _("Its name and version; it says who may take photos, and with what.")
                self._form.line("policy", _("The practice’s own &policy on photos and files"), hint)
            self._form.long_text("because", _("&Why"), _("It stays in the log."), rows=2)
            press = button(title, "primary", "decide-files")
            press.clicked.connect(self._on_decide)
            self._foot.add(press)
            card.add(self._foot)
        self._form.load()
        self._place.addWidget(self._form)
        if opened:
            self._foot.show_saved(opened.saved_at)
            self._keeping.come_back(opened.caret)
            self.show_caret()

    def _keeping_of(self, form: Form) -> Keeping:
        keeping = Keeping(form, self._saving, self._runner, self._desk.clock)
        keeping.watch(form)
        self._foot = DraftFoot("drop-files-rule")
        self._foot.drop_asked.connect(self._on_drop)
        keeping.saved.connect(self._foot.show_saved)
        keeping.failed.connect(self._foot.show_not_saved)
        return keeping

    def _saving(self, caret: Caret) -> Callable[[], object]:
        snapshot = replace(self._draft)
        return lambda: self._desk.unsaved.save_draft(snapshot, caret)

    def _on_drop(self) -> None:
        self._put_away(
            lambda: self._desk.unsaved.drop_draft(RULE_ID), lambda _answer: self._read_anew()
        )

    def _put_away(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        if self._keeping is not None:
            self._keeping.put_away(work, done, self.failed.emit)

    def _state(self, rule: AttachmentRule) -> Card:
        card = Card(_("Photos, scans and letters with a concern"))
        card.add_to_title(tag(_("On"), "ok") if rule.allowed else tag(_("Off"), "quiet"))
        if rule.decided_at is not None:
            since = _("Since {when}. Why: {why}")
            card.add(words(since.format(when=read_moment(rule.decided_at), why=rule.because)))
        if rule.allowed:
            card.add(words(_("By this policy: {policy}").format(policy=rule.policy)))
        else:
            card.add(words(_("Nobody can add a file. Files that are kept already stay.")))
        card.add(
            Notice(
                _(
                    "Words and the body map come first. Nobody is undressed for a photo. Use a"
                    " device of the practice, never a private telephone, and delete the photo from"
                    " it once it is kept here. The police and paediatricians often prefer to take"
                    " photos themselves: ask them."
                )
            )
        )
        return card

    def _on_decide(self) -> None:
        draft = replace(self._draft)
        problems = [replace(one, field=f"files.{one.field}") for one in rule_problems(draft)]
        self._form.show_problems(problems)
        if problems:
            self._form.focus(problems[0].field)
            return
        self._put_away(lambda: self._desk.attachments.decide_rule(draft), self._on_decided)

    def _on_decided(self, rule: AttachmentRule) -> None:
        self.said.emit(
            _("Files can be added to a concern from now on.")
            if rule.allowed
            else _("No more files are added from now on.")
        )
        self._show(rule)
