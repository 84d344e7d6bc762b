"""Risk and immediate needs: what was advised, what stands in the way, who is safe tonight."""

from PySide6.QtWidgets import QWidget

from sgdesk.domain.facts.kinds import Fact, Need, NeedTopic
from sgdesk.domain.facts.options import BARRIERS, NEED_HINTS
from sgdesk.domain.facts.words import NEED_WORDS, label
from sgdesk.text import _
from ui.kit.binding import item_of
from ui.kit.choice_fields import options_of, ticks_binding
from ui.kit.form import Form
from ui.record.later_form import LaterForm
from ui.record.recording import Recording, facts_of
from ui.record.suggestions import suggestion_binding
from ui.record.topic_page import TopicPage
from ui.record.wording_watch import watch_wording

_OF_SOMEBODY = (
    NeedTopic.SAFETY_NET, NeedTopic.TREATMENT, NeedTopic.BARRIER, NeedTopic.COMMUNICATION,
    NeedTopic.ADJUSTMENT,
)  # fmt: skip
_ORDER: list[NeedTopic | None] = [*NeedTopic, None]


class NeedsPage(TopicPage):
    """Cards by topic; safety-net advice also says to whom, and whether it was understood."""

    def __init__(self, recording: Recording) -> None:
        super().__init__(
            recording,
            "needs",
            _("Pain and injury first. A barrier that is named can be removed."),
            self._needs,
            self._form_of,
        )
        self.add_topics(
            _("Add a risk or a need"),
            NEED_WORDS,
            lambda topic: self.add_fact(recording.new(Need, topic=topic)),
        )
        self.add_why()

    def focus(self, name: str) -> QWidget | None:
        """Go to the field of this object name; "add-need" is the first of the buttons."""
        return super().focus(f"add-{_ORDER[0]}" if name == "add-need" else name)

    def _needs(self) -> list[Fact]:
        return [*sorted(facts_of(self.draft, Need), key=lambda one: _ORDER.index(one.topic))]

    def _form_of(self, fact: Fact) -> Form:
        form = LaterForm(item_of(self.draft, "facts", fact.id), fact.id)
        topic = fact.topic if isinstance(fact, Need) else None
        form.long_text("text", label(fact), _(NEED_HINTS[topic]) if topic else "", rows=2)
        form.later(
            lambda: self._add_barriers(form, fact),
            lambda: self._add_whom(form, fact),
            lambda: self._add_advice(form, fact),
            lambda: self._add_rest(form),
            lambda: watch_wording(form, self.recording, fact.id, ("text",)),
        )
        return form

    def _add_barriers(self, form: Form, fact: Fact) -> None:
        barriers = form.add(
            _("What stands in the way"),
            ticks_binding("barriers", [(text, _(text)) for text in BARRIERS], in_columns=True),
        )
        form.only_if(lambda: self._topic_of(fact) is NeedTopic.BARRIER, barriers)

    def _add_whom(self, form: Form, fact: Fact) -> None:
        names = (self.draft.person.name, *(one.name for one in self.draft.relations))
        people = [name for name in names if name]
        with form.beside(20):
            whom = form.add(_("To whom, or for whom"), suggestion_binding("to_whom", people))
            understood = form.line("understood", _("Understood? In whose words?"))
        form.only_if(lambda: self._topic_of(fact) in _OF_SOMEBODY, whom)
        form.only_if(lambda: self._topic_of(fact) is NeedTopic.SAFETY_NET, understood)

    def _add_advice(self, form: Form, fact: Fact) -> None:
        with form.fold(_("when to come back, and the review")) as advice:
            form.line("return_if", _("Come back or ring if"))
            with form.beside(20):
                form.line("ring", _("Whom to ring, day and night"))
                form.line("if_not_brought", _("If not brought again"))
            with form.beside(20):
                form.date("review_on", _("Review on"))
                form.line("review_by", _("Who reviews it"))
        form.only_if(lambda: self._topic_of(fact) is NeedTopic.SAFETY_NET, advice)

    def _add_rest(self, form: Form) -> None:
        form.choice("topic", _("Topic"), options_of(NEED_WORDS), as_list=True)
        with form.beside(11):
            form.line("noticed_by", _("Done or noted by"))
            form.date("happened_on", _("On"))
            form.time("happened_at", _("At"))

    def _topic_of(self, fact: Fact) -> NeedTopic | None:
        held = (one for one in facts_of(self.draft, Need) if one.id == fact.id)
        return next((one.topic for one in held), None)
