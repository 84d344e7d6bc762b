"""The questions of an amendment: what was recorded, to be put right, and why."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from sgdesk.domain.amendment import FIELD_WORDS, PART_WORDS, Part
from sgdesk.domain.concern import HARM_WORDS
from sgdesk.domain.entries import AmendmentDraft
from sgdesk.domain.facts.kinds import Injury, Observation, Saying
from sgdesk.domain.facts.options import BARRIERS
from sgdesk.domain.facts.tied_marks import mark_labels
from sgdesk.domain.facts.words import label
from sgdesk.domain.masking import Shown
from sgdesk.domain.withdrawal import Deed
from sgdesk.services.views import ConcernView
from sgdesk.text import _
from ui.concerns.amendment_fields import (
    ALWAYS_ASKED,
    DETAIL_CHOICES,
    FACT_CHOICES,
    FACT_QUESTIONS,
    LONG_DETAILS,
    YES_NO_DETAILS,
    Ask,
    Asked,
)
from ui.concerns.gradual_form import GradualForm
from ui.concerns.mark_place import Maps, place_form
from ui.concerns.teeth_forms import teeth_forms
from ui.concerns.tied_marks_form import tied_marks_form
from ui.concerns.withdraw_form import withdraw_form
from ui.kit.binding import DraftHolder, part_of
from ui.kit.birth_field import birth_binding
from ui.kit.choice_fields import options_of, ticks_binding
from ui.kit.form import Form


def amendment_forms(
    draft: AmendmentDraft, view: ConcernView, shown: Shown, maps: Maps, today: date
) -> list[GradualForm]:
    """Return the forms of what was recorded, and below them the one that asks why. An age counts
    from `today`."""
    if draft.deed is not Deed.AMEND:
        return [withdraw_form(draft, view, shown)]
    above = [_fact_form(draft, shown) if draft.fact is not None else _details_form(draft, today)]
    if isinstance(draft.fact, Injury):
        number = mark_labels(view.concern.facts).get(draft.fact.id, "+")
        above.append(place_form(draft, draft.fact, maps, number, above[0].form.load))
    if isinstance(draft.fact, Observation):
        above += teeth_forms(draft, draft.fact, view.concern.person, today)
    if isinstance(draft.fact, Saying):
        above.append(tied_marks_form(draft, draft.fact, view.concern.facts))
    below = GradualForm(Form(DraftHolder(draft)))
    below.card(_("Why"), _("Both versions stay in the record, with your name and this reason."))
    asked = _("&Why was it not right?")
    if draft.is_new:
        asked = _("&Why is it added now, and where does it come from?")
    below.later(lambda: below.form.long_text("because", asked, rows=2))
    return [*above, below]


def first_field(draft: AmendmentDraft) -> str:
    """Return the object name of the first question."""
    if draft.deed is not Deed.AMEND:
        return "withdrawn_as" if draft.deed is Deed.WITHDRAW else "because"
    if draft.fact is not None:
        kind = type(draft.fact)
        choices = FACT_CHOICES.get(kind, ())
        return f"{draft.fact.id}.{choices[0][0] if choices else FACT_QUESTIONS[kind][0][0]}"
    part = draft.part or Part.PERSON
    return f"{_prefix(draft, part)}.{next(iter(FIELD_WORDS[part]))}"


def _fact_form(draft: AmendmentDraft, shown: Shown) -> GradualForm:
    fact = draft.fact
    assert fact is not None
    later = GradualForm(Form(part_of(draft, "fact"), fact.id))
    title = _("Add to the record") if draft.is_new else _("Amend: {what}")
    later.card(title.format(what=shown(label(fact))))
    for asked in FACT_CHOICES.get(type(fact), ()):
        later.later(partial(_ask_choice, later.form, *asked))
    _ask(later, FACT_QUESTIONS[type(fact)])
    return later


def _ask_choice(form: Form, field: str, words: str, options: Mapping[Any, str]) -> None:
    form.choice(field, _(words), options_of(options), as_list=True)


def _details_form(draft: AmendmentDraft, today: date) -> GradualForm:
    part = draft.part or Part.PERSON
    later = GradualForm(Form(part_of(draft, part.value), _prefix(draft, part)))
    asked = [
        (field, words, _kind(draft, part, field)) for field, words in FIELD_WORDS[part].items()
    ]
    title = _("Add to the record") if draft.is_new else _("Amend: {what}")
    later.card(title.format(what=_(PART_WORDS[part])))
    _ask(later, asked, _unanswered(part), today)
    return later


def _unanswered(part: Part) -> tuple[str, ...]:
    """Return the questions that may be not known, not asked or none, as the record asks them."""
    if part is Part.PERSON:
        apart = ("kind", "born_estimated", "address_protected")
        return tuple(field for field in FIELD_WORDS[part] if field not in apart)
    return ("born", "phone", "address") if part is Part.RELATION else ()


def _prefix(draft: AmendmentDraft, part: Part) -> str:
    return draft.relation.id if draft.relation is not None else part.value


def _ask(
    later: GradualForm,
    asked: Sequence[Asked],
    unanswered: Sequence[str] = (),
    today: date | None = None,
) -> None:
    waiting = list(asked)
    while waiting:
        pair = waiting[:2]
        count = 2 if len(pair) == 2 and all(_fits(kind) for *_words, kind in pair) else 1
        ask = partial(_ask_one, later.form, unanswered, today)
        later.later(partial(_ask_beside, later.form, ask, waiting[:count]))
        waiting = waiting[count:]


def _ask_beside(form: Form, ask: Callable[..., None], asked: Sequence[Asked]) -> None:
    if len(asked) == 1:
        ask(*asked[0])
        return
    with form.beside():
        for one in asked:
            ask(*one)


def _fits(kind: Ask) -> bool:
    apart = (Ask.TEXT, Ask.TICK, Ask.HARMS, Ask.BARRIERS, Ask.CHOICE)
    return kind not in apart


def _ask_one(
    form: Form, unanswered: Sequence[str], today: date | None, field: str, words: str, kind: Ask
) -> None:
    text, may_lack = _(words), field in unanswered
    match kind:
        case Ask.LINE:
            form.line(field, text, unanswered=may_lack)
        case Ask.TEXT:
            form.long_text(field, text, rows=2, unanswered=may_lack)
        case Ask.BIRTH if today is not None:
            hint = _("Such as 14 2 2020, or about 3 years.")
            form.add(text, birth_binding(field, today), hint, unanswered=may_lack)
        case Ask.DATE | Ask.BIRTH:
            form.date(field, text, unanswered=may_lack)
        case Ask.TIME:
            form.time(field, text)
        case Ask.MEASURE:
            form.number(field, text, unit=_("mm"))
        case Ask.NUMBER:
            form.number(field, text)
        case Ask.YES_NO:
            form.yes_no(field, text, not_asked=field not in ALWAYS_ASKED)
        case Ask.TICK:
            form.tick(field, text)
        case Ask.CHOICE:
            _ask_choice(form, field, words, DETAIL_CHOICES[field])
        case Ask.HARMS:
            form.ticks(field, text, options_of(HARM_WORDS))
        case Ask.BARRIERS:
            barriers = [(one, _(one)) for one in BARRIERS]
            form.add(text, ticks_binding(field, barriers, in_columns=True))


def _kind(draft: AmendmentDraft, part: Part, field: str) -> Ask:
    """Return how an answer is asked for, by what it is."""
    details = getattr(draft, part.value)
    if field in DETAIL_CHOICES:
        return Ask.CHOICE
    if field == "harms":
        return Ask.HARMS
    if field == "born":
        return Ask.BIRTH
    if hasattr(details, f"{field}_typed"):
        return Ask.TIME if field.endswith("_at") else Ask.DATE
    if isinstance(getattr(details, field), bool):
        return Ask.TICK
    if field in YES_NO_DETAILS:
        return Ask.YES_NO
    return Ask.TEXT if field in LONG_DETAILS else Ask.LINE
