"""A page of cards by topic: each topic has a button that adds a card of it."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeVar

from sgdesk.domain.facts.kinds import Fact
from sgdesk.domain.facts.words import label, sentence, source
from sgdesk.text import _
from ui.kit.cards import Card, button, empty
from ui.kit.flow_layout import FlowLayout
from ui.kit.form import Form
from ui.kit.layout import Gap
from ui.record.item_cards import ItemCards, ItemWords
from ui.record.page import RecordPage
from ui.record.recording import Recording, remove_item

TopicT = TypeVar("TopicT", bound=StrEnum)


class TopicPage(RecordPage):
    """Lists facts in the order of their topics. Subclasses say what they are made of."""

    def __init__(
        self,
        recording: Recording,
        step: str,
        hint: str,
        items: Callable[[], list[Fact]],
        form: Callable[[Fact], Form],
    ) -> None:
        super().__init__(recording, step, hint)
        self._items = items
        self._empty = empty(_("Nothing yet. Choose what to add; leave out what does not matter."))
        self.add(self._empty)
        self.cards = ItemCards(
            ItemWords(
                items=items,
                title=label,
                line=sentence,
                source=_whose,
                form=form,
                first_field=lambda _fact: "text",
                remove=lambda fact_id: remove_item(self.draft, "facts", fact_id),
            ),
            recording.asker,
        )
        self.add_list(self.cards)
        self.cards.removed.connect(self._show_empty)

    def load(self) -> None:
        """Show what the draft holds."""
        super().load()
        self._show_empty()

    def add_topics(
        self, title: str, topics: Mapping[TopicT, str], add: Callable[[TopicT], None]
    ) -> None:
        """Offer a button for each topic."""
        card = Card(title)
        ways = FlowLayout(gap=Gap.SMALL)
        card.body.addLayout(ways)
        for topic, text in topics.items():
            way = button(_(text), "small", f"add-{topic}")
            way.setAccessibleName(_("Add: {topic}").format(topic=_(text)))
            way.clicked.connect(lambda _checked=False, one=topic: add(one))
            ways.addWidget(way)
        self.add(card)

    def add_fact(self, fact: Fact) -> None:
        """Put a new fact into the draft and open its card."""
        self.draft.facts = [*self.draft.facts, fact]
        self.cards.open_new(fact.id)
        self._show_empty()
        self.list_changed()

    def _show_empty(self) -> None:
        self._empty.setVisible(not self._items())


def _whose(fact: Fact) -> str:
    about = _("Also about {who}").format(who=fact.also_about) if fact.also_about else ""
    told = source(fact) if fact.noticed_by or fact.happened_on else ""
    return ", ".join(filter(None, (told, about)))
