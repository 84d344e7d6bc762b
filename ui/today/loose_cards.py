"""Calls and police contacts that belong to no concern yet: each is put to one, or printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.domain.call import CALL_WORDS, Call, is_to_be_written
from sgdesk.domain.police import REASON_WORDS, PoliceContact
from sgdesk.services.views import ConcernRow
from sgdesk.text import _, read_moment
from ui.kit.binding import DraftHolder
from ui.kit.cards import Card, button, words
from ui.kit.choice_fields import Options
from ui.kit.concern_options import concern_options
from ui.kit.flow_layout import FlowLayout
from ui.kit.form import Form
from ui.kit.layout import Gap, clear, column


class _Chosen(msgspec.Struct, kw_only=True):
    concern_id: str = ""


@dataclass(frozen=True, slots=True)
class Loose:
    """One of them, as words: `lines` stand below its title, `put` and `print` name its buttons."""

    id: str
    title: str
    lines: tuple[str, ...]
    put: str
    print: str


class LooseCard(Card):
    """`attach_asked` carries an id and a concern's id, `paper_asked` an id. `name` tells the two
    cards apart: call, or contact."""

    attach_asked = Signal(str, str)
    paper_asked = Signal(str)

    def __init__(self, title: str, name: str) -> None:
        super().__init__(title, _("Put each to the concern it is about, once there is a record."))
        self._name = name
        self._place: QVBoxLayout = column(gap=Gap.NORMAL)
        self.body.addLayout(self._place)
        self.hide()

    def forget(self) -> None:
        """Show nothing, at once."""
        clear(self._place)

    def show_loose(
        self, loose: Sequence[Loose], rows: Sequence[ConcernRow], today: date, *, whole: bool
    ) -> None:
        """Show these in their order; hidden while there is none."""
        clear(self._place)
        self.setVisible(bool(loose))
        options = concern_options(rows, today, whole=whole) if loose else []
        for one in loose:
            self._place.addWidget(self._entry(one, options))

    def _entry(self, one: Loose, options: Options) -> QWidget:
        entry = QWidget()
        layout = column(entry, Gap.TIGHT)
        layout.addWidget(words(one.title, "label"))
        for text in filter(None, one.lines):
            layout.addWidget(words(text, "hint"))
        chosen = _Chosen()
        form = Form(DraftHolder(chosen), one.id)
        form.choice("concern_id", _("It is about"), options, as_list=True)
        form.load()
        layout.addWidget(form)
        ways = FlowLayout(gap=Gap.SMALL)
        attach = button(_("Put it there"), "small", f"attach:{one.id}")
        attach.setAccessibleName(one.put)
        attach.setEnabled(False)
        attach.clicked.connect(lambda: self.attach_asked.emit(one.id, chosen.concern_id))
        form.changed.connect(lambda _field: attach.setEnabled(bool(chosen.concern_id)))
        ways.addWidget(attach)
        paper = button(_("Print"), "small", f"print-{self._name}:{one.id}")
        paper.setAccessibleName(one.print)
        paper.clicked.connect(lambda: self.paper_asked.emit(one.id))
        ways.addWidget(paper)
        layout.addLayout(ways)
        return entry


def loose_call(call: Call, by: datetime | None, *, whole: bool) -> Loose:
    """Return a call as words; what it was about only where names are to be seen. `by`: until then
    it is to be confirmed in writing."""
    when = read_moment(call.started_at) if call.started_at else ""
    return Loose(
        call.id,
        _(CALL_WORDS[call.kind]),
        (call.agency_name, when, call.about if whole else "", _in_writing(call, by)),
        _("Put this call to the chosen concern"),
        _("Print the record of this call"),
    )


def _in_writing(call: Call, by: datetime | None) -> str:
    if not is_to_be_written(call):
        return ""
    if by is None:
        return _("To be confirmed in writing.")
    return _("To be confirmed in writing by {moment}.").format(moment=read_moment(by))


def loose_contact(contact: PoliceContact) -> Loose:
    """Return a contact with the police as words, with its number."""
    return Loose(
        contact.id,
        _(REASON_WORDS[contact.reason]),
        (contact.force, read_moment(contact.started_at), contact.incident_number),
        _("Put this contact to the chosen concern"),
        _("Print the incident-number record of this contact"),
    )
