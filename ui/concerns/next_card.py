"""What comes next for a concern, with its one green button and the other ways on."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from sgdesk.domain.concern import Stage
from sgdesk.domain.facts.kinds import (
    Context,
    Event,
    Fact,
    Injury,
    Need,
    Observation,
    Opinion,
    Saying,
)
from sgdesk.domain.people import Relation
from sgdesk.services.views import ConcernView
from sgdesk.text import _, read_moment
from ui.concerns.next_step import NextStep, Way, amended_after_sending, next_step
from ui.concerns.told_before import still_to_tell
from ui.kit.cards import Card, Notice, button, tag, words
from ui.kit.flow_layout import FlowLayout
from ui.kit.layout import Gap, row

_KINDS: dict[type[Fact], str] = {
    Injury: "A mark on the body",
    Observation: "Something seen",
    Saying: "Something said",
    Event: "An entry of the chronology",
    Context: "Context",
    Need: "A risk or need",
    Opinion: "A professional opinion",
}
_PEOPLE = (
    (Relation(id=""), "Somebody of the family", "family"),
    (Relation(id="", professional=True), "A professional", "professional"),
)


class NextCard(Card):
    """`step_asked` carries a NextStep; `entry_asked` what is to be entered; `add_asked` the kind of
    a fact, or somebody to be told of; the others nothing."""

    step_asked = Signal(object)
    entry_asked = Signal(str)
    call_asked = Signal()
    police_asked = Signal()
    log_page_asked = Signal()
    amend_asked = Signal()
    add_asked = Signal(object)
    share_asked = Signal()

    def __init__(self, view: ConcernView, *, amending: bool) -> None:
        super().__init__(_("Next"), role="card-marked")
        step = next_step(view)
        self.add_to_title(tag(view.stage.text, view.stage.tone.value))
        self.add(words(step.sentence))
        self._changed = words("", "hint")
        self.show_changed(view.concern.changed_at)
        self.add(self._changed)
        if points := [point for past in view.police for point in past.open_points]:
            self.add(Notice(_points(points), kind="due"))
        if (late := amended_after_sending(view)) is not None:
            self.add(Notice(late, kind="due"))
        if (untold := still_to_tell(view)) is not None:
            self.add(Notice(untold, kind="due"))
        self.body.addLayout(self._ways(step, view))
        if amending:
            self.add(words(_("To amend something, press Amend beside it, below."), "hint"))
            self.body.addLayout(self._kinds_to_add())

    def show_changed(self, at: datetime) -> None:
        """Say when the concern last changed."""
        self._changed.setText(_("Last change {when}").format(when=read_moment(at)))

    def _ways(self, step: NextStep, view: ConcernView) -> QHBoxLayout:
        others = FlowLayout(gap=Gap.SMALL)
        for text, name, act in self._others(step, view):
            way = button(text, name=name)
            way.clicked.connect(act)
            others.addWidget(way)
        ways = row(gap=Gap.SMALL)
        ways.addLayout(others, 1)
        primary = button(step.button, "primary", "next-step")
        primary.clicked.connect(lambda: self.step_asked.emit(step))
        ways.addWidget(primary, 0, Qt.AlignmentFlag.AlignBottom)
        return ways

    def _others(
        self, step: NextStep, view: ConcernView
    ) -> list[tuple[str, str, Callable[[], None]]]:
        signed = view.concern.signed_at is not None
        closed = view.concern.stage is Stage.CLOSED
        found: list[tuple[str, str, Callable[[], None]]] = []
        if signed and view.sharings:
            found.append((_("Enter what came back"), "enter-answer", lambda: self._enter("answer")))
        found.append((_("Log a call"), "log-call", self.call_asked.emit))
        found.append((_("Police contact"), "police-contact", self.police_asked.emit))
        if signed:
            found.append((_("Amend or add"), "amend-record", self.amend_asked.emit))
            found.append((_("Team note"), "enter-note", lambda: self._enter("note")))
        if signed and step.way is not Way.SHARE and not closed:
            found.append((_("Share with somebody else"), "share-again", self.share_asked.emit))
        if view.is_only_begun:
            mistake = _("Close: begun by mistake")
            found.append((mistake, "enter-closing", lambda: self._enter("closing")))
        if signed and not closed and step.entry != "closing":
            found.append((_("Close the concern"), "enter-closing", lambda: self._enter("closing")))
        if signed:
            matter = _("Data breach or request")
            found.append((matter, "enter-data-matter", lambda: self._enter("data-matter")))
        found.append((_("Print the log page"), "print-log", self.log_page_asked.emit))
        return found

    def _kinds_to_add(self) -> FlowLayout:
        layout = FlowLayout(gap=Gap.SMALL)
        asked = words(_("Or add:"), "label")
        asked.setWordWrap(False)
        layout.addWidget(asked)
        for kind, text in _KINDS.items():
            way = button(_(text), "small", f"add:{kind.__struct_config__.tag}")
            way.clicked.connect(lambda _checked=False, wanted=kind: self.add_asked.emit(wanted))
            layout.addWidget(way)
        for somebody, text, name in _PEOPLE:
            way = button(_(text), "small", f"add:{name}")
            way.clicked.connect(lambda _checked=False, one=somebody: self.add_asked.emit(one))
            layout.addWidget(way)
        return layout

    def _enter(self, what: str) -> None:
        self.entry_asked.emit(what)


def _points(points: Sequence[str]) -> str:
    if len(points) == 1:
        return points[0]
    return _("{point} {count} more below, at Police.").format(
        point=points[0], count=len(points) - 1
    )
