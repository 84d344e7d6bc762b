"""Check the record: what stops a signature, what is missing, and every answer with its way back."""

from collections.abc import Iterable, Sequence
from functools import partial

import msgspec
from PySide6.QtCore import Signal

from sgdesk.domain.flows.engine import Problem, Step
from sgdesk.domain.practice import ROLE_WORDS
from sgdesk.text import _
from ui.kit.cards import Card, Notice, empty
from ui.kit.layout import Gap, column, put_in_order
from ui.record.answer_rows import AnswerRows
from ui.record.answers import Answer, answers_at
from ui.record.page import RecordPage
from ui.record.recording import Recording
from ui.record.wording_left import wording_left

_AT_ONCE = 3


class CheckPage(RecordPage):
    """Brought up to date each time it is shown; cards that say the same stay.

    `change_wanted` names a field to go to.
    """

    change_wanted = Signal(Problem)

    def __init__(self, recording: Recording) -> None:
        super().__init__(
            recording,
            "check",
            _("Read it through. After you sign, the record is added to and never changed."),
        )
        self._column = column(gap=Gap.NORMAL)
        self._cards: dict[_Listed, Card] = {}
        self.body.addLayout(self._column)
        self.add_why()
        user = recording.desk.user
        who = ", ".join(filter(None, (user.name, _(ROLE_WORDS[user.role]), user.registration)))
        self.add(Notice(_("You sign as {who}.").format(who=who)))

    def load(self) -> None:
        """Show the draft as it is now."""
        flow, draft = self.recording.flow, self.draft
        steps = [step for step in flow.path(draft) if step.id != "check"]
        titles = {step.id: _(step.title) for step in steps}
        wrong = [one for step in steps for one in flow.problems(draft, step.id)]
        gaps, marked = flow.gaps(draft), self._wording()
        found = (
            _links(_("To put right before you sign"), "to-put-right", wrong, titles),
            _links(_("Wording to look at; you may keep it"), "wording", marked, titles),
            _links(_("Still missing; nothing waits for it"), "gaps", gaps, titles),
        )
        answers = [self._answers(step) for step in steps]
        self._show([*(listed for listed in found if listed.answers), *answers])
        super().load()

    def _wording(self) -> list[Problem]:
        left = wording_left(self.draft, self.recording.desk.wording)
        return [
            Problem(
                marked.step,
                marked.object_name,
                _("“{phrase}”. {why}").format(phrase=marked.phrase, why=marked.flag.why),
            )
            for marked in left
        ]

    def _answers(self, step: Step) -> "_Listed":
        answers = tuple(answers_at(self.draft, step.id))
        return _Listed(f"answers:{step.id}", _(step.title), answers, "change")

    def _show(self, wanted: Sequence["_Listed"]) -> None:
        # What was begun and not finished is made anew as well.
        for gone in [one for one in self._cards if one not in wanted or not self.is_complete]:
            card = self._cards.pop(gone)
            card.hide()
            card.deleteLater()
        missing = [listed for listed in wanted if listed not in self._cards]
        self.later_instead(*(part for one in missing for part in self._parts(one, wanted)))

    def _parts(self, listed: "_Listed", wanted: Sequence["_Listed"]) -> "Iterable[partial[None]]":
        rows = AnswerRows(listed.link)
        rows.change_wanted.connect(self._on_change_wanted)
        yield partial(self._add_card, listed, rows, wanted)
        for first in range(_AT_ONCE, len(listed.answers), _AT_ONCE):
            yield partial(rows.add, listed.answers[first : first + _AT_ONCE])

    def _add_card(self, listed: "_Listed", rows: AnswerRows, wanted: Sequence["_Listed"]) -> None:
        self._cards[listed] = card = Card(listed.title)
        card.setObjectName(listed.name)
        put_in_order(self._column, [self._cards[one] for one in wanted if one in self._cards])
        if not listed.answers:
            card.add(empty(_("Nothing recorded on this page.")))
        card.add(rows)
        rows.add(listed.answers[:_AT_ONCE])

    def _on_change_wanted(self, answer: Answer) -> None:
        self.change_wanted.emit(Problem(answer.step, answer.field, ""))


class _Listed(msgspec.Struct, frozen=True):
    """What one card lists, and what its links are called."""

    name: str
    title: str
    answers: tuple[Answer, ...]
    link: str


def _links(title: str, name: str, problems: Sequence[Problem], titles: dict[str, str]) -> _Listed:
    found = tuple(Answer(one.step, one.field, titles[one.step], one.text) for one in problems)
    return _Listed(name, title, found, name)
