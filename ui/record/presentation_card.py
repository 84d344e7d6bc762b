"""When the person came, and how long after the event as told: the delay is computed."""

from sgdesk.domain.facts.delay import record_delay, visit_delay, whole_delay
from sgdesk.text import _
from ui.kit.binding import part_of
from ui.kit.cards import Notice
from ui.kit.form import Form
from ui.record.labels import PRESENTATION_LABELS
from ui.record.recording import Recording


class PresentationForm(Form):
    """The visit and the event, with the time between them as a sentence."""

    def __init__(self, recording: Recording) -> None:
        super().__init__(part_of(recording.draft, "presentation"), "presentation")
        self._recording = recording
        self._delay = Notice("")
        self.changed.connect(lambda _field: self._show_delay())

    def ask(self) -> None:
        """Put the questions in place, once the form itself has its own."""
        title, hint = _("Presentation"), _("The delay is worked out from these times.")
        with self.card(title, hint) as self._card:
            with self.beside(20):
                self.date("presented_on", _(PRESENTATION_LABELS["presented_on"]))
                self.time("presented_at", _(PRESENTATION_LABELS["presented_at"]))
            with self.beside(20):
                self.date("event_on", _(PRESENTATION_LABELS["event_on"]))
                self.time("event_at", _(PRESENTATION_LABELS["event_at"]))
        self.load_new()

    def ask_rest(self) -> None:
        """Ask who told of the event, and with whom the person left."""
        with self.more_of(self._card):
            self.line("event_said_by", _(PRESENTATION_LABELS["event_said_by"]))
            self.add_widget(self._delay)
            with self.beside(20):
                self.line("left_with", _(PRESENTATION_LABELS["left_with"]))
                self.time("left_at", _(PRESENTATION_LABELS["left_at"]))
        self.load()

    def load(self) -> None:
        """Show what the draft holds, and the delay that follows."""
        super().load()
        self._show_delay()

    def _show_delay(self) -> None:
        came = self._recording.draft.presentation
        now = self._recording.desk.clock.now()
        text = "\n".join(
            filter(None, (visit_delay(came), record_delay(came, now), whole_delay(came, now)))
        )
        self._delay.set_text(text)
        self._delay.setVisible(bool(text))
