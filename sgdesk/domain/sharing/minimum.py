"""Only what they need: every fact goes or stays with a reason, and enough remains (LAW 5, P3)."""

from sgdesk.domain.concern import Concern
from sgdesk.domain.facts.kinds import Fact
from sgdesk.domain.flows.engine import Problem
from sgdesk.domain.sharing.decision import Choice, SharingDraft
from sgdesk.text import _

_STEP = "minimum"


def minimum_problems(draft: SharingDraft, concern: Concern) -> list[Problem]:
    """Return the facts that lack a choice or a reason, and a pack too thin to act on."""
    wrong = [
        problem
        for fact in concern.facts
        if (problem := _fact_problem(fact, draft.choices.get(fact.id))) is not None
    ]
    if not any(choice.goes for choice in draft.choices.values()):
        text = _("Nothing goes. Choose at least one fact, or decide not to share.")
        wrong.append(Problem(_STEP, "choices", text))
    return wrong


def _fact_problem(fact: Fact, choice: Choice | None) -> Problem | None:
    if choice is None:
        text = _("Decide whether this fact goes or stays.")
    elif choice.goes != choice.proposed and not choice.reason.strip():
        text = (
            _("Say why it is essential that this goes.")
            if choice.goes
            else _("Say why this stays.")
        )
    else:
        return None
    return Problem(_STEP, f"{fact.id}.reason", text)
