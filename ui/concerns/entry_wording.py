"""Wording in what is entered about a signed record: the writer's own words, never somebody's."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from sgdesk.domain.concern import KeptWording, Urgency
from sgdesk.domain.entries import (
    AmendmentDraft,
    AnswerDraft,
    ClosingDraft,
    DelayDraft,
    Entry,
    LinkDraft,
    NewsDraft,
    NoteDraft,
    SettlingDraft,
)
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
from sgdesk.domain.letters import LetterDraft
from sgdesk.domain.people import Person, Relation
from sgdesk.domain.withdrawal import Deed
from sgdesk.domain.wording import Wording
from sgdesk.domain.wording.ages import SHORT_ANSWERS
from ui.kit.form import Form
from ui.kit.wording_hint import hint_ages, hint_wording

_Texts = tuple[Form, tuple[str, ...], bool]
_OWN_WORDS: dict[type[Fact], tuple[str, ...]] = {
    Injury: ("detail",),
    Observation: ("text",),
    Saying: ("gist", "demeanour"),
    Event: ("text", "outreach"),
    Context: ("text", "result"),
    Need: ("text", "understood"),
    Opinion: ("text", "because"),
}
_OWN_DETAILS: dict[type, tuple[str, ...]] = {
    Urgency: ("summary", "immediate_action"),
    Person: ("disability",),
    Relation: ("note",),
}


def wording_pieces(
    draft: Entry, forms: Sequence[Form], rules: Wording, kept: Sequence[KeptWording]
) -> list[Callable[[], None]]:
    """Return what has each such text read; to be done once all questions of the forms are made.

    `kept` are the phrases of the signed record that its writer keeps for a reason.
    """
    marked = (
        isinstance(draft, AmendmentDraft)
        and isinstance(draft.fact, Injury)
        and draft.deed is Deed.AMEND
    )
    ages: list[Callable[[], None]] = []
    if marked:
        ages.append(partial(hint_ages, forms[0], rules, SHORT_ANSWERS))
    return ages + [
        partial(
            hint_wording,
            form,
            rules,
            (field,),
            is_opinion=is_opinion,
            is_kept=partial(_is_kept, kept, _place(draft, form, forms), field),
        )
        for form, fields, is_opinion in _texts(draft, forms)
        for field in fields
    ]


def _place(draft: Entry, form: Form, forms: Sequence[Form]) -> str:
    """Return the name under which phrases of a form were kept when the record was signed."""
    if not isinstance(draft, AmendmentDraft) or form is not forms[0]:
        return ""
    return draft.fact.id if draft.fact is not None else draft.part or ""


def _is_kept(kept: Sequence[KeptWording], place: str, field: str, phrase: str) -> bool:
    folded = phrase.casefold()
    return any(
        (one.fact_id, one.field, one.phrase.casefold()) == (place, field, folded) for one in kept
    )


def _texts(draft: Entry, forms: Sequence[Form]) -> Iterator[_Texts]:
    """Yield which texts of which form, and whether a judgement is asked for."""
    first, last = forms[0], forms[-1]
    match draft:
        case AnswerDraft():
            yield first, ("next_steps",), False
            yield first, ("disagreement",), True
        case NoteDraft():
            yield first, ("text", "must_not_say"), False
        case ClosingDraft():
            yield first, ("because",), False
        case AmendmentDraft():
            if draft.deed is Deed.AMEND:
                yield first, _amended(draft), isinstance(draft.fact, Opinion)
            yield last, ("because",), False
        case LinkDraft() | LetterDraft():
            return
        case NewsDraft():
            yield first, ("text",), False
        case DelayDraft():
            yield first, ("because",), True
        case SettlingDraft():
            yield first, ("how",), False


def _amended(draft: AmendmentDraft) -> tuple[str, ...]:
    if draft.fact is not None:
        return _OWN_WORDS[type(draft.fact)]
    return _OWN_DETAILS.get(type(draft.details), ())
