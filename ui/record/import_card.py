"""Bringing in rows: paste or choose a file, look at how they read, and take them in at once."""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import msgspec
from PySide6.QtCore import Signal

from sgdesk.domain.concern import ConcernDraft
from sgdesk.domain.facts.kinds import Event, EventKind, Fact
from sgdesk.domain.facts.words import EVENT_WORDS
from sgdesk.domain.importing.decoding import MOST_BYTES
from sgdesk.domain.importing.values import EventsRead
from sgdesk.errors import SituationError, UserError
from sgdesk.text import _
from ui.kit.binding import DraftHolder
from ui.kit.cards import Card, Notice, button, words
from ui.kit.choice_fields import options_of
from ui.kit.flow_layout import FlowLayout
from ui.kit.form import Form
from ui.kit.layout import Gap
from ui.record.import_preview import ImportPreview
from ui.record.recording import Recording


class _Wishes(msgspec.Struct):
    rows: str = ""
    source: str = ""
    unnamed: EventKind | None = None


class ImportCard(Card):
    """`taken` carries the entries to put into the draft; `closed`: nothing more is wanted;
    `sight_wanted` brings what should be scrolled to."""

    sight_wanted = Signal(object)
    taken = Signal(object)
    closed = Signal()

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
        self._wishes = _Wishes(source=_("Practice system"))
        self._from_file = self._file_name = ""
        self._read: EventsRead | None = None
        self._read_of: tuple[object, ...] = ()
        self._form = Form(DraftHolder(self._wishes), "import")
        self.add(self._form)
        self._problem = Notice("", kind="overdue")
        self._preview = ImportPreview()
        self._ask()
        self._add_ways()
        for part in (self._problem, self._preview):
            self.add(part)
            part.hide()
        self._add_decision()
        self._form.load()

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

    def _add_ways(self) -> None:
        ways = FlowLayout(gap=Gap.SMALL)
        self.body.addLayout(ways)
        for name, text, act in (
            ("import-read", _("Read the rows"), self._on_read),
            ("import-file", _("Choose a file"), self._on_choose),
            ("import-close", _("Close"), self.closed.emit),
        ):
            way = button(text, name=name)
            way.clicked.connect(act)
            ways.addWidget(way)

        self._file = words("", "hint")
        self._file.hide()
        self.add(self._file)

    def _add_decision(self) -> None:
        self._take = button("", name="import-take")
        self._take.clicked.connect(self._on_take)
        self._take.hide()
        place = FlowLayout(gap=Gap.SMALL)
        place.addWidget(self._take)
        self.body.addLayout(place)

    def _on_changed(self, field: str) -> None:
        if field == "rows" and self._wishes.rows:
            self._from_file = ""
            self._file.hide()
        if field == "unnamed" and self._read is not None:
            self._on_read()

    def _on_choose(self) -> None:
        path = self._recording.asker.choose_file_to_open(
            _("Choose a file of rows"), _("Rows (*.csv *.tsv *.txt);;All files (*)")
        )
        if path is not None:
            self._open(path)

    def _open(self, path: Path) -> None:
        desk = self._recording.desk
        self._file_name = path.name
        self._run(lambda: desk.importing.text_of(path), self._on_opened)

    def _on_opened(self, text: str) -> None:
        self._wishes.rows = ""
        self._form.load()
        self._from_file = text
        self._file.setText(_("Rows of the file “{name}”.").format(name=self._file_name))
        self._file.show()
        self._on_read()

    def _on_read(self) -> None:
        desk, wishes, of = self._recording.desk, deepcopy(self._wishes), self._now()
        draft, text = deepcopy(self._recording.draft), self._from_file or wishes.rows
        self._run(
            lambda: desk.importing.read(draft, text, wishes.source, wishes.unnamed),
            lambda read: self._show(read, of),
        )

    def _show(self, read: EventsRead, of: tuple[object, ...]) -> None:
        self._read, self._read_of = read, of
        self._problem.hide()
        self._preview.show_read(read)
        self._preview.show()
        count = len(read.events)
        self._take.setText(_decision(count, read.refused))
        self._take.setAccessibleName(self._take.text())
        self._take.setVisible(count > 0)
        self._take.setEnabled(True)
        self.sight_wanted.emit(self._preview.top)

    def _on_take(self) -> None:
        if self._read is None or self._read_of != self._now():
            self._on_read()  # what is to be decided changed since it was shown
            return
        self._take.setEnabled(False)  # once: the worker has not brought them yet
        desk, read, flow = self._recording.desk, self._read, self._recording.flow
        concern_id = self._recording.draft.id

        def taken() -> tuple[Event, ...]:
            events = desk.importing.taken(concern_id, read)
            # Looked at once, here, and remembered: a thousand at the window would stall it.
            flow.problems(ConcernDraft(id=concern_id, facts=[*events]), "chronology")
            return events

        self._run(taken, self.taken.emit)

    def _now(self) -> tuple[object, ...]:
        wishes, facts = self._wishes, list[Fact](self._recording.draft.facts)
        return self._from_file or wishes.rows, wishes.source, wishes.unnamed, facts

    def _run(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._recording.runner.run(work, done, self._on_failed, self)

    def _on_failed(self, error: UserError | SituationError) -> None:
        self._problem.set_text(error.text)
        self._problem.show()
        self._preview.hide()
        self._take.hide()


def _decision(count: int, refused: int) -> str:
    taken = _("Take in 1 entry") if count == 1 else _("Take in {count} entries").format(count=count)
    if not refused:
        return taken
    return _("{taken}, without the {refused} to be put right").format(taken=taken, refused=refused)
