"""Female genital mutilation: whether the personal duty to report applies, and whose it is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from sgdesk.domain.flows.fgm import FgmAnswer
from sgdesk.domain.masking import Shown
from sgdesk.domain.people import SafeContact
from sgdesk.services.police_case import FgmCase
from sgdesk.text import _
from ui.kit.cards import Card, Notice, button, copyable, words
from ui.kit.flow_layout import FlowLayout
from ui.kit.layout import Gap, clear, column

_NOT_BECAUSE = {
    FgmAnswer.NO_DUTY_IN_NATION: "The personal duty is not law in this nation.",
    FgmAnswer.HEARD_FROM_OTHER: "Somebody else told it, not she herself.",
    FgmAnswer.AT_RISK: "It is feared, and not known to have been done.",
    FgmAnswer.ADULT: "She was 18 or over when it was discovered.",
}


class FgmCard(Card):
    """`report_asked` and `list_asked` lead to the report and to the caller's ready-list;
    `delay_asked` to the reasons why it waits; `why_asked` for what the guidance says;
    `concern_asked` and `link_asked` to a concern about a sister."""

    report_asked = Signal()
    list_asked = Signal()
    delay_asked = Signal()
    why_asked = Signal()
    concern_asked = Signal()
    link_asked = Signal()

    def __init__(self, case: FgmCase, contact: SafeContact, shown: Shown) -> None:
        super().__init__(_("Female genital mutilation"))
        self._is_told = False
        if case.answer is FgmAnswer.DUTY:
            self._add_duty(case, shown)
        else:
            text = _("The duty to report to the police does not apply here. {why}").format(
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
        ways = FlowLayout(gap=Gap.SMALL)
        found = [(_("Print the ready-list for the call"), "ready-list", self.list_asked)]
        if case.is_due:
            found.insert(0, (_("Record the report"), "fgm-report", self.report_asked))
            found.append((_("The report must wait"), "enter-fgm-delay", self.delay_asked))
        for text, name, signal in found:
            way = button(text, "small", name)
            way.clicked.connect(signal)
            ways.addWidget(way)
        self.body.addLayout(ways)

    def _add_home(self, contact: SafeContact, shown: Shown) -> None:
        text = _("Send no letter, text or reminder that could reach her home.")
        never = ""
        if contact.never_reach.strip():
            never = _("Nothing may reach: {who}.").format(who=contact.never_reach.rstrip("."))
        self.add(words(" ".join(filter(None, (text, shown(never))))))

    def _add_others(self, case: FgmCase, shown: Shown) -> None:
        if case.others:
            named = _("Other children in the record, each of whom needs a concern: {names}")
            self.add(words(shown(named.format(names=", ".join(case.others)))))
        else:
            self.add(words(_("Think of sisters and other girls of the family.")))
        ways = FlowLayout(gap=Gap.SMALL)
        for text, name, signal in (
            (_("Record a concern about another girl"), "sister-concern", self.concern_asked),
            (_("Link her concern"), "sister-link", self.link_asked),
        ):
            way = button(text, "small", name)
            way.clicked.connect(signal)
            ways.addWidget(way)
        self.body.addLayout(ways)

    def _on_why(self) -> None:
        self._is_told = not self._is_told
        self._why.setText(_("Hide why") if self._is_told else _("Who must report, and why"))
        if self._is_told:
            self.why_asked.emit()
        else:
            clear(self._reasons)


def _source(line: str) -> str:
    return f"  · {line}"
