"""One team of the directory, being added or changed."""

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sgdesk.bootstrap import Desk
from sgdesk.domain.agency import ROUTE_WORDS, Agency
from sgdesk.domain.flows.engine import Problem
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import AgencyId
from sgdesk.text import _, to_london
from ui.kit.binding import part_of
from ui.kit.cards import Notice, button
from ui.kit.choice_fields import options_of
from ui.kit.form import Form
from ui.kit.layout import Gap, clear, column, row
from ui.kit.problem_summary import ProblemSummary
from ui.kit.tasks import Runner

_LONGEST_RULE_HOURS, _LONGEST_RULE_DAYS = 744, 60


class AgencyDraft(msgspec.Struct):
    """A team while it is being changed."""

    agency: Agency


class AgencyEditor(QWidget):
    """`saved` carries the agency once it is in the directory; `left` when nothing was changed;
    `refused` the field that must be put right first, which has the focus."""

    saved = Signal(object)
    left = Signal()
    refused = Signal(QWidget)

    def __init__(self, desk: Desk, runner: Runner, agency: Agency | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._runner = runner
        self._draft = AgencyDraft(agency or Agency(id=AgencyId(""), nation=desk.guidance.nation))
        layout = column(self, Gap.NORMAL)
        self._form = self._new_form()
        self._summary = ProblemSummary()
        self._summary.chosen.connect(self._go_to)
        layout.addWidget(self._summary)
        self._said = column(gap=Gap.NONE)
        layout.addLayout(self._said)
        layout.addWidget(self._form)
        layout.addLayout(self._buttons())

    def start(self) -> None:
        """Show what is known, with the focus on the name."""
        self._form.load()
        self._form.focus("name")

    def _new_form(self) -> Form:
        form = Form(part_of(self._draft, "agency"))
        with form.card(_("The team")):
            form.line("name", _("&Name of the team"))
            with form.beside():
                kinds = [(kind.id, kind.title) for kind in self._desk.recipients]
                form.choice("kind", _("&Kind"), kinds, as_list=True)
                form.line("area", _("&Area or authority"))
        with form.card(_("How to reach it")):
            with form.beside():
                form.line("phone", _("&Telephone"), _("In its hours."))
                form.line("hours", _("Its h&ours"), _("Such as Mon-Fri 08:30-17:00, or 24 hours."))
                form.line(
                    "phone_out_of_hours",
                    _("Telephone &outside these hours"),
                    _("Evenings, weekends."),
                )
            with form.beside():
                form.line("email", _("Secure &email"))
                form.line("portal", _("&Portal or web form"))
            form.ticks("channels", _("What it accepts"), options_of(ROUTE_WORDS))
            form.choice("preferred", _("What it pre&fers"), options_of(ROUTE_WORDS), as_list=True)
        self._add_rules(form)
        return form

    def _add_rules(self, form: Form) -> None:
        with form.card(_("Its local rules"), _("Leave empty what you do not know.")):
            with form.beside():
                form.number(
                    "written_hours", _("Confirm a call in &writing within"), unit=_("hours"),
                    most=_LONGEST_RULE_HOURS,
                )  # fmt: skip
                form.number(
                    "acknowledge_days", _("They ac&knowledge within"), unit=_("working days"),
                    most=_LONGEST_RULE_DAYS,
                )  # fmt: skip
            form.long_text("note", _("Anything else to know"), rows=2)
        with form.card(_("Checked")), form.beside():
            form.date("checked_on", _("Numbers checked on"))
            form.line("checked_by", _("Checked by"))
            form.line("source", _("Where you looked"))

    def _buttons(self) -> QHBoxLayout:
        ways = row(gap=Gap.SMALL)
        today = button(_("I checked it today"), name="checked-today")
        today.clicked.connect(self._on_checked_today)
        ways.addWidget(today)
        ways.addStretch()
        leave = button(_("Leave it as it was"), "link", "leave-agency")
        leave.clicked.connect(self.left)
        ways.addWidget(leave)
        save = button(_("Save the agency"), "primary", "save-agency")
        save.clicked.connect(self._on_save)
        ways.addWidget(save)
        return ways

    def _on_checked_today(self) -> None:
        today = to_london(self._desk.clock.now()).date()
        self._draft.agency = msgspec.structs.replace(
            self._draft.agency,
            checked_on=today,
            checked_on_typed="",
            checked_by=self._desk.user.name,
        )
        self._form.load()

    def _on_save(self) -> None:
        clear(self._said)
        typed = [Problem("", field, text) for field, text in self._form.wrong().items()]
        self._show_problems(typed)
        if not typed:
            agency = self._draft.agency
            self._runner.run(
                lambda: self._desk.agencies.save(agency), self.saved.emit, self._on_refused, self
            )

    def _on_refused(self, error: UserError | SituationError) -> None:
        if isinstance(error, UserError) and error.field:
            self._show_problems([Problem("", error.field, error.text)])
        else:
            self._said.addWidget(Notice(error.text, kind="overdue"))

    def _show_problems(self, problems: list[Problem]) -> None:
        self._form.show_problems(problems)
        self._summary.show_problems(problems)
        if problems:
            self._go_to(problems[0])

    def _go_to(self, problem: Problem) -> None:
        if (field := self._form.focus(problem.field)) is not None:
            self.refused.emit(field)
