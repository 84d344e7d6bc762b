"""The person and the people around them, a line at a time: whole names, or initials."""

from collections.abc import Callable
from datetime import date
from functools import partial

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sgdesk.domain.amendment import Amendment, Part, deed_words
from sgdesk.domain.concern import Concern
from sgdesk.domain.details_told import Line, person_lines, relation_words
from sgdesk.domain.masking import Shown
from sgdesk.domain.people import Relation
from sgdesk.domain.sharing.reached import reached_words
from sgdesk.domain.shown import age_in_years, person_words
from sgdesk.domain.withdrawal import Deed, withdrawn_words
from sgdesk.services.views import ConcernView
from sgdesk.text import _
from ui.concerns.amended_lines import amended_lines
from ui.concerns.deed_links import deed_links
from ui.concerns.done_cards import Piece
from ui.concerns.told_before import told_before
from ui.kit.cards import Card, Notice, button, words
from ui.kit.flow_layout import FlowLayout
from ui.kit.layout import Gap, column, row
from ui.kit.rows import Rows, two_lines

Amend = Callable[[Part, str, Deed], None]


class PersonCard(Card):
    """The person and everybody around them; `amend` is called with a part of the details and the
    id of a relation, or none, where that is offered. `whole`: everything is shown; or else the
    family by its initials, and nothing by which somebody is found."""

    def __init__(
        self, view: ConcernView, shown: Shown, amend: Amend | None, *, whole: bool
    ) -> None:
        super().__init__(_("The person and the family"))
        self._view, self._shown, self._amend, self._whole = view, shown, amend, whole
        for told in view.protected:
            self.add(Notice(told, kind="overdue"))
        if not whole:
            self.add(words(_("Initials only. Press “Show names” at the left to see them."), "hint"))
        self._rows = Rows(("", "", ""), (2, 8, 1))
        self.add(self._rows)
        if not whole and not view.concern.relations:
            self._rows.hide()

    def add_line(self, line: Line) -> None:
        """Show one answer about the person."""
        self._rows.add_row(words(line.label, "label"), words(line.text), words(""))

    def add_relation(self, relation: Relation) -> None:
        """Show somebody around the person, and the ways to amend it."""
        link: QWidget = words("")
        if self._amend is not None:
            link = _links(relation, self._amend, self._shown, Deed.AMEND, Deed.WITHDRAW)
        who = words(self._shown(relation.relationship or _("Somebody")), "label")
        told = ", ".join(relation_words(relation, whole=self._whole))
        name = self._shown(relation.name or _("Name not recorded"))
        self._rows.add_row(who, two_lines("", name, self._shown(told)), link)

    def add_ways(self, amend: Amend) -> None:
        """Offer to amend the parts of the record that stand beside its facts."""
        self.body.addLayout(_ways(amend))

    def add_withdrawn(self, relation: Relation) -> None:
        """Show somebody whose entry was withdrawn, and who outside should learn of it."""
        widget, shown = QWidget(), self._shown
        layout = column(widget, Gap.NONE)
        top = row(gap=Gap.SMALL)
        who = ", ".join(filter(None, (shown(relation.relationship), shown(relation.name))))
        why = withdrawn_words(relation.withdrawn_as)
        top.addWidget(words(_("{what}: {why}").format(what=who, why=why), "label"), 1)
        if self._amend is not None:
            links = _links(relation, self._amend, shown, Deed.BRING_BACK)
            top.addWidget(links, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(top)
        for one in told_before(relation, self._view):
            layout.addWidget(Notice(shown(reached_words(one)), kind="due"))
        self.add(widget)

    def add_amendment(self, one: Amendment) -> None:
        """Show what was amended, by whom and why."""
        self.add(words(self._shown(deed_words(one)), "label"))
        told = one if self._whole else msgspec.structs.replace(one, changes=())
        for line in amended_lines([told], self._shown):
            self.add(line)


def person_pieces(
    view: ConcernView,
    today: date,
    shown: Shown,
    amend: Amend | None,
    add: Callable[[Card], None],
    *,
    whole: bool,
) -> list[Piece]:
    """Return the pieces that make the card and hand it to `add`."""
    made: list[PersonCard] = []

    def begin() -> None:
        made.append(PersonCard(view, shown, amend, whole=whole))
        add(made[0])

    fills = _fills(view, today, amend, whole=whole)
    return [begin, *(lambda fill=fill: fill(made[0]) for fill in fills)]


def person_line(concern: Concern, today: date, *, whole: bool) -> str:
    """Return the person in one line: the whole name, or initials, and the age."""
    person = concern.person
    age = age_in_years(person.kind, person.born, today)
    return person_words(person.name, person.kind, age, whole=whole)


def _fills(
    view: ConcernView, today: date, amend: Amend | None, *, whole: bool
) -> list[Callable[[PersonCard], None]]:
    """Return what puts each line into the card."""
    concern = view.concern
    found: list[Callable[[PersonCard], None]] = []
    if whole:
        lines = person_lines(concern, today)
        found += [partial(PersonCard.add_line, line=one) for one in lines]
    found += [partial(PersonCard.add_relation, relation=one) for one in concern.relations]
    if amend is not None:
        found.append(partial(PersonCard.add_ways, amend=amend))
    gone = concern.relations_withdrawn
    found += [partial(PersonCard.add_withdrawn, relation=one) for one in gone]
    details = [one for one in view.amendments if one.part is not None]
    return [*found, *(partial(PersonCard.add_amendment, one=one) for one in details)]


def _links(relation: Relation, amend: Amend, shown: Shown, *deeds: Deed) -> QWidget:
    what = shown(relation.relationship or relation.name)
    return deed_links(
        relation.id, what, lambda deed: amend(Part.RELATION, relation.id, deed), deeds
    )


def _ways(amend: Amend) -> FlowLayout:
    ways = FlowLayout(gap=Gap.SMALL)
    for part, text in (
        (Part.PERSON, _("Amend the person's details")),
        (Part.URGENCY, _("Amend the worry and harm")),
        (Part.PRESENTATION, _("Amend the visit")),
        (Part.CONTACT, _("Amend the safe contact")),
    ):
        way = button(text, "link-small", f"amend:{part.value}")
        way.clicked.connect(lambda _checked=False, wanted=part: amend(wanted, "", Deed.AMEND))
        ways.addWidget(way)
    return ways
