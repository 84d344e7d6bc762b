"""One team of the directory, being added or changed."""

import msgspec

from sgdesk.bootstrap import Desk
from sgdesk.domain.agency import CHECK_METHOD_WORDS, ROUTE_WORDS, Agency
from sgdesk.domain.answers import NATION_WORDS
from sgdesk.domain.flows.engine import Problem
from sgdesk.domain.unsaved import AgencyDraft, typed_over
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import AgencyId, new_id
from sgdesk.services.views import OpenDraft
from sgdesk.text import _, to_london
from ui.agencies.directory import kinds_offered
from ui.agencies.team_form import TeamForm
from ui.kit.cards import button
from ui.kit.choice_fields import options_of
from ui.kit.flow_layout import FlowLayout
from ui.kit.layout import Gap, clear, column
from ui.kit.problem_order import in_page_order
from ui.kit.problem_summary import ProblemSummary
from ui.kit.tasks import Runner

_LONGEST_RULE_HOURS, _LONGEST_RULE_DAYS = 744, 60


class AgencyEditor(TeamForm):
    """Asks everything about a team."""

    def __init__(
        self,
        desk: Desk,
        runner: Runner,
        agency: Agency | None = None,
        opened: OpenDraft[AgencyDraft] | None = None,
    ) -> None:
        # The kind decides which facts are proposed for a team, so it is never ours to guess.
        new = Agency(id=AgencyId(new_id()), kind="", nation=desk.guidance.nation)
        before = agency or new
        typed = _brought_back(opened.draft, agency) if opened else before
        draft = AgencyDraft(agency=typed, before=agency)
        super().__init__(desk, runner, draft, before, opened)
        self._is_new = agency is None
        layout = column(self, Gap.NORMAL)
        self._summary = ProblemSummary()
        self._summary.chosen.connect(self._go_to)
        layout.addWidget(self._summary)
        layout.addLayout(self._not_kept)
        layout.addLayout(self._said)
        layout.addWidget(self._form)
        layout.addLayout(self._buttons())
        self._add_team()
        for part in (
            self._add_place,
            self._add_ways,
            self._add_channels,
            self._add_accepted,
            self._add_rules,
            self._add_lines,
            self._add_checked,
        ):
            self._later.add(part, self._form.load_new)

    def start(self) -> None:
        """Show what is known, with the focus on the name; the rest comes a moment later."""
        self._begin_at("name")

    def _add_team(self) -> None:
        form = self._form
        with form.card(_("The team")):
            form.line("name", _("&Name of the team"))
            with form.beside() as self._beside:
                kinds = kinds_offered(self._desk, self._draft.agency.kind)
                form.choice("kind", _("&Kind"), kinds, as_list=True)

    def _add_place(self) -> None:
        form = self._form
        with form.more_beside(self._beside):
            form.line("area", _("&Area, authority or Trust"), _("Of a police team, the force."))
            form.choice("nation", _("Nat&ion"), options_of(NATION_WORDS), as_list=True)

    def _add_ways(self) -> None:
        form = self._form
        with form.card(_("How to reach it")) as self._ways, form.beside():
            form.line("phone", _("&Telephone"), _("In its hours."))
            form.line("hours", _("Its h&ours"), _("Such as Mon-Fri 08:30-17:00, or 24 hours."))
            form.line(
                "phone_out_of_hours",
                _("Telephone &outside these hours"),
                _("Evenings, weekends."),
            )

    def _add_channels(self) -> None:
        form = self._form
        with form.more_of(self._ways):
            with form.beside():
                form.line("email", _("Secure &email"))
                form.line("portal", _("&Portal or web form"))
                form.line("portal_hours", _("When its portal is looked at"))
            with form.beside():
                form.line("form", _("Name of their form"))
                form.line("form_address", _("Where the form &goes, if elsewhere"))
            form.long_text("address", _("Address for post and by hand"), rows=2)

    def _add_accepted(self) -> None:
        with (form := self._form).more_of(self._ways):
            form.ticks("channels", _("What it accepts"), options_of(ROUTE_WORDS))
            form.choice("preferred", _("What it pre&fers"), options_of(ROUTE_WORDS), as_list=True)

    def _add_rules(self) -> None:
        form = self._form
        hint = _("Leave empty what you do not know.")
        with form.card(_("Its local rules"), hint) as self._rules, form.beside():
            form.number(
                "written_hours", _("Confirm a call in &writing within"), unit=_("hours"),
                most=_LONGEST_RULE_HOURS,
            )  # fmt: skip
            form.number(
                "acknowledge_days", _("They ac&knowledge within"), unit=_("working days"),
                most=_LONGEST_RULE_DAYS,
            )  # fmt: skip
            form.number(
                "chase_days", _("Chase them after"), unit=_("working days"),
                most=_LONGEST_RULE_DAYS,
            )  # fmt: skip

    def _add_lines(self) -> None:
        form = self._form
        with form.more_of(self._rules):
            form.long_text(
                "ladder", _("Escalation, one stage on each &line"),
                _("Such as: Team manager; 2 working days; 01632 960141"), rows=2,
            )  # fmt: skip
            form.long_text(
                "boxes", _("Boxes of its portal and their most characters, one on each line"),
                _("Such as: Reasons for referral; 2000"), rows=2,
            )  # fmt: skip
            form.long_text("note", _("Anything else to know"), rows=2)

    def _add_checked(self) -> None:
        form = self._form
        with form.card(_("Checked")), form.beside():
            form.date("checked_on", _("Numbers checked on"))
            form.line("checked_by", _("Checked by"))
            form.choice(
                "checked_method", _("Checked how"), options_of(CHECK_METHOD_WORDS), as_list=True
            )
            form.line("source", _("Where you looked"))

    def _buttons(self) -> FlowLayout:
        ways = FlowLayout(gap=Gap.SMALL, to_right=True)
        today = button(_("I checked it today"), name="checked-today")
        today.clicked.connect(self._on_checked_today)
        ways.addWidget(today)
        ways.addWidget(self._saved)
        leaving = _("Do not add it") if self._is_new else _("Leave it as it was")
        leave = button(leaving, "link", "leave-agency")
        leave.clicked.connect(self._on_leave)
        ways.addWidget(leave)
        save = button(_("Save the agency"), "primary", "save-agency")
        save.clicked.connect(self.save)
        ways.addWidget(save)
        return ways

    def _on_checked_today(self) -> None:
        self._later.finish()
        today = to_london(self._desk.clock.now()).date()
        self._draft.agency = msgspec.structs.replace(
            self._draft.agency,
            checked_on=today,
            checked_on_typed="",
            checked_by=self._desk.user.name,
        )
        self._form.load()
        self._keeping.mark_changed()

    def save(self) -> None:
        """Put it into the directory, or tell what must be put right first."""
        clear(self._said)
        self._later.finish()
        problems = [Problem("", field, text) for field, text in self._form.wrong().items()]
        problems += _missing(self._draft.agency)
        self._show_problems(problems)
        if not problems:
            self._put_in()

    def _on_refused(self, error: UserError | SituationError) -> None:
        if isinstance(error, UserError) and error.field:
            self._show_problems([Problem("", error.field, error.text)])
        else:
            super()._on_refused(error)

    def _show_problems(self, problems: list[Problem]) -> None:
        problems = in_page_order(self._form, problems)
        self._form.show_problems(problems)
        self._summary.show_problems(problems)
        if problems:
            self._go_to(problems[0])

    def _go_to(self, problem: Problem) -> None:
        if (field := self._form.focus(problem.field)) is not None:
            self.refused.emit(field)


def _brought_back(draft: AgencyDraft, now: Agency | None) -> Agency:
    """Return what was typed, over what was put into the directory since."""
    if now is None or draft.before is None:
        return draft.agency
    return typed_over(now, draft.before, draft.agency)


def _missing(agency: Agency) -> list[Problem]:
    checks = (
        ("name", agency.name, _("Write the name of the team.")),
        ("kind", agency.kind, _("Choose what kind of team this is.")),
    )
    return [Problem("", field, text) for field, answer, text in checks if not answer.strip()]
