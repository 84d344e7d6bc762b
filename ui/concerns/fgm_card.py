"""Female genital mutilation: whether the personal duty to report applies, and whose it is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton

from sgdesk.domain.flows.fgm import FgmAnswer
from sgdesk.domain.masking import Shown
from sgdesk.domain.people import SafeContact
from sgdesk.services.known_children import KnownChild
from sgdesk.services.police_case import FgmCase
from sgdesk.text import _
from ui.kit.cards import Card, Notice, button, copyable, words
from ui.kit.flow_layout import FlowLayout
from ui.kit.layout import Gap, clear, column

_NOT_BECAUSE = {
    FgmAnswer.NO_DUTY_IN_NATION: "It is law in England and Wales only; see below what holds here.",
    FgmAnswer.HEARD_FROM_OTHER: "Somebody else told it, not she herself.",
    FgmAnswer.AT_RISK: "It is feared, and not known to have been done.",
    FgmAnswer.ADULT: "She was 18 or over when it was discovered.",
}


class FgmCard(Card):
    """`report_asked` leads to the report, or to its reporter's word on it; `list_asked` to the
    caller's ready-list; `delay_asked` to the reasons why it waits; `why_asked` for what the
    guidance says; `concern_asked`, with her name where it is known, and `link_asked` to a concern
    about a sister; `known_asked` carries the id of one that is there."""

    report_asked = Signal()
    list_asked = Signal()
    delay_asked = Signal()
    why_asked = Signal()
    concern_asked = Signal(str)
    known_asked = Signal(str)
    link_asked = Signal()

    def __init__(self, case: FgmCase, contact: SafeContact, shown: Shown) -> None:
        super().__init__(_("Female genital mutilation"))
        self._is_told = False
        if case.answer is FgmAnswer.DUTY:
            self._add_duty(case, shown)
        else:
            text = _("The personal duty to report to the police does not apply here. {why}").format(
                why=_(_NOT_BECAUSE[case.answer])
            )
            self.add(Notice(text, kind="due"))
        self._add_home(contact, shown)
        self._add_others(case, shown)
        self._why = button(_("Who must report, and why"), "link-small", "fgm-why")
        self._why.clicked.connect(self._on_why)
        self.body.addWidget(self._why, 0, Qt.AlignmentFlag.AlignLeft)
        self._reasons = column(gap=Gap.TIGHT)
        self.body.addLayout(self._reasons)

    def show_reasons(self, reasons: Sequence[tuple[str, tuple[str, ...]]]) -> None:
        """Show what the guidance says, with its sources."""
        clear(self._reasons)
        told = [line for text, sources in reasons for line in (text, *map(_source, sources))]
        self._reasons.addWidget(copyable("\n".join(told), "hint"))

    def _add_duty(self, case: FgmCase, shown: Shown) -> None:
        if not case.reporters:
            text = _("The record does not say who was told, or who saw. Amend it first.")
            self.add(Notice(text, kind="overdue"))
        for one in case.reporters:
            who = ", ".join(filter(None, (one.name, one.profession, one.registration)))
            text = _("Only {who}, can make this report. Nobody else can make it for them.")
            if not case.is_due:
                text = _("No report is due any more. It was for {who}, alone to make.")
            self.add(Notice(shown(text.format(who=who)), kind="due" if case.is_due else "ok"))
        self._add_unconfirmed(case, shown)
        ways = FlowLayout(gap=Gap.SMALL)
        found = [(_("Print the ready-list for the call"), "ready-list", self.list_asked)]
        if case.is_due:
            report = _("Add the confirmation") if case.unconfirmed else _("Record the report")
            found.insert(0, (report, "fgm-report", self.report_asked))
            found.append((_("The report must wait"), "enter-fgm-delay", self.delay_asked))
        for text, name, signal in found:
            way = button(text, "small", name)
            way.clicked.connect(signal)
            ways.addWidget(way)
        self.body.addLayout(ways)

    def _add_unconfirmed(self, case: FgmCase, shown: Shown) -> None:
        if case.unconfirmed is None or case.unconfirmed.fgm is None:
            return
        text = _(
            "A report by {who} is written down. It stays due until {who} confirms it as theirs,"
            " signed in or on paper: see Police."
        )
        self.add(Notice(shown(text.format(who=case.unconfirmed.fgm.reporter)), kind="due"))

    def _add_home(self, contact: SafeContact, shown: Shown) -> None:
        text = _("Send no letter, text or reminder that could reach her home.")
        never = ""
        if contact.never_reach.strip():
            never = _("Nothing may reach: {who}.").format(who=contact.never_reach.rstrip("."))
        self.add(words(" ".join(filter(None, (text, shown(never))))))

    def _add_others(self, case: FgmCase, shown: Shown) -> None:
        for one in case.known:
            self.body.addWidget(self._known(one, shown), 0, Qt.AlignmentFlag.AlignLeft)
        if case.others:
            named = _("Other children in the record, each of whom needs a concern: {names}")
            self.add(words(shown(named.format(names=", ".join(case.others)))))
        else:
            more = _("Think of sisters and other girls of the family.")
            if case.known:
                more = _("Think of other girls of the family, too.")
            self.add(words(more))
        ways = FlowLayout(gap=Gap.SMALL)
        for number, name in enumerate(case.others, 1):
            text = _("Record a concern about {name}").format(name=name)
            ways.addWidget(self._beginning(shown(text), f"sister-concern:{number}", name))
        text = _("Record a concern about another girl")
        ways.addWidget(self._beginning(text, "sister-concern", ""))
        link = button(_("Link her concern"), "small", "sister-link")
        link.clicked.connect(self.link_asked)
        ways.addWidget(link)
        self.body.addLayout(ways)
        self.add(words(_("Each begun here is linked with this one once it is signed."), "hint"))

    def _known(self, one: KnownChild, shown: Shown) -> QPushButton:
        text = _("{name} has a concern: {reference}")
        way = button(
            shown(text.format(name=one.name, reference=one.reference)),
            "link-small", f"sister-known:{one.reference}",
        )  # fmt: skip
        way.clicked.connect(lambda: self.known_asked.emit(one.concern_id))
        return way

    def _beginning(self, text: str, way_name: str, about: str) -> QPushButton:
        way = button(text, "small", way_name)
        way.clicked.connect(lambda: self.concern_asked.emit(about))
        return way

    def _on_why(self) -> None:
        self._is_told = not self._is_told
        self._why.setText(_("Hide why") if self._is_told else _("Who must report, and why"))
        if self._is_told:
            self.why_asked.emit()
        else:
            clear(self._reasons)


def _source(line: str) -> str:
    return f"  · {line}"
