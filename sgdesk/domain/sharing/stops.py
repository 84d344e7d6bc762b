"""Protected words in what is typed about a decision: they stop it wherever the words go out."""

from collections.abc import Iterator

from sgdesk.domain.concern import Concern
from sgdesk.domain.flows.engine import Problem
from sgdesk.domain.recipients import IN_THE_FAMILY
from sgdesk.domain.sharing.decision import SharingDraft
from sgdesk.domain.sharing.protected import stop_problem
from sgdesk.text import _

# The step, the part of the draft, and those of its fields that are printed for the recipient.
_GOING = (
    ("purpose", "purpose", ("so_that", "ask")),
    (
        "consent", "consent",
        ("told_who", "told_what", "not_told_note", "agreement_of", "not_sought_note", "own_view",
         "competence", "wishes", "capacity", "withhold_from"),
    ),
    ("basis", "basis", ("gateway_factors",)),
    ("recipient", "recipient", ("organisation", "person", "role")),
    ("conditions", "conditions", ("use", "onward", "not_to_disclose", "tell_us")),
)  # fmt: skip


def stop_problems(draft: SharingDraft, concern: Concern, step: str) -> list[Problem]:
    """Return where on this step a protected address or the safe contact was typed, and the sheet
    with the safe contact where somebody in the family would get it."""
    wrong = [
        Problem(step, f"{part}.{field}", text)
        for part, field, words in _going(draft, step)
        if (text := stop_problem(words, concern)) is not None
    ]
    in_family = step == "conditions" and draft.recipient.kind == IN_THE_FAMILY
    if in_family and draft.conditions.safe_contact_sheet:
        text = _("The safe-contact sheet must not go to somebody in the family.")
        wrong.append(Problem(step, "conditions.safe_contact_sheet", text))
    return wrong


def _going(draft: SharingDraft, step: str) -> Iterator[tuple[str, str, str]]:
    for at, part, fields in _GOING:
        if at == step:
            for field in fields:
                yield part, field, getattr(getattr(draft, part), field)
