"""Somebody who gets a passphrase: name, profession, and a passphrase with its strength shown."""

from collections.abc import Callable
from typing import cast

from PySide6.QtWidgets import QCheckBox, QLineEdit

from sgdesk.domain.answers import YesNo
from sgdesk.domain.flows.setup import Newcomer, SetupDraft
from sgdesk.text import _
from ui.kit.binding import Binding, DraftHolder, part_of
from ui.kit.cards import words
from ui.kit.form import Form
from ui.kit.step_page import StepPage
from ui.kit.text_fields import line_binding

LONGEST_PASSPHRASE = 1_024
StrengthWords = Callable[[str], str]


def lead_page(draft: SetupDraft, strength: StrengthWords) -> StepPage:
    """Return the page about the lead."""
    page = StepPage(_("You sign the records and the decisions. Your name stands on every paper."))
    _add_person(page, draft, "lead", strength)
    return page


def deputy_page(draft: SetupDraft, strength: StrengthWords) -> StepPage:
    """Return the page about a deputy, who may be there or not."""
    page = StepPage(
        _("Somebody who can open the records when you cannot. They choose their own passphrase.")
    )
    asked = Form(DraftHolder(draft))
    with asked.card():
        options = [(YesNo.YES, _("Yes")), (YesNo.NO, _("Not now"))]
        asked.choice("has_deputy", _("Is there a deputy?"), options)
    page.add_form(asked)
    person = _add_person(page, draft, "deputy", strength)
    asked.only_if(lambda: draft.has_deputy is YesNo.YES, person)
    page.body.addStretch()
    return page


def passphrase_question(field: str) -> Binding:
    """Return a field whose letters are hidden."""
    binding = line_binding(field, LONGEST_PASSPHRASE)
    cast(QLineEdit, binding.widget).setEchoMode(QLineEdit.EchoMode.Password)
    return binding


def add_show_tick(form: Form, *bindings: Binding) -> None:
    """Add a tick that shows the letters of hidden fields."""
    tick = QCheckBox(_("&Show what I type"))
    tick.setObjectName("show-passphrase")
    tick.setAccessibleName(_("Show what I type"))

    def on_shown(shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for binding in bindings:
            cast(QLineEdit, binding.widget).setEchoMode(mode)

    tick.toggled.connect(on_shown)
    form.add_widget(tick)


def _add_person(page: StepPage, draft: SetupDraft, who: str, strength: StrengthWords) -> Form:
    form = Form(part_of(draft, who), prefix=who)
    page.add_form(form)
    page.later(
        lambda: _add_names(form),
        lambda: _add_passphrases(form, lambda: getattr(draft, who), strength),
    )
    return form


def _add_names(form: Form) -> None:
    with form.card():
        form.line("name", _("&Name in full"))
        with form.beside():
            form.line("profession", _("&Profession"), _("Such as dentist, or practice nurse."))
            form.line("registration", _("&Registration"), _("With its register: GDC 000001."))
        form.line("phone", _("&Telephone for agencies that ring back"))


def _add_passphrases(form: Form, person: Callable[[], Newcomer], strength: StrengthWords) -> None:
    first, again = passphrase_question("passphrase"), passphrase_question("passphrase_again")
    with form.card(_("Passphrase"), _passphrase_hint()) as card:
        form.add(_("P&assphrase"), first)
        said = words("", "hint")
        said.setObjectName("strength")
        card.add(said)
        form.add(_("The same a&gain"), again)
        add_show_tick(form, first, again)

    def on_changed(field: str) -> None:
        if field == "passphrase":
            said.setText(strength(person().passphrase) if person().passphrase else "")

    def on_left() -> None:
        if said.text() == form.question("passphrase").problem():
            said.setText("")  # it stands at the field

    form.changed.connect(on_changed)
    form.left.connect(on_left)


def _passphrase_hint() -> str:
    return _(
        "Four or more words that have nothing to do with one another are easy to keep in mind"
        " and hard to guess. Nobody can look it up for you; the recovery sheet is the only other"
        " way in."
    )
