"""The chronology as a section: the drawn line, the entries in time order, the count by rule."""

from collections.abc import Iterable
from datetime import date

from sgdesk.documents.blocks import Block, Paragraph, Row, Table, TimeLineDrawing
from sgdesk.documents.parts import Section, rows
from sgdesk.domain.concern import Presentation
from sgdesk.domain.facts.chronology import (
    count,
    count_sentence,
    gap_words,
    in_time_order,
    sum_line_words,
    sum_lines,
    sum_sentence,
)
from sgdesk.domain.facts.household import (
    Household,
    LinkedRecord,
    entry_words,
    side_by_side,
    with_linked,
)
from sgdesk.domain.facts.kinds import Event, Fact
from sgdesk.domain.facts.timeline import time_line
from sgdesk.domain.facts.words import label, sentence, source
from sgdesk.text import _, read_short_date

Linked = tuple[LinkedRecord, ...]

_MOST_BESIDE = 4
_DATE_SHARE = 0.16
_INTERNAL = (0.16, 0.5, 0.11, 0.23)


def chronology_section(
    facts: tuple[Fact, ...], presentation: Presentation, own: str, today: date
) -> Section:
    """Return the dated events and their sum by rule, counted from the events that are shown.

    `own` names the person; entries of others stand in columns of their own beside theirs. `today`
    is the day of the paper.
    """
    entries = _entries(facts, own)
    if not entries:
        return Section(_("Chronology"), ())
    counted = _count(facts, presentation, today)
    return Section(_("Chronology"), (*_drawing(facts, own), *entries, *counted))


def internal_chronology(
    facts: tuple[Fact, ...], presentation: Presentation, own: str, today: date
) -> Section:
    """Return everything, what went and what stayed, with the days between the entries."""
    events = in_time_order(facts)
    if not events:
        return Section(_("Chronology"), ())
    lines = tuple(
        (label(event), sentence(event), gap, source(event) if event.noticed_by else "")
        for event, gap in zip(events, gap_words(events), strict=True)
    )
    heads = (_("Date"), _("What happened"), _("Gap"), _("Where it is written"))
    table = Table(heads, _INTERNAL, lines)
    counted = _count(facts, presentation, today)
    return Section(_("Chronology"), (*_drawing(facts, own), table, *counted))


def household_section(facts: tuple[Fact, ...], linked: Linked, own: str) -> Section:
    """Return the entries of linked concerns beside the person's own, a lane for each: internal.

    A paper that goes out never has this section: each concern is shared by a decision of its own.
    """
    title, together = _("Household chronology"), with_linked(facts, linked, own)
    if not linked or side_by_side(together) is None:
        return Section(title, ())
    said = _("With the linked concerns {references}. Nothing of them was sent with this one.")
    references = ", ".join(one.reference for one in linked)
    from_where = Paragraph(said.format(references=references), quiet=True, kept=True)
    return Section(title, (from_where, *_drawing(together, own), *_entries(together, own)))


def _entries(facts: tuple[Fact, ...], own: str) -> list[Block]:
    household = side_by_side(facts)
    if household is not None and len(household.people) <= _MOST_BESIDE:
        return [_household_table(household, own), *rows(map(_row, _undated(facts)))]
    return [*rows(map(_row, (*in_time_order(facts), *_undated(facts))))]


def _drawing(facts: tuple[Fact, ...], own: str) -> tuple[Block, ...]:
    line = time_line(facts)
    return (TimeLineDrawing(line, own),) if line is not None else ()


def _count(facts: tuple[Fact, ...], presentation: Presentation, today: date) -> tuple[Block, ...]:
    since = presentation.count_from
    if since is None:
        return ()
    lines = sum_lines(facts, since, today)
    told = "\n".join(filter(None, (sum_sentence(lines), *map(sum_line_words, lines))))
    return rows([Row(_("Count"), count_sentence(count(facts, since, today)), told)])


def _household_table(household: Household, own: str) -> Table:
    share = (1 - _DATE_SHARE) / len(household.people)
    return Table(
        (_("Date"), *(person or own for person in household.people)),
        (_DATE_SHARE, *(share for _person in household.people)),
        tuple(
            (read_short_date(day.day), *map(_told, day.entries))
            for day in household.days
        ),
    )  # fmt: skip


def _told(events: Iterable[Event]) -> str:
    return "\n".join(map(entry_words, events))


def _row(event: Event) -> Row:
    return Row(label(event), sentence(event), source(event) if event.noticed_by else "")


def _undated(facts: tuple[Fact, ...]) -> list[Event]:
    return [fact for fact in facts if isinstance(fact, Event) and fact.happened_on is None]
