"""The guidance in Settings: what holds, the versions held, and a newer file somebody brings."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.bootstrap import Desk
from sgdesk.domain.guidance import Switch
from sgdesk.domain.guidance_held import (
    GuidanceState,
    HeldVersion,
    LookedOver,
    late_switches,
)
from sgdesk.domain.guidance_switches import turned_off
from sgdesk.domain.practice import Role
from sgdesk.domain.unsaved import Deed, ReasonDraft, id_of
from sgdesk.ids import DraftId, GuidanceId
from sgdesk.services.views import OpenDraft
from sgdesk.text import _, to_london
from ui.kit.ask import Asker
from ui.kit.layout import Gap, clear, column
from ui.kit.tasks import Runner
from ui.settings.begun_reasons import BegunReasons, can_go_on
from ui.settings.guidance_file_card import GuidanceFileCard
from ui.settings.in_use_card import InUseCard
from ui.settings.reason_card import ReasonCard
from ui.settings.reasons import REASON_FLOW, Reasons
from ui.settings.switches_card import SwitchesCard
from ui.settings.versions_card import VersionsCard, chosen_card


class GuidancePart(QWidget):
    """`said` carries a sentence about what was done, `failed` one of our errors, `sought` what
    should come into sight. A reason that is typed is kept until it is decided."""

    said = Signal(str)
    failed = Signal(object)
    sought = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, asker: Asker) -> None:
        super().__init__()
        self._desk = desk
        self._runner = runner
        self._asker = asker
        self._content = b""
        self._accept_rests: Callable[[], None] = lambda: None
        self._reasons = Reasons(desk, runner, self)
        self._reasons.dropped.connect(lambda: self.keep(self._read_anew))
        self._reasons.failed.connect(self.failed)
        self._reasons.sought.connect(self.sought)
        self._wanted: DraftId | None = None
        self._place: QVBoxLayout = column(self, Gap.NORMAL)
        self._below: QVBoxLayout = column(gap=Gap.NORMAL)

    def read(self) -> None:
        """Read anew what holds and what is held, unless a reason is being typed."""
        if not self._reasons.is_begun:
            self._read_anew()

    def show_caret(self, draft_id: DraftId) -> None:
        """Put the caret where it was in a reason."""
        self._reasons.show_caret(draft_id)

    def go_on(self, draft_id: DraftId) -> None:
        """Open a reason as it was left."""
        if not self._reasons.is_open(draft_id):
            self._wanted = draft_id
            self.keep(self._read_anew)

    def keep(self, done: Callable[[], None]) -> None:
        """Save the reasons that are typed as drafts, and then call `done`; not if saving fails."""
        self._reasons.keep(done)

    def _read_anew(self) -> None:
        desk = self._desk
        self._runner.run(
            lambda: (desk.guidances.state(), desk.unsaved.begun(REASON_FLOW)),
            lambda read: self._show(*read),
            self.failed.emit,
            self,
        )

    def _show(self, state: GuidanceState, begun: Sequence[OpenDraft[ReasonDraft]]) -> None:
        clear(self._place)
        self._reasons.show_begun(begun)
        self._below = column(gap=Gap.NORMAL)
        wanted, self._wanted = self._wanted, None
        opens = [
            one.draft for one in begun if id_of(one.draft) == wanted and self._can_go_on(one, state)
        ]
        left = [one for one in begun if one.draft not in opens]
        if left:
            self._place.addWidget(self._begun(left, state))
        self._place.addWidget(self._in_use(state))
        self._place.addLayout(self._below)
        self._place.addWidget(self._switches(state))
        self._place.addWidget(self._versions(state))
        if state.choices:
            self._place.addWidget(chosen_card(state))
        for draft in opens:
            self._open(draft, state)

    def _begun(self, left: list[OpenDraft[ReasonDraft]], state: GuidanceState) -> BegunReasons:
        begun = BegunReasons(left, state, may_decide=self._is_lead)
        begun.wanted.connect(lambda draft: self.go_on(id_of(draft)))
        begun.unwanted.connect(self._on_unwanted)
        return begun

    @property
    def _is_lead(self) -> bool:
        return self._desk.user.role is Role.LEAD

    def _can_go_on(self, one: OpenDraft[ReasonDraft], state: GuidanceState) -> bool:
        return self._is_lead and can_go_on(one.draft, state)

    def _open(self, draft: ReasonDraft, state: GuidanceState) -> None:
        if draft.deed is Deed.BACK:
            names = {str(held.id): held.version for held in state.held}
            name = names.get(draft.about, state.own.version)
            self._ask_back(GuidanceId(draft.about) if draft.about else None, name)
            return
        self._switches_card.ask_about(
            next(one for one in state.in_use.switches if one.id == draft.about)
        )

    def _on_unwanted(self, draft: ReasonDraft) -> None:
        draft_id = id_of(draft)
        self._runner.run(
            lambda: self._desk.unsaved.drop_draft(draft_id),
            lambda _answer: self.keep(self._read_anew),
            self.failed.emit,
            self,
        )

    def _in_use(self, state: GuidanceState) -> InUseCard:
        card = InUseCard(state, to_london(self._desk.clock.now()).date())
        card.choose_asked.connect(self._on_choose)
        card.compare_asked.connect(self._on_waiting)
        return card

    def _switches(self, state: GuidanceState) -> SwitchesCard:
        today = to_london(self._desk.clock.now()).date()
        late = frozenset(one.id for one in late_switches(state.in_use, today))
        ask = self._ask_switch if self._is_lead else None
        self._switches_card = SwitchesCard(state.in_use, ask, late=late)
        return self._switches_card

    def _versions(self, state: GuidanceState) -> VersionsCard:
        card = VersionsCard(state, may_decide=self._is_lead)
        card.back_asked.connect(self._on_back)
        return card

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

    def _ask_switch(self, switch: Switch) -> ReasonCard:
        title = _("Switch off: {title}") if switch.on else _("Switch on: {title}")
        deed = Deed.SWITCH_OFF if switch.on else Deed.SWITCH_ON
        return self._reasons.card(
            title.format(title=switch.title),
            _("Name the text that says so, and the day on which you read it."),
            ReasonDraft(deed=deed, about=switch.id),
            lambda why: lambda: self._desk.guidances.switch(switch.id, not switch.on, why),
            lambda found: self._done(_("{version} holds from now on."), found.version),
            _("Switch it off") if switch.on else _("Switch it on"),
        )

    def _looked_over(self, chosen: Path) -> tuple[bytes, LookedOver]:
        content = self._desk.guidances.bytes_of(chosen)
        return content, self._desk.guidances.look_over(content)

    def _on_looked_over(self, found: tuple[bytes, LookedOver]) -> None:
        self._clear_below(lambda: self._compare(*found))

    def _clear_below(self, then: Callable[[], None]) -> None:
        """Save what is typed there, make room, and see what is begun by now."""

        def on_begun(begun: Sequence[OpenDraft[ReasonDraft]]) -> None:
            self._reasons.show_begun(begun, self._switches_card.isAncestorOf)
            clear(self._below)
            then()

        desk = self._desk
        self.keep(
            lambda: self._runner.run(
                lambda: desk.unsaved.begun(REASON_FLOW), on_begun, self.failed.emit, self
            )
        )

    def _compare(self, content: bytes, looked: LookedOver) -> None:
        self._content = content
        accept = self._ask_accept(looked) if self._is_lead and not looked.faults else None
        card = GuidanceFileCard(looked, accept)
        card.refused.connect(self._on_refuse)
        card.kept.connect(self._on_keep)
        self._below.addWidget(card)
        card.setFocus()
        self._accept_rests = accept.rest if accept else lambda: None
        if accept is not None and accept.is_left:
            accept.begin()

    def _ask_accept(self, looked: LookedOver) -> ReasonCard:
        content, before = self._content, self._desk.guidance

        def done(held: HeldVersion) -> None:
            sentence = _("{version} holds from now on.")
            if off := turned_off(before, self._desk.guidance):
                switched = _("It switches off: {titles}. Look at the local switches.")
                sentence = f"{sentence} {switched.format(titles=', '.join(off))}"
            self._done(sentence, held.version)

        return self._reasons.card(
            _("Accept this guidance"),
            _(
                "Decisions from now on are made under it. Those made before keep theirs, and drafts"
                " say that the guidance changed."
            ),
            ReasonDraft(deed=Deed.ACCEPT, about=looked.code),
            lambda why: lambda: self._desk.guidances.accept(content, why),
            done,
        )

    def _on_refuse(self) -> None:
        content = self._content
        self._accept_rests()
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
        self._clear_below(lambda: self._ask_back(version, name))

    def _ask_back(self, version: GuidanceId | None, name: str) -> None:
        card = self._reasons.card(
            _("Go back to {version}").format(version=name),
            _("Decisions from now on are made under it. It stays in the log."),
            ReasonDraft(deed=Deed.BACK, about=version or ""),
            lambda why: lambda: self._desk.guidances.go_back(version, why),
            lambda found: self._done(_("{version} holds from now on."), found.version),
        )
        self._below.addWidget(card)
        card.begin()

    def _done(self, sentence: str, version: str) -> None:
        self.said.emit(sentence.format(version=version))
        self.keep(self._read_anew)
