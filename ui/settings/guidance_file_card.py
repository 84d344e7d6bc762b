"""A guidance file that was looked over: its faults, or what it changes, side by side."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.domain.guidance_changes import PART_WORDS
from sgdesk.domain.guidance_held import Change, LookedOver
from sgdesk.text import _, read_short_date
from ui.kit.beside import Beside
from ui.kit.cards import Card, Notice, button, copyable, words
from ui.kit.flow_layout import FlowLayout
from ui.kit.gradually import Gradually
from ui.kit.layout import Gap, column
from ui.settings.reason_card import ReasonCard

_AT_FIRST = 10


class GuidanceFileCard(Card):
    """`accept` asks a lead why it is to hold, None where nobody here may decide. `refused`: a lead
    does not want it; `kept`: a lead decides later."""

    refused = Signal()
    kept = Signal()

    def __init__(self, looked: LookedOver, accept: ReasonCard | None) -> None:
        super().__init__(_("The file that was chosen"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._later = Gradually(self)
        self._changes: QVBoxLayout = column(gap=Gap.NORMAL)
        if looked.faults:
            self._add_faults(looked)
        else:
            self._add_comparison(looked)
            if accept is not None:
                self.add(accept)
                self.body.addLayout(self._ways(may_decide=True))
            else:
                self.add(words(_("A safeguarding lead accepts or refuses it.")))
                self.body.addLayout(self._ways(may_decide=False))

    def _add_faults(self, looked: LookedOver) -> None:
        self.add(Notice(_("This file cannot be used. Nothing was changed."), kind="overdue"))
        for fault in looked.faults:
            self.add(copyable(fault))

    def _add_comparison(self, looked: LookedOver) -> None:
        day = read_short_date(looked.checked_on) if looked.checked_on else ""
        about = _("{version}, checked on {day}. Nothing is wrong with its form.")
        self.add(words(about.format(version=looked.version, day=day)))
        code = _("Its code is {code}: compare it with the one that its publisher gives.")
        self.add(copyable(code.format(code=looked.code), "hint"))
        self.add(words(_counted(looked.changes), "title"))
        self.body.addLayout(self._changes)
        self._show(looked.changes[:_AT_FIRST])
        rest = looked.changes[_AT_FIRST:]
        if rest:
            more = button(
                _("Show the other {count}").format(count=len(rest)), "link-small", "guidance-more"
            )
            more.clicked.connect(more.hide)
            more.clicked.connect(lambda: self._show(rest))
            self.body.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _show(self, changes: tuple[Change, ...]) -> None:
        self._later.add(
            *(lambda one=one: self._changes.addWidget(_side_by_side(one)) for one in changes)
        )
        self._later.go_on()

    def _ways(self, *, may_decide: bool) -> FlowLayout:
        ways = FlowLayout(gap=Gap.SMALL)
        keep = button(_("Keep it for a lead to decide"), "", "guidance-keep")
        if may_decide:
            keep = button(_("Decide later"), "", "guidance-keep")
            refuse = button(_("Refuse this file"), "", "guidance-refuse")
            refuse.clicked.connect(self.refused)
            ways.addWidget(refuse)
        keep.clicked.connect(self.kept)
        ways.addWidget(keep)
        return ways


def _counted(changes: tuple[Change, ...]) -> str:
    new = sum(1 for one in changes if not one.before)
    gone = sum(1 for one in changes if not one.after)
    return _("{new} new, {changed} changed, {gone} gone").format(
        new=new, changed=len(changes) - new - gone, gone=gone
    )


def _side_by_side(change: Change) -> QWidget:
    kind = _("New") if not change.before else _("Gone") if not change.after else _("Changed")
    part = _(PART_WORDS.get(change.part, change.part))
    card = Card(_("{kind}: {part}: {name}").format(kind=kind, part=part, name=change.name))
    sides = Beside(30)
    for title, lines, others in (
        (_("As it holds now"), change.before, change.after),
        (_("As the file has it"), change.after, change.before),
    ):
        side = QWidget()
        below = column(side, Gap.TIGHT)
        below.addWidget(words(title, "hint"))
        if not lines:
            below.addWidget(words(_("Not there.")))
        for line in lines:
            below.addWidget(
                copyable(_("► {line}").format(line=line) if line not in others else line)
            )
        below.addStretch()
        sides.add(side, 1)
    card.add(sides)
    return card
