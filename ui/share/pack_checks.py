"""A few checks of what goes, beside the list of facts."""

from collections.abc import Mapping, Sequence

from sgdesk.domain.concern import Concern
from sgdesk.domain.facts.kinds import Event, Fact, Saying
from sgdesk.domain.facts.words import source
from sgdesk.domain.pack import going
from sgdesk.domain.sharing.decision import Choice
from sgdesk.domain.sharing.enough import cut_pattern, numbers_left_out, unmarked_explanations
from sgdesk.ids import FactId
from sgdesk.text import _
from ui.kit.cards import Card, words
from ui.kit.layout import Gap, clear, column
from ui.kit.theme import mark

_FEW = 3


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
    checks = [
        _unattributed(go), _unquoted(go), _others(go), _gaps(go, choices), _pattern(concern, go),
        _explanations(concern, go), _police(concern, go),
    ]  # fmt: skip
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


def _gaps(go: Sequence[Fact], choices: Mapping[FactId, Choice]) -> tuple[str, bool] | None:
    parts = [part for fact in go for part in choices[fact.id].parts]
    held = sum(not part.goes for part in parts)
    if not held:
        return None
    if held == 1:
        return _("1 sentence is left out; the gap can be seen"), True
    return _("{count} sentences are left out; the gaps can be seen").format(count=held), True


def _pattern(concern: Concern, go: Sequence[Fact]) -> tuple[str, bool] | None:
    if cut := cut_pattern(concern, go):
        return cut, False
    if sum(isinstance(fact, Event) for fact in go) < _FEW:
        return None
    return _("The pattern over time is whole"), True


def _explanations(concern: Concern, go: Sequence[Fact]) -> tuple[str, bool] | None:
    bare = unmarked_explanations(concern, go)
    if not bare:
        return None
    if bare == 1:
        return _("1 explanation goes without the mark it explains"), False
    return _("{count} explanations go without the marks they explain").format(count=bare), False


def _police(concern: Concern, go: Sequence[Fact]) -> tuple[str, bool] | None:
    if not numbers_left_out(concern, go):
        return None
    return _("The police gave a number, and it does not go"), False
