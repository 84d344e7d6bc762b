"""Context: what gives the facts their meaning, and opinions with their reasons."""

from sgdesk.domain.facts.kinds import Context, ContextTopic, Fact, Opinion
from sgdesk.domain.facts.options import CONTEXT_HINTS, LEVELS_OF_NEED
from sgdesk.domain.facts.words import CONTEXT_WORDS, label
from sgdesk.text import _
from ui.kit.binding import item_of
from ui.kit.cards import button
from ui.kit.choice_fields import options_of
from ui.kit.form import Form
from ui.record.also_about import also_about_binding
from ui.record.later_form import LaterForm
from ui.record.recording import Recording, facts_of
from ui.record.suggestions import suggestion_binding
from ui.record.topic_page import TopicPage
from ui.record.wording_watch import watch_wording

_ORDER: list[ContextTopic | None] = [*ContextTopic, None]
_WITH_TEETH = (ContextTopic.UNTREATED, ContextTopic.BREAKAGE, ContextTopic.ADVICE)
_WITH_RESULT = (ContextTopic.SUPPORT, ContextTopic.ADVICE)


class ContextPage(TopicPage):
    """Cards by topic; an opinion is labelled as one and gives its reasons."""

    def __init__(self, recording: Recording) -> None:
        super().__init__(
            recording,
            "context",
            _("Treatment, history, strengths, what was tried. Label an opinion as one."),
            self._context_and_opinions,
            self._form_of,
        )
        self.add_topics(
            _("Add context"),
            CONTEXT_WORDS,
            lambda topic: self.add_fact(recording.new(Context, topic=topic)),
        )
        opinion = button(_("Add a professional opinion"), name="add-opinion")
        opinion.clicked.connect(lambda: self.add_fact(recording.new_opinion()))
        self.add_button(opinion)
        self.add_why()
        self.changed.connect(self._on_changed)

    def _context_and_opinions(self) -> list[Fact]:
        context = sorted(facts_of(self.draft, Context), key=lambda one: _ORDER.index(one.topic))
        return [*context, *facts_of(self.draft, Opinion)]

    def _on_changed(self) -> None:
        # A sentence that was moved to opinion makes a card of its own.
        self.cards.show_items()

    def _form_of(self, fact: Fact) -> Form:
        form = LaterForm(item_of(self.draft, "facts", fact.id), fact.id)
        if isinstance(fact, Opinion):
            self._add_opinion(form, fact)
        elif isinstance(fact, Context):
            self._add_context(form, fact)
        return form

    def _add_opinion(self, form: LaterForm, opinion: Opinion) -> None:
        form.long_text("text", _("Professional &opinion"), rows=2)
        form.later(
            lambda: form.long_text(
                "because", _("Because"), _("What was seen, said or is known."), rows=2
            ),
            lambda: _add_whose(form),
            lambda: _add_level(form),
            lambda: watch_wording(
                form, self.recording, opinion.id, ("text", "because"), opinion=True
            ),
        )

    def _add_context(self, form: LaterForm, context: Context) -> None:
        hint = CONTEXT_HINTS.get(context.topic) if context.topic else ""
        form.long_text("text", label(context), _(hint or ""), rows=2)
        form.later(
            lambda: self._add_by_topic(form, context),
            lambda: form.choice("topic", _("Topic"), options_of(CONTEXT_WORDS), as_list=True),
            lambda: _add_source(form),
            lambda: form.add(
                _("Also about"), also_about_binding(self.draft), _("Somebody else’s data?")
            ),
            lambda: watch_wording(form, self.recording, context.id, ("text", "result")),
        )

    def _add_by_topic(self, form: Form, context: Context) -> None:
        result = form.long_text("result", _("How it went"), rows=2)
        teeth = form.line("teeth", _("Teeth (FDI)"), _("Two digits each, such as 54, 64, 75."))
        form.only_if(lambda: _topic_of(self.draft.facts, context) in _WITH_TEETH, teeth)
        form.only_if(lambda: _topic_of(self.draft.facts, context) in _WITH_RESULT, result)


def _add_whose(form: Form) -> None:
    with form.beside(20):
        form.line("noticed_by", _("Whose opinion"), share=2)
        form.date("noticed_on", _("On"))


def _add_level(form: Form) -> None:
    with form.fold(_("the level of need, if you judge one")):
        form.add(
            _("Level of need"),
            suggestion_binding("level", [_(text) for text in LEVELS_OF_NEED]),
            _("Your own judgement; nothing here works one out."),
        )
        form.line("document", _("Local document used, and its date"))


def _add_source(form: Form) -> None:
    with form.beside(20):
        form.date("happened_on", _("Date, if it has one"))
        form.line("noticed_by", _("Where this comes from"))


def _topic_of(facts: list[Fact], context: Context) -> ContextTopic | None:
    held = (one for one in facts if isinstance(one, Context) and one.id == context.id)
    return next(held, context).topic
