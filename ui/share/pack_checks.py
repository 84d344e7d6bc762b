"""A few checks of what goes, beside the list of facts."""

from collections.abc import Mapping, Sequence
from functools import partial

import msgspec
from PySide6.QtCore import Qt, Signal

from sgdesk.domain.concern import Concern
from sgdesk.domain.facts.kinds import Event, Fact, Saying
from sgdesk.domain.facts.words import label
from sgdesk.domain.pack import going
from sgdesk.domain.sharing.decision import Choice
from sgdesk.domain.sharing.enough import cut_pattern, numbers_left_out, unmarked_explanations
from sgdesk.domain.sharing.others import about_others, names_family
from sgdesk.domain.sharing.protected import elsewhere_words
from sgdesk.ids import FactId
from sgdesk.text import _
from ui.kit.cards import Card, button, words
from ui.kit.layout import Gap, clear, column
from ui.kit.theme import mark

_FEW = 3


class Check(msgspec.Struct, frozen=True):
    """What was looked at, whether it is fine, and the facts it is about, by name."""

    text: str
    is_fine: bool
    facts: tuple[tuple[FactId, str], ...] = ()


class BeforeYouGoOn(Card):
    """A few checks of what goes; what needs a look says so in words, and leads to the facts.

    `fact_chosen` brings the id of a fact to go to.
    """

    fact_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Before you go on"))
        self._shown: list[Check] = []
        self._lines = column(gap=Gap.TIGHT)
        self.body.addLayout(self._lines)

    def show_choices(self, concern: Concern, choices: Mapping[FactId, Choice]) -> None:
        """Look at what goes, and say what needs a second look."""
        found = looked_at(concern, choices)
        if found == self._shown:
            return
        self._shown = found
        clear(self._lines)
        for check in found:
            self._add(check)

    def _add(self, check: Check) -> None:
        text, is_fine = check.text, check.is_fine
        line = words(f"✓  {text}" if is_fine else f"!  {text}")
        line.setAccessibleName(text if is_fine else _("Look again: {text}").format(text=text))
        if not is_fine:
            mark(line, "problem")
        self._lines.addWidget(line)
        for fact_id, name in check.facts[:_FEW]:
            link = button(name, "link-small", f"look:{fact_id}")
            link.setAccessibleName(_("Go to {fact}: {text}").format(fact=name, text=text))
            link.clicked.connect(partial(self._on_link, fact_id))
            self._lines.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_link(self, fact_id: FactId, _checked: bool = False) -> None:
        self.fact_chosen.emit(fact_id)


def looked_at(concern: Concern, choices: Mapping[FactId, Choice]) -> list[Check]:
    """Return what was looked at in the facts that go, each with whether it is fine."""
    go = going(concern.facts, dict(choices))
    checks = [
        _unattributed(go), _unquoted(go), _others(concern, go), _gaps(go, choices),
        _pattern(concern, go), _explanations(concern, go), _police(concern, go),
    ]  # fmt: skip
    if concern.person.address_protected:
        checks.append(Check(_("The address is protected: say on the next page from whom"), False))
    checks += [Check(told, False) for told in elsewhere_words(concern)]
    return [check for check in checks if check is not None]


def _unattributed(go: Sequence[Fact]) -> Check:
    without = [fact for fact in go if _is_nobodys(fact)]
    if not without:
        return Check(_("Every fact says who it is from"), True)
    text = _("{count} facts do not say who saw, heard or wrote them")
    if len(without) == 1:
        text = _("1 fact does not say who saw, heard or wrote it")
    return Check(text.format(count=len(without)), False, _named(without))


def _is_nobodys(fact: Fact) -> bool:
    return not fact.noticed_by and not isinstance(fact, Event)


def _unquoted(go: Sequence[Fact]) -> Check | None:
    said = [fact for fact in go if isinstance(fact, Saying)]
    if not said:
        return None
    without = sum(1 for fact in said if not fact.words)
    if not without:
        return Check(_("Words that were said are kept in quotes"), True)
    return Check(_("{count} without exact words").format(count=without), False)


def _others(concern: Concern, go: Sequence[Fact]) -> Check:
    others = about_others(concern, go)
    if not others:
        if names_family(concern, go):
            return Check(_("Of the other people on the record, only adults are named"), True)
        return Check(_("No fact names another person on the record"), True)
    text = _("{count} facts tell about another person")
    if len(others) == 1:
        text = _("1 fact tells about another person")
    return Check(text.format(count=len(others)), False, _named(others))


def _named(facts: Sequence[Fact]) -> tuple[tuple[FactId, str], ...]:
    return tuple((one.id, label(one)) for one in facts)


def _gaps(go: Sequence[Fact], choices: Mapping[FactId, Choice]) -> Check | None:
    parts = [part for fact in go for part in choices[fact.id].parts]
    held = sum(not part.goes for part in parts)
    if not held:
        return None
    if held == 1:
        return Check(_("1 sentence is left out; the gap can be seen"), True)
    return Check(_("{count} sentences are left out; the gaps can be seen").format(count=held), True)


def _pattern(concern: Concern, go: Sequence[Fact]) -> Check | None:
    if cut := cut_pattern(concern, go):
        return Check(cut, False)
    if sum(isinstance(fact, Event) for fact in go) < _FEW:
        return None
    return Check(_("The pattern over time is whole"), True)


def _explanations(concern: Concern, go: Sequence[Fact]) -> Check | None:
    bare = unmarked_explanations(concern, go)
    if not bare:
        return None
    text = _("{count} explanations go without the marks they explain").format(count=bare)
    if bare == 1:
        text = _("1 explanation goes without the mark it explains")
    return Check(text, False)


def _police(concern: Concern, go: Sequence[Fact]) -> Check | None:
    if not numbers_left_out(concern, go):
        return None
    return Check(_("The police gave a number, and it does not go"), False)
