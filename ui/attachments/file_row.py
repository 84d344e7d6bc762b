"""One kept file: what it is, where it is from, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sgdesk.domain.attachment import KIND_WORDS, Attachment, file_words
from sgdesk.domain.masking import Shown
from sgdesk.text import _, read_moment
from ui.attachments.found_list import FoundList
from ui.kit.cards import button, tag, words
from ui.kit.flow_layout import FlowLayout
from ui.kit.layout import Gap, column, row
from ui.kit.rows import strong_words


class FileRow(QWidget):
    """`look_asked` and `aside_asked` carry the file."""

    look_asked = Signal(object)
    aside_asked = Signal(object)

    def __init__(self, value: Attachment, who: str, shown: Shown) -> None:
        super().__init__()
        self._value = value
        self._title = shown(value.title)
        self.place = column(self, Gap.TIGHT)
        top = row(gap=Gap.SMALL)
        top.addWidget(strong_words(self._title), 1)
        top.addWidget(tag(_(KIND_WORDS[value.kind]), "info"))
        if value.set_aside_at is not None:
            top.addWidget(tag(_("Set aside"), "quiet"))
        self.place.addLayout(top)
        kept = _("Kept {when} by {who}").format(when=read_moment(value.added_at), who=who)
        self.place.addWidget(words(f"{file_words(value.file)}\n{kept}", "hint"))
        self.place.addWidget(words(_("From: {source}").format(source=shown(value.source))))
        self.place.addWidget(words(_("Why: {why}").format(why=shown(value.reason))))
        if value.agreed:
            self.place.addWidget(words(_("Agreed: {who}").format(who=shown(value.agreed))))
        if value.set_aside_at is None:
            self.place.addWidget(FoundList(value.file.found))
            self.place.addLayout(self._ways())
        else:
            why = _("Set aside: {why}").format(why=shown(value.set_aside_because))
            self.place.addWidget(words(why))

    def _ways(self) -> FlowLayout:
        ways = FlowLayout(gap=Gap.SMALL)
        for text, name, signal in (
            (_("Look at it"), "look", self.look_asked),
            (_("Set it aside"), "aside", self.aside_asked),
        ):
            press = button(text, "small", f"{name}:{self._value.id}")
            press.setAccessibleName(_("{deed}: {title}").format(deed=text, title=self._title))
            press.clicked.connect(lambda _checked=False, emit=signal.emit: emit(self._value))
            ways.addWidget(press)
        return ways
