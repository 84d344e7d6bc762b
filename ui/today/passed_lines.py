"""What has passed too, where there is more of it than rows: a line each, with a way to its
concern."""

from collections.abc import Sequence
from datetime import datetime
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from sgdesk.domain.due import DueLine
from sgdesk.domain.shown import due_words
from sgdesk.text import _
from ui.kit.cards import rich_words
from ui.kit.layout import Gap, column


class PassedLines(QWidget):
    """`concern_asked` carries the id of the concern whose reference was chosen."""

    concern_asked = Signal(str)

    def __init__(self, lines: Sequence[DueLine], now: datetime) -> None:
        super().__init__()
        text = rich_words("<br>".join(_line(line, now) for line in lines))
        ways = Qt.TextInteractionFlag
        text.setTextInteractionFlags(ways.LinksAccessibleByMouse | ways.LinksAccessibleByKeyboard)
        text.setAccessibleName(_("Passed too"))
        text.linkActivated.connect(self.concern_asked)
        column(self, Gap.NONE).addWidget(text)


def _line(line: DueLine, now: datetime) -> str:
    when = due_words(line.due.due_at, now).text
    link = f'<a href="{escape(line.due.concern_id)}">{escape(line.reference)}</a>'
    return _("{when} · {what} · {reference}").format(
        when=escape(when), what=escape(_(line.due.title)), reference=link
    )
