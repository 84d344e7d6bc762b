"""Advice taken before deciding: from whom, when, what they said, and whether it was followed."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from sgdesk.domain.answers import YesNo
from sgdesk.domain.call import Call, CallKind
from sgdesk.domain.sharing.advice import Advice
from sgdesk.domain.sharing.decision import SharingDraft
from sgdesk.ids import new_id
from sgdesk.text import _, read_moment, read_short_date, to_london
from ui.kit.binding import ValueHolder
from ui.kit.cards import Card, button, words
from ui.kit.flow_layout import FlowLayout
from ui.kit.form import Form
from ui.kit.layout import Gap, column
from ui.kit.wording_hint import hint_wording
from ui.share.case import ShareCase

_UNNAMED: dict[YesNo | None, YesNo] = {YesNo.YES: YesNo.NO, YesNo.NO: YesNo.YES}


class AdviceCards(Card):
    """One form for each adviser. `made` and `gone` carry a form that came or went, `changed`
    tells that the list is another one."""

    made = Signal(object)
    gone = Signal(object)
    changed = Signal()

    def __init__(self, case: ShareCase) -> None:
        super().__init__(
            _("Advice taken before deciding"),
            _("A named professional, the data protection officer, the Caldicott Guardian, your"
              " defence body. None is needed."),
        )  # fmt: skip
        self._case = case
        self._forms: dict[str, Form] = {}
        self._list = column(gap=Gap.NORMAL)
        self.body.addLayout(self._list)
        ways = FlowLayout(gap=Gap.SMALL)
        for call in advice_calls(case.calls):
            ways.addWidget(self._take_over_button(call))
        add = button(_("Add advice"), name="add-advice")
        add.clicked.connect(lambda: self._add(Advice(id=new_id())))
        ways.addWidget(add)
        self.body.addLayout(ways)

    def load(self) -> None:
        """Show a form for each piece of advice in the draft, and none for one that is gone."""
        wanted = [one.id for one in self._case.draft.purpose.advisers]
        for id in [id for id in self._forms if id not in wanted]:
            self._drop(id)
        for id in wanted:
            if id not in self._forms:
                self._show(id)

    def _take_over_button(self, call: Call) -> QWidget:
        told = read_moment(call.started_at) if call.started_at else _("no time noted")
        whom = call.spoke_to or call.agency_name
        text = _("Take over the advice call with {whom}, {when}").format(whom=whom, when=told)
        take = button(text, name=f"take-advice:{call.id}")
        taken = any(one.call_id == call.id for one in self._case.draft.purpose.advisers)
        take.setVisible(not taken)
        take.clicked.connect(lambda: self._take_over(call, take))
        return take

    def _take_over(self, call: Call, take: QWidget) -> None:
        take.hide()
        self._add(from_call(call))

    def _add(self, advice: Advice) -> None:
        purpose = self._case.draft.purpose
        self._case.draft.purpose = replace(purpose, advisers=(*purpose.advisers, advice))
        self._show(advice.id)
        self._forms[advice.id].focus(f"{advice.id}.name")
        self.changed.emit()

    def _remove(self, id: str) -> None:
        purpose = self._case.draft.purpose
        others = tuple(one for one in purpose.advisers if one.id != id)
        self._case.draft.purpose = replace(purpose, advisers=others)
        self._drop(id)
        self.changed.emit()

    def _drop(self, id: str) -> None:
        form = self._forms.pop(id)
        self.gone.emit(form)
        form.hide()
        form.deleteLater()

    def _show(self, id: str) -> None:
        form = Form(_advice_of(self._case.draft, id), id)
        _ask(form, self._case, id)
        remove = button(_("Remove this advice"), "link-small", f"remove-advice:{id}")
        remove.clicked.connect(lambda: self._remove(id))
        place = QWidget()
        column(place).addWidget(remove, 0, Qt.AlignmentFlag.AlignLeft)
        form.add_widget(place)
        self._forms[id] = form
        self._list.addWidget(form)
        form.load()
        self.made.emit(form)


def advice_calls(calls: Sequence[Call]) -> list[Call]:
    """Return the calls in which advice was asked for."""
    return [call for call in calls if call.kind is CallKind.CONSULTATION]


def from_call(call: Call) -> Advice:
    """Return the advice of a call that is on record; what the call does not say is asked."""
    day = to_london(call.started_at).date() if call.started_at else None
    role = ", ".join(part for part in (call.role, call.team or call.agency_name) if part)
    return Advice(
        id=new_id(), name=call.spoke_to or call.agency_name, role=role, given_on=day,
        given_on_typed=read_short_date(day) if day else "", said=call.advice or call.agreed,
        call_id=call.id, without_names=_UNNAMED.get(call.names_given), followed=call.followed,
        not_followed_because=call.not_followed_because,
    )  # fmt: skip


def _ask(form: Form, case: ShareCase, id: str) -> None:
    with form.beside():
        form.line("name", _("&Whom did you ask?"))
        form.line("role", _("Their &role"))
        form.date("given_on", _("On which &day?"))
    form.long_text("said", _("What did they &say?"), rows=2)
    form.yes_no("without_names", _("Was it asked wi&thout names?"))
    form.yes_no("followed", _("Was it &followed?"))
    form.long_text("not_followed_because", _("Why was it &not followed?"), rows=2)
    if _found(case.draft, id).call_id is not None:
        form.add_widget(words(_("Taken over from the call that is on record."), "hint"))
    hint_wording(form, case.desk.wording, ("not_followed_because",))
    form.only_if(lambda: _found(case.draft, id).followed is YesNo.NO, "not_followed_because")


def _found(draft: SharingDraft, id: str) -> Advice:
    # A form that was just removed may still say goodbye to its field.
    return next((one for one in draft.purpose.advisers if one.id == id), Advice(id=id))


def _advice_of(draft: SharingDraft, id: str) -> ValueHolder:
    def put(value: Advice) -> None:
        advisers = tuple(value if one.id == id else one for one in draft.purpose.advisers)
        draft.purpose = replace(draft.purpose, advisers=advisers)

    return ValueHolder(lambda: _found(draft, id), put)
