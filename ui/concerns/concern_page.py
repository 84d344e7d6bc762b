"""One concern's page: stage and next step on top; facts, what was done, and papers below."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from sgdesk.bootstrap import Desk
from sgdesk.domain.concern import Concern
from sgdesk.domain.paper import Paper, PaperKind
from sgdesk.domain.shown import age_in_years, person_words
from sgdesk.ids import ConcernId, DueId
from sgdesk.services.views import ConcernView
from sgdesk.text import _, read_moment, to_london
from ui.concerns.done_cards import calls_card, history_card, outcomes_card, sharings_card
from ui.concerns.dues_card import ConcernDuesCard
from ui.concerns.fact_cards import fact_cards
from ui.concerns.next_step import NextStep, Way, next_step
from ui.concerns.papers_card import PapersCard
from ui.concerns.person_card import person_card
from ui.kit.cards import Card, button, tag, words
from ui.kit.flow_layout import FlowLayout
from ui.kit.layout import Gap, clear, column, row
from ui.kit.page import Page
from ui.kit.tasks import Runner


class ConcernPage(Page):
    """Everything about one concern.

    `draft_asked` carries a draft; `share_asked` and `new_share_asked` a concern's id;
    `call_asked` a kind and a concern's id; `paper_asked` a kind, a concern's id and a sharing's id
    or an empty one;
    `kept_paper_asked` a paper; `due_closed` once a due was closed here.
    """

    draft_asked = Signal(object)
    share_asked = Signal(str)
    new_share_asked = Signal(str)
    call_asked = Signal(str, str)
    paper_asked = Signal(str, str, str)
    kept_paper_asked = Signal(object)
    list_asked = Signal()
    due_closed = Signal()

    def __init__(self, desk: Desk, runner: Runner) -> None:
        super().__init__(_("Concern"), help_name="concern")
        self._desk = desk
        self._runner = runner
        self._concern_id = ConcernId("")
        self._view: ConcernView | None = None
        self._whole = False
        back = button(_("All concerns"), "link", "all-concerns")
        back.clicked.connect(self.list_asked)
        self.add_to_heading(back)
        self._parts = column(gap=Gap.NORMAL)
        self.body.addLayout(self._parts)

    def show_concern(self, concern_id: str) -> None:
        """Show this concern from now on."""
        if concern_id != self._concern_id:
            clear(self._parts)
            self._view = None
        self._concern_id = ConcernId(concern_id)

    def enter(self) -> None:
        """Read the concern anew."""
        super().enter()
        self._read()

    def show_names(self, shown: bool) -> None:
        """Show whole names, or initials and age."""
        if shown is not self._whole:
            self._whole = shown
            if self._view is not None:
                self._on_read(self._view)

    def print_page(self) -> None:
        """Print this concern's page of the log."""
        self.paper_asked.emit(PaperKind.LOG_PAGE.value, self._concern_id, "")

    def _read(self) -> None:
        wanted = self._concern_id
        self._runner.run(lambda: self._desk.concerns.get(wanted), self._on_read, self.fail, self)

    def _on_read(self, view: ConcernView) -> None:
        if view.concern.id != self._concern_id:
            return
        self._view = view
        self._show_heading(view)
        clear(self._parts)
        self._add_next(next_step(view), view)
        self._add_dues(view)
        today = to_london(self._desk.clock.now()).date()
        self._parts.addWidget(person_card(view.concern, today, whole=self._whole))
        for card in fact_cards(view.concern):
            self._parts.addWidget(card)
        if view.sharings:
            self._parts.addWidget(sharings_card(view.sharings))
        if view.calls:
            self._parts.addWidget(calls_card(view.calls))
        if view.outcomes:
            self._parts.addWidget(outcomes_card(view.outcomes))
        self._add_papers(view)
        self._parts.addWidget(history_card(view.history))

    def _show_heading(self, view: ConcernView) -> None:
        concern = view.concern
        title = f"{concern.reference} · {self._person(concern)}"
        self.heading.setText(title)
        self.heading.setAccessibleName(_("Concern {title}").format(title=title))
        self.set_hint(concern.urgency.summary)

    def _person(self, concern: Concern) -> str:
        person, today = concern.person, to_london(self._desk.clock.now()).date()
        age = age_in_years(person.kind, person.born, today)
        return person_words(person.name, person.kind, age, whole=self._whole)

    def _add_next(self, step: NextStep, view: ConcernView) -> None:
        card = Card(_("Next"), role="card-marked")
        card.add_to_title(tag(view.stage.text, view.stage.tone.value))
        card.add(words(step.sentence))
        changed = read_moment(view.concern.changed_at)
        card.add(words(_("Last change {when}").format(when=changed), "hint"))
        card.body.addLayout(self._ways(step, view))
        self._parts.addWidget(card)

    def _ways(self, step: NextStep, view: ConcernView) -> QHBoxLayout:
        others = FlowLayout(gap=Gap.SMALL)
        call = button(_("Log a call"), name="log-call")
        call.clicked.connect(lambda: self.call_asked.emit("", self._concern_id))
        log = button(_("Print the log page"), name="print-log")
        log.clicked.connect(self.print_page)
        others.addWidget(call)
        others.addWidget(log)
        if view.concern.signed_at is not None and step.way is not Way.SHARE:
            share = button(_("Share with somebody else"), name="share-again")
            share.clicked.connect(lambda: self.new_share_asked.emit(self._concern_id))
            others.addWidget(share)
        ways = row(gap=Gap.SMALL)
        ways.addLayout(others, 1)
        primary = button(step.button, "primary", "next-step")
        primary.clicked.connect(lambda: self._on_next(step))
        ways.addWidget(primary)
        return ways

    def _add_dues(self, view: ConcernView) -> None:
        if view.dues:
            card = ConcernDuesCard()
            card.show_dues(view.dues, self._desk.clock.now())
            card.close_asked.connect(self._on_close_due)
            self._parts.addWidget(card)

    def _add_papers(self, view: ConcernView) -> None:
        if view.papers:
            card = PapersCard()
            card.show_papers(view.papers)
            card.open_asked.connect(self.kept_paper_asked)
            card.again_asked.connect(self._on_again)
            self._parts.addWidget(card)

    def _on_next(self, step: NextStep) -> None:
        if step.way is Way.DRAFT:
            self.draft_asked.emit(step.draft)
        elif step.way is Way.SHARE:
            self.share_asked.emit(self._concern_id)
        else:
            self.call_asked.emit(step.call.value, self._concern_id)

    def _on_again(self, paper: Paper) -> None:
        self.paper_asked.emit(paper.kind.value, self._concern_id, paper.sharing_id or "")

    def _on_close_due(self, due_id: str, because: str) -> None:
        self._runner.run(
            lambda: self._desk.dues.close(DueId(due_id), because), self._on_closed, self.fail, self
        )

    def _on_closed(self, _answer: None) -> None:
        self.say(_("Closed. The reason is in the log."))
        self._read()
        self.due_closed.emit()
