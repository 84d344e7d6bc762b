"""Clinical record: the entry that points to the log, ready to paste, and who pasted it."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from sgdesk.domain.sharing.words import clinical_entry
from sgdesk.services.police_past import PastContact
from sgdesk.text import _, read_short_date, read_time, to_london
from ui.kit.binding import part_of
from ui.kit.cards import Card, button
from ui.kit.form import Form
from ui.kit.layout import lines
from ui.kit.step_page import StepPage
from ui.kit.wording_hint import hint_wording
from ui.share.case import ShareCase
from ui.share.guidance_strip import guidance_strip
from ui.share.papers_card import PapersCard, papers_to_file


class ClinicalPage(StepPage):
    """Shows the entry, reminds of who could read it, and asks who made it or why not."""

    def __init__(self, case: ShareCase) -> None:
        super().__init__(_("The log is never the only copy of a clinical fact."))
        self._case = case
        self.add(guidance_strip(case.guidance, "clinical"))
        self._contacts: Sequence[PastContact] = ()
        self._entry: QPlainTextEdit | None = None
        self._form = Form(part_of(case.draft, "clinical"), "clinical")
        self.later(
            self._add_entry,
            lambda: self.add(PapersCard(case, papers_to_file(case), lambda _kind: True)),
            lambda: self.add_form(self._form),
            lambda: self._ask_visibility(self._form),
            lambda: self._ask_who(self._form),
        )

    def load(self) -> None:
        """Show the entry as it reads after the decision."""
        super().load()
        self._on_contacts(())
        concern_id, police = self._case.concern.id, self._case.desk.police
        self._case.runner.run(
            lambda: police.of(concern_id), self._on_contacts, lambda _error: None, self
        )

    def _on_contacts(self, contacts: Sequence[PastContact]) -> None:
        self._contacts = contacts
        if self._entry is not None:
            self._show_entry(self._entry)

    def _show_entry(self, entry: QPlainTextEdit) -> None:
        """Show the entry with every number that the police gave about this concern."""
        case = self._case
        numbers = [number for past in self._contacts for number in past.numbers]
        text = clinical_entry(case.concern, case.sharing, case.desk.clock.now(), numbers)
        entry.setPlainText(text)
        entry.setFixedHeight(lines(min(text.count("\n") + len(text) // 90 + 2, 12)))
        self._copy.setText(_("Copy the entry"))

    def _add_entry(self) -> None:
        card = Card(
            _("The entry to paste"),
            _("It names nobody but the patient, and says where the rest is."),
        )
        entry = self._entry = QPlainTextEdit()
        entry.setReadOnly(True)
        entry.setTabChangesFocus(True)
        entry.setObjectName("clinical-entry")
        entry.setAccessibleName(_("The entry for the clinical record"))
        card.add(entry)
        self._copy = button(_("Copy the entry"), name="copy-entry")
        self._copy.clicked.connect(self._on_copy)
        card.body.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_entry(entry)
        self.add(card)

    def _on_copy(self) -> None:
        if self._entry is not None:
            QGuiApplication.clipboard().setText(self._entry.toPlainText())
            self._copy.setText(_("Copied"))

    def _on_made_just_now(self) -> None:
        draft, desk = self._case.draft, self._case.desk
        local = to_london(desk.clock.now())
        made_at = local.time().replace(second=0, microsecond=0)
        draft.clinical = msgspec.structs.replace(
            draft.clinical, made_by=desk.user.name, made_on=local.date(), made_at=made_at,
            made_on_typed=read_short_date(local.date()), made_at_typed=read_time(made_at),
        )  # fmt: skip
        self._form.load()
        self.changed.emit()
        self.left.emit()

    def _ask_visibility(self, form: Form) -> None:
        with form.card(_("Who could read it there")):
            form.yes_no("coded", _("Is the entry &coded?"))
            form.yes_no("hidden_online", _("Is it &hidden from online view?"))
            form.yes_no(
                "proxy_checked",
                _("Was &proxy access looked at?"),
                _("A parent may be able to read a child’s record."),
            )
            form.yes_no(
                "family_records",
                _("Is it on the records of the &family who are patients here?"),
                _("As far as each of them needs it."),
            )

    def _ask_who(self, form: Form) -> None:
        with form.card(_("Who made the entry")):
            mine = button(_("I made it &just now"), "small", "made-just-now")
            mine.clicked.connect(self._on_made_just_now)
            form.add_widget(mine)
            form.line("made_by", _("Made &by"))
            form.moment("made_on", "made_at", _("On which &day?"), _("At what time?"))
            form.long_text("not_made_because", _("If it was not made: &why not?"), rows=2)
        hint_wording(form, self._case.desk.wording, ("not_made_because",))
