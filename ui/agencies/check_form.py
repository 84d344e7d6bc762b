"""A check of one team's numbers: ring or look, say how, and see who checked them before."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sgdesk.bootstrap import Desk
from sgdesk.domain.agency import CHECK_METHOD_WORDS, Agency, AgencyCheck
from sgdesk.domain.flows.engine import Caret, Problem
from sgdesk.domain.freshness import age_words
from sgdesk.domain.unsaved import CheckDraft, check_draft_id, with_check
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import DraftId
from sgdesk.services.views import OpenDraft
from sgdesk.text import _, read_moment, read_short_date, to_london
from ui.agencies.agency_row import check_words
from ui.agencies.keeping_draft import saved_words
from ui.kit.binding import part_of
from ui.kit.cards import Card, Sentence, button, copyable, words
from ui.kit.choice_fields import options_of
from ui.kit.flow_layout import FlowLayout
from ui.kit.form import Form
from ui.kit.gradually import Gradually
from ui.kit.keeping import Keeping
from ui.kit.layout import Gap, clear, column
from ui.kit.rows import Rows
from ui.kit.said import say_in
from ui.kit.tasks import Runner
from ui.kit.theme import mark
from ui.kit.throwing_away import ask_to_throw_away

_FIELDS = ("checked_on", "checked_by", "checked_method", "source")


class CheckForm(QWidget):
    """`saved` carries the agency with its check; `left` when nothing was noted; `change_asked`
    carries the agency when a number is not right; `refused` what must come into sight, such as the
    field to put right. What is typed is kept as a draft; `opened` is one that was left."""

    saved = Signal(object)
    left = Signal()
    change_asked = Signal(object)
    refused = Signal(QWidget)

    def __init__(
        self,
        desk: Desk,
        runner: Runner,
        agency: Agency,
        opened: OpenDraft[CheckDraft] | None = None,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._runner = runner
        self._before = agency
        self._today = to_london(desk.clock.now()).date()
        self._proposed = msgspec.structs.replace(
            agency, checked_on=self._today, checked_on_typed="", checked_by=desk.user.name,
            checked_method=None, source="",
        )  # fmt: skip
        self._opened = opened
        typed = with_check(agency, opened.draft.agency) if opened else self._proposed
        self._draft = CheckDraft(agency=typed)
        self._layout = column(self, Gap.NORMAL)
        self._not_kept = column(gap=Gap.NONE)
        self._said = column(gap=Gap.NONE)
        self._layout.addLayout(self._not_kept)
        self._layout.addLayout(self._said)
        self._layout.addWidget(self._numbers())
        self._form = Form(part_of(self._draft, "agency"))
        self._keeping = Keeping(self, self._saving, runner, desk.clock)
        self._keeping.watch(self._form)
        self._saved = Sentence("")
        mark(self._saved, "hint")
        self._keeping.saved.connect(self._on_kept)
        self._keeping.failed.connect(lambda text: say_in(self._not_kept, text, "overdue"))
        self._layout.addWidget(self._form)
        self._ask_how()
        self._later = Gradually(self)
        self._later.add(self._ask_who, self._add_ways, self._begin_history)

    def start(self) -> None:
        """Show what is known, with the focus on how it was checked; the rest comes a moment
        later."""
        self._form.load()
        self._form.focus("checked_method")
        if opened := self._opened:
            self._on_kept(opened.saved_at)
            self._later.add(lambda: self._come_back(opened.caret))
        self._later.go_on()

    @property
    def draft_id(self) -> DraftId:
        """The id of the draft of what is typed here."""
        return check_draft_id(self._before.id)

    def keep(self, done: Callable[[], None]) -> None:
        """Save what was typed as a draft, and then call `done`; not if saving fails."""
        self._keeping.keep(done)

    def _saving(self, caret: Caret) -> Callable[[], object]:
        snapshot = msgspec.structs.replace(self._draft)
        return lambda: self._desk.unsaved.save_draft(snapshot, caret)

    def _on_kept(self, at: datetime) -> None:
        clear(self._not_kept)
        self._saved.setText(saved_words(at))

    def _come_back(self, caret: Caret) -> None:
        if (field := self._keeping.come_back(caret)) is not None:
            self.refused.emit(field)

    def _begin_history(self) -> None:
        agency_id = self._before.id
        self._runner.run(
            lambda: self._desk.agencies.checks(agency_id), self._show_history, self._on_failed, self
        )

    def _numbers(self) -> Card:
        agency = self._before
        card = Card(
            _("Check {agency}").format(agency=agency.name),
            _("Ring a published number, not one from an email, and ask whether these are right."),
        )
        card.add(words(age_words(agency.checked_on, self._today), "hint"))
        for title, text in (
            (_("Telephone"), agency.phone),
            (_("Its hours"), agency.hours),
            (_("Outside these hours"), agency.phone_out_of_hours),
            (_("Secure email"), agency.email),
            (_("Portal"), agency.portal),
            (_("Form goes to"), agency.form_address),
            (_("Address for post"), agency.address),
        ):
            if text:
                card.add(copyable(f"{title}: {text}"))
        return card

    def _ask_how(self) -> None:
        with self._form.card(_("How it was checked")) as self._card:
            methods = options_of(CHECK_METHOD_WORDS)
            self._form.choice("checked_method", _("&How did you check?"), methods, as_list=False)

    def _ask_who(self) -> None:
        form = self._form
        with form.more_of(self._card), form.beside():
            form.date("checked_on", _("&When"))
            form.line("checked_by", _("Who"))
            form.line("source", _("Where you looked, or whom you asked"))
        form.load_new()

    def _add_ways(self) -> None:
        place = QWidget()
        ways = FlowLayout(place, gap=Gap.SMALL)
        for name, role, text, act in (
            ("save-check", "primary", _("These are right"), self._on_save),
            ("change-checked", "", _("Something is not right"), self._on_change),
            ("leave-check", "link", _("Leave it unchecked"), self._on_leave),
        ):
            way = button(text, role, name)
            way.clicked.connect(act)
            ways.addWidget(way)
        ways.addWidget(self._saved)
        self._layout.addWidget(place)

    def _on_change(self) -> None:
        self.keep(lambda: self.change_asked.emit(self._before))

    def _on_leave(self) -> None:
        if self._draft.agency != self._proposed or self._form.wrong():
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
            self._on_failed,
        )

    def _on_save(self) -> None:
        agency, draft_id = self._draft.agency, self.draft_id
        problems = [Problem("", field, text) for field, text in self._form.wrong().items()]
        if agency.checked_method is None:
            problems.insert(0, Problem("", "checked_method", _("Say how you checked it.")))
        if agency.checked_on is None and not agency.checked_on_typed:
            problems.append(Problem("", "checked_on", _("Say when it was checked.")))
        self._form.show_problems(problems)
        if problems:
            self._go_to(problems[0].field)
            return
        self._keeping.put_away(
            lambda: self._desk.agencies.save(agency, draft_id), self.saved.emit, self._on_failed
        )

    def _go_to(self, field: str) -> None:
        if (widget := self._form.focus(field)) is not None:
            self.refused.emit(widget)

    def _on_failed(self, error: UserError | SituationError) -> None:
        if isinstance(error, UserError) and error.field in _FIELDS:
            self._form.show_problems([Problem("", error.field, error.text)])
            self._go_to(error.field)
            return
        say_in(self._said, error.text, "overdue")

    def _show_history(self, checks: Sequence[AgencyCheck]) -> None:
        card = Card(_("Earlier checks"), _("Only added to; none is changed or taken away."))
        if not checks:
            card.add(words(_("No check was noted yet."), "hint"))
        rows = Rows((_("Checked on"), _("By whom, and how"), _("Noted")), (2, 5, 3))
        rows.setVisible(bool(checks))
        card.add(rows)
        self._layout.addWidget(card)
        for check in checks:
            self._later.add(partial(_add_check, rows, check))
        self._later.go_on()


def _add_check(rows: Rows, check: AgencyCheck) -> None:
    rows.add_row(
        words(read_short_date(check.checked_on), "strong"),
        words(check_words(check.checked_by, check.method, check.source)),
        words(read_moment(check.noted_at), "hint"),
    )
