"""One team of the directory, being added or changed."""

from collections.abc import Callable
from datetime import datetime

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sgdesk.bootstrap import Desk
from sgdesk.domain.agency import CHECK_METHOD_WORDS, ROUTE_WORDS, Agency
from sgdesk.domain.answers import NATION_WORDS
from sgdesk.domain.flows.engine import Caret, Problem
from sgdesk.domain.unsaved import AgencyDraft, agency_draft_id, typed_over
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import AgencyId, DraftId, new_id
from sgdesk.services.views import OpenDraft
from sgdesk.text import _, to_london
from ui.agencies.keeping_draft import saved_words
from ui.kit.binding import part_of
from ui.kit.cards import Sentence, button
from ui.kit.choice_fields import options_of
from ui.kit.flow_layout import FlowLayout
from ui.kit.form import Form
from ui.kit.gradually import Gradually
from ui.kit.keeping import Keeping
from ui.kit.layout import Gap, clear, column
from ui.kit.problem_order import in_page_order
from ui.kit.problem_summary import ProblemSummary
from ui.kit.said import say_in
from ui.kit.tasks import Runner
from ui.kit.theme import mark
from ui.kit.throwing_away import ask_to_throw_away

_LONGEST_RULE_HOURS, _LONGEST_RULE_DAYS = 744, 60


class AgencyEditor(QWidget):
    """`saved` carries the agency once it is in the directory; `left` when nothing was changed;
    `refused` what must come into sight: the field to put right first, which has the focus.

    What is typed is kept as a draft; `opened` is one that was left.
    """

    saved = Signal(object)
    left = Signal()
    refused = Signal(QWidget)

    def __init__(
        self,
        desk: Desk,
        runner: Runner,
        agency: Agency | None = None,
        opened: OpenDraft[AgencyDraft] | None = None,
    ) -> None:
        super().__init__()
        self._desk = desk
        # The kind decides which facts are proposed for a team, so it is never ours to guess.
        new = Agency(id=AgencyId(new_id()), kind="", nation=desk.guidance.nation)
        self._before = agency or new
        self._draft = AgencyDraft(agency=self._before, before=agency)
        if opened:
            self._draft.agency = _brought_back(opened.draft, agency)
        self._opened = opened
        self._is_new = agency is None
        layout = column(self, Gap.NORMAL)
        self._form = Form(part_of(self._draft, "agency"))
        self._not_kept = column(gap=Gap.NONE)
        self._said = column(gap=Gap.NONE)
        self._keeping = Keeping(self, self._saving, runner, desk.clock)
        self._keeping.watch(self._form)
        self._keeping.saved.connect(self._on_kept)
        self._keeping.failed.connect(lambda text: say_in(self._not_kept, text, "overdue"))
        self._later = Gradually(self)
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

    @property
    def draft_id(self) -> DraftId:
        """The id of the draft of what is typed here."""
        return agency_draft_id(self._draft.agency.id)

    @property
    def is_touched(self) -> bool:
        """Say whether something was typed that is not in the directory yet."""
        return self._draft.agency != self._before or bool(self._form.wrong())

    def start(self) -> None:
        """Show what is known, with the focus on the name; the rest comes a moment later."""
        self._form.load()
        self._form.focus("name")
        if opened := self._opened:
            self._on_kept(opened.saved_at)
            self._later.add(lambda: self._come_back(opened.caret))
        self._later.go_on()

    def keep(self, done: Callable[[], None]) -> None:
        """Save what was typed as a draft, and then call `done`; not if saving fails."""
        self._keeping.keep(done)

    def _saving(self, caret: Caret) -> Callable[[], object]:
        snapshot = msgspec.structs.replace(self._draft)
        return lambda: self._desk.unsaved.save_draft(snapshot, caret)

    def _come_back(self, caret: Caret) -> None:
        if (field := self._keeping.come_back(caret)) is not None:
            self.refused.emit(field)

    def _on_kept(self, at: datetime) -> None:
        clear(self._not_kept)
        self._saved.setText(saved_words(at))

    def _add_team(self) -> None:
        form = self._form
        with form.card(_("The team")):
            form.line("name", _("&Name of the team"))
            with form.beside() as self._beside:
                kinds = [(kind.id, kind.title) for kind in self._desk.recipients]
                form.choice("kind", _("&Kind"), kinds, as_list=True)

    def _add_place(self) -> None:
        form = self._form
        with form.more_beside(self._beside):
            form.line("area", _("&Area or authority"), _("Of a police team, the force."))
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
        self._saved = Sentence("")
        mark(self._saved, "hint")
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

    def _on_leave(self) -> None:
        if self.is_touched:
            self.refused.emit(ask_to_throw_away(self._said, self._throw_away))
        elif self._keeping.is_begun:
            self._throw_away()
        else:
            self.left.emit()

    def _throw_away(self) -> None:
        draft_id, drafts = self.draft_id, self._desk.unsaved
        self._keeping.put_away(
            lambda: drafts.drop_draft(draft_id), lambda _answer: self.left.emit(), self._on_refused
        )

    def save(self) -> None:
        """Put it into the directory, or tell what must be put right first."""
        clear(self._said)
        self._later.finish()
        agency, draft_id = self._draft.agency, self.draft_id
        problems = [Problem("", field, text) for field, text in self._form.wrong().items()]
        problems += _missing(agency)
        self._show_problems(problems)
        if not problems:
            self._keeping.put_away(
                lambda: self._desk.agencies.save(agency, draft_id),
                self.saved.emit,
                self._on_refused,
            )

    def _on_refused(self, error: UserError | SituationError) -> None:
        if isinstance(error, UserError) and error.field:
            self._show_problems([Problem("", error.field, error.text)])
        else:
            say_in(self._said, error.text, "overdue")

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
