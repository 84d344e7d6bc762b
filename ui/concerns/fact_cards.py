"""The facts of a concern on its page, each with what was written before it was amended."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sgdesk.domain.amendment import Amendment
from sgdesk.domain.concern import Concern
from sgdesk.domain.facts.chronology import count, count_sentence, in_time_order
from sgdesk.domain.facts.kinds import (
    Context,
    Event,
    Fact,
    Injury,
    Need,
    Observation,
    Opinion,
    Saying,
)
from sgdesk.domain.facts.tied_marks import mark_labels, tie_words, with_what_was_said
from sgdesk.domain.facts.times import both_dates, written_down
from sgdesk.domain.facts.words import label, sentence, source
from sgdesk.domain.masking import Shown
from sgdesk.domain.sharing.reached import reached_words
from sgdesk.domain.withdrawal import Deed, withdrawn_words
from sgdesk.services.views import ConcernView
from sgdesk.text import _
from ui.concerns.amended_lines import amended_lines
from ui.concerns.deed_links import deed_links
from ui.concerns.done_cards import Piece
from ui.concerns.told_before import told_before
from ui.kit.cards import Card, Notice, words
from ui.kit.layout import Gap, column, row
from ui.kit.rows import Rows

_GROUPS: tuple[tuple[str, tuple[type, ...]], ...] = (
    ("What was seen", (Injury, Observation)),
    ("What was said", (Saying,)),
    ("Context", (Context,)),
    ("Risk and immediate needs", (Need,)),
    ("Professional opinion", (Opinion,)),
)


@dataclass(frozen=True, slots=True)
class FactCards:
    """Makes the cards: texts as `shown`; `amend` is called with a fact, where one is offered."""

    view: ConcernView
    shown: Shown
    amend: Callable[[Fact, Deed], None] | None

    @property
    def numbers(self) -> dict[str, str]:
        """What stands on each mark of the drawn map."""
        return mark_labels(self.view.concern.facts)

    def pieces(
        self, add: Callable[[Card], None], after_chronology: Sequence[Piece] = ()
    ) -> list[Piece]:
        """Return the pieces that make a card for each group of facts that has any, the chronology
        third and others after it, and hand each card to `add`."""
        facts = self.view.concern.facts
        groups = [
            (_(title), [fact for fact in facts if isinstance(fact, kinds)])
            for title, kinds in _GROUPS
        ]
        found = [self._card(title, ones, add) for title, ones in groups if ones]
        chronology = [*self._chronology(self.view.concern, add), *after_chronology]
        found.insert(min(2, len(found)), chronology)
        if gone := self.view.concern.facts_withdrawn:
            found.append(self._card(_("Withdrawn"), gone, add, self._withdrawn))
        return [piece for pieces in found for piece in pieces]

    def _card(
        self,
        title: str,
        facts: Sequence[Fact],
        add: Callable[[Card], None],
        drawn: Callable[[Fact], QWidget] | None = None,
    ) -> list[Piece]:
        begun, make = _Begun(add), drawn or self._fact
        return [
            lambda: begun.begin(Card(title)),
            *(partial(self._add_fact, begun, make, fact) for fact in facts),
        ]

    def _add_fact(self, begun: "_Begun", make: Callable[[Fact], QWidget], fact: Fact) -> None:
        begun.card.add(make(fact))

    def _withdrawn(self, fact: Fact) -> QWidget:
        widget = QWidget()
        layout = column(widget, Gap.NONE)
        title = _("{what}: {why}").format(
            what=self.shown(label(fact)), why=withdrawn_words(fact.withdrawn_as)
        )
        layout.addLayout(self._top(title, self._links(fact, Deed.BRING_BACK)))
        for line in amended_lines(self._amendments(fact), self.shown):
            layout.addWidget(line)
        for one in told_before(fact, self.view):
            layout.addWidget(Notice(self.shown(reached_words(one)), kind="due"))
        return widget

    def _top(self, title: str, links: QWidget | None) -> QHBoxLayout:
        top = row(gap=Gap.SMALL)
        top.addWidget(words(title, "label"), 1)
        if links is not None:
            top.addWidget(links, 0, Qt.AlignmentFlag.AlignTop)
        return top

    def _fact(self, fact: Fact) -> QWidget:
        widget = QWidget()
        layout = column(widget, Gap.NONE)
        links = self._links(fact, Deed.AMEND, Deed.WITHDRAW)
        layout.addLayout(self._top(self.shown(self._label(fact)), links))
        layout.addWidget(words(self.shown(self._told(fact))))
        for text in filter(None, (source(fact), both_dates(fact))):
            layout.addWidget(words(self.shown(text), "hint"))
        for line in amended_lines(self._amendments(fact), self.shown):
            layout.addWidget(line)
        return widget

    def _label(self, fact: Fact) -> str:
        number = self.numbers.get(fact.id)
        if number is None:
            return label(fact)
        return _("{number} · {place}").format(number=number, place=label(fact))

    def _told(self, fact: Fact) -> str:
        facts = self.view.concern.every_fact
        told = " ".join(filter(None, (sentence(fact), tie_words(fact, facts))))
        return with_what_was_said(fact, told, facts)

    def _chronology(self, concern: Concern, add: Callable[[Card], None]) -> list[Piece]:
        events = in_time_order(concern.facts)
        if not events:
            return []
        begun = _Begun(add)
        return [
            lambda: self._begin_chronology(concern, begun),
            *(partial(self._add_event, begun, one) for one in events),
        ]

    def _begin_chronology(self, concern: Concern, begun: "_Begun") -> None:
        card = Card(_("Chronology"))
        if concern.presentation.count_from is not None:
            counted = count(concern.facts, concern.presentation.count_from)
            card.add(words(count_sentence(counted)))
        titles = (_("Date"), _("What happened"), _("Written down"), "")
        begun.rows = Rows(titles, (3, 14, 3, 2))
        card.add(begun.rows)
        begun.begin(card)

    def _add_event(self, begun: "_Begun", event: Event) -> None:
        what = QWidget()
        layout = column(what, Gap.NONE)
        layout.addWidget(words(self.shown(sentence(event))))
        for line in amended_lines(self._amendments(event), self.shown):
            layout.addWidget(line)
        last = self._links(event, Deed.AMEND, Deed.WITHDRAW) or words("")
        begun.rows.add_row(words(label(event)), what, words(written_down(event), "hint"), last)

    def _amendments(self, fact: Fact) -> list[Amendment]:
        return [one for one in self.view.amendments if one.fact_id == fact.id]

    def _links(self, fact: Fact, *deeds: Deed) -> QWidget | None:
        amend = self.amend
        if amend is None:
            return None
        what = self.shown(label(fact))
        return deed_links(fact.id, what, lambda deed: amend(fact, deed), deeds)


class _Begun:
    """A card whose first piece was made; its rows come with the pieces after it."""

    card: Card
    rows: Rows

    def __init__(self, add: Callable[[Card], None]) -> None:
        self._add = add

    def begin(self, card: Card) -> None:
        self.card = card
        self._add(card)
