"""A check of one team's numbers: ring or look, say how, and see who checked them before."""

from collections.abc import Sequence
from functools import partial

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sgdesk.bootstrap import Desk
from sgdesk.domain.agency import CHECK_METHOD_WORDS, Agency, AgencyCheck
from sgdesk.domain.flows.engine import Problem
from sgdesk.domain.freshness import age_words
from sgdesk.domain.unsaved import CheckDraft, with_check
from sgdesk.errors import SituationError, UserError
from sgdesk.services.views import OpenDraft
from sgdesk.text import _, read_moment, read_short_date, to_london
from ui.agencies.agency_row import check_words
from ui.agencies.team_form import TeamForm
from ui.kit.cards import Card, button, copyable, words
from ui.kit.choice_fields import options_of
from ui.kit.flow_layout import FlowLayout
from ui.kit.layout import Gap, column
from ui.kit.rows import Rows
from ui.kit.tasks import Runner

_FIELDS = ("checked_on", "checked_by", "checked_method", "source")


class CheckForm(TeamForm):
    """`change_asked` carries the team when a number is not right."""

    change_asked = Signal(object)

    def __init__(
        self,
        desk: Desk,
        runner: Runner,
        agency: Agency,
        opened: OpenDraft[CheckDraft] | None = None,
    ) -> None:
        self._today = to_london(desk.clock.now()).date()
        proposed = msgspec.structs.replace(
            agency, checked_on=self._today, checked_on_typed="", checked_by=desk.user.name,
            checked_method=None, source="",
        )  # fmt: skip
        typed = with_check(agency, opened.draft.agency) if opened else proposed
        super().__init__(desk, runner, CheckDraft(agency=typed), proposed, opened)
        self._runner = runner
        self._before = agency
        self._layout = column(self, Gap.NORMAL)
        self._layout.addLayout(self._not_kept)
        self._layout.addLayout(self._said)
        self._layout.addWidget(self._numbers())
        self._layout.addWidget(self._form)
        self._ask_how()
        self._later.add(self._ask_who, self._add_ways, self._begin_history)

    def start(self) -> None:
        """Show what is known, with the focus on how it was checked; the rest comes a moment
        later."""
        self._begin_at("checked_method")

    def _begin_history(self) -> None:
        agency_id = self._before.id
        self._runner.run(
            lambda: self._desk.agencies.checks(agency_id),
            self._show_history,
            self._on_refused,
            self,
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

    def _on_save(self) -> None:
        agency = self._draft.agency
        problems = [Problem("", field, text) for field, text in self._form.wrong().items()]
        if agency.checked_method is None:
            problems.insert(0, Problem("", "checked_method", _("Say how you checked it.")))
        if agency.checked_on is None and not agency.checked_on_typed:
            problems.append(Problem("", "checked_on", _("Say when it was checked.")))
        self._form.show_problems(problems)
        if problems:
            self._go_to(problems[0].field)
            return
        self._put_in()

    def _go_to(self, field: str) -> None:
        if (widget := self._form.focus(field)) is not None:
            self.refused.emit(widget)

    def _on_refused(self, error: UserError | SituationError) -> None:
        if isinstance(error, UserError) and error.field in _FIELDS:
            self._form.show_problems([Problem("", error.field, error.text)])
            self._go_to(error.field)
        else:
            super()._on_refused(error)

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
