"""Bringing in rows: paste or choose a file, look at how they read, and take them in at once."""

from collections.abc import Callable
from copy import deepcopy
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit

from sgdesk.domain.concern import ConcernDraft
from sgdesk.domain.facts.kinds import Event, EventKind, Fact
from sgdesk.domain.facts.words import EVENT_WORDS
from sgdesk.domain.importing.decoding import MOST_BYTES
from sgdesk.domain.importing.settled import left_over, not_left
from sgdesk.domain.importing.sources import RowsTold, file_words
from sgdesk.domain.importing.splitting import Cut
from sgdesk.domain.importing.values import EventsRead
from sgdesk.errors import SituationError, UserError
from sgdesk.text import _
from ui.kit.binding import DraftHolder
from ui.kit.cards import Card, Notice, button, words
from ui.kit.choice_fields import options_of
from ui.kit.flow_layout import FlowLayout
from ui.kit.form import Form
from ui.kit.gradually import Gradually
from ui.kit.layout import Gap
from ui.record.import_preview import ImportPreview
from ui.record.recording import Recording
from ui.record.rows_in_hand import RowsInHand


class _Wishes(msgspec.Struct):
    rows: str = ""
    source: str = ""
    unnamed: EventKind | None = None


class ImportCard(Card):
    """`taken` carries the entries to put into the draft; the rows that must be put right stay in
    the box. `closed`: nothing more is wanted, or nothing is left; what is in the box stays.
    `sight_wanted` brings what should be scrolled to. `written`: the draft keeps another text."""

    sight_wanted = Signal(object)
    taken = Signal(object)
    closed = Signal()
    written = Signal()

    def __init__(self, recording: Recording) -> None:
        super().__init__(
            _("Bring in rows"),
            _(
                "Copy the rows with their headings from the appointment book or a spreadsheet, and"
                " paste them here; or choose a CSV file. The columns may stand in any order, and"
                " dates are read day first. Nothing is taken in before you say so."
            ),
        )
        self._recording = recording
        self._wishes = _Wishes(recording.draft.rows_in_hand, _("Practice system"))
        self._hand = RowsInHand()
        self._is_filling = False
        self._read: EventsRead | None = None
        self._read_of: tuple[object, ...] = ()
        self._form = Form(DraftHolder(self._wishes), "import")
        self.add(self._form)
        self._ask()
        self._form.load()
        self._add_ways()
        self._problem = Notice("", kind="overdue")
        self.add(self._problem)
        self._problem.hide()
        self._later = Gradually(self)
        self._later.add(self._add_preview, self._add_decision)
        self._later.go_on()

    def focus_rows(self) -> None:
        """Go to the box for the rows."""
        self._form.focus("import.rows")

    def _ask(self) -> None:
        self._form.long_text("rows", _("&Rows"), rows=4, limit=MOST_BYTES)
        with self._form.beside(20):
            self._form.line(
                "source", _("Where they are from"), _("Stands with each entry, with its row.")
            )
            kinds = options_of(EVENT_WORDS)
            self._form.choice(
                "unnamed", _("Rows that name no kind are"), kinds, _("For the count by rule."),
                as_list=True,
            )  # fmt: skip
        self._form.changed.connect(self._on_changed)
        box = self._form.question("rows").binding.widget
        if isinstance(box, QPlainTextEdit):
            box.document().contentsChange.connect(self._on_box_changed)

    def _add_ways(self) -> None:
        ways = FlowLayout(gap=Gap.SMALL)
        self.body.addLayout(ways)
        for name, text, act in (
            ("import-read", _("Read the rows"), lambda: self._read_now()),
            ("import-file", _("Choose a file"), self._on_choose),
            ("import-close", _("Close"), self._on_close),
        ):
            way = button(text, name=name)
            way.clicked.connect(act)
            ways.addWidget(way)

        self._file = words("", "hint")
        self._file.hide()
        self.add(self._file)

    def _add_preview(self) -> None:
        self._preview = ImportPreview()
        self._preview.choices.changed.connect(lambda: self._read_now(has_sight=True))
        self._preview.hide()
        self.add(self._preview)

    def _add_decision(self) -> None:
        self._take = button("", name="import-take")
        self._take.clicked.connect(self._on_take)
        self._take.hide()
        place = FlowLayout(gap=Gap.SMALL)
        place.addWidget(self._take)
        self.body.addLayout(place)

    def bring_back(self) -> None:
        """Put the rows that were taken in last, and are out again, back into the box."""
        box = self._hand.with_the_rest(self._wishes.rows)
        if box is not None:
            self._fill(box)
            self._show_file()
            self._hide_reading()

    def _on_close(self) -> None:
        if not self._text().strip():
            self._hide_reading()
            self._forget()
        self.closed.emit()

    def _on_box_changed(self, at: int, removed: int, _added: int) -> None:
        # Rows that are pasted over all others may have the same headings, and are not of the file.
        before = self._wishes.rows
        if not self._is_filling and at == 0 and removed >= max(len(before), 1):
            self._hand.replace()

    def _keep(self) -> None:
        self._recording.draft.rows_in_hand = self._wishes.rows
        self.written.emit()

    def _on_changed(self, field: str) -> None:
        self._keep()
        if field == "rows" and self._wishes.rows:
            self._hand.hold_box()
        if field == "unnamed" and self._read is not None:
            self._read_now(has_sight=True)

    def _on_choose(self) -> None:
        path = self._recording.asker.choose_file_to_open(
            _("Choose a file of rows"), _("Rows (*.csv *.tsv *.txt);;All files (*)")
        )
        if path is not None:
            self._open(path)

    def _open(self, path: Path) -> None:
        desk = self._recording.desk
        self._run(
            lambda: desk.importing.text_of(path), lambda text: self._on_opened(path.name, text)
        )

    def _on_opened(self, name: str, text: str) -> None:
        if self._hand.is_typed(self._wishes.rows) and not self._recording.asker.confirm(
            _("Rows stand in the box"),
            _("The rows of the file would stand there instead of what you typed or pasted."),
            _("Replace them"), _("Keep them"),
        ):  # fmt: skip
            return
        self._forget_columns()
        self._hand = RowsInHand(name)
        self._fill(self._hand.hold(text))
        self._read_now()

    def _fill(self, box: str) -> None:
        self._is_filling = True
        self._wishes.rows = box
        self._form.load()
        self._is_filling = False
        self._keep()

    def _show_file(self) -> None:
        of_file = self._hand.is_of_file(self._wishes.rows)
        told = _("Rows of the file “{name}”.")
        if self._hand.is_outside:
            told = _("Rows of the file “{name}”, which are too many for the box.")
        self._file.setText(told.format(name=file_words(self._hand.file)))
        self._file.setVisible(of_file)

    def _read_now(self, has_sight: bool = False) -> None:
        self._later.finish()
        desk, of = self._recording.desk, self._now()
        draft, text, told = deepcopy(self._recording.draft), self._text(), self._told()
        self._run(
            lambda: desk.importing.read(draft, text, told),
            lambda read: self._show(read, of, has_sight),
        )

    def _told(self) -> RowsTold:
        wishes = self._wishes
        return msgspec.structs.replace(
            self._hand.told(wishes.rows), source=wishes.source, unnamed=wishes.unnamed,
            chosen=self._preview.choices.chosen,
        )  # fmt: skip

    def _text(self) -> str:
        return self._hand.text(self._wishes.rows)

    def _show(self, read: EventsRead, of: tuple[object, ...], has_sight: bool) -> None:
        self._read, self._read_of = read, of
        self._problem.hide()
        self._show_file()
        self._preview.show_read(read)
        self._preview.show()
        count = len(read.events)
        self._take.setText(_decision(count, read.refused))
        self._take.setAccessibleName(self._take.text())
        self._take.setVisible(count > 0)
        self._take.setEnabled(True)
        if not has_sight:
            self.sight_wanted.emit(self._preview.top)

    def _on_take(self) -> None:
        if self._read is None or self._read_of != self._now():
            self._read_now()  # what is to be decided changed since it was shown
            return
        self._take.setEnabled(False)  # once: the worker has not brought them yet
        desk, read, flow = self._recording.desk, self._read, self._recording.flow
        concern_id, text = self._recording.draft.id, self._text()

        def taken() -> tuple[tuple[Event, ...], Cut, Cut]:
            events = desk.importing.taken(concern_id, read)
            # Looked at once, here, and remembered: a thousand at the window would stall it.
            flow.problems(ConcernDraft(id=concern_id, facts=[*events]), "chronology")
            return events, left_over(text, read), not_left(text, read)

        def put_in(done: tuple[tuple[Event, ...], Cut, Cut]) -> None:
            events, left, rest = done
            self.taken.emit(events)
            self._later.add(partial(self._go_on_with, text, read, left, rest))
            self._later.go_on()

        self._run(taken, put_in)

    def _go_on_with(self, text: str, read: EventsRead, left: Cut, rest: Cut) -> None:
        self._hide_reading()
        if self._text() == text:  # else somebody went on writing: what is there stays
            # Without headings, the rows that are left stand below words for their columns.
            settled = read.taken_as if read.headings_at else ()
            self._fill(self._hand.keep_left(self._wishes.rows, left, rest, settled))
        if self._text().strip():
            self.focus_rows()
            self._read_now(has_sight=True)
        else:
            self._forget()
            self.closed.emit()

    def _forget(self) -> None:
        """Forget what was chosen for rows that are not there any more."""
        self._wishes.unnamed = None
        self._form.load()
        self._forget_columns()
        self._file.hide()

    def _forget_columns(self) -> None:
        self._later.finish()
        self._preview.choices.forget()

    def _hide_reading(self) -> None:
        self._later.finish()
        self._read = None
        self._preview.hide()
        self._take.hide()

    def _now(self) -> tuple[object, ...]:
        return self._text(), self._told(), list[Fact](self._recording.draft.facts)

    def _run(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._recording.runner.run(work, done, self._on_failed, self)

    def _on_failed(self, error: UserError | SituationError) -> None:
        self._problem.set_text(error.text)
        self._problem.show()
        self._hide_reading()


def _decision(count: int, refused: int) -> str:
    taken = _("Take in 1 entry") if count == 1 else _("Take in {count} entries").format(count=count)
    if not refused:
        return taken
    return _("{taken}, without the {refused} to be put right").format(taken=taken, refused=refused)
