"""Why a question is asked: the reason and the texts behind it, folded away until wanted."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.domain.cited import CONFIDENCE_WORDS, STATUS_WORDS, Source, Stated
from sgdesk.domain.guidance import Check, Guidance
from sgdesk.text import _, read_short_date
from ui.kit.cards import Notice, button, words
from ui.kit.layout import Gap, column


class Why(QWidget):
    """A link that unfolds why one or more checks are made."""

    def __init__(self, checks: Sequence[Check], guidance: Guidance) -> None:
        super().__init__()
        self._prompt = checks[0].prompt
        self._layout: QVBoxLayout = column(self, Gap.TIGHT)
        self._link = button(_("Why we ask"), "link-small", f"why:{checks[0].id}")
        self._link.clicked.connect(self._on_asked)
        self._layout.addWidget(self._link, 0, Qt.AlignmentFlag.AlignLeft)
        self._checks, self._guidance = tuple(checks), guidance
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
        self._layout.addWidget(reasons)
        return reasons

    def _name(self, text: str) -> None:
        self._link.setText(text)
        spoken = _("{link}: {prompt}").format(link=text, prompt=self._prompt)
        self._link.setAccessibleName(spoken)


def reason_notice(text: str, stated: Stated, guidance: Guidance, kind: str = "info") -> Notice:
    """Return a strip with a statement of the guidance and every text it rests on."""
    notice = Notice(text, kind=kind)
    for line in source_lines(stated, guidance):
        notice.add(words(line, "hint"))
    return notice


def source_lines(stated: Stated, guidance: Guidance) -> list[str]:
    """Return what weight a statement has, and each text it rests on with its date."""
    weight = _("This is {status}, {confidence}.").format(
        status=_(STATUS_WORDS[stated.status]), confidence=_(CONFIDENCE_WORDS[stated.confidence])
    )
    return [weight, *(_source_line(source) for source in guidance.sources_of(stated))]


def _source_line(source: Source) -> str:
    return _("Source: {title}, {publisher}, checked on {date}.").format(
        title=source.title, publisher=source.publisher, date=read_short_date(source.checked_on)
    )
