"""Check and preview: the pack as it will print, beside what stays and why."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from sgdesk.domain.facts.words import label, sentence
from sgdesk.domain.flows.engine import Problem
from sgdesk.domain.flows.share import is_shared
from sgdesk.domain.paper import PaperKind
from sgdesk.domain.recipients import in_short_stays
from sgdesk.domain.sharing.basis_warnings import basis_warnings
from sgdesk.domain.sharing.consent_words import consent_words
from sgdesk.domain.sharing.decision import Decision, SharingDraft
from sgdesk.domain.sharing.left_out import left_out
from sgdesk.domain.sharing.recipient_rules import home_not_said
from sgdesk.domain.sharing.refusal import agreed_words
from sgdesk.errors import SituationError, UserError
from sgdesk.text import _, read_date
from ui.kit.cards import Card, Notice, words
from ui.kit.layout import Gap, clear, column, lines, shown_together
from ui.kit.link_line import LinkLine
from ui.kit.preview import PdfPreview
from ui.kit.rows import two_lines
from ui.kit.step_page import StepPage
from ui.share.case import ShareCase
from ui.share.guidance_strip import guidance_strip
from ui.share.problem_names import named_problems

_HEIGHT = 34
_SOON_MS = 50
_TOGETHER = 2
ItemT = TypeVar("ItemT")


class PreviewPage(StepPage):
    """The last look before the decision. `problem_chosen`: one of the gaps was pressed."""

    problem_chosen = Signal(Problem)

    def __init__(self, case: ShareCase) -> None:
        super().__init__(wide=True)
        self._case = case
        self.add(guidance_strip(case.guidance, "preview"))
        self._gaps = Card(_("Put right before you decide"))
        self._gaps.setObjectName("gaps")
        self._gap_links = column(gap=Gap.TIGHT)
        self._gaps.body.addLayout(self._gap_links)
        self.add(self._gaps)
        self._warned = Card(_("Look at again"), _("This does not stop the decision."))
        self._warned.setObjectName("warned")
        self._warned_links = column(gap=Gap.TIGHT)
        self._warned.body.addLayout(self._warned_links)
        self._warned.hide()
        self.add(self._warned)
        self._unprintable = Notice("", kind="overdue")
        self._unprintable.setObjectName("unprintable")
        self._unprintable.hide()
        self.add(self._unprintable)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._draw)
        self._preview: PdfPreview | None = None
        self._words = Card(_("What is decided"))
        self._said = column(gap=Gap.SMALL)
        self._words.body.addLayout(self._said)
        self.add(self._words)
        self._stays = Card(_("What stays, and why"))
        self._staying = column(gap=Gap.SMALL)
        self._stays.body.addLayout(self._staying)
        self.add_aside(self._stays)

    def load(self) -> None:
        """Show the pack as it would print now, what stays, and what is still missing."""
        draft = self._case.draft
        shared = is_shared(draft.decision)
        self.hint = _hint(draft, shared)
        self.next_title = "" if draft.decided else _decide_words(draft.decision)
        self._words.setVisible(not shared)
        clear(self._gap_links)
        clear(self._warned_links)
        self._warned.hide()
        clear(self._staying)
        clear(self._said)
        what = self._show_staying if shared else self._show_words
        self._stays.setVisible(shared)
        warn = [self._warn] if shared else []
        self.later_instead(
            self._find_gaps, *warn, lambda: self._shown_pack().setVisible(shared), what
        )
        super().load()
        if shared:
            # The worker draws once the page is there, so that the two do not hinder each other.
            self._soon.start()

    def let_go(self) -> None:
        """Let go of the pages once another step is shown."""
        self._soon.stop()
        if self._preview is not None:
            self._preview.clear()

    def _shown_pack(self) -> PdfPreview:
        """Return the pack on the page, which is made once the page is there."""
        if self._preview is None:
            self._preview = PdfPreview(self._case.runner)
            self._preview.setMinimumHeight(lines(_HEIGHT))
            self.body.insertWidget(self.body.indexOf(self._words), self._preview)
        return self._preview

    def _find_gaps(self) -> None:
        gaps = self._case.flow.problems(self._case.draft, "preview")
        self._gaps.setVisible(bool(gaps))
        named = named_problems(gaps, self._case.concern)
        self.later(*(partial(self._add_gaps, few) for few in _in_fews(named)))

    def _add_gaps(self, problems: Sequence[Problem]) -> None:
        with shown_together(self._gaps):
            for link in self._links(problems, "gap"):
                self._gap_links.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _warn(self) -> None:
        case = self._case
        found = basis_warnings(case.draft, case.concern, case.practice, case.guidance, case.today)
        if home := home_not_said(case.draft.recipient):
            found.append(Problem("recipient", "recipient.home_area", home))
        if found:
            with shown_together(self._warned):
                for link in self._links(found, "warned"):
                    self._warned_links.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            self._warned.show()

    def _links(self, problems: Sequence[Problem], name: str) -> Iterator[LinkLine]:
        titles = {step.id: _(step.title) for step in self._case.flow.path(self._case.draft)}
        for problem in problems:
            text = f"{titles.get(problem.step, '')}: {problem.text}"
            link = LinkLine(text, f"{name}:{problem.field}")
            link.clicked.connect(
                lambda _checked=False, problem=problem: self.problem_chosen.emit(problem)
            )
            yield link

    def _show_staying(self) -> None:
        if not self._case.draft.choices:
            text = _("Which facts go is proposed once the recipient is chosen.")
            self._staying.addWidget(words(text, "hint"))
            return
        found = list(_staying(self._case))
        if not found:
            self._staying.addWidget(words(_("Nothing stays: every fact goes."), "hint"))
        self.later(*(partial(self._show_some, few) for few in _in_fews(found)))

    def _show_some(self, staying: Sequence[tuple[str, str, str]]) -> None:
        with shown_together(self._stays):
            for title, text, why in staying:
                self._staying.addWidget(
                    two_lines(f"{title} —", text, why or _("No reason given yet."))
                )

    def _show_words(self) -> None:
        for title, text in decision_words(self._case):
            self._said.addWidget(_answer(title, text))

    def _draw(self) -> None:
        case, draft = self._case, deepcopy(self._case.draft)
        self._unprintable.hide()

        def drawn() -> tuple[bytes, list[str]]:
            printing = case.desk.printing
            return printing.preview(draft, PaperKind.PACK), printing.unprintable(draft)

        case.runner.run(drawn, self._on_drawn, self._on_failed, self)

    def _on_drawn(self, found: tuple[bytes, list[str]]) -> None:
        pdf, unprintable = found
        self._shown_pack().show_pdf(pdf)
        if unprintable:
            self._unprintable.set_text(
                _("No font on this computer can print these words right: {words}. Write them in"
                  " another way as well, or add them by hand on the paper.").format(
                      words=", ".join(unprintable))
            )  # fmt: skip
            self._unprintable.show()

    def _on_failed(self, error: UserError | SituationError) -> None:
        self._unprintable.set_text(error.text)
        self._unprintable.show()


def _staying(case: ShareCase) -> Iterator[tuple[str, str, str]]:
    """Yield each fact that stays, and each sentence that is held back of one that goes; first what
    the worry is in short, where this kind of recipient is not told."""
    to = next((one for one in case.desk.recipients if one.id == case.draft.recipient.kind), None)
    if to is not None and not to.in_short and (summary := case.concern.urgency.summary):
        yield _("In short"), summary, in_short_stays()
    for fact in case.concern.facts:
        choice = case.draft.choices.get(fact.id)
        if choice is None or not choice.goes:
            why = (choice.reason or choice.proposed_because) if choice else ""
            yield label(fact), sentence(fact), why
        else:
            title = _("{label}, a part").format(label=label(fact))
            yield from ((title, text, why) for text, why in left_out(fact, choice))


def _in_fews(items: Sequence[ItemT]) -> list[Sequence[ItemT]]:
    return [items[first : first + _TOGETHER] for first in range(0, len(items), _TOGETHER)]


def decision_words(case: ShareCase) -> list[tuple[str, str]]:
    """Return a decision not to share as it will be recorded, as (title, words)."""
    draft, why = case.draft, case.draft.not_sharing
    rows = [
        (_("Purpose that was considered"), draft.purpose.so_that),
        *consent_words(draft.consent, case.guidance),
        (_("Risk of sharing"), draft.necessity.risk_of_sharing),
        (_("Risk of not sharing"), draft.necessity.risk_of_not_sharing),
        (_("Reasons"), why.reasons),
        (_("Harm that could follow"), why.harm),
        (_("What else is done"), why.also_done),
        (_("Agreed by"), agreed_words(why)),
        (_("Looked at again"), read_date(why.review_on) if why.review_on else ""),
    ]
    return [(title, text) for title, text in rows if text]


def _decide_words(decision: Decision) -> str:
    return {
        Decision.DO_NOT_SHARE: _("Decide: do not share"),
        Decision.NOT_YET: _("Decide: not yet"),
    }.get(decision, _("Decide to share"))


def _hint(draft: SharingDraft, shared: bool) -> str:
    if not shared:
        return _("This is what will be recorded. A new decision can change it later.")
    to = draft.recipient.organisation or _("the recipient")
    return _(
        "As it will print for {agency}. Deciding records the decision; nothing is sent by that."
    ).format(agency=to)


def _answer(title: str, text: str) -> QWidget:
    cell = QWidget()
    layout = column(cell, Gap.NONE)
    layout.addWidget(words(title, "strong"))
    layout.addWidget(words(text))
    return cell
