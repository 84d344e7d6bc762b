"""What is due, as Today shows it: the thing, its detail, and when asked why, and its source."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from sgdesk.domain.due import DueLine
from sgdesk.domain.masking import Shown
from sgdesk.text import _, read_moment
from ui.kit.cards import button, words
from ui.kit.layout import Gap, column
from ui.kit.rows import strong_words


class DueCell(QWidget):
    """`shown` masks the names in what people typed, where names are not to be seen. `why` is the
    button that tells why; it stands beside the cell."""

    def __init__(self, line: DueLine, shown: Shown) -> None:
        super().__init__()
        self._line = line
        self._shown = shown
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        layout = column(self, Gap.NONE)
        layout.addWidget(strong_words(_(line.due.title), f"· {line.agency}" if line.agency else ""))
        for text in filter(None, (_said(line, shown), _limit(line), _reminder(line))):
            layout.addWidget(words(text, "hint"))
        self._told = words("", "hint")
        self._told.hide()
        layout.addWidget(self._told)
        self.why = button(_("Why"), "link-small", f"why:{line.due.rule}:{line.reference}")
        self.why.setAccessibleName(
            _("Why: {what}, {reference}").format(what=_(line.due.title), reference=line.reference)
        )
        self.why.clicked.connect(self._on_why)

    def _on_why(self) -> None:
        line = self._line
        standing = _("Weight: {standing}.").format(standing=line.standing) if line.standing else ""
        source = _("Source: {source}").format(source=line.due.source)
        because = " ".join(filter(None, (line.due.why, source, standing)))
        self._told.setText(self._shown(because))
        shown = self._told.isHidden()
        self._told.setVisible(shown)
        self.why.setText(_("Hide why") if shown else _("Why"))


def _said(line: DueLine, shown: Shown) -> str:
    if line.unconfirmed is None:
        return shown(line.due.detail)
    text = _("A report by {who} is written down. It stays due until {who} confirms it as theirs.")
    return shown(text.format(who=line.reporter))


def _limit(line: DueLine) -> str:
    if line.law_by is None:
        return ""
    return _("In law by {when} at the latest.").format(when=read_moment(line.law_by))


def _reminder(line: DueLine) -> str:
    found = line.reminded
    if found is None or not found.times:
        return ""
    return _("Reminds again {when}.").format(when=read_moment(found.next_at))
