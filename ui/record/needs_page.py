"""Risk and immediate needs: what was advised, what stands in the way, who is safe tonight."""

from PySide6.QtWidgets import QWidget

from sgdesk.domain.facts.kinds import Fact, Need, NeedTopic
from sgdesk.domain.facts.words import NEED_WORDS
from sgdesk.text import _
from ui.kit.binding import item_of
from ui.kit.choice_fields import options_of
from ui.kit.form import Form
from ui.record.recording import Recording, facts_of
from ui.record.suggestions import suggestion_binding
from ui.record.topic_page import TopicPage
from ui.record.wording_watch import watch_wording

_ORDER = list(NeedTopic)


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
        form = Form(item_of(self.draft, "facts", fact.id), fact.id)
        topic = fact.topic if isinstance(fact, Need) else NeedTopic.SAFETY_NET
        form.long_text("text", _(NEED_WORDS[topic]), rows=2)
        told = [one.name for one in self.draft.relations if one.name]
        with form.beside(20) as advice:
            form.add(_("Told to"), suggestion_binding("to_whom", told))
            form.line("understood", _("Understood? In whose words?"))
        form.choice("topic", _("Topic"), options_of(NEED_WORDS), as_list=True)
        form.only_if(lambda: self._topic_of(fact) is NeedTopic.SAFETY_NET, advice)
        with form.beside(20):
            form.date("happened_on", _("On"))
            form.time("happened_at", _("At"))
        watch_wording(form, self.recording, fact.id, ("text",))
        return form

    def _topic_of(self, fact: Fact) -> NeedTopic | None:
        held = (one for one in facts_of(self.draft, Need) if one.id == fact.id)
        return next((one.topic for one in held), None)
