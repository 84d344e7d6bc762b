"""What was said: exact words, who and to whom, and explanations side by side in time order."""

from collections.abc import Callable

from sgdesk.domain.concern import ConcernDraft
from sgdesk.domain.facts.kinds import Hearing, Saying
from sgdesk.domain.facts.options import HEARING_WORDS, LANGUAGES, RELATIONSHIPS
from sgdesk.domain.facts.words import label, sentence, source
from sgdesk.text import _
from ui.kit.binding import item_of
from ui.kit.cards import button, empty
from ui.kit.choice_fields import options_of
from ui.kit.form import Form
from ui.record.explanations import Explanations
from ui.record.item_cards import ItemCards, ItemWords
from ui.record.page import RecordPage
from ui.record.recording import Recording, facts_of, remove_item
from ui.record.suggestions import suggestion_binding
from ui.record.wording_watch import watch_wording


class SaidPage(RecordPage):
    """A card for each thing said. The words are never edited, checked or rewritten."""

    def __init__(self, recording: Recording) -> None:
        super().__init__(
            recording,
            "said",
            _("Exact words, as they were spoken. Write who heard them, and after which question."),
        )
        self._empty = empty(_("Nothing recorded yet. Write down the first words you remember."))
        self.add(self._empty)
        self._cards = ItemCards(
            ItemWords(
                items=lambda: facts_of(self.draft, Saying),
                title=label,
                line=sentence,
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
        self.add(self._explanations)
        self.later(self.add_why)
        self.left.connect(self._show_rest)

    def load(self) -> None:
        """Show what the draft holds."""
        super().load()
        self._show_rest()

    def _on_add(self) -> None:
        saying = self.recording.new_seen(Saying)
        self.draft.facts = [*self.draft.facts, saying]
        self._cards.open_new(saying.id)
        self.list_changed()

    def _show_rest(self) -> None:
        sayings = facts_of(self.draft, Saying)
        self._empty.setVisible(not sayings)
        self._explanations.show_sayings(sayings)


def saying_form(recording: Recording, saying: Saying) -> Form:
    """Return the form of one thing said."""
    form = Form(item_of(recording.draft, "facts", saying.id), saying.id)

    def now() -> Saying:
        return _held(recording.draft, saying)

    people = tuple(one.name for one in recording.draft.relations if one.name)
    child = (recording.draft.person.name,) if recording.draft.person.name else ()
    with form.beside(20):
        form.add(_("&Who spoke"), suggestion_binding("speaker", (*child, *people)))
        form.add(
            _("Who that is"), suggestion_binding("relationship", [_(t) for t in RELATIONSHIPS])
        )
    form.long_text("question", _("The question asked, if any"), rows=2)
    form.long_text(
        "words",
        _("Exact words"),
        _("Without quotation marks; they are printed with them. Nothing here is ever changed."),
        rows=2,
    )
    gist = form.long_text(
        "gist", _("If no exact words were noted: what was told, in your own words"), rows=2
    )
    form.only_if(lambda: not now().words.strip() or bool(now().gist), gist)
    form.tick("is_explanation", _("This explains how a mark or injury came about"))
    _add_hearing(form, now)
    _add_language(form)
    watch_wording(form, recording, saying.id, ("gist",))
    return form


def _add_hearing(form: Form, now: Callable[[], Saying]) -> None:
    with form.beside(20):
        form.line("to_whom", _("Said to"))
        form.line("present", _("Who else was present"))
    form.choice("hearing", _("How it was heard"), options_of(HEARING_WORDS))
    reported = form.line("reported_by", _("Reported by"))
    form.only_if(lambda: now().hearing is Hearing.REPORTED, reported)
    with form.beside(11):
        form.line("noticed_by", _("Heard by"))
        form.date("noticed_on", _("Heard on"))
        form.time("noticed_at", _("At"))


def _add_language(form: Form) -> None:
    with form.beside(20):
        form.add(_("Language"), suggestion_binding("language", [_(text) for text in LANGUAGES]))
        form.line("interpreter", _("Interpreter"))
    with form.beside(20):
        form.date("happened_on", _("When it is said to have happened"))
        form.time("happened_at", _("At"))


def _held(draft: ConcernDraft, saying: Saying) -> Saying:
    found = (one for one in facts_of(draft, Saying) if one.id == saying.id)
    return next(found, saying)
