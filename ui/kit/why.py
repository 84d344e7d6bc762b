"""Why a question is asked: the reason and the texts behind it, folded away until wanted."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.domain.cited import Stated
from sgdesk.domain.cited_words import also_lines, source_lines
from sgdesk.domain.guidance import Check, Guidance
from sgdesk.text import _
from ui.kit.cards import Notice, button, copyable
from ui.kit.layout import Gap, column


class Why(QWidget):
    """A link that unfolds why one or more checks are made, and what else holds on a whole page."""

    def __init__(self, checks: Sequence[Check], guidance: Guidance, page: str = "") -> None:
        super().__init__()
        self._prompt = checks[0].prompt
        self._layout: QVBoxLayout = column(self, Gap.TIGHT)
        self._link = button(_("Why we ask"), "link-small", f"why:{checks[0].id}")
        self._link.clicked.connect(self._on_asked)
        self._layout.addWidget(self._link, 0, Qt.AlignmentFlag.AlignLeft)
        self._checks, self._guidance, self._page = tuple(checks), guidance, page
        self._reasons: QWidget | None = None
        self._name(_("Why we ask"))

    def _on_asked(self) -> None:
        if self._reasons is None:
            self._reasons = self._unfolded()
        shown = self._reasons.isHidden()
        self._reasons.setVisible(shown)
        self._name(_("Hide why we ask") if shown else _("Why we ask"))

    def _unfolded(self) -> QWidget:
        reasons = QWidget(self)
        reasons.hide()
        below = column(reasons, Gap.TIGHT)
        for check in self._checks:
            below.addWidget(reason_notice(check.why, check, self._guidance))
            self._add_also(below, check.id)
        self._add_also(below, self._page)
        self._layout.addWidget(reasons)
        return reasons

    def _add_also(self, below: QVBoxLayout, place: str) -> None:
        if also := also_lines(self._guidance, place):
            below.addWidget(copyable("\n".join(also), "hint"))

    def _name(self, text: str) -> None:
        self._link.setText(text)
        spoken = _("{link}: {prompt}").format(link=text, prompt=self._prompt)
        self._link.setAccessibleName(spoken)


def reason_notice(text: str, stated: Stated, guidance: Guidance, kind: str = "info") -> Notice:
    """Return a strip with a statement of the guidance and every text it rests on."""
    notice = Notice(text, kind=kind)
    for line in source_lines(stated, guidance):
        notice.add(copyable(line, "hint"))
    return notice
