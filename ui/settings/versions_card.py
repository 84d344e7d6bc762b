"""The versions of the guidance that are held, and what was chosen when."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sgdesk.domain.guidance_held import GuidanceState, HeldVersion
from sgdesk.text import _, read_moment
from ui.kit.cards import Card, Sentence, button, tag, words
from ui.kit.flow_layout import FlowLayout
from ui.kit.layout import Gap

_MOST_SHOWN = 8


class VersionsCard(Card):
    """`back_asked` carries the version to go back to, None for the program's own, and its name."""

    back_asked = Signal(object, str)

    def __init__(self, state: GuidanceState, *, may_decide: bool) -> None:
        super().__init__(
            _("Versions"),
            _("A version under which something was decided stays readable: Help, Sources."),
        )
        self._state = state
        self._may_decide = may_decide
        self.add(self._line(None, state.own.version, _("came with this program")))
        for held in state.held:
            if held.version != state.own.version or held.by is not None:
                self.add(self._line(held, held.version, _since(held)))

    def _line(self, held: HeldVersion | None, version: str, about: str) -> QWidget:
        state, line = self._state, QWidget()
        ways = FlowLayout(gap=Gap.SMALL)
        line.setLayout(ways)
        ways.addWidget(Sentence(_("{version}, {about}").format(version=version, about=about)))
        holds = state.in_use_id == held.id if held else state.in_use == state.own
        if holds:
            ways.addWidget(tag(_("Holds"), "ok"))
        elif held in state.waiting:
            ways.addWidget(tag(_("Waits for a lead"), "due"))
        elif self._may_decide and (held is None or held.nation is state.in_use.nation):
            name = held.id if held else "own"
            again = button(_("Go back to this"), "link-small", f"guidance-back:{name}")
            again.setAccessibleName(_("Go back to {version}").format(version=version))
            again.clicked.connect(lambda: self.back_asked.emit(held.id if held else None, version))
            ways.addWidget(again)
        return line


def chosen_card(state: GuidanceState) -> Card:
    """Return what was chosen when, by whom, and why."""
    card = Card(_("What was chosen"))
    versions = {held.id: held.version for held in state.held}
    pairs = list(zip(state.choices, state.chosen_by, strict=True))
    for choice, name in pairs[:_MOST_SHOWN]:
        own = state.own.version
        version = versions.get(choice.guidance_id, own) if choice.guidance_id else own
        said = _("{when}: {version}, by {name}. {why}").format(
            when=read_moment(choice.chosen_at), version=version, name=name, why=choice.because
        )
        card.add(words(said))
    return card


def _since(held: HeldVersion) -> str:
    day = read_moment(held.held_since)
    if held.by is not None:
        return _("from a file, held since {day}").format(day=day)
    return _("held since {day}").format(day=day)
