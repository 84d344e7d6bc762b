"""What goes so far, as a number, a bar and a few checks, beside the list of facts."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar

from sgdesk.domain.concern import Concern
from sgdesk.domain.facts.kinds import Event, Fact, Saying
from sgdesk.domain.facts.words import source
from sgdesk.domain.pack import going
from sgdesk.domain.sharing.decision import Choice
from sgdesk.ids import FactId
from sgdesk.text import _
from ui.kit.cards import Card, words
from ui.kit.layout import Gap, clear, column, row
from ui.kit.theme import mark


class PackSoFar(Card):
    """How many facts go, and where the others are."""

    def __init__(self) -> None:
        super().__init__(_("The pack so far"))
        line = row(gap=Gap.SMALL)
        self._count = words("", "large")
        self._count.setWordWrap(False)
        line.addWidget(self._count)
        self._of = words("")
        line.addWidget(self._of, 1, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(line)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setObjectName("pack-so-far")
        self.add(self._bar)
        self._rest = words("", "hint")
        self.add(self._rest)

    def show_choices(self, facts: Sequence[Fact], choices: Mapping[FactId, Choice]) -> None:
        """Count what goes and what stays."""
        go = sum(1 for fact in facts if fact.id in choices and choices[fact.id].goes)
        stay = len(facts) - go
        self._count.setText(str(go))
        self._of.setText(_("of {count} facts go").format(count=len(facts)))
        self._bar.setRange(0, max(len(facts), 1))
        # Painted with the rest, and not at once and by itself.
        self._bar.setUpdatesEnabled(False)
        self._bar.setValue(go)
        self._bar.setUpdatesEnabled(True)
        self._bar.setAccessibleName(_("{go} of {count} facts go").format(go=go, count=len(facts)))
        self._rest.setText(
            _("{stay} stay in the practice record. The reason for each is kept in the disclosure"
              " record.").format(stay=stay)
        )  # fmt: skip


class BeforeYouGoOn(Card):
    """A few checks of what goes; what needs a look says so in words."""

    def __init__(self) -> None:
        super().__init__(_("Before you go on"))
        self._shown: list[tuple[str, bool]] = []
        self._lines = column(gap=Gap.TIGHT)
        self.body.addLayout(self._lines)

    def show_choices(self, concern: Concern, choices: Mapping[FactId, Choice]) -> None:
        """Look at what goes, and say what needs a second look."""
        found = looked_at(concern, choices)
        if found == self._shown:
            return
        self._shown = found
        clear(self._lines)
        for text, is_fine in found:
            line = words(f"✓  {text}" if is_fine else f"!  {text}")
            line.setAccessibleName(text if is_fine else _("Look again: {text}").format(text=text))
            if not is_fine:
                mark(line, "problem")
            self._lines.addWidget(line)


def looked_at(concern: Concern, choices: Mapping[FactId, Choice]) -> list[tuple[str, bool]]:
    """Return what was looked at in the facts that go, each with whether it is fine."""
    go = going(concern.facts, dict(choices))
    checks = [_unattributed(go), _unquoted(go), _others(go), _pattern(concern.facts, go)]
    if concern.person.address_protected:
        checks.append((_("The address is protected: say on the next page from whom"), False))
    return [check for check in checks if check is not None]


def _unattributed(go: Sequence[Fact]) -> tuple[str, bool]:
    without = sum(1 for fact in go if not source(fact).strip() or _is_nobodys(fact))
    if not without:
        return _("No fact is unattributed"), True
    if without == 1:
        return _("1 fact does not say whose it is"), False
    return _("{count} facts do not say whose they are").format(count=without), False


def _is_nobodys(fact: Fact) -> bool:
    return not fact.noticed_by and not isinstance(fact, Event)


def _unquoted(go: Sequence[Fact]) -> tuple[str, bool] | None:
    said = [fact for fact in go if isinstance(fact, Saying)]
    if not said:
        return None
    without = sum(1 for fact in said if not fact.words)
    if not without:
        return _("Words that were said are kept in quotes"), True
    return _("{count} without exact words").format(count=without), False


def _others(go: Sequence[Fact]) -> tuple[str, bool]:
    others = sum(1 for fact in go if fact.also_about)
    if not others:
        return _("No fact tells about another person"), True
    if others == 1:
        return _("1 fact names another person"), False
    return _("{count} facts name another person").format(count=others), False


def _pattern(facts: Sequence[Fact], go: Sequence[Fact]) -> tuple[str, bool] | None:
    known = sum(1 for fact in facts if isinstance(fact, Event))
    left = sum(1 for fact in go if isinstance(fact, Event))
    if known < 3:
        return None
    if left < 2:
        return _("The pattern over time is cut to almost nothing"), False
    return _("The pattern over time is still to be seen"), True
