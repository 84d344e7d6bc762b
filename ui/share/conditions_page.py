"""Conditions: use, passing on, who must not learn what, what comes back, and safe contact."""

import msgspec
from PySide6.QtCore import Qt

from sgdesk.domain.people import Person, PersonKind
from sgdesk.domain.sharing.decision import Conditions
from sgdesk.domain.sharing.protected import elsewhere_words
from sgdesk.text import _
from ui.kit.binding import part_of
from ui.kit.cards import Notice, button
from ui.kit.form import Form
from ui.kit.step_page import StepPage
from ui.kit.wording_hint import hint_wording
from ui.share.case import ShareCase
from ui.share.guidance_strip import guidance_strip


class ConditionsPage(StepPage):
    """Asks on what conditions it is shared; they stand on the first page of the pack."""

    def __init__(self, case: ShareCase) -> None:
        super().__init__(_("They are printed in the pack, where the recipient reads them."))
        self._case = case
        self.add(guidance_strip(case.guidance, "conditions"))
        if case.concern.person.address_protected:
            self.add(_protected_notice())
        for told in elsewhere_words(case.concern):
            self.add(Notice(told, kind="overdue"))
        self._usual = button(_("Fill in the usual conditions"), "small", "usual-conditions")
        self._usual.clicked.connect(self._on_usual)
        self.body.addWidget(self._usual, 0, Qt.AlignmentFlag.AlignLeft)
        self._form = Form(part_of(case.draft, "conditions"), "conditions")
        self.add_form(self._form)
        self.later(self._ask)

    def _ask(self) -> None:
        form = self._form
        with form.card():
            form.long_text("use", _("What may it be &used for?"), rows=2)
            form.long_text("onward", _("How far may it be passed &on?"), rows=2)
            form.long_text(
                "not_to_disclose",
                _("What must &not be disclosed, and to whom?"),
                _("For example: our address and this referral, to Mr A."),
                rows=2,
            )
            form.long_text("tell_us", _("What do you want to hear &back?"), rows=2)
        hint_wording(form, self._case.desk.wording, ("use", "onward", "tell_us"))
        if self._case.concern.contact.number:
            with form.card(_("Safe contact")):
                form.tick(
                    "safe_contact_sheet",
                    _("Add the &safe-contact sheet"),
                    _("A sheet of its own, so that it can be kept away from the other pages."),
                )

    def _on_usual(self) -> None:
        filled = with_usual(self._case.draft.conditions, _whom(self._case.concern.person))
        self._case.draft.conditions = filled
        self._form.load()
        self.changed.emit()
        self.left.emit()


def with_usual(conditions: Conditions, name: str) -> Conditions:
    """Return the conditions with the empty ones filled in as they usually read."""
    usual = {
        "use": _("Only to assess the needs of {name} and to protect them from harm.").format(
            name=name
        ),
        "onward": _(
            "Confidential. Pass it on only to those who need it for this, and tell us to whom."
        ),
        "tell_us": _(
            "That you received this, what you decide and why, and what we should do meanwhile."
        ),
    }
    empty = {field: text for field, text in usual.items() if not getattr(conditions, field)}
    return msgspec.structs.replace(conditions, **empty)


def _whom(person: Person) -> str:
    if person.kind is PersonKind.UNBORN:
        return _("{mother} and her unborn baby").format(mother=person.name)
    return person.name


def _protected_notice() -> Notice:
    return Notice(
        _("The address of this person is protected. Say below to whom it must not be disclosed."),
        kind="overdue",
    )
