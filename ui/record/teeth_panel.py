"""Mouth and teeth: the chart of one examination, the form of a tooth, and what repeats."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from sgdesk.domain.earlier import visits_of
from sgdesk.domain.facts.kinds import Context, ContextTopic, Observation, ObservationTopic
from sgdesk.domain.facts.tooth_words import (
    ToothVisit,
    finding_words,
    in_chart_order,
    over_time,
    repeated_breakages,
    untreated_again,
)
from sgdesk.domain.teeth import ToothFinding, ToothState, palmer
from sgdesk.domain.tooth_sets import ToothSet, set_with, tooth_set_for
from sgdesk.text import _
from ui.kit.cards import button, words
from ui.kit.flow_layout import FlowLayout
from ui.kit.gradually import Gradually
from ui.kit.layout import Gap, column
from ui.kit.painting import PaintedLater
from ui.record.recording import Recording, facts_of, remove_item, replace_fact
from ui.record.tooth_chart import ToothChart
from ui.record.tooth_form import ToothForm

_SETS = {
    ToothSet.PRIMARY: ("Milk teeth", True, False),
    ToothSet.MIXED: ("Both", True, True),
    ToothSet.PERMANENT: ("Adult teeth", False, True),
}


class TeethPanel(QWidget):
    """The teeth as they were found. The findings stand in one observation of the draft, which is
    begun with the first. `begun`: it was; `ended`: its last finding went; `changed`: a finding
    was put in, changed or taken out.
    """

    begun = Signal()
    ended = Signal()
    changed = Signal()

    def __init__(self, recording: Recording) -> None:
        super().__init__()
        self._recording = recording
        self._draft = recording.draft
        self._tooth = ""
        self._earlier: tuple[ToothVisit, ...] = ()
        self._dayless = ""  # the examination that was begun before any day was known
        self._later = Gradually(self)
        self._layout = column(self, Gap.SMALL)
        self._add_sets()

    def add_chart(self) -> None:
        """Put the chart and what belongs below it in their place."""
        self._chart = ToothChart()
        self._layout.addWidget(self._chart)
        self._hint = words(
            _("Press on a tooth, or go to it by the arrow keys and press Enter. Letters mark it."),
            "hint",
        )
        self._layout.addWidget(self._hint)
        self._faint = words(_("Faint letters are from earlier records of the same person."), "hint")
        self._faint.setObjectName("teeth-faint")
        self._layout.addWidget(self._faint)
        self._faint.hide()
        self._title = words("", "label")
        self._layout.addWidget(self._title)
        self._form_place = column(gap=Gap.NONE)
        self._layout.addLayout(self._form_place)
        self._repeated = words("", "hint")
        self._repeated.setObjectName("teeth-repeated")
        self._layout.addWidget(self._repeated)
        self._to_context = button(_("Add this to Context"), "link-small", "teeth-to-context")
        self._to_context.clicked.connect(self._on_to_context)
        self._layout.addWidget(self._to_context, 0, Qt.AlignmentFlag.AlignLeft)
        self._follow_age()
        self._title.hide()

    def dress(self) -> None:
        """Make the chart ready to be shown."""
        self._chart.dress()

    def add_form(self) -> None:
        """Put the form of a tooth in its place; until then no tooth can be chosen."""
        self.form = ToothForm(self._finding, self._put)
        self._form_place.addWidget(self.form)
        self.form.hide()
        self._chart.chosen.connect(self._on_chosen)
        self._chart.typed.connect(self._on_typed)
        self._chart.emptied.connect(self._on_emptied)

    def load(self) -> None:
        """Show what the draft holds now, on the chart and in the form, and the teeth of the age
        where that is another now."""
        if self._set_for_age() is not self._offered:
            self._follow_age()
        self.form.load()
        self.show_findings()

    def show_earlier(self, visits: Sequence[ToothVisit]) -> None:
        """Show behind the chart what earlier records of the same person hold."""
        self._earlier = tuple(visits)
        self._faint.setVisible(any(visit.findings for visit in visits))
        self.show_findings()

    def show_findings(self) -> None:
        """Show what the draft holds."""
        exam = self._exam()
        found = {one.tooth: one for one in exam.teeth} if exam is not None else {}
        earlier = {one.tooth: one for visit in self._earlier for one in visit.findings}
        self._chart.show_findings(found, earlier, self._tooth)
        repeated = "\n".join(over_time(self._visits()))
        self._repeated.setText(repeated)
        self._repeated.setVisible(bool(repeated))
        self._to_context.setVisible(bool(self._new_context()))

    def take_day(self) -> None:
        """Give an examination that was begun before any day was known the one that is known now:
        its card need never be opened."""
        exam, day = self._exam(), self._recording.day_noticed()
        if exam is None or exam.id != self._dayless or day is None:
            return
        self._dayless = ""
        if exam.noticed_on is None and not exam.noticed_on_typed:
            replace_fact(self._draft, msgspec.structs.replace(exam, noticed_on=day))
            self.changed.emit()

    def count(self) -> int:
        """Return how many teeth have a finding."""
        exam = self._exam()
        return len(exam.teeth) if exam is not None else 0

    def _visits(self) -> tuple[ToothVisit, ...]:
        return (*self._earlier, *visits_of(tuple(self._draft.facts)))

    def _new_context(self) -> list[tuple[ContextTopic, str]]:
        """Return what repeats and is not said in the context yet."""
        visits = self._visits()
        said = {fact.text for fact in facts_of(self._draft, Context)}
        told = [
            (ContextTopic.BREAKAGE, repeated_breakages(visits)),
            *((ContextTopic.UNTREATED, text) for text in untreated_again(visits)),
        ]
        return [(topic, text) for topic, text in told if text and text not in said]

    def _on_to_context(self) -> None:
        added = [
            self._recording.new(Context, topic=topic, text=text)
            for topic, text in self._new_context()
        ]
        self._draft.facts = [*self._draft.facts, *added]
        self.show_findings()
        self.changed.emit()

    def _exam(self) -> Observation | None:
        exams = [
            fact
            for fact in facts_of(self._draft, Observation)
            if fact.topic is ObservationTopic.TEETH
        ]
        return exams[-1] if exams else None

    def _finding(self) -> ToothFinding:
        exam = self._exam()
        found = [one for one in exam.teeth if one.tooth == self._tooth] if exam else []
        return found[0] if found else ToothFinding(tooth=self._tooth)

    def _put(self, finding: ToothFinding) -> None:
        exam = self._exam()
        is_new = exam is None
        if exam is None:
            exam = self._recording.new_seen(Observation, topic=ObservationTopic.TEETH)
            self._draft.facts = [*self._draft.facts, exam]
            self._dayless = exam.id if exam.noticed_on is None else ""
        others = [one for one in exam.teeth if one.tooth != finding.tooth]
        said = [finding] if finding != ToothFinding(tooth=finding.tooth) else []
        teeth = tuple(in_chart_order([*others, *said]))
        replace_fact(self._draft, msgspec.structs.replace(exam, teeth=teeth))
        if not teeth and not exam.text.strip():
            remove_item(self._draft, "facts", exam.id)
            self.ended.emit()
        elif is_new:
            self.begun.emit()
        self.show_findings()
        self.changed.emit()

    def _on_chosen(self, tooth: str) -> None:
        self._tooth = tooth
        self._title.setText(finding_words(ToothFinding(tooth=tooth)))
        self._show_form(True)
        self.form.load()
        self.show_findings()
        self.form.focus("tooth.states")

    def _on_typed(self, tooth: str, state: ToothState) -> None:
        """Put in or take out a finding by its letter, and stay on the tooth."""
        PaintedLater.add(self)
        self._tooth = tooth
        held = self._finding()
        states = [one for one in held.states if one is not state]
        if len(states) == len(held.states):
            states.append(state)
        order = list(ToothState)
        self._put(msgspec.structs.replace(held, states=tuple(sorted(states, key=order.index))))
        # A moment later: the focus stays on the tooth, and many boxes take time to show.
        self._later.replace([self._show_typed])
        self._later.go_on()

    def _show_typed(self) -> None:
        self._title.setText(finding_words(ToothFinding(tooth=self._tooth)))
        self._show_form(True)
        self.form.load()

    def _on_emptied(self, tooth: str) -> None:
        self._tooth = tooth
        if self._finding() == ToothFinding(tooth=tooth):
            return
        if self._recording.asker.confirm(
            _("Remove what was found on {tooth} ({palmer})?").format(
                tooth=tooth, palmer=palmer(tooth)
            ),
            _("The tooth stays on the chart, without a finding."),
            _("Remove it"),
            _("Keep it"),
            danger=True,
        ):
            self._put(ToothFinding(tooth=tooth))
            self.form.load()

    def _show_form(self, shown: bool) -> None:
        for part in (self._title, self.form):
            part.setVisible(shown)
        self._hint.setVisible(not shown)

    def _set_for_age(self) -> ToothSet:
        offered = tooth_set_for(self._draft.person, self._recording.today)
        exam = self._exam()
        return set_with(offered, (one.tooth for one in exam.teeth) if exam is not None else ())

    def _follow_age(self) -> None:
        self._offered = self._set_for_age()
        self._show_set(self._offered)

    def _add_sets(self) -> None:
        ways = FlowLayout(gap=Gap.TIGHT)
        group = QButtonGroup(self)
        self._sets = {}
        for name, (text, _primary, _permanent) in _SETS.items():
            tab = button(_(text), "tab", f"teeth:{name}")
            tab.setCheckable(True)
            tab.clicked.connect(lambda _checked=False, one=name: self._show_set(one))
            group.addButton(tab)
            ways.addWidget(tab)
            self._sets[name] = tab
        self._layout.addLayout(ways)

    def _show_set(self, name: ToothSet) -> None:
        _text, primary, permanent = _SETS[name]
        self._sets[name].setChecked(True)
        self._chart.show_teeth(primary=primary, permanent=permanent)
