"""The guidance in Settings: what holds, the versions held, and a newer file somebody brings."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.bootstrap import Desk
from sgdesk.domain.guidance_held import (
    GuidanceState,
    HeldVersion,
    LookedOver,
    is_stale,
    late_switches,
)
from sgdesk.domain.guidance_switches import turned_off
from sgdesk.domain.practice import Role
from sgdesk.ids import GuidanceId
from sgdesk.text import _, read_moment, read_short_date, to_london
from ui.kit.ask import Asker
from ui.kit.cards import Card, Notice, Sentence, button, tag, words
from ui.kit.flow_layout import FlowLayout
from ui.kit.layout import Gap, clear, column
from ui.kit.tasks import Runner
from ui.settings.guidance_file_card import GuidanceFileCard
from ui.settings.reason_card import ReasonCard
from ui.settings.switches_card import SwitchesCard

_MOST_SHOWN = 8


class GuidancePart(QWidget):
    """`said` carries a sentence about what was done, `failed` one of our errors."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, asker: Asker) -> None:
        super().__init__()
        self._desk = desk
        self._runner = runner
        self._asker = asker
        self._content = b""
        self._place: QVBoxLayout = column(self, Gap.NORMAL)
        self._below: QVBoxLayout = column(gap=Gap.NORMAL)

    def read(self) -> None:
        """Read anew what holds and what is held."""
        self._runner.run(self._desk.guidances.state, self._show, self.failed.emit, self)

    def _show(self, state: GuidanceState) -> None:
        clear(self._place)
        self._below = column(gap=Gap.NORMAL)
        self._place.addWidget(self._in_use(state))
        self._place.addLayout(self._below)
        self._place.addWidget(self._switches(state))
        self._place.addWidget(self._held(state))
        if state.choices:
            self._place.addWidget(_chosen(state))

    def _in_use(self, state: GuidanceState) -> Card:
        guidance = state.in_use
        card = Card(_("The guidance that holds"))
        stale = is_stale(guidance, to_london(self._desk.clock.now()).date())
        card.add_to_title(tag(_("Check again"), "due") if stale else tag(_("In date"), "ok"))
        day = read_short_date(guidance.checked_on)
        about = _("{version}, checked on {day}.").format(version=guidance.version, day=day)
        card.add(words(about))
        if stale:
            card.add(
                Notice(
                    _(
                        "It was checked more than three months ago. Law and guidance change: look"
                        " at the sources, or ask for a newer file."
                    ),
                    kind="due",
                )
            )
        if state.own.checked_on > guidance.checked_on:
            card.add(Notice(_("This program brings newer guidance than the one that holds.")))
        for waiting in state.waiting:
            card.add(self._waiting(waiting))
        choose = button(_("&Choose a newer file…"), "primary", "guidance-choose")
        choose.clicked.connect(self._on_choose)
        card.body.addWidget(choose, 0, Qt.AlignmentFlag.AlignLeft)
        hint = _("It is looked over and compared first. Nothing changes before a lead accepts it.")
        card.add(words(hint, "hint"))
        return card

    def _waiting(self, held: HeldVersion) -> Notice:
        text = _("{version} was brought {when}, and no lead has decided on it yet.")
        told = text.format(version=held.version, when=read_moment(held.held_since))
        notice = Notice(told, kind="due")
        notice.add_link(f"guidance-waiting:{held.id}", _("Compare it"))
        notice.linked.connect(lambda _id: self._on_waiting(held.id))
        return notice

    def _switches(self, state: GuidanceState) -> SwitchesCard:
        today = to_london(self._desk.clock.now()).date()
        late = frozenset(one.id for one in late_switches(state.in_use, today))
        is_lead = self._desk.user.role is Role.LEAD
        card = SwitchesCard(state.in_use, may_decide=is_lead, late=late)
        card.turned.connect(self._on_turned)
        return card

    def _held(self, state: GuidanceState) -> Card:
        card = Card(
            _("Versions"),
            _("A version under which something was decided stays readable: Help, Sources."),
        )
        card.add(self._line(state, None, state.own.version, _("came with this program")))
        for held in state.held:
            if held.version != state.own.version or held.by is not None:
                card.add(self._line(state, held, held.version, _since(held)))
        return card

    def _line(
        self, state: GuidanceState, held: HeldVersion | None, version: str, about: str
    ) -> QWidget:
        line = QWidget()
        ways = FlowLayout(gap=Gap.SMALL)
        line.setLayout(ways)
        ways.addWidget(Sentence(_("{version}, {about}").format(version=version, about=about)))
        holds = state.in_use_id == held.id if held else state.in_use == state.own
        if holds:
            ways.addWidget(tag(_("Holds"), "ok"))
        elif held in state.waiting:
            ways.addWidget(tag(_("Waits for a lead"), "due"))
        elif self._desk.user.role is Role.LEAD and (
            held is None or held.nation is state.in_use.nation
        ):
            name = held.id if held else "own"
            again = button(_("Go back to this"), "link-small", f"guidance-back:{name}")
            again.setAccessibleName(_("Go back to {version}").format(version=version))
            again.clicked.connect(lambda: self._on_back(held.id if held else None, version))
            ways.addWidget(again)
        return line

    def _on_choose(self) -> None:
        kind = _("Guidance (*.toml)")
        chosen = self._asker.choose_file_to_open(_("Choose a guidance file"), kind)
        if chosen is not None:
            self._runner.run(
                lambda: self._looked_over(chosen), self._on_looked_over, self.failed.emit, self
            )

    def _on_waiting(self, version: GuidanceId) -> None:
        def compared() -> tuple[bytes, LookedOver]:
            content = self._desk.guidances.file_of(version)
            return content, self._desk.guidances.look_over(content)

        self._runner.run(compared, self._on_looked_over, self.failed.emit, self)

    def _on_turned(self, switch_id: str, on: bool, because: str) -> None:
        self._runner.run(
            lambda: self._desk.guidances.switch(switch_id, on, because),
            lambda found: self._done(_("{version} holds from now on."), found.version),
            self.failed.emit, self,
        )  # fmt: skip

    def _looked_over(self, chosen: Path) -> tuple[bytes, LookedOver]:
        content = self._desk.guidances.bytes_of(chosen)
        return content, self._desk.guidances.look_over(content)

    def _on_looked_over(self, found: tuple[bytes, LookedOver]) -> None:
        self._content, looked = found
        clear(self._below)
        card = GuidanceFileCard(looked, may_decide=self._desk.user.role is Role.LEAD)
        card.accepted.connect(self._on_accept)
        card.refused.connect(self._on_refuse)
        card.kept.connect(self._on_keep)
        self._below.addWidget(card)
        card.setFocus()

    def _on_accept(self, because: str) -> None:
        content, before = self._content, self._desk.guidance

        def done(held: HeldVersion) -> None:
            sentence = _("{version} holds from now on.")
            if off := turned_off(before, self._desk.guidance):
                switched = _("It switches off: {titles}. Look at the local switches.")
                sentence = f"{sentence} {switched.format(titles=', '.join(off))}"
            self._done(sentence, held.version)

        self._runner.run(
            lambda: self._desk.guidances.accept(content, because), done, self.failed.emit, self
        )

    def _on_refuse(self) -> None:
        content = self._content
        self._runner.run(
            lambda: self._desk.guidances.refuse(content),
            lambda _answer: self._done(_("The file was refused. Nothing changed."), ""),
            self.failed.emit, self,
        )  # fmt: skip

    def _on_keep(self) -> None:
        content = self._content
        self._runner.run(
            lambda: self._desk.guidances.bring(content),
            lambda held: self._done(
                _("{version} is kept. Today says so until a lead decides."), held.version
            ),
            self.failed.emit, self,
        )  # fmt: skip

    def _on_back(self, version: GuidanceId | None, name: str) -> None:
        clear(self._below)
        card = ReasonCard(
            _("Go back to {version}").format(version=name),
            _("Decisions from now on are made under it. It stays in the log."),
        )
        card.said.connect(lambda because: self._go_back(version, because))
        self._below.addWidget(card)
        card.begin()

    def _go_back(self, version: GuidanceId | None, because: str) -> None:
        self._runner.run(
            lambda: self._desk.guidances.go_back(version, because),
            lambda found: self._done(_("{version} holds from now on."), found.version),
            self.failed.emit, self,
        )  # fmt: skip

    def _done(self, sentence: str, version: str) -> None:
        self.said.emit(sentence.format(version=version))
        self.read()


def _since(held: HeldVersion) -> str:
    day = read_moment(held.held_since)
    if held.by is not None:
        return _("from a file, held since {day}").format(day=day)
    return _("held since {day}").format(day=day)


def _chosen(state: GuidanceState) -> Card:
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
