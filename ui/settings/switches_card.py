"""The local switches of the guidance: what may not be in force, and who says that it is."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.domain.guidance import Guidance, Switch
from sgdesk.domain.guidance_switches import is_switched_here
from sgdesk.text import _, read_short_date
from ui.kit.cards import Card, Notice, Sentence, button, tag, words
from ui.kit.flow_layout import FlowLayout
from ui.kit.layout import Gap, column
from ui.kit.theme import mark
from ui.kit.why import reason_notice
from ui.settings.reason_card import ReasonCard


class SwitchesCard(Card):
    """`ask` makes the card that asks who or what says that a switch is to be turned; None where
    nobody here may turn one."""

    def __init__(
        self,
        guidance: Guidance,
        ask: Callable[[Switch], ReasonCard] | None,
        *,
        late: frozenset[str],
    ) -> None:
        super().__init__(
            _("Local switches"),
            _("Law on paper of which nobody could verify that it is in force. A lead turns it on"
              " once an official source says so; it holds for what is recorded from then on."),
        )  # fmt: skip
        self._guidance = guidance
        self._ask = ask
        self._asked: dict[str, ReasonCard] = {}
        self._late = late
        self._below: dict[str, QVBoxLayout] = {}
        for switch in guidance.switches:
            self.add(self._line(switch))
        if not guidance.switches:
            self.add(words(_("This nation’s guidance has none."), "hint"))

    def _line(self, switch: Switch) -> QWidget:
        line = QWidget()
        layout = column(line, Gap.SMALL)
        top = FlowLayout(gap=Gap.SMALL)
        title = Sentence(switch.title)
        mark(title, "strong")
        top.addWidget(title)
        top.addWidget(tag(_("On"), "ok") if switch.on else tag(_("Off")))
        if is_switched_here(self._guidance, switch.id):
            top.addWidget(tag(_("Set here"), "info"))
        if self._ask is not None:
            top.addWidget(self._turn(switch))
        layout.addLayout(top)
        layout.addWidget(reason_notice(switch.why, switch, self._guidance))
        day = read_short_date(switch.look_again_on)
        if switch.id in self._late:
            text = _("It was to be looked at again on {day}. Look for its start now.")
            layout.addWidget(Notice(text.format(day=day), kind="due"))
        else:
            layout.addWidget(words(_("Look again on {day}.").format(day=day), "hint"))
        self._below[switch.id] = column(gap=Gap.NONE)
        layout.addLayout(self._below[switch.id])
        return line

    def _turn(self, switch: Switch) -> QWidget:
        text = _("Switch it off…") if switch.on else _("Switch it on…")
        press = button(text, "link-small", f"switch:{switch.id}")
        spoken = _("{do} {title}").format(do=text.rstrip("…"), title=switch.title)
        press.setAccessibleName(spoken)
        press.clicked.connect(lambda: self.ask_about(switch))
        return press

    def ask_about(self, switch: Switch) -> None:
        """Ask why this switch is to be turned, or go on with what was asked before."""
        if self._ask is None:
            return
        if switch.id not in self._asked:
            self._asked[switch.id] = card = self._ask(switch)
            self._below[switch.id].addWidget(card, 0, Qt.AlignmentFlag.AlignTop)
        self._asked[switch.id].begin()
