"""The facts of a concern on its page: seen, said, chronology, context, needs and opinion."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from sgdesk.domain.concern import Concern
from sgdesk.domain.facts.chronology import count, in_time_order
from sgdesk.domain.facts.kinds import (
    Context,
    Fact,
    Injury,
    Need,
    Observation,
    Opinion,
    Saying,
)
from sgdesk.domain.facts.words import label, sentence, source
from sgdesk.text import _, read_short_date
from ui.kit.cards import Card, words
from ui.kit.layout import Gap, column
from ui.kit.rows import Rows

_GROUPS: tuple[tuple[str, tuple[type, ...]], ...] = (
    ("What was seen", (Injury, Observation)),
    ("What was said", (Saying,)),
    ("Context", (Context,)),
    ("Risk and immediate needs", (Need,)),
    ("Professional opinion", (Opinion,)),
)


def fact_cards(concern: Concern) -> list[Card]:
    """Return a card for each group of facts that has any, the chronology third."""
    cards = [
        _card(_(title), [fact for fact in concern.facts if isinstance(fact, kinds)])
        for title, kinds in _GROUPS
    ]
    found = [card for card in cards if card is not None]
    chronology = _chronology(concern)
    if chronology is not None:
        found.insert(min(2, len(found)), chronology)
    return found


def _card(title: str, facts: Sequence[Fact]) -> Card | None:
    if not facts:
        return None
    card = Card(title)
    for fact in facts:
        card.add(_fact(fact))
    return card


def _fact(fact: Fact) -> QWidget:
    widget = QWidget()
    layout = column(widget, Gap.NONE)
    layout.addWidget(words(label(fact), "label"))
    layout.addWidget(words(sentence(fact)))
    layout.addWidget(words(source(fact), "hint"))
    return widget


def _chronology(concern: Concern) -> Card | None:
    events = in_time_order(concern.facts)
    if not events:
        return None
    card = Card(_("Chronology"))
    counted = _count_words(concern)
    if counted:
        card.add(words(counted))
    rows = Rows((_("Date"), _("What happened")), (1, 7))
    for event in events:
        rows.add_row(words(label(event)), words(sentence(event)))
    card.add(rows)
    return card


def _count_words(concern: Concern) -> str:
    since = concern.presentation.count_from
    if since is None:
        return ""
    counted = count(concern.facts, since)
    return _(
        "Not brought {missed} of {planned} planned since {day}; cancelled by the practice"
        " {practice}; emergencies attended {emergencies}."
    ).format(
        missed=counted.not_brought,
        planned=counted.planned,
        day=read_short_date(since),
        practice=counted.cancelled_by_practice,
        emergencies=counted.emergencies_attended,
    )
