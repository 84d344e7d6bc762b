"""The count by rule, and the sum from which it comes: every day under what it was counted as."""

from sgdesk.domain.facts.chronology import (
    count,
    count_sentence,
    sum_line_words,
    sum_lines,
    sum_sentence,
)
from sgdesk.text import _
from ui.kit.binding import part_of
from ui.kit.cards import Notice, words
from ui.kit.form import Form
from ui.record.labels import PRESENTATION_LABELS
from ui.record.recording import Recording


class CountForm(Form):
    """Where to count from, the count, and its sum."""

    def __init__(self, recording: Recording) -> None:
        super().__init__(part_of(recording.draft, "presentation"), "presentation")
        self._recording = recording
        self._count = Notice("")
        self._sum = words("", "hint")
        self._sum.setObjectName("count-sum")

    def ask(self) -> None:
        """Put the question in place, once the form itself has its own."""
        hint = _(
            "Counts appointments planned here or at a hospital that were the patient’s or family’s"
            " to keep. The day itself is not counted."
        )
        with self.card(_("Count by rule"), hint):
            self.date("count_from", _(PRESENTATION_LABELS["count_from"]))
            self.add_widget(self._count)
            self.add_widget(self._sum)

    def show_count(self) -> None:
        """Count again."""
        since, facts = self._recording.draft.presentation.count_from, self._recording.draft.facts
        self._count.setVisible(since is not None)
        self._sum.setVisible(since is not None)
        if since is None:
            return
        today = self._recording.today
        self._count.set_text(count_sentence(count(facts, since, today)))
        lines = sum_lines(facts, since, today)
        told = [sum_sentence(lines), *map(sum_line_words, lines)]
        self._sum.setText("\n".join(filter(None, told)))
