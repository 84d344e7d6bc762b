"""Only what they need: every fact goes or stays with a reason, and enough remains (LAW 5, P3)."""

from collections.abc import Mapping

from sgdesk.domain.bounds import TEXT, too_long
from sgdesk.domain.concern import Concern
from sgdesk.domain.facts.kinds import Fact
from sgdesk.domain.facts.words import sentence
from sgdesk.domain.flows.engine import Problem
from sgdesk.domain.people import Person
from sgdesk.domain.sharing.decision import Choice, SharingDraft
from sgdesk.domain.sharing.protected import holds_address
from sgdesk.ids import FactId
from sgdesk.text import _

_STEP = "minimum"


def minimum_problems(draft: SharingDraft, concern: Concern) -> list[Problem]:
    """Return the facts that lack a choice or a reason, and a pack too thin to act on."""
    chosen = [(fact, draft.choices.get(fact.id)) for fact in concern.facts]
    wrong = [
        Problem(_STEP, f"{fact.id}.reason", text)
        for fact, choice in chosen
        if (text := _fact_problem(fact, choice, concern.person)) is not None
    ]
    if not any(choice is not None and choice.goes for _fact, choice in chosen):
        text = _("Nothing goes. Choose at least one fact, or decide not to share.")
        wrong.append(Problem(_STEP, "choices", text))
    return wrong + _file_problems(draft)


def unexplained(
    choices: Mapping[FactId, Choice], proposals: Mapping[FactId, Choice]
) -> list[Problem]:
    """Return the facts that go without a reason, though this recipient does not need them.

    A choice may have been proposed for a recipient of another kind.
    """
    return [
        Problem(_STEP, f"{fact_id}.reason", _essential())
        for fact_id, proposed in proposals.items()
        if (choice := choices.get(fact_id)) is not None
        and choice.goes
        and not proposed.goes
        and not choice.reason.strip()
    ]


def _file_problems(draft: SharingDraft) -> list[Problem]:
    return [
        Problem(_STEP, f"{file_id}.reason", text)
        for file_id, why in draft.files.items()
        if (text := _essential() if not why.strip() else too_long(why, TEXT)) is not None
    ]


def _fact_problem(fact: Fact, choice: Choice | None, person: Person) -> str | None:
    if choice is None:
        return _("Decide whether this fact goes or stays.")
    if choice.goes and holds_address(sentence(fact), person):
        return _(
            "The protected address stands in this, so it cannot go. Keep it back, and tell them"
            " the rest by telephone."
        )
    explained = choice.reason.strip() or (
        choice.goes == choice.proposed and choice.proposed_because.strip()
    )
    if not explained:
        return _essential() if choice.goes else _("Say why this stays.")
    return too_long(choice.reason, TEXT)


def _essential() -> str:
    return _("Say why it is essential that this goes.")
