"""The questions of an amendment: what was recorded, to be put right, and why."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import partial
from typing import Any

from sgdesk.domain.amendment import FIELD_WORDS, PART_WORDS, Part
from sgdesk.domain.concern import HARM_WORDS
from sgdesk.domain.entries import AmendmentDraft
from sgdesk.domain.facts.kinds import (
    Context,
    Event,
    Fact,
    Injury,
    Need,
    Observation,
    Opinion,
    Saying,
)
from sgdesk.domain.facts.options import HEARING_WORDS
from sgdesk.domain.facts.words import (
    ATTENDANCE_WORDS,
    CONTEXT_WORDS,
    EVENT_WORDS,
    NEED_WORDS,
    OBSERVATION_WORDS,
    label,
)
from sgdesk.domain.masking import Shown
from sgdesk.text import _
from ui.concerns.gradual_form import GradualForm
from ui.concerns.mark_place import FIELD, Maps, PlaceHolder, place_options
from ui.kit.binding import DraftHolder, part_of
from ui.kit.choice_fields import options_of
from ui.kit.form import Form


class _Kind(StrEnum):
    LINE = "line"
    TEXT = "text"
    DATE = "date"
    TIME = "time"
    MEASURE = "measure"
    YES_NO = "yes-no"
    TICK = "tick"
    HARMS = "harms"


_Asked = tuple[str, str, _Kind]
_WHEN: tuple[_Asked, ...] = (
    ("noticed_on", "Seen or heard on", _Kind.DATE),
    ("noticed_at", "Seen or heard at", _Kind.TIME),
    ("noticed_by", "Seen or heard by", _Kind.LINE),
)
_HAPPENED: tuple[_Asked, ...] = (
    ("happened_on", "Happened on", _Kind.DATE),
    ("happened_at", "Happened at", _Kind.TIME),
)
_TEXT: tuple[_Asked, ...] = (("text", "What is recorded", _Kind.TEXT),)
_ASKED: dict[type[Fact], tuple[_Asked, ...]] = {
    Injury: (
        ("mark", "Kind of mark", _Kind.LINE),
        ("length_mm", "Length", _Kind.MEASURE),
        ("width_mm", "Width", _Kind.MEASURE),
        ("shape", "Shape", _Kind.LINE),
        ("colour", "Colour", _Kind.LINE),
        ("pattern", "Pattern", _Kind.LINE),
        ("skin_broken", "Skin broken", _Kind.YES_NO),
        ("swelling", "Swelling", _Kind.YES_NO),
        ("pain", "Pain reported", _Kind.YES_NO),
        ("landmark_1", "First landmark", _Kind.LINE),
        ("distance_1_mm", "Distance from it", _Kind.MEASURE),
        ("landmark_2", "Second landmark", _Kind.LINE),
        ("distance_2_mm", "Distance from it", _Kind.MEASURE),
        ("detail", "Anything else about it", _Kind.TEXT),
        *_WHEN,
    ),
    Observation: (*_TEXT, *_WHEN),
    Saying: (
        ("speaker", "Who said it", _Kind.LINE),
        ("question", "The question asked", _Kind.TEXT),
        ("words", "The exact words", _Kind.TEXT),
        ("gist", "What was told, in your own words", _Kind.TEXT),
        ("to_whom", "Said to", _Kind.LINE),
        ("present", "Who was present", _Kind.LINE),
        ("language", "Language", _Kind.LINE),
        ("interpreter", "Interpreter", _Kind.LINE),
        ("reported_by", "Reported by", _Kind.LINE),
        *_HAPPENED,
        *_WHEN,
    ),
    Event: (
        *_HAPPENED,
        ("text", "What happened", _Kind.TEXT),
        ("outreach", "What was done to reach them", _Kind.TEXT),
        ("reason_given", "The reason given", _Kind.TEXT),
        ("noticed_by", "From whose record", _Kind.LINE),
    ),
    Context: (*_TEXT, ("teeth", "Teeth (FDI)", _Kind.LINE), *_WHEN),
    Need: (
        *_TEXT,
        ("to_whom", "Told to", _Kind.LINE),
        ("understood", "Whether it was understood", _Kind.TEXT),
        *_WHEN,
    ),
    Opinion: (
        ("text", "The opinion", _Kind.TEXT),
        ("because", "The reasons for it", _Kind.TEXT),
        *_WHEN,
    ),
}
_CHOICES: dict[type[Fact], tuple[str, str, Mapping[Any, str]]] = {
    Observation: ("topic", "What this is about", OBSERVATION_WORDS),
    Saying: ("hearing", "How it was heard", HEARING_WORDS),
    Event: ("attendance", "How the appointment ended", ATTENDANCE_WORDS),
    Context: ("topic", "What this is about", CONTEXT_WORDS),
    Need: ("topic", "What this is about", NEED_WORDS),
}
_ALSO: dict[type[Fact], tuple[str, str, Mapping[Any, str]]] = {
    Event: ("event", "Kind of entry", EVENT_WORDS),
}
_LONG = ("address", "summary", "immediate_action", "note", "access", "never_reach", "whereabouts",
         "previous_addresses", "communication", "disability")  # fmt: skip


def amendment_forms(draft: AmendmentDraft, shown: Shown, maps: Maps) -> list[GradualForm]:
    """Return the forms of what was recorded, and below them the one that asks why."""
    above = [_fact_form(draft, shown) if draft.fact is not None else _details_form(draft)]
    if isinstance(draft.fact, Injury):
        above.append(_place_form(draft, draft.fact, maps))
    below = GradualForm(Form(DraftHolder(draft)))
    below.card(_("Why"), _("Both versions stay in the record, with your name and this reason."))
    asked = _("&Why was it not right?")
    if draft.is_new:
        asked = _("&Why is it added now, and where does it come from?")
    below.later(lambda: below.form.long_text("because", asked, rows=2))
    return [*above, below]


def first_field(draft: AmendmentDraft) -> str:
    """Return the object name of the first question."""
    if draft.fact is not None:
        kind = type(draft.fact)
        chosen = _CHOICES.get(kind)
        return f"{draft.fact.id}.{chosen[0] if chosen else _ASKED[kind][0][0]}"
    part = draft.part or Part.PERSON
    return f"{_prefix(draft, part)}.{next(iter(FIELD_WORDS[part]))}"


def _fact_form(draft: AmendmentDraft, shown: Shown) -> GradualForm:
    fact = draft.fact
    assert fact is not None
    later = GradualForm(Form(part_of(draft, "fact"), fact.id))
    title = _("Add to the record") if draft.is_new else _("Amend: {what}")
    later.card(title.format(what=shown(label(fact))))
    for table in (_CHOICES, _ALSO):
        if (asked := table.get(type(fact))) is not None:
            later.later(partial(_ask_choice, later.form, *asked))
    _ask(later, _ASKED[type(fact)])
    return later


def _ask_choice(form: Form, field: str, words: str, options: Mapping[Any, str]) -> None:
    form.choice(field, _(words), options_of(options), as_list=True)


def _place_form(draft: AmendmentDraft, mark: Injury, maps: Maps) -> GradualForm:
    later = GradualForm(Form(PlaceHolder(draft, maps), mark.id))
    hint = _("In another place the mark lies in the middle of it. Check the landmarks, too.")
    later.card(_("Where it is"))
    later.later(
        lambda: later.form.choice(
            FIELD, _("&Place on the body"), place_options(mark, maps), hint, as_list=True
        )
    )
    return later


def _details_form(draft: AmendmentDraft) -> GradualForm:
    part = draft.part or Part.PERSON
    later = GradualForm(Form(part_of(draft, part.value), _prefix(draft, part)))
    asked = [
        (field, words, _kind(draft, part, field)) for field, words in FIELD_WORDS[part].items()
    ]
    later.card(_("Amend: {what}").format(what=_(PART_WORDS[part])))
    _ask(later, asked)
    return later


def _prefix(draft: AmendmentDraft, part: Part) -> str:
    return draft.relation.id if draft.relation is not None else part.value


def _ask(later: GradualForm, asked: Sequence[_Asked]) -> None:
    waiting = list(asked)
    while waiting:
        pair = waiting[:2]
        count = 2 if len(pair) == 2 and all(_fits(kind) for *_words, kind in pair) else 1
        later.later(partial(_ask_beside, later.form, waiting[:count]))
        waiting = waiting[count:]


def _ask_beside(form: Form, asked: Sequence[_Asked]) -> None:
    if len(asked) == 1:
        _ask_one(form, *asked[0])
        return
    with form.beside():
        for one in asked:
            _ask_one(form, *one)


def _fits(kind: _Kind) -> bool:
    return kind in (_Kind.LINE, _Kind.DATE, _Kind.TIME, _Kind.MEASURE)


def _ask_one(form: Form, field: str, words: str, kind: _Kind) -> None:
    text = _(words)
    match kind:
        case _Kind.LINE:
            form.line(field, text)
        case _Kind.TEXT:
            form.long_text(field, text, rows=2)
        case _Kind.DATE:
            form.date(field, text)
        case _Kind.TIME:
            form.time(field, text)
        case _Kind.MEASURE:
            form.number(field, text, unit=_("mm"))
        case _Kind.YES_NO:
            form.yes_no(field, text)
        case _Kind.TICK:
            form.tick(field, text)
        case _Kind.HARMS:
            form.ticks(field, text, options_of(HARM_WORDS))


def _kind(draft: AmendmentDraft, part: Part, field: str) -> _Kind:
    """Return how an answer is asked for, by what it is."""
    details = getattr(draft, part.value)
    if field == "harms":
        return _Kind.HARMS
    if hasattr(details, f"{field}_typed"):
        return _Kind.TIME if field.endswith("_at") else _Kind.DATE
    if isinstance(getattr(details, field), bool):
        return _Kind.TICK
    if field in _YES_NO:
        return _Kind.YES_NO
    return _Kind.TEXT if field in _LONG else _Kind.LINE


_YES_NO = ("in_household", "parental_responsibility", "also_a_concern", "may_leave_message")
