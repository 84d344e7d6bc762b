"""What was said: exact words, who and to whom, and explanations side by side in time order."""

from sgdesk.domain.facts.delay import written_after
from sgdesk.domain.facts.kinds import Context, ContextTopic, Injury, Saying
from sgdesk.domain.facts.tied_marks import mark_names, tie_words
from sgdesk.domain.facts.words import label, sentence, source
from sgdesk.text import _
from ui.kit.cards import button, empty
from ui.record.explanations import Explanations
from ui.record.item_cards import ItemCards, ItemWords
from ui.record.page import RecordPage
from ui.record.recording import Recording, facts_of, remove_item
from ui.record.saying_form import saying_form


class SaidPage(RecordPage):
    """A card for each thing said. The words are never edited, checked or rewritten."""

    def __init__(self, recording: Recording) -> None:
        super().__init__(
            recording,
            "said",
            _("Exact words, as they were spoken. Write who heard them, and after which question."),
        )
        self._marks = mark_names(self.draft.facts)
        self._empty = empty(_("Nothing recorded yet. Write down the first words you remember."))
        self.add(self._empty)
        self._cards = ItemCards(
            ItemWords(
                items=lambda: facts_of(self.draft, Saying),
                title=label,
                line=self._line,
                source=source,
                form=lambda saying: saying_form(recording, saying),
                first_field=lambda _saying: "speaker",
                remove=lambda fact_id: remove_item(self.draft, "facts", fact_id),
            ),
            recording.asker,
        )
        self.add_list(self._cards)
        self._cards.removed.connect(self._show_rest)
        add = button(_("Add what was said"), name="add-saying")
        add.clicked.connect(self._on_add)
        self.add_button(add)
        self._explanations = Explanations()
        self._explanations.compared.connect(self._on_compared)
        self.add(self._explanations)
        self.later(self.add_why)
        self.left.connect(self._show_rest)

    def load(self) -> None:
        """Show what the draft holds; marks that were made meanwhile can be explained as well."""
        marks, opened = mark_names(self.draft.facts), self._cards.current
        if marks != self._marks and opened:
            self._cards.close_open()
            self._cards.open(opened)
        self._marks = marks
        super().load()
        self._show_rest()

    def _line(self, saying: Saying) -> str:
        tied = tie_words(saying, self.draft.facts)
        return " ".join(filter(None, (sentence(saying), tied, written_after(saying))))

    def _on_add(self) -> None:
        saying = self.recording.new_seen(Saying)
        self.draft.facts = [*self.draft.facts, saying]
        self._cards.open_new(saying.id)
        self.list_changed()

    def _show_rest(self) -> None:
        sayings = facts_of(self.draft, Saying)
        self._empty.setVisible(not sayings)
        kept = frozenset(one.text for one in facts_of(self.draft, Context))
        self._explanations.show_sayings(sayings, kept, facts_of(self.draft, Injury))

    def _on_compared(self, comparison: str) -> None:
        fact = self.recording.new(Context, topic=ContextTopic.INCONSISTENCY, text=comparison)
        self.draft.facts = [*self.draft.facts, fact]
        self._show_rest()
        self.list_changed()
