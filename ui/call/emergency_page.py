"""Emergency: the numbers that are right now, and one page that is printed at once (flow 7)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sgdesk.bootstrap import Desk
from sgdesk.domain.agency import Agency
from sgdesk.domain.concern import ConcernLine, Stage
from sgdesk.domain.emergency import EmergencyDraft, emergency_problems
from sgdesk.domain.flows.engine import Caret, Problem
from sgdesk.domain.guidance import NationalLine
from sgdesk.domain.people import PERSON_KIND_WORDS
from sgdesk.ids import ConcernId, DraftId
from sgdesk.services.emergencies import Recorded
from sgdesk.services.views import ConcernRow, DraftLine, OpenDraft, RightNumber, Saved
from sgdesk.text import _, to_london
from ui.call.emergency_record import record_options, records_for, take_record
from ui.kit.ask import Asker
from ui.kit.beside import Beside
from ui.kit.binding import Binding, DraftHolder
from ui.kit.birth_field import birth_binding
from ui.kit.cards import Card, button, words
from ui.kit.choice_fields import Options, options_of
from ui.kit.form import Form
from ui.kit.layout import Gap, column
from ui.kit.tasks import Runner
from ui.kit.writing_page import WritingPage

_IN_A_ROW, _IN_A_PAIR = 4, 2


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is read from the store before the page opens."""

    lines: Sequence[NationalLine]
    agencies: Sequence[Agency]
    numbers: dict[str, RightNumber]
    records: Sequence[ConcernRow]
    draft: EmergencyDraft


class EmergencyPage(WritingPage[EmergencyDraft, Gathered]):
    """`record_asked`: it is to be recorded, and whether as the whole record instead of a page;
    `recorded` carries what was recorded, and `begun` the draft of the whole record once it holds
    what was typed; `call_asked` and `police_asked`: a call is to be written down; `paper_made`
    carries the grab sheet."""

    record_asked = Signal(bool)
    begun = Signal(object)
    call_asked = Signal()
    police_asked = Signal()
    paper_made = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, asker: Asker) -> None:
        hint = _("Ring first. Then write what you know: it prints at once, the rest can follow.")
        super().__init__(_("Emergency"), hint, "emergency", desk, runner, asker)
        self._numbers: dict[str, RightNumber] = {}
        self._records: dict[str, ConcernLine] = {}
        self._about = self._in_sight = self._shown = ""
        self._whole = self._with_names = False

    @property
    def concern_id(self) -> str:
        """The record that this belongs to, or nothing where it is one of its own."""
        return self._draft.concern_id if self._draft is not None else ""

    @property
    def is_being_recorded(self) -> bool:
        """Whether what is typed is on its way into the store."""
        return self._being_recorded is not None and self._being_recorded is self._draft

    def begin(self, concern_id: str, in_sight: str = "") -> None:
        """Start a page, about a record that is being written where there is one; a link with the
        concern that was `in_sight` is offered. What is being written down is gone on with."""
        if self.start_anew():
            self._about, self._in_sight = concern_id, in_sight

    def record(self, *, whole: bool) -> None:
        """Record what is typed, or say what must be put right first; `whole`: begin the whole
        record with it."""
        self._whole = whole
        self.record_now()

    def show_names(self, shown: bool) -> None:
        """Show whole names of the records, from the next emergency on."""
        self._with_names = shown

    def gather(self) -> Gathered:
        """Return the numbers that are right at this moment, and what is being recorded."""
        agencies = self._desk.agencies.list()
        numbers = {str(one.id): self._desk.agencies.right_number(one) for one in agencies}
        records = self._desk.concerns.newest(stages=(Stage.DRAFT,))
        if self._in_sight and self._in_sight not in {one.line.id for one in records}:
            row = self._desk.concerns.row(ConcernId(self._in_sight))
            records = [row, *records] if row is not None else records
        return Gathered(
            self._desk.agencies.lines(), agencies, numbers, records,
            self._desk.emergencies.begin(),
        )  # fmt: skip

    def open_draft(self, draft_id: DraftId) -> OpenDraft[EmergencyDraft]:
        """Return the page as it was left."""
        return self._desk.emergencies.open_draft(draft_id)

    def new_draft(self, gathered: Gathered) -> EmergencyDraft:
        """Return a page about the record that it was begun from, or else an empty one."""
        draft = gathered.draft
        line = next((one.line for one in gathered.records if one.line.id == self._about), None)
        if line is not None:
            draft.concern_id = line.id
            take_record(draft, None, line)
        return draft

    def form_for(self, draft: EmergencyDraft) -> Form:
        """Return the form, still without its questions."""
        return Form(DraftHolder(draft))

    def parts(
        self, form: Form, draft: EmergencyDraft, gathered: Gathered
    ) -> Sequence[Callable[[], None]]:
        """Return what shows the numbers, and then the questions."""
        self._numbers = gathered.numbers
        self._records = {one.line.id: one.line for one in gathered.records}
        self._shown = draft.concern_id
        today = to_london(self._desk.clock.now()).date()
        records = records_for(gathered.records, draft.concern_id)
        offered = record_options(records, today, whole=self._with_names)
        return (
            lambda: form.add_widget(_national(gathered.lines)),
            lambda: form.add_widget(_own(list(gathered.numbers.values()))),
            lambda: _ask_who(form, today, offered if records else ()),
            lambda: _ask_told(form, gathered.agencies, self._call_ways()),
        )

    def ways(self) -> Sequence[QWidget]:
        """Return the other ways, and the button that records and prints."""
        sheet = button(_("Print the grab sheet"), name="grab-sheet")
        sheet.clicked.connect(self._on_sheet)
        whole = button(_("Write the whole record"), name="emergency-record")
        whole.clicked.connect(lambda: self.record_asked.emit(True))
        record = button(_("Record and print"), "primary", "record")
        record.clicked.connect(lambda: self.record_asked.emit(False))
        return sheet, whole, record

    def _call_ways(self) -> Sequence[QWidget]:
        call = button(_("Log a call"), "small", "emergency-call")
        call.clicked.connect(self.call_asked)
        police = button(_("Police contact"), "small", "emergency-police")
        police.clicked.connect(self.police_asked)
        return call, police

    def _on_sheet(self) -> None:
        self._runner.run(self._desk.printing.grab_sheet, self.paper_made.emit, self.fail, self)

    def save(self, draft: EmergencyDraft, caret: Caret) -> Saved:
        """Save what is typed."""
        return self._desk.emergencies.save_draft(draft, caret)

    def drop(self, draft_id: DraftId) -> None:
        """Throw the page away."""
        self._desk.emergencies.drop_draft(draft_id)

    def problems(self, draft: EmergencyDraft) -> Sequence[Problem]:
        """Return what must be put right before it can be recorded."""
        return emergency_problems(draft, self._desk.clock.now(), whole=self._whole)

    def recording(self, draft: EmergencyDraft) -> Callable[[], Recorded | DraftLine]:
        """Return what records it, and makes the page that is handed over; or what begins the whole
        record."""
        emergencies = self._desk.emergencies
        if self._whole:
            return lambda: emergencies.begin_record(draft)
        return lambda: emergencies.record(draft)

    def on_changed(self, field: str) -> None:
        """Fill in the number of the team, or the person of the record, that was chosen."""
        draft, form = self._draft, self._form
        if draft is None or form is None:
            return
        if field == "agency_id" and draft.agency_id in self._numbers:
            draft.number = self._numbers[draft.agency_id].number
            form.load()
        elif field == "concern_id" and draft.concern_id != self._shown:
            before, self._shown = self._records.get(self._shown), draft.concern_id
            take_record(draft, before, self._records.get(self._shown))
            form.load()

    def _on_recorded(self, what: object) -> None:
        if isinstance(what, DraftLine):
            self._forget()
            self.begun.emit(what)
        else:
            super()._on_recorded(what)


def _ask_who(form: Form, today: date, records: Options) -> None:
    with form.card(_("What you know now")):
        if records:
            label = _("Which record this bel&ongs to")
            form.choice("concern_id", label, records, as_list=False)
        form.long_text("what", _("What &happened, and what the danger is"), rows=3)
        with form.beside():
            form.line("name", _("&Who it is"))
            form.add(_("&Born, or about how old"), _any_birth(today))
        form.choice("kind", _("&Child or adult"), options_of(PERSON_KIND_WORDS))
        with form.beside():
            form.line("where", _("Whe&re they are now"))
            form.line("with_whom", _("W&ith whom"))
        form.long_text("said", _("&Exact words, if any were said"), rows=2)


def _any_birth(today: date) -> Binding:
    """Return a field that doubts what is no date and no age, and never holds the page up."""
    born = birth_binding("born", today)
    return replace(born, wrong=lambda: "", doubt=lambda: born.wrong() or born.doubt())


def _ask_told(form: Form, agencies: Sequence[Agency], ways: Sequence[QWidget]) -> None:
    with form.card(_("Whom you told")) as card:
        for way in ways:
            card.add_to_title(way)
        with form.beside():
            known = [(str(one.id), one.name) for one in agencies]
            form.choice("agency_id", _("&Team from your directory"), known, as_list=True)
            form.line("number", _("&Number"))
        with form.beside():
            form.line("told_whom", _("Who you &spoke to"))
            form.line("role", _("Their ro&le"))
            form.line("reference", _("Their re&ference"))
        with form.beside():
            form.date("day", _("&Day"))
            form.time("told_at", _("Ti&me"))
        form.long_text("agreed", _("What happens ne&xt, who does it"), rows=2)


def _national(lines: Sequence[NationalLine]) -> QWidget:
    card = Card(_("In danger now, or a crime is going on"))
    _add_numbers(card, [_number(line.title, line.number, line.use) for line in lines], 22)
    return card


def _own(numbers: Sequence[RightNumber]) -> QWidget:
    numbers = sorted(numbers, key=lambda one: one.is_closed)  # who answers now comes first
    card = Card(_("Your agencies, at this hour"))
    _add_numbers(card, [_of_agency(number) for number in numbers], 28)
    if not numbers:
        card.add(words(_("The directory is empty. Add your agencies when there is time."), "hint"))
    return card


def _add_numbers(card: Card, numbers: Sequence[QWidget], least: int) -> None:
    """Put four in a row, or two where there is less room, or one; `least` is in letters."""
    for at in range(0, len(numbers), _IN_A_ROW):
        row = Beside(_IN_A_PAIR * least)
        for first in range(at, at + _IN_A_ROW, _IN_A_PAIR):
            pair = Beside(least)
            shown = numbers[first : first + _IN_A_PAIR]
            for number in (*shown, *(QWidget() for _n in range(_IN_A_PAIR - len(shown)))):
                pair.add(number)
            row.add(pair)
        card.add(row)


def _of_agency(number: RightNumber) -> QWidget:
    below = "\n".join(filter(None, (number.when, number.other, number.checked)))
    return _number(number.agency, number.number, below)


def _number(title: str, number: str, below: str) -> QWidget:
    widget = QWidget()
    layout = column(widget, Gap.NONE)
    layout.addWidget(words(title, "label"))
    shown = words(number, "number")
    shown.setWordWrap(False)
    layout.addWidget(shown)
    layout.addWidget(words(below, "hint"))
    layout.addStretch()
    return widget
