"""Check the record: what stops a signature, what is missing, and every answer with its way back."""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from functools import partial
from time import perf_counter

import msgspec
from PySide6.QtCore import Qt, Signal

from sgdesk.domain.flows.engine import Problem, Step
from sgdesk.domain.practice import ROLE_WORDS
from sgdesk.text import _
from ui.attachments.files_card import FilesCard
from ui.kit.cards import Card, Notice, button, empty
from ui.kit.layout import Gap, clear, column, put_in_order
from ui.kit.letting_go import go_later
from ui.record.answer_rows import AnswerRows
from ui.record.answers import Answer, answers_at
from ui.record.page import RecordPage
from ui.record.recording import Recording
from ui.record.wording_left import WordingLeft

_AT_ONCE = 3
_MOST = 30  # rows of a card until more are asked for: to show a thousand widgets takes time
_READING_S = 0.003


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
        self._protected = column(gap=Gap.TIGHT)
        self._column = column(gap=Gap.NORMAL)
        self._cards: dict[_Listed, Card] = {}
        self._is_half_made = False
        self._wording = WordingLeft(recording.desk.wording)
        self._files: FilesCard | None = None
        self._files_place = column(gap=Gap.NONE)
        self.body.addLayout(self._protected)
        self.body.addLayout(self._column)
        self.body.addLayout(self._files_place)
        self.add_why()
        user = recording.desk.user
        who = ", ".join(filter(None, (user.name, _(ROLE_WORDS[user.role]), user.registration)))
        self.add(Notice(_("You sign as {who}.").format(who=who)))

    def load(self) -> None:
        """Show the draft as it is now, from a moment later on: first its texts are read."""
        # What was begun and not finished is made anew as well.
        self._is_half_made |= not self.is_complete
        self._reading = self._wording.steps(self.draft)
        self.later_instead(self._read_on)
        self._ask_what_is_protected()
        super().load()

    def _ask_what_is_protected(self) -> None:
        draft, people = deepcopy(self.draft), self.recording.desk.people
        self.recording.runner.run(
            lambda: people.protected(draft), self._on_protected, lambda _error: None, self
        )

    def _on_protected(self, told: tuple[str, ...]) -> None:
        clear(self._protected)
        for sentence in told:
            self._protected.addWidget(Notice(sentence, kind="overdue"))

    def _read_on(self) -> None:
        until = perf_counter() + _READING_S
        is_read = all(perf_counter() < until for _step in self._reading)
        self.later_instead(self._list if is_read else self._read_on)

    def _list(self) -> None:
        flow, draft = self.recording.flow, self.draft
        steps = [step for step in flow.path(draft) if step.id != "check"]
        wanted: list[_Listed] = []
        self.later_instead(
            partial(self._list_found, steps, wanted),
            *(partial(self._list_answers, step, wanted) for step in steps),
            partial(self._show, wanted),
        )

    def _list_found(self, steps: Sequence[Step], wanted: "list[_Listed]") -> None:
        flow, draft = self.recording.flow, self.draft
        titles = {step.id: _(step.title) for step in steps}
        wrong = [one for step in steps for one in flow.problems(draft, step.id)]
        gaps, marked = flow.gaps(draft), self._marked()
        found = (
            _links(_("To put right before you sign"), "to-put-right", wrong, titles),
            _links(_("Wording to look at; you may keep it"), "wording", marked, titles),
            _links(_("Still missing; nothing waits for it"), "gaps", gaps, titles),
        )
        wanted += [listed for listed in found if listed.answers]

    def _list_answers(self, step: Step, wanted: "list[_Listed]") -> None:
        answers = tuple(answers_at(self.draft, step.id))
        wanted.append(_Listed(f"answers:{step.id}", _(step.title), answers, "change"))

    def _show_files(self) -> None:
        if self._files is None:
            recording = self.recording
            self._files = FilesCard(
                recording.desk, recording.runner, recording.asker, only_list=True
            )
            self._files.sought.connect(self.sight_wanted)
            self._files.change_wanted.connect(
                lambda field: self.change_wanted.emit(Problem("seen", field, ""))
            )
            self._files_place.addWidget(self._files)
        self._files.show_concern(self.draft.id)

    def _marked(self) -> list[Problem]:
        return [
            Problem(
                marked.step,
                marked.object_name,
                _("“{phrase}”. {why}").format(phrase=marked.phrase, why=marked.flag.why),
            )
            for marked in self._wording.phrases(self.draft)
        ]

    def _show(self, wanted: Sequence["_Listed"]) -> None:
        for gone in [one for one in self._cards if one not in wanted or self._is_half_made]:
            card = self._cards.pop(gone)
            self._column.removeWidget(card)
            go_later(card)
        self._is_half_made = False
        missing = [listed for listed in wanted if listed not in self._cards]
        self.later_instead(
            *(part for one in missing for part in self._parts(one, wanted)),
            self._show_files,
        )

    def _parts(self, listed: "_Listed", wanted: Sequence["_Listed"]) -> "Iterable[partial[None]]":
        made: list[AnswerRows] = []
        yield partial(self._add_card, listed, made, wanted)
        yield from self._rows(listed, made, _AT_ONCE)

    def _rows(
        self, listed: "_Listed", made: list[AnswerRows], begin: int
    ) -> "Iterable[partial[None]]":
        """Return what adds the next rows from one on, and the way to those behind them."""
        end = min((begin // _MOST + 1) * _MOST, len(listed.answers))
        for first in range(begin, end, _AT_ONCE):
            yield partial(_add_rows, made, listed.answers[first : min(first + _AT_ONCE, end)])
        if end < len(listed.answers):
            yield partial(self._add_way_on, listed, made, end)

    def _add_way_on(self, listed: "_Listed", made: list[AnswerRows], begin: int) -> None:
        left = len(listed.answers) - begin
        some, rest = _("Show {count} more of the other {left}"), _("Show the other {left}")
        text = (some if left > _MOST else rest).format(count=_MOST, left=left)
        more = button(text, "small", f"{listed.name}:more")

        def show_more() -> None:
            made[0].focus_last()
            more.setObjectName("")
            more.hide()
            more.deleteLater()
            self.later(*self._rows(listed, made, begin))
            self._later.go_on()

        more.clicked.connect(show_more)
        self._cards[listed].body.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_card(
        self, listed: "_Listed", made: list[AnswerRows], wanted: Sequence["_Listed"]
    ) -> None:
        rows = AnswerRows(listed.link)
        rows.change_wanted.connect(self._on_change_wanted)
        made.append(rows)
        self._cards[listed] = card = Card(listed.title)
        card.setObjectName(listed.name)
        put_in_order(self._column, [self._cards[one] for one in wanted if one in self._cards])
        if not listed.answers:
            card.add(empty(_("Nothing recorded on this page.")))
        card.add(rows)
        rows.add(listed.answers[:_AT_ONCE])

    def _on_change_wanted(self, answer: Answer) -> None:
        self.change_wanted.emit(Problem(answer.step, answer.field, ""))


def _add_rows(made: Sequence[AnswerRows], answers: Sequence[Answer]) -> None:
    made[0].add(answers)


class _Listed(msgspec.Struct, frozen=True):
    """What one card lists, and what its links are called."""

    name: str
    title: str
    answers: tuple[Answer, ...]
    link: str


def _links(title: str, name: str, problems: Sequence[Problem], titles: dict[str, str]) -> _Listed:
    found = tuple(Answer(one.step, one.field, titles[one.step], one.text) for one in problems)
    return _Listed(name, title, found, name)
