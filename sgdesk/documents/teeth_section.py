"""Mouth and teeth as a section: the chart of each examination, a table, and what repeats."""

from sgdesk.documents.blocks import Block, Paragraph, Spacer, Table, ToothChart
from sgdesk.documents.parts import Section
from sgdesk.domain.earlier import visits_of
from sgdesk.domain.facts.kinds import Fact, Observation
from sgdesk.domain.facts.tooth_words import (
    finding_line,
    in_chart_order,
    letters_used,
    over_time,
)
from sgdesk.domain.facts.words import source
from sgdesk.domain.teeth import ToothFinding, palmer, tooth_name
from sgdesk.text import _


def teeth_section(facts: tuple[Fact, ...]) -> Section:
    """Return each examination of the teeth as a chart and a table, then what repeats."""
    blocks: list[Block] = []
    for fact in facts:
        if isinstance(fact, Observation) and fact.teeth:
            blocks += [
                *([Spacer(10)] if blocks else []),
                Paragraph(source(fact), strong=True, kept=True),
                ToothChart(fact.teeth),
                Paragraph(letters_used(fact.teeth), quiet=True, kept=True),
                _table(fact.teeth),
            ]
            if fact.text.strip():
                blocks.append(Paragraph(fact.text))
    repeated = [Paragraph(sentence) for sentence in over_time(visits_of(facts))]
    blocks += [Spacer(10), *repeated] if repeated else []
    return Section(_("Mouth and teeth"), tuple(blocks))


def _table(findings: tuple[ToothFinding, ...]) -> Table:
    return Table(
        (_("FDI"), _("Palmer"), _("Tooth"), _("What was found")),
        (0.08, 0.1, 0.37, 0.45),
        tuple(
            (one.tooth, palmer(one.tooth), _(tooth_name(one.tooth)), finding_line(one))
            for one in in_chart_order(findings)
        ),
    )
