"""The police, a mandatory report, and letters, on a concern's page: what is asked for there."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from sgdesk.bootstrap import Desk
from sgdesk.domain.concern import Beside
from sgdesk.domain.entries import SettlingDraft
from sgdesk.domain.letters import LetterKind
from sgdesk.domain.masking import Shown
from sgdesk.domain.police import NewsKind, PoliceContact, PoliceReason
from sgdesk.ids import CallId, ConcernId, PoliceContactId, SharingId, new_id
from sgdesk.services.ladder import Ladder
from sgdesk.services.views import ConcernView, MadePaper
from ui.concerns.done_cards import Piece
from ui.concerns.fgm_card import FgmCard
from ui.concerns.ladder_card import LadderCard
from ui.concerns.new_entry import new_entry, police_news
from ui.concerns.police_card import PoliceCard
from ui.kit.cards import Card
from ui.kit.tasks import Runner


class RoutesPart(QObject):
    """`police_asked` carries a reason or nothing, and a concern's id; `entry_asked` the draft of an
    entry; `chase_asked` a concern's and a sharing's id when its team is rung; `sought` a widget
    that should come into sight; `paper_made` a paper; `record_asked` the Beside of a concern about
    somebody else, `concern_asked` the id of one that is there."""

    police_asked = Signal(str, str)
    entry_asked = Signal(object)
    chase_asked = Signal(str, str)
    sought = Signal(object)
    paper_made = Signal(object)
    record_asked = Signal(object)
    concern_asked = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._runner = runner
        self._view: ConcernView | None = None
        self._asked: tuple[str, str] | None = None
        self._ladder: LadderCard | None = None

    def pieces(self, view: ConcernView, shown: Shown, add: Callable[[Card], None]) -> list[Piece]:
        """Return the pieces that make the cards of a signed concern, a contact at a time."""
        self._view = view
        self._ladder = None
        found: list[Piece] = []
        if view.fgm is not None:
            found.append(lambda: add(self._fgm(view, shown)))
        if view.police:
            found += self._police_pieces(view, shown, add)
        if view.concern.signed_at is not None and view.ladders:
            found += self._ladder_pieces(view, add)
        return found

    def begin(self, what: str, about: str) -> None:
        """Begin what a due asks for once the concern is read: a letter about a sharing, a chase
        by letter or telephone, or news of a contact."""
        self._asked = (what, about)

    def print_call(self, call_id: CallId) -> None:
        """Make the printed record of a call."""
        self._make(lambda: self._desk.calls.paper(call_id))

    def tell_police(self) -> None:
        """Ask for the form of a contact with the police."""
        self._police("")

    def report(self) -> None:
        """Ask for the form of the mandatory report, or for its reporter's word on the one that is
        written down."""
        waiting = self._view.fgm.unconfirmed if self._view and self._view.fgm else None
        if waiting is not None:
            self._on_news(waiting, NewsKind.CONFIRMED)
        else:
            self._police(PoliceReason.FGM.value)

    def _police(self, reason: str) -> None:
        if self._view is not None:
            self.police_asked.emit(reason, self._view.concern.id)

    def begin_asked(self) -> None:
        """Begin what was asked for; once the whole page is there, so that it can be scrolled to."""
        view, asked = self._view, self._asked
        self._asked = None
        if view is None or asked is None:
            return
        what, about = asked
        if what == "chase":
            self._show_chase(about)
            return
        if what == "letter":
            found = [one for one in view.ladders if one.sharing_id == about] or view.ladders
            for ladder in found[:1]:
                self._on_letter(ladder.sharing_id, ladder.next_kind)
            return
        contacts = [one.contact for one in view.police if one.contact.id == about]
        for contact in contacts or [one.contact for one in view.police[-1:]]:
            self._on_news(contact, NewsKind(what))

    def _show_chase(self, about: str) -> None:
        """Put the letter one press away: they are rung from beside it."""
        chase = self._ladder.chase_of(about) if self._ladder is not None else None
        if chase is not None:
            self.sought.emit(self._ladder)
            chase.setFocus()

    def _fgm(self, view: ConcernView, shown: Shown) -> Card:
        if view.fgm is None:
            raise ValueError("no such card without a case")
        concern_id = view.concern.id
        card = FgmCard(view.fgm, view.concern.contact, shown)
        card.report_asked.connect(self.report)
        card.list_asked.connect(
            lambda: self._make(lambda: self._desk.police.ready_list(concern_id))
        )
        card.delay_asked.connect(lambda: self._on_entry("fgm-delay"))
        card.link_asked.connect(lambda: self._on_entry("link"))
        card.concern_asked.connect(lambda about: self.record_asked.emit(Beside(concern_id, about)))
        card.known_asked.connect(self.concern_asked)
        card.why_asked.connect(lambda: self._tell_why(card, concern_id))
        return card

    def _police_pieces(
        self, view: ConcernView, shown: Shown, add: Callable[[Card], None]
    ) -> list[Piece]:
        card = PoliceCard()
        card.contact_asked.connect(self.tell_police)
        card.news_asked.connect(self._on_news)
        card.record_asked.connect(
            lambda one: self._make(lambda: self._desk.police.paper(PoliceContactId(one)))
        )
        return [
            lambda: add(card),
            *(piece for one in reversed(view.police) for piece in card.contact_pieces(one, shown)),
        ]

    def _ladder_pieces(self, view: ConcernView, add: Callable[[Card], None]) -> list[Piece]:
        self._ladder = card = LadderCard()
        card.call_asked.connect(lambda one: self.chase_asked.emit(view.concern.id, one))
        card.letter_asked.connect(self._on_letter)
        card.settled_asked.connect(self._on_settled)
        return [
            lambda: add(card),
            *(
                lambda one=one: card.add_ladder(one, disagrees=_disagrees(view, one))
                for one in view.ladders
            ),
        ]

    def _tell_why(self, card: FgmCard, concern_id: ConcernId) -> None:
        self._runner.run(
            lambda: self._desk.police.reasons(concern_id), card.show_reasons, self.failed.emit, card
        )

    def _on_entry(self, what: str) -> None:
        if self._view is not None:
            self.entry_asked.emit(new_entry(what, self._view, self._desk.clock.now()))

    def _on_news(self, contact: PoliceContact, kind: NewsKind | None) -> None:
        now, by = self._desk.clock.now(), self._desk.user.name
        self.entry_asked.emit(police_news(contact, kind, now, by))

    def _on_letter(self, sharing_id: str, kind: LetterKind) -> None:
        if self._view is None:
            return
        concern_id = self._view.concern.id
        self._runner.run(
            lambda: self._desk.letters.draft(concern_id, SharingId(sharing_id), kind),
            self.entry_asked.emit, self.failed.emit, self,
        )  # fmt: skip

    def _on_settled(self, sharing_id: str) -> None:
        if self._view is not None:
            concern_id = self._view.concern.id
            self.entry_asked.emit(
                SettlingDraft(id=new_id(), concern_id=concern_id, sharing_id=sharing_id)
            )

    def _make(self, work: Callable[[], MadePaper]) -> None:
        self._runner.run(work, self.paper_made.emit, self.failed.emit, self)


def _disagrees(view: ConcernView, ladder: Ladder) -> bool:
    return any(
        one.disagreement and one.sharing_id in (None, ladder.sharing_id) for one in view.outcomes
    )
