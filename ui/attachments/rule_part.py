"""Whether this practice keeps photos and other files: off, until a lead says by which policy."""

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.bootstrap import Desk
from sgdesk.domain.attachment import AttachmentRule, RuleDraft, rule_problems
from sgdesk.text import _, read_moment
from ui.kit.binding import DraftHolder
from ui.kit.cards import Card, Notice, button, tag, words
from ui.kit.form import Form
from ui.kit.layout import Gap, clear, column
from ui.kit.tasks import Runner


class RulePart(QWidget):
    """`said` carries a sentence about what was done, `failed` one of our errors."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Desk, runner: Runner) -> None:
        super().__init__()
        self._desk = desk
        self._runner = runner
        self._place: QVBoxLayout = column(self, Gap.NORMAL)

    def read(self) -> None:
        """Read anew whether files are kept."""
        self._runner.run(self._desk.attachments.rule, self._show, self.failed.emit, self)

    def _show(self, rule: AttachmentRule) -> None:
        clear(self._place)
        self._place.addWidget(self._state(rule))
        self._draft = RuleDraft(allowed=not rule.allowed)
        self._form = Form(DraftHolder(self._draft), "files")
        title = _("Switch files off") if rule.allowed else _("Switch files on")
        with self._form.card(title) as card:
            if not rule.allowed:
                hint = _("Its name and version; it says who may take photos, and with what.")
                self._form.line("policy", _("The practice’s own &policy on photos and files"), hint)
            self._form.long_text("because", _("&Why"), _("It stays in the log."), rows=2)
            press = button(title, "primary", "decide-files")
            press.clicked.connect(self._on_decide)
            card.body.addWidget(press, 0, Qt.AlignmentFlag.AlignRight)
        self._form.load()
        self._place.addWidget(self._form)

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
        draft = self._draft
        problems = [replace(one, field=f"files.{one.field}") for one in rule_problems(draft)]
        self._form.show_problems(problems)
        if problems:
            self._form.focus(problems[0].field)
            return
        self._runner.run(
            lambda: self._desk.attachments.decide_rule(draft), self._on_decided,
            self.failed.emit, self,
        )  # fmt: skip

    def _on_decided(self, rule: AttachmentRule) -> None:
        self.said.emit(
            _("Files can be added to a concern from now on.")
            if rule.allowed
            else _("No more files are added from now on.")
        )
        self._show(rule)
