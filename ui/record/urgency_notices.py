"""What follows at once from the answers of the first page; every statement is the guidance's."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from sgdesk.domain.answers import NATION_WORDS, YesNo
from sgdesk.domain.cited_words import named_sources
from sgdesk.domain.concern import ConcernDraft, FgmScreen
from sgdesk.domain.flows.branches import asks_fgm, fgm_duty
from sgdesk.domain.guidance import Check, DeadlineRule, Trigger, find
from sgdesk.domain.people import PersonKind, age_on
from sgdesk.text import _
from ui.kit.cards import Notice, button, words
from ui.kit.gradually import Gradually
from ui.kit.layout import Gap, clear, column
from ui.kit.painting import PaintedLater
from ui.record.recording import Recording

_LEFT = Qt.AlignmentFlag.AlignLeft


class UrgencyNotices(QObject):
    """Places under the questions; each is empty until its answer calls for something."""

    emergency_wanted = Signal()

    def __init__(self, recording: Recording) -> None:
        super().__init__()
        self._guidance = recording.guidance
        self._today = recording.today
        self.danger = _Place()
        self.nation = _Place()
        self.colleague = _Place()
        self.fgm = _Place()
        self.sexual_abuse = _Place()
        self.baby = _Place()

    def show_for(self, draft: ConcernDraft) -> None:
        """Show what follows from the answers as they are."""
        urgency = draft.urgency
        self._show_danger(urgency.immediate_danger is YesNo.YES)
        self._show_nation(draft)
        self._show_colleague(urgency.about_colleague is YesNo.YES)
        self._show_fgm(draft)
        child = draft.person.kind is PersonKind.CHILD
        abused = child and urgency.sexual_abuse is YesNo.YES
        self._show_check(self.sexual_abuse, "CHK-05", abused)
        self._show_baby(child and urgency.baby_with_mark is YesNo.YES)

    def finish(self) -> None:
        """Put what is still to come in its place, now."""
        for place in (
            self.danger, self.nation, self.colleague, self.fgm, self.sexual_abuse, self.baby,
        ):  # fmt: skip
            place.finish()

    def _show_danger(self, shown: bool) -> None:
        if not self.danger.changes_to(shown):
            return
        check = find(self._guidance.checks, "CHK-01")
        line = find(self._guidance.lines, "line-999")
        number = line.number if line is not None else "999"
        notice = Notice(check.why if check is not None else "", kind="overdue")
        call = words(_("Telephone {number} now").format(number=number), "large")
        page = button(_("Open the emergency page"), "danger", "emergency")
        page.clicked.connect(self.emergency_wanted)
        self.danger.put(call, notice, page)

    def _show_baby(self, shown: bool) -> None:
        if not self.baby.changes_to(shown):
            return
        page = button(_("Open the emergency page"), "danger", "baby-emergency")
        page.clicked.connect(self.emergency_wanted)
        self.baby.put(
            words(_("Telephone first, whatever the explanation. Write afterwards."), "strong"),
            *self._reasons("CHK-BABY", "overdue"),
            *self._reasons("CHK-BABY-NOW", "due"),
            page,
        )

    def _reasons(self, check_id: str, kind: str) -> list[QWidget]:
        check = find(self._guidance.checks, check_id)
        return [] if check is None else [self._advice(check, kind)]

    def _advice(self, check: Check, kind: str) -> Notice:
        """Return what to do, and in a short line below what it rests on: the addresses of the texts
        are one press away, under the question."""
        notice = Notice(check.why, kind=kind)
        notice.add(words(named_sources(check, self._guidance), "hint"))
        return notice

    def _show_nation(self, draft: ConcernDraft) -> None:
        nation = draft.urgency.nation
        other = nation is not self._guidance.nation
        if not self.nation.changes_to(nation if other else None):
            return
        text = _(
            "This desk holds the guidance of {ours}. For {nation}, check each step with the"
            " procedures there."
        ).format(ours=_(NATION_WORDS[self._guidance.nation]), nation=_(NATION_WORDS[nation]))
        self.nation.put(Notice(text, kind="due"))

    def _show_colleague(self, shown: bool) -> None:
        if not self.colleague.changes_to(shown):
            return
        rules = self._guidance.rules_for(Trigger.ALLEGATION_KNOWN)
        parts: list[QWidget] = [words(rule.title, "strong") for rule in rules]
        parts += self._reasons("CHK-03", "due") + self._reasons("CHK-COLLEAGUE-NOW", "due")
        apart = _(
            "This record is kept apart: only the lead and the deputy can open it. Keep it out of"
            " the clinical record and out of team notes."
        )
        self.colleague.put(*parts, Notice(apart))

    def _show_fgm(self, draft: ConcernDraft) -> None:
        screen = draft.urgency.fgm
        duty = fgm_duty(draft.urgency, draft.person)
        raised = asks_fgm(draft.person) and screen not in (None, FgmScreen.NOT_RAISED)
        check = find(self._guidance.checks, "CHK-04")
        age = self._age_words(draft)
        state = (raised, duty, age) if raised and check else None
        if not self.fgm.changes_to(state) or check is None:
            return
        verdict = (
            _("On these answers the duty to report applies, and it cannot be passed on.")
            if duty
            else _("On these answers the duty to report to the police does not apply.")
        )
        parts: list[QWidget] = [words(verdict, "strong"), words(age, "hint")]
        if duty:
            parts += [
                *self._reasons("CHK-FGM-NOW", "due"),
                *map(_rule_notice, self._guidance.rules_for(Trigger.FGM_DISCOVERED)),
            ]
        self.fgm.put(*parts, self._advice(check, "info" if duty else "due"))

    def _age_words(self, draft: ConcernDraft) -> str:
        born = draft.person.born
        if born is None or born > self._today:
            return _("Her age today decides. Write her date of birth on the next page.")
        years = age_on(born, self._today)
        return _("She is {years} years old today.").format(years=years)

    def _show_check(self, place: "_Place", check_id: str, shown: bool) -> None:
        check = find(self._guidance.checks, check_id)
        if place.changes_to(shown and check is not None) and check is not None:
            place.put(self._advice(check, "due"))


def _rule_notice(rule: DeadlineRule) -> Notice:
    notice = Notice(_("{title}. {why}").format(title=rule.title.rstrip("."), why=rule.why))
    notice.add(words(_("Source: {names}.").format(names=rule.source.rstrip(".")), "hint"))
    return notice


class _Place(QWidget):
    """Room for what follows from one answer."""

    def __init__(self) -> None:
        super().__init__()
        self._column: QVBoxLayout = column(self, Gap.SMALL)
        self._shown: object = None
        self._later = Gradually(self)
        self.hide()

    def changes_to(self, state: object) -> bool:
        """Empty the place if the state is new; say whether something is to be put there."""
        if state == self._shown:
            return False
        self._shown = state
        PaintedLater.add(self)
        self._later.replace(())
        clear(self._column)
        self.hide()
        return bool(state)

    def put(self, *parts: QWidget) -> None:
        """Show these below each other, each in a turn of its own: a sentence takes long to set."""
        self._later.replace(partial(self._put_next, part) for part in parts)
        self._later.go_on()

    def finish(self) -> None:
        """Show what is left, now."""
        self._later.finish()

    def _put_next(self, part: QWidget) -> None:
        place = _LEFT if isinstance(part, QPushButton) else Qt.AlignmentFlag(0)
        self._column.addWidget(part, 0, place)
        self.show()
