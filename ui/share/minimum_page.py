"""Only what they need: every fact goes or stays, with a reason where it matters."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from sgdesk.domain.facts.kinds import Fact
from sgdesk.domain.flows.engine import Problem
from sgdesk.domain.sharing.decision import Choice, SharingDraft
from sgdesk.ids import FactId
from sgdesk.text import _
from ui.attachments.sending_card import SendingCard
from ui.kit.cards import Card, empty, words
from ui.kit.layout import Gap, column, letters, lines, row
from ui.kit.step_page import StepPage
from ui.share.case import ShareCase
from ui.share.fact_filters import FactFilters, Shown, is_among
from ui.share.fact_row import SHARES, FactRow
from ui.share.guidance_strip import guidance_strip
from ui.share.pack_checks import BeforeYouGoOn
from ui.share.pack_so_far import PackSoFar
from ui.share.proposals import propose_missing

_TOGETHER = 3


class MinimumPage(StepPage):
    """Lists the facts as proposed for this kind of recipient. Space changes a tick."""

    def __init__(self, case: ShareCase) -> None:
        super().__init__(wide=True)
        self._case = case
        self.add(guidance_strip(case.guidance, "minimum"))
        self._rows: dict[FactId, FactRow] = {}
        facts = case.concern.facts
        self._above = {one.id: above.id for above, one in pairwise(facts)}
        self._problem = words("", "problem")
        self._problem.setObjectName("choices")
        self._problem.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._problem.hide()
        self.add(self._problem)
        self._filters = FactFilters()
        self._filters.chosen.connect(self._show_chosen)
        self.add(self._filters)
        self.add(self._table())
        self._files: SendingCard | None = None
        self._so_far = PackSoFar()
        self._before = BeforeYouGoOn()
        self._before.fact_chosen.connect(self._on_fact_chosen)
        self.add_aside(self._so_far)
        self.add_aside(self._before)
        self.later(self._look)
        self._add_rows_later()
        self.later(self._add_files)

    def load(self) -> None:
        """Show what goes and stays, for the recipient chosen by now."""
        self.hint = _hint(self._case.draft)
        super().load()
        self._show_all()
        self._show_choices()
        if self._files is not None:
            self._files.read()
        propose_missing(self._case, self._on_proposed, self)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Mark the facts that lack a reason, and say when nothing goes at all."""
        self._show_all()
        sentences = {problem.field: problem.text for problem in reversed(problems)}
        for fact_id, one in self._rows.items():
            one.show_problem(sentences.get(f"{fact_id}.reason", ""))
        if self._files is not None:
            self._files.show_problems(problems)
        nothing = sentences.get("choices", "")
        self._problem.setText(f"!  {nothing}")
        self._problem.setVisible(bool(nothing))

    def _on_fact_chosen(self, fact_id: str) -> None:
        self._show_all()
        self.focus(f"{fact_id}.goes")

    def _show_choices(self) -> None:
        for fact_id, one in self._rows.items():
            one.show_choice(self._choice(fact_id), as_above=self._is_as_above(fact_id))
        self._count()

    def _on_proposed(self) -> None:
        self._show_choices()
        self.changed.emit()

    def _show_all(self) -> None:
        if self._filters.shown is not Shown.ALL:
            self._filters.show_all()
            self._show_chosen()

    def _show_chosen(self) -> None:
        shown, choices = self._filters.shown, self._case.draft.choices
        for fact_id, line in self._rows.items():
            line.setHidden(not is_among(shown, choices.get(fact_id)))

    def _table(self) -> QWidget:
        self._facts = Card(role="card-flush")
        self._facts.body.setSpacing(0)
        if self._case.concern.facts:
            self._header = _header()
            self._facts.add(self._header)
        else:
            none = _("The record holds no facts. Add them to the record first.")
            self._facts.add(empty(none))
        return self._facts

    def _add_rows_later(self) -> None:
        numbered = list(enumerate(self._case.concern.facts, 1))
        for first in range(0, len(numbered), _TOGETHER):
            block = _Block()
            self._facts.add(block)
            few = numbered[first : first + _TOGETHER]
            self.later(*(partial(self._add_row, block, *one) for one in few), block.show)

    def _add_files(self) -> None:
        case = self._case
        files = self._files = SendingCard(case.desk, case.runner, lambda: case.draft)
        files.changed.connect(self.changed)
        files.left.connect(self.left)
        self.add(files)
        files.read()

    def _add_row(self, block: "_Block", number: int, fact: Fact) -> None:
        line = self._rows[fact.id] = FactRow(fact, number, self._case.desk.wording)
        line.changed.connect(self._on_changed)
        line.left.connect(self.left)
        line.stacked.connect(self._header.setHidden)
        line.show_choice(self._choice(fact.id), as_above=self._is_as_above(fact.id))
        block.add(line)

    def _is_as_above(self, fact_id: FactId) -> bool:
        above = self._above.get(fact_id)
        if above is None or self._filters.shown is not Shown.ALL:
            return False
        one, other = self._choice(fact_id), self._choice(above)
        return one.goes and other.goes and one.proposed_because == other.proposed_because

    def _choice(self, fact_id: FactId) -> Choice:
        return self._case.draft.choices.get(
            fact_id, Choice(goes=False, proposed=False, proposed_because=_("Not proposed yet."))
        )

    def _on_changed(self, fact_id: FactId, choice: Choice) -> None:
        self._case.draft.choices = self._case.draft.choices | {fact_id: choice}
        self._rows[fact_id].show_choice(choice, as_above=self._is_as_above(fact_id))
        self._rows[fact_id].show_problem("")
        self._count()
        self.changed.emit()

    def _count(self) -> None:
        choices = self._case.draft.choices
        self._filters.count(self._case.concern.facts, choices)
        self._so_far.show_choices(self._case.concern.facts, choices)
        if self._rows:  # the first time in a turn of its own
            self._look()

    def _look(self) -> None:
        self._before.show_choices(self._case.concern, self._case.draft.choices)


class _Block(QWidget):
    """A few rows that are shown together: the page is laid out anew whenever anything is shown,
    and need not look into the other blocks for it."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = column(self, Gap.NONE)
        self.hide()

    def add(self, line: FactRow) -> None:
        """Put a row below the others, and dress it here and now."""
        self._layout.addWidget(line)
        for part in (line, *line.findChildren(QWidget)):
            part.ensurePolished()


def _hint(draft: SharingDraft) -> str:
    to, so_that = draft.recipient.organisation, draft.purpose.so_that.strip().rstrip(".")
    if not to:
        return _("Choose the recipient first: the facts are proposed for that kind of team.")
    if not so_that:
        return _("For {agency}. Facts without a tick stay in the practice record.").format(
            agency=to
        )
    return _(
        "For {agency}, so that they can {what}. Facts without a tick stay in the practice record."
    ).format(agency=to, what=so_that)


def _header() -> QWidget:
    header = QWidget()
    layout = row(header, Gap.SMALL)
    layout.setContentsMargins(letters(1), lines(0.3), letters(1), lines(0.3))
    layout.addWidget(_room_of_a_box())
    cells = row(gap=Gap.NORMAL)
    titles = (_("Fact"), _("From"), _("For this recipient"))
    for title, share in zip(titles, SHARES, strict=True):
        cell = words(title, "column")
        cell.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        cells.addWidget(cell, share)
    layout.addLayout(cells, 1)
    return header


def _room_of_a_box() -> QWidget:
    # A box that is never seen keeps the titles above their columns, whatever the size of the text.
    box = QCheckBox()
    policy = box.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    box.setSizePolicy(policy)
    box.setAccessibleName(_("Fact"))
    box.hide()
    return box
