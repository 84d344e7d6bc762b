"""The drawn time line in its card; the same in words is one click away."""

from collections.abc import Sequence

from sgdesk.domain.facts.kinds import Event, Fact
from sgdesk.domain.facts.timeline import lane_words, time_line
from sgdesk.text import _
from ui.kit.cards import Card, button, words
from ui.kit.time_line import TimeLineView


class TimeLineCard(Card):
    """Shown as soon as there are two dates."""

    def __init__(self) -> None:
        super().__init__(_("Time line"))
        self._shown: tuple[str, list[Event]] = ("", [])
        self._view = TimeLineView()
        self.add(self._view)
        self._as_words = button("", "link-small", "time-line-words")
        self._as_words.clicked.connect(self._on_words)
        self.add(self._as_words)
        self._words = words("", "hint")
        self.add(self._words)
        self._words.hide()
        self._name_way()
        self.hide()

    def show_facts(self, facts: Sequence[Fact], own: str) -> None:
        """Draw the dated entries among these; `own` names the person they are about."""
        events = [fact for fact in facts if isinstance(fact, Event)]
        if (own, events) == self._shown:
            return
        self._shown = own, events
        line = time_line(events)
        self._view.show_line(line, own)
        self._words.setText("\n".join(lane_words(lane) for lane in line.lanes) if line else "")
        self.setVisible(line is not None)

    def _on_words(self) -> None:
        self._words.setVisible(self._words.isHidden())
        self._name_way()

    def _name_way(self) -> None:
        hidden = self._words.isHidden()
        text = _("Read the time line as words") if hidden else _("Hide the words")
        self._as_words.setText(text)
        self._as_words.setAccessibleName(text)
