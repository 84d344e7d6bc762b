"""Facts as sections of a referral: seen, said, in time order, background, needs, opinion."""

from collections.abc import Iterable, Mapping
from datetime import date, time

from sgdesk.documents.blocks import Block, BodyMap, BodyMark, Paragraph, Row, Table
from sgdesk.documents.parts import Section, rows
from sgdesk.domain.concern import Presentation
from sgdesk.domain.facts.chronology import count, count_sentence, in_time_order
from sgdesk.domain.facts.delay import visit_delay
from sgdesk.domain.facts.kinds import (
    Context,
    ContextTopic,
    Event,
    Fact,
    Injury,
    Need,
    NeedTopic,
    Observation,
    Opinion,
    Saying,
)
from sgdesk.domain.facts.words import label, sentence, source
from sgdesk.domain.maps import FACING_WORDS, MapView
from sgdesk.text import _

_STRENGTHS = (ContextTopic.STRENGTHS, ContextTopic.UNKNOWNS)
_SUPPORT = (ContextTopic.SUPPORT,)

Facts = tuple[Fact, ...]


def seen_section(facts: Facts, presentation: Presentation, map_section: str) -> Section:
    """Return marks by their labels on the body map, then behaviour and presentation."""
    labels = mark_labels(facts)
    found = [
        Row(f"{labels[fact.id]} {label(fact)}", sentence(fact), source(fact))
        for fact in facts
        if isinstance(fact, Injury)
    ]
    found += [_row(fact) for fact in facts if isinstance(fact, Observation)]
    delay = (_("Delay in presentation"), visit_delay(presentation))
    return Section(_("What was seen"), rows([*found, delay]), map_section if labels else "")


def said_section(facts: Facts) -> Section:
    """Return exact words in time order, those of different people side by side."""
    sayings = [fact for fact in facts if isinstance(fact, Saying)]
    in_order = sorted(
        sayings, key=lambda one: (one.noticed_on or date.max, one.noticed_at or time.max)
    )
    return Section(_("What was said, word for word"), rows(_row(fact) for fact in in_order))


def opinion_section(facts: Facts) -> Section:
    """Return professional opinions with their reasons, apart from the facts."""
    found = [_row(fact) for fact in facts if isinstance(fact, Opinion)]
    return Section(_("Professional opinion, not fact"), rows(found))


def history_section(facts: Facts) -> Section:
    """Return background, repeated findings and impact."""
    left_out = (*_STRENGTHS, *_SUPPORT)
    return Section(
        _("History and impact"),
        rows(_row(fact) for fact in _contexts(facts) if fact.topic not in left_out),
    )


def strengths_section(facts: Facts) -> Section:
    """Return strengths, and what is not known."""
    found = [_row(fact) for fact in _contexts(facts) if fact.topic in _STRENGTHS]
    return Section(_("Strengths, and what is not known"), rows(found))


def support_section(facts: Facts) -> Section:
    """Return what was tried and how it went."""
    found = [_row(fact) for fact in _contexts(facts) if fact.topic in _SUPPORT]
    return Section(_("Support tried"), rows(found))


def chronology_section(facts: Facts, presentation: Presentation) -> Section:
    """Return the dated events and their sum by rule, counted from the events that are shown."""
    dated = in_time_order(facts)
    undated = [fact for fact in facts if isinstance(fact, Event) and fact.happened_on is None]
    found = [Row(label(fact), sentence(fact)) for fact in (*dated, *undated)]
    if found and presentation.count_from is not None:
        found.append(Row(_("Count"), count_sentence(count(facts, presentation.count_from))))
    return Section(_("Chronology"), rows(found))


def needs_section(facts: Facts, presentation: Presentation) -> Section:
    """Return risks and immediate needs, and with whom the person left."""
    needs = [
        _row(fact)
        for fact in facts
        if isinstance(fact, Need) and fact.topic is not NeedTopic.KEY_CONTACT
    ]
    left = presentation.left_with
    if left and presentation.left_at is not None:
        left = _("{whom}, {time:%H:%M}").format(whom=left, time=presentation.left_at)
    return Section(_("Immediate needs and safety"), rows([(_("Left with"), left), *needs]))


def key_contacts(facts: Facts) -> tuple[Row, ...]:
    """Return the needs that name somebody to reach."""
    return tuple(
        _row(fact)
        for fact in facts
        if isinstance(fact, Need) and fact.topic is NeedTopic.KEY_CONTACT
    )


def body_map_section(facts: Facts, maps: Mapping[str, MapView]) -> Section:
    """Return the figures with their marks, and the same as a table."""
    marks = [fact for fact in facts if isinstance(fact, Injury)]
    labels = mark_labels(facts)
    views = _views(marks, maps)
    blocks: list[Block] = []
    if views:
        drawn = tuple(
            BodyMark(labels[mark.id], mark.view, mark.x, mark.y, mark.known_mark)
            for mark in marks
            if mark.view in maps
        )
        blocks = [BodyMap(views, drawn)]
    if marks:
        blocks.append(_mark_table(marks, labels, maps))
    if any(mark.known_mark for mark in marks):
        blocks.append(Paragraph(_("Letters are known marks, not injuries."), quiet=True))
    return Section(_("Body map"), tuple(blocks))


def mark_labels(facts: Iterable[Fact]) -> dict[str, str]:
    """Return what stands on each mark: numbers for injuries, letters for known marks."""
    marks = [fact for fact in facts if isinstance(fact, Injury)]
    injuries = [mark.id for mark in marks if not mark.known_mark]
    known = [mark.id for mark in marks if mark.known_mark]
    numbered = {mark_id: str(number) for number, mark_id in enumerate(injuries, 1)}
    lettered = {
        mark_id: chr(ord("A") + number % 26) * (number // 26 + 1)
        for number, mark_id in enumerate(known)
    }
    return {str(mark_id): text for mark_id, text in (numbered | lettered).items()}


def _row(fact: Fact) -> Row:
    return Row(label(fact), sentence(fact), source(fact))


def _contexts(facts: Facts) -> list[Context]:
    return [fact for fact in facts if isinstance(fact, Context)]


def _views(marks: list[Injury], maps: Mapping[str, MapView]) -> tuple[MapView, ...]:
    """Return both sides of each figure that has a mark."""
    figures = dict.fromkeys(mark.view.rpartition("-")[0] for mark in marks if mark.view in maps)
    wanted = [f"{figure}-{facing}" for figure in figures for facing in FACING_WORDS]
    return tuple(maps[view] for view in wanted if view in maps)


def _mark_table(marks: list[Injury], labels: dict[str, str], maps: Mapping[str, MapView]) -> Table:
    lines = []
    for mark in marks:
        view = _(FACING_WORDS[maps[mark.view].facing]) if mark.view in maps else ""
        kind = ", ".join(part for part in (mark.mark, mark.colour) if part)
        lines.append((labels[mark.id], label(mark), view, kind, _measures(mark), source(mark)))
    return Table(
        (_("No."), _("Place"), _("View"), _("Kind, colour"), _("Measured"), _("Who, when")),
        (0.06, 0.18, 0.08, 0.2, 0.26, 0.22),
        tuple(lines),
    )


def _measures(mark: Injury) -> str:
    size = ""
    if mark.length_mm is not None and mark.width_mm is not None:
        size = _("{length} × {width} mm").format(length=mark.length_mm, width=mark.width_mm)
    elif mark.length_mm is not None:
        size = _("{length} mm").format(length=mark.length_mm)
    distances = [
        _("{distance} mm {landmark}").format(distance=distance, landmark=landmark)
        for distance, landmark in (
            (mark.distance_1_mm, mark.landmark_1),
            (mark.distance_2_mm, mark.landmark_2),
        )
        if distance is not None and landmark
    ]
    if size and mark.count and mark.count > 1:
        size = _("{count} marks, each {size}").format(count=mark.count, size=size)
    return "; ".join(part for part in (size, *distances) if part)
