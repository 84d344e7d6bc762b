"""One concern's page: stage and next step on top; facts, what was done, and papers below."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal

from sgdesk.bootstrap import Desk
from sgdesk.domain.amendment import Part
from sgdesk.domain.attachment import FILE_FLOW
from sgdesk.domain.facts.kinds import Fact
from sgdesk.domain.masking import Shown, shown_words
from sgdesk.domain.paper import PaperKind
from sgdesk.domain.people import Relation
from sgdesk.domain.withdrawal import Deed
from sgdesk.ids import ConcernId, DueId
from sgdesk.services.views import ConcernView, DraftLine, MadePaper
from sgdesk.text import _, to_london
from ui.attachments.files_card import FilesCard
from ui.concerns.details_cards import contact_pieces, details_pieces
from ui.concerns.done_cards import Piece
from ui.concerns.done_pieces import done_pieces
from ui.concerns.dues_card import due_pieces
from ui.concerns.entry_place import EntryPlace
from ui.concerns.fact_cards import FactCards
from ui.concerns.history_part import HistoryPart
from ui.concerns.household_cards import HouseholdCards
from ui.concerns.links_card import links_card
from ui.concerns.map_cards import MapCards, viewed
from ui.concerns.new_entry import details_amendment, fact_amendment, late_entry
from ui.concerns.next_card import NextCard
from ui.concerns.next_step import NextStep, Way
from ui.concerns.papers_card import paper_pieces
from ui.concerns.person_card import person_line
from ui.concerns.routes_part import RoutesPart
from ui.kit.ask import Asker
from ui.kit.cards import button
from ui.kit.gradually import Gradually
from ui.kit.layout import Gap, column
from ui.kit.letting_go import LettingGo
from ui.kit.page import Page
from ui.kit.tasks import Runner


class ConcernPage(Page):
    """Everything about one concern.

    `draft_asked` carries a draft; `share_asked` and `new_share_asked` a concern's id; `call_asked`
    a kind, a concern's id and a sharing's id or an empty one; `police_asked` a reason and a
    concern's id; `paper_asked` a kind, a concern's id and a sharing's id or an empty one;
    `kept_paper_asked` a paper, `paper_made` one with its bytes; `record_asked` the Beside of
    another concern; `due_closed` once something was recorded or closed here."""

    draft_asked = Signal(object)
    share_asked = Signal(str)
    new_share_asked = Signal(str)
    call_asked = Signal(str, str, str)
    paper_asked = Signal(str, str, str)
    kept_paper_asked = Signal(object)
    list_asked = Signal()
    due_closed = Signal()
    police_asked = Signal(str, str)
    paper_made = Signal(object)
    record_asked = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, asker: Asker) -> None:
        super().__init__(_("Concern"), help_name="concern")
        self._desk = desk
        self._runner = runner
        self._concern_id = ConcernId("")
        self._view: ConcernView | None = None
        self._next: NextCard | None = None
        self._whole = self._amending = False
        back = button(_("All concerns"), "link", "all-concerns")
        back.clicked.connect(self.list_asked)
        self.add_to_heading(back)
        self._entries = EntryPlace(desk, runner)
        self._entries.opened.connect(self._on_entry_opened)
        self._entries.recorded.connect(self._on_recorded)
        self._entries.closed.connect(self._on_entry_closed)
        self._entries.sought.connect(self.bring_into_sight)
        self._entries.failed.connect(self.fail)
        self.body.addWidget(self._entries)
        self._routes = RoutesPart(desk, runner, self)
        self._routes.police_asked.connect(self.police_asked)
        self._routes.entry_asked.connect(self._entries.start)
        self._routes.paper_made.connect(self.paper_made)
        self._routes.record_asked.connect(self.record_asked)
        self._routes.concern_asked.connect(self._on_other)
        self._routes.chase_asked.connect(lambda *rung: self.call_asked.emit("chase", *rung))
        self._routes.sought.connect(self.bring_into_sight)
        self._routes.failed.connect(self.fail)
        self._later = Gradually(self)
        self._leaving = LettingGo(self)
        self._parts = column(gap=Gap.NORMAL)
        self.body.addLayout(self._parts)
        self._files = FilesCard(desk, runner, asker)
        self._files.sought.connect(self.bring_into_sight)
        self.body.addWidget(self._files)
        self._history = HistoryPart(desk, runner)
        self._history.renewed.connect(self._on_renewed)
        self._history.made.connect(self._routes.begin_asked)
        self._history.failed.connect(self.fail)
        self._files.changed.connect(self._history.renew)
        self.body.addWidget(self._history)

    @property
    def concern_id(self) -> ConcernId:
        """Which concern is shown."""
        return self._concern_id

    def show_concern(self, concern_id: str) -> None:
        """Show this concern from now on."""
        if concern_id != self._concern_id:
            self._later.replace([])
            self._leaving.clear(self._parts)
            self._history.clear()
            self._view = self._next = None
            self.say_nothing()
            self._entries.leave()
            self._amending = False
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

    def go_on(self, draft: DraftLine) -> None:
        """Open what was being entered about this concern, as it was left."""
        if draft.flow == FILE_FLOW:
            self._files.go_on()
        else:
            self._entries.go_on(draft)

    def begin(self, what: str, about: str) -> None:
        """Begin what a due asks for, once the concern is read: an entry, news, or a letter."""
        self._routes.begin(what, about)

    def keep(self, done: Callable[[], None]) -> None:
        """Save what is being entered, and then call `done`; not if saving fails."""
        self._files.save(lambda: self._entries.keep(done))

    def print_page(self) -> None:
        """Print this concern's page of the log."""
        self.paper_asked.emit(PaperKind.LOG_PAGE.value, self._concern_id, "")

    def _read(self) -> None:
        wanted = self._concern_id
        self._runner.run(lambda: viewed(self._desk, wanted), self._on_read, self.fail, self)

    def _on_read(self, view: ConcernView) -> None:
        if view.concern.id != self._concern_id:
            return
        self._view, self._next = view, None
        self._entries.show_view(view, self._shown(view))
        self._files.show_concern(view.concern.id, self._shown(view))
        self._show_heading(view)
        self._leaving.clear(self._parts)
        self._history.clear()
        self._later.replace(self._pieces(view))
        self._later.go_on()

    def _pieces(self, view: ConcernView) -> list[Piece]:
        """Return what makes the page below its top, in pieces too small to stall the window."""
        shown, today = self._shown(view), to_london(self._desk.clock.now()).date()
        add, again = self._parts.addWidget, self.paper_asked.emit
        household = HouseholdCards(view, shown, whole=self._whole)
        amend_fact = self._on_amend_fact if self._amending else None
        amend_details = self._on_amend_details if self._amending else None
        return [
            lambda: self._add_next(view),
            *contact_pieces(view, shown, add, whole=self._whole),
            *due_pieces(view.dues, self._desk.clock.now(), shown, add, self._on_close_due),
            *self._routes.pieces(view, shown, add),
            *details_pieces(view, today, shown, amend_details, add, whole=self._whole),
            *MapCards(view, shown, self._desk, self.bring_into_sight).pieces(add),
            *FactCards(view, shown, amend_fact).pieces(add, household.pieces(add)),
            *done_pieces(view, shown, add, today, self._routes.print_call),
            lambda: self._add_links(view, today),
            *paper_pieces(view.papers, add, self.kept_paper_asked.emit, again),
            lambda: self._history.show_view(view, shown),
        ]

    def _on_renewed(self, view: ConcernView) -> None:
        self._view = view
        if self._next is not None:
            self._next.show_changed(view.concern.changed_at)

    def _show_heading(self, view: ConcernView) -> None:
        concern = view.concern
        today = to_london(self._desk.clock.now()).date()
        title = f"{concern.reference} · {person_line(concern, today, whole=self._whole)}"
        self.heading.setText(title)
        self.heading.setAccessibleName(_("Concern {title}").format(title=title))
        self.set_hint(self._shown(view)(concern.urgency.summary))

    def _shown(self, view: ConcernView) -> Shown:
        return shown_words(view.concern, whole=self._whole, former=view.former_names)

    def _add_next(self, view: ConcernView) -> None:
        card = NextCard(view, amending=self._amending)
        card.step_asked.connect(self._on_next)
        card.entry_asked.connect(self._entries.begin)
        card.call_asked.connect(lambda: self.call_asked.emit("", self._concern_id, ""))
        card.police_asked.connect(self._routes.tell_police)
        card.log_page_asked.connect(self.print_page)
        card.amend_asked.connect(self._on_amend)
        card.add_asked.connect(self._on_add)
        card.share_asked.connect(lambda: self.new_share_asked.emit(self._concern_id))
        self._next = card
        self._parts.addWidget(card)
        if self._entries.is_open:
            card.hide()

    def _add_links(self, view: ConcernView, today: date) -> None:
        if view.concern.signed_at is not None:
            card = links_card(view, today, self._shown(view), whole=self._whole)
            card.link_asked.connect(lambda: self._entries.begin("link"))
            card.unlink_asked.connect(self._on_unlink)
            card.concern_asked.connect(self._on_other)
            self._parts.addWidget(card)

    def _on_next(self, step: NextStep) -> None:
        if step.way is Way.DRAFT:
            self.draft_asked.emit(step.draft)
        elif step.way is Way.SHARE:
            self.share_asked.emit(self._concern_id)
        elif step.way is Way.CALL:
            self.call_asked.emit(step.call.value, self._concern_id, "")
        elif step.way is Way.POLICE:
            self._routes.report()
        elif step.draft is not None:
            self.go_on(step.draft)
        else:
            self._entries.begin(step.entry)

    def _on_amend(self) -> None:
        """Offer to amend beside everything, or no longer: the page is read more than amended."""
        self._amending = not self._amending
        if self._view is not None:
            self._on_read(self._view)
            self.heading.setFocus()

    def _on_amend_fact(self, fact: Fact, deed: Deed) -> None:
        self._entries.amend(fact_amendment(self._concern_id, fact, deed))

    def _on_add(self, kind: type[Fact] | Relation) -> None:
        if self._view is not None:
            self._entries.amend(late_entry(self._view.concern, kind, self._desk.clock.now()))

    def _on_amend_details(self, part: Part, relation_id: str, deed: Deed) -> None:
        concern = self._view.concern if self._view is not None else None
        if concern and (draft := details_amendment(concern, part, relation_id, deed)) is not None:
            self._entries.amend(draft)

    def _on_other(self, concern_id: str) -> None:
        self.show_concern(concern_id)
        self.enter()

    def _on_unlink(self, link_id: str) -> None:
        self._runner.run(
            lambda: self._desk.amendments.unlink(link_id),
            lambda _answer: self._on_recorded(_("The link is ended.")), self.fail, self,
        )  # fmt: skip

    def _on_recorded(self, done: object) -> None:
        self._amending = False
        self.say(_("Recorded.") if isinstance(done, MadePaper) else str(done))
        self.heading.setFocus()
        self._read()
        self.due_closed.emit()
        if isinstance(done, MadePaper):
            self.paper_made.emit(done)

    def _on_entry_opened(self) -> None:
        self.say_nothing()
        if self._next is not None:
            self._next.hide()

    def _on_entry_closed(self) -> None:
        self.heading.setFocus()
        self._read()

    def _on_close_due(self, due_id: str, because: str) -> None:
        self._runner.run(
            lambda: self._desk.dues.close(DueId(due_id), because), self._on_closed, self.fail, self
        )

    def _on_closed(self, _answer: None) -> None:
        self.say(_("Closed. The reason is in the log."))
        self._read()
        self.due_closed.emit()
