"""Concerns that belong with this one: shown, opened, linked and let go."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from sgdesk.domain.concern import OutsideLink
from sgdesk.domain.masking import Shown
from sgdesk.domain.shown import age_in_years, person_words
from sgdesk.services.views import ConcernView, LinkedConcern
from sgdesk.text import _, read_moment
from ui.kit.cards import Card, button, tag, words
from ui.kit.flow_layout import FlowLayout
from ui.kit.layout import Gap, column


class LinksCard(Card):
    """`link_asked` when another is to be linked; `unlink_asked` carries a link's id;
    `concern_asked` a concern's id."""

    link_asked = Signal()
    unlink_asked = Signal(str)
    concern_asked = Signal(str)

    def __init__(self) -> None:
        hint = _("Such as the concerns about brothers and sisters. Both pages show the link.")
        super().__init__(_("Linked concerns"), hint)
        self._place: QVBoxLayout = column(gap=Gap.SMALL)
        self.body.addLayout(self._place)
        link = button(_("Link another concern"), "small", "enter-link")
        link.clicked.connect(self.link_asked)
        self.body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def show_linked(
        self,
        linked: Sequence[LinkedConcern],
        today: date,
        shown: Shown,
        *,
        whole: bool,
        elsewhere: Sequence[OutsideLink] = (),
    ) -> None:
        """Show the concerns that are linked now, and those that other records hold."""
        for one in linked:
            if one.link.ended_at is None:
                self._place.addWidget(self._linked(one, today, shown, whole))
        for outer in elsewhere:
            if outer.ended_at is None:
                self._place.addWidget(words(_elsewhere(outer, shown)))

    def _linked(self, one: LinkedConcern, today: date, shown: Shown, whole: bool) -> QWidget:
        widget = QWidget()
        layout = FlowLayout(widget, gap=Gap.SMALL)
        line = one.row.line
        opener = button(line.reference, "link-small", f"linked:{line.reference}")
        opener.setAccessibleName(_("Open {reference}").format(reference=line.reference))
        opener.clicked.connect(lambda: self.concern_asked.emit(line.id))
        age = age_in_years(line.person_kind, line.born, today)
        who = person_words(line.person_name, line.person_kind, age, whole=whole)
        told = " · ".join(filter(None, (who, shown(one.link.how))))
        since = _("linked {when} by {who}").format(
            when=read_moment(one.link.linked_at), who=one.link.linked_by
        )
        end = button(_("End the link"), "link-small", f"unlink:{line.reference}")
        end.clicked.connect(lambda: self.unlink_asked.emit(one.link.id))
        stage = tag(one.row.stage.text, one.row.stage.tone.value)
        for part in (opener, words(told), stage, words(since, "hint"), end):
            if isinstance(part, QLabel):
                part.setWordWrap(False)
            layout.addWidget(part)
        return widget


def links_card(view: ConcernView, today: date, shown: Shown, *, whole: bool) -> LinksCard:
    """Return the card with what is linked with a concern now."""
    card = LinksCard()
    card.show_linked(view.linked, today, shown, whole=whole, elsewhere=view.linked_elsewhere)
    return card


def _elsewhere(link: OutsideLink, shown: Shown) -> str:
    where = _("{reference} of other records, not taken in here").format(reference=link.reference)
    since = _("linked {when} by {who}").format(when=read_moment(link.linked_at), who=link.linked_by)
    return " · ".join(filter(None, (where, shown(link.how), since)))
