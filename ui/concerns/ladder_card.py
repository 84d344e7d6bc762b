"""No answer, or one that the practice does not agree with: the letter that comes next, and the
stages of a disagreement."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from sgdesk.domain.letters import LETTER_WORDS, LetterKind
from sgdesk.services.ladder import STAGES, Ladder, Stage
from sgdesk.text import _, read_moment
from ui.kit.cards import Card, button, tag, words
from ui.kit.flow_layout import FlowLayout
from ui.kit.layout import Gap, row

_CHASE = "letter:chase"


class LadderCard(Card):
    """`letter_asked` carries a sharing's id and which letter; `settled_asked` a sharing's id;
    `call_asked` a sharing's id when its team is to be rung."""

    letter_asked = Signal(str, object)
    settled_asked = Signal(str)
    call_asked = Signal(str)

    def __init__(self) -> None:
        hint = _("Write to them when they do not answer, or when you do not agree. Never wait with"
                 " what protects somebody until it is settled.")  # fmt: skip
        super().__init__(_("Chase, or disagree"), hint)
        self._chases: dict[str, QPushButton] = {}

    def add_ladder(self, ladder: Ladder, *, disagrees: bool) -> None:
        """Show how it stands with one agency, and which letters can be written."""
        self.add(words(ladder.organisation or _("Nobody named"), "label"))
        if ladder.next_kind is not LetterKind.CHASE or disagrees:
            told = _("Their own ladder, from your directory.") if ladder.is_local else ""
            usual = _(
                "The usual ladder; no national text sets it. Check locally, and write theirs into"
                " the directory."
            )
            self.add(words(told or usual, "hint"))
            for stage in ladder.stages:
                self._add_stage(stage)
        ways = FlowLayout(gap=Gap.SMALL)
        for text, name, act in self._ways(ladder):
            way = button(text, "small", name)
            way.clicked.connect(act)
            ways.addWidget(way)
            if name == _CHASE:
                self._chases[ladder.sharing_id] = way
        self.body.addLayout(ways)

    def chase_of(self, sharing_id: str) -> QPushButton | None:
        """Return the button of the letter that asks for an answer about this sharing; where it is
        none of theirs, the first there is."""
        return self._chases.get(sharing_id) or next(iter(self._chases.values()), None)

    def _add_stage(self, stage: Stage) -> None:
        line = row(gap=Gap.SMALL)
        text = " · ".join(filter(None, (stage.title, _within(stage), stage.contact)))
        line.addWidget(words(text), 1)
        line.addWidget(tag(*_state(stage)))
        self.body.addLayout(line)
        if stage.ended:
            self.add(words(stage.ended, "hint"))

    def _ways(self, ladder: Ladder) -> list[tuple[str, str, Callable[[], None]]]:
        sharing, following = ladder.sharing_id, ladder.next_kind

        def letter(kind: LetterKind) -> Callable[[], None]:
            return lambda: self.letter_asked.emit(sharing, kind)

        chase = (_("Letter asking for an answer"), _CHASE, letter(LetterKind.CHASE))
        ring = (_("Log a call to chase it"), "call:chase", lambda: self.call_asked.emit(sharing))
        if following is LetterKind.CHASE:
            first = LetterKind.PRACTITIONERS
            begin = (_("We disagree: letter, stage 1"), f"letter:{first}", letter(first))
            return [chase, ring, begin]
        what = _(LETTER_WORDS[following])
        if ladder.is_local:
            number = STAGES.index(following)
            what = _("stage {number}, {whom}").format(
                number=number + 1, whom=ladder.stages[number].title
            )
        text = _("Letter: {what}").format(what=what)
        found = [(text, f"letter:{following}", letter(following)), chase, ring]
        if ladder.is_open:
            found.append(
                (_("It is settled"), "enter-settling", lambda: self.settled_asked.emit(sharing))
            )
        return found


def _within(stage: Stage) -> str:
    if stage.hours is not None:
        return _("{count} hours").format(count=stage.hours)
    if stage.days == 1:
        return _("1 working day")
    return _("{count} working days").format(count=stage.days) if stage.days is not None else ""


def _state(stage: Stage) -> tuple[str, str]:
    if stage.due_at is None:
        return _("not taken"), "quiet"
    if stage.ended:
        return _("ended"), "ok"
    return _("settle by {when}").format(when=read_moment(stage.due_at)), "due"
