"""Emergency: the numbers that are right now, and one page that is printed at once (flow 7)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sgdesk.bootstrap import Desk
from sgdesk.domain.agency import Agency
from sgdesk.domain.emergency import EmergencyDraft, emergency_problems
from sgdesk.domain.flows.engine import Caret, Problem
from sgdesk.domain.guidance import NationalLine
from sgdesk.domain.people import PERSON_KIND_WORDS
from sgdesk.ids import DraftId
from sgdesk.services.emergencies import Recorded
from sgdesk.services.views import OpenDraft, RightNumber, Saved
from sgdesk.text import _, to_london
from ui.kit.ask import Asker
from ui.kit.beside import Beside
from ui.kit.binding import Binding, DraftHolder
from ui.kit.birth_field import birth_binding
from ui.kit.cards import Card, button, words
from ui.kit.choice_fields import options_of
from ui.kit.form import Form
from ui.kit.layout import Gap, column
from ui.kit.tasks import Runner
from ui.kit.writing_page import WritingPage

_IN_A_ROW = 4


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is read from the store before the page opens."""

    lines: Sequence[NationalLine]
    agencies: Sequence[Agency]
    numbers: dict[str, RightNumber]
    draft: EmergencyDraft


class EmergencyPage(WritingPage[EmergencyDraft, Gathered]):
    """`recorded` carries what was recorded; `record_asked`: the whole record is begun instead;
    `call_asked` and `police_asked`: a call is to be written down; `paper_made` carries the grab
    sheet."""

    record_asked = Signal()
    call_asked = Signal()
    police_asked = Signal()
    paper_made = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, asker: Asker) -> None:
        hint = _("Ring first. Then write what you know: it prints at once, the rest can follow.")
        super().__init__(_("Emergency"), hint, "emergency", desk, runner, asker)
        self._numbers: dict[str, RightNumber] = {}

    def gather(self) -> Gathered:
        """Return the numbers that are right at this moment."""
        agencies = self._desk.agencies.list()
        numbers = {str(one.id): self._desk.agencies.right_number(one) for one in agencies}
        return Gathered(
            self._desk.agencies.lines(), agencies, numbers, self._desk.emergencies.begin()
        )

    def open_draft(self, draft_id: DraftId) -> OpenDraft[EmergencyDraft]:
        """Return the page as it was left."""
        return self._desk.emergencies.open_draft(draft_id)

    def new_draft(self, gathered: Gathered) -> EmergencyDraft:
        """Return an empty page."""
        return gathered.draft

    def form_for(self, draft: EmergencyDraft) -> Form:
        """Return the form, still without its questions."""
        return Form(DraftHolder(draft))

    def parts(
        self, form: Form, draft: EmergencyDraft, gathered: Gathered
    ) -> Sequence[Callable[[], None]]:
        """Return what shows the numbers, and then the questions."""
        self._numbers = gathered.numbers
        return (
            lambda: form.add_widget(_national(gathered.lines)),
            lambda: form.add_widget(_own(list(gathered.numbers.values()))),
            lambda: _ask_who(form, to_london(self._desk.clock.now()).date()),
            lambda: _ask_told(form, gathered.agencies),
        )

    def ways(self) -> Sequence[QWidget]:
        """Return the other ways, and the button that records and prints."""
        call = button(_("Log a call"), name="emergency-call")
        call.clicked.connect(self.call_asked)
        police = button(_("Police contact"), name="emergency-police")
        police.clicked.connect(self.police_asked)
        sheet = button(_("Print the grab sheet"), name="grab-sheet")
        sheet.clicked.connect(self._on_sheet)
        whole = button(_("Write the whole record"), name="emergency-record")
        whole.clicked.connect(self.record_asked)
        record = button(_("Record and print"), "primary", "record")
        record.clicked.connect(self.record_now)
        return call, police, sheet, whole, record

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
        return emergency_problems(draft, self._desk.clock.now())

    def recording(self, draft: EmergencyDraft) -> Callable[[], Recorded]:
        """Return what records it, and makes the page that is handed over."""
        return lambda: self._desk.emergencies.record(draft)

    def on_changed(self, field: str) -> None:
        """Fill in the number of the team that was chosen."""
        draft, form = self._draft, self._form
        if field != "agency_id" or draft is None or form is None:
            return
        if draft.agency_id in self._numbers:
            draft.number = self._numbers[draft.agency_id].number
            form.load()


def _ask_who(form: Form, today: date) -> None:
    with form.card(_("What you know now")):
        form.long_text("what", _("What &happened, and what the danger is"), rows=3)
        with form.beside():
            form.line("name", _("&Who it is"))
            form.add(_("&Born, or about how old"), _any_birth(today))
        form.choice("kind", _("&Child or adult"), options_of(PERSON_KIND_WORDS))
        with form.beside():
            form.line("where", _("Whe&re they are now"))
            form.line("with_whom", _("&With whom"))
        form.long_text("said", _("E&xact words, if any were said"), rows=2)


def _any_birth(today: date) -> Binding:
    """Return a field that doubts what is no date and no age, and never holds the page up."""
    born = birth_binding("born", today)
    return replace(born, wrong=lambda: "", doubt=lambda: born.wrong() or born.doubt())


def _ask_told(form: Form, agencies: Sequence[Agency]) -> None:
    with form.card(_("Whom you told")):
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
            form.time("told_at", _("&Time"))
        form.long_text("agreed", _("What happens ne&xt, who does it"), rows=2)


def _national(lines: Sequence[NationalLine]) -> QWidget:
    card = Card(_("In danger now, or a crime is going on"))
    beside = Beside(22)
    for line in lines:
        beside.add(_number(line.title, line.number, line.use))
    card.add(beside)
    return card


def _own(numbers: Sequence[RightNumber]) -> QWidget:
    card = Card(_("Your agencies, at this hour"))
    for at in range(0, len(numbers), _IN_A_ROW):
        card.add(_in_a_row(numbers[at : at + _IN_A_ROW]))
    if not numbers:
        card.add(words(_("The directory is empty. Add your agencies when there is time."), "hint"))
    return card


def _in_a_row(numbers: Sequence[RightNumber]) -> QWidget:
    beside = Beside(28)
    for number in numbers:
        below = "\n".join(filter(None, (number.when, number.other, number.checked)))
        beside.add(_number(number.agency, number.number, below))
    for _empty in range(_IN_A_ROW - len(numbers)):
        beside.add(QWidget())
    return beside


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
