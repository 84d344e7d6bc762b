"""Problems as links: each says of which fact it speaks."""

from collections.abc import Sequence

from sgdesk.domain.concern import Concern
from sgdesk.domain.facts.words import label
from sgdesk.domain.flows.engine import Problem, Step
from sgdesk.domain.flows.share import ShareInformation
from sgdesk.domain.sharing.decision import SharingDraft
from sgdesk.text import _


class NamingFlow:
    """The flow itself, whose problems name the fact they speak of."""

    def __init__(self, flow: ShareInformation, concern: Concern) -> None:
        self.name, self.title = flow.name, flow.title
        self._flow = flow
        self._concern = concern

    def path(self, draft: SharingDraft) -> list[Step]:
        """Return the steps these answers lead through, in order."""
        return self._flow.path(draft)

    def problems(self, draft: SharingDraft, *steps: str) -> list[Problem]:
        """Return what must be put right, each with the name of its fact."""
        return named_problems(self._flow.problems(draft, *steps), self._concern)

    def settled(self, draft: SharingDraft) -> SharingDraft:
        """Return a copy without the answers to questions that no longer apply."""
        return self._flow.settled(draft)


def named_problems(problems: Sequence[Problem], concern: Concern) -> list[Problem]:
    """Return the problems, those about a fact with its name before the sentence."""
    labels: dict[str, str] = {fact.id: label(fact) for fact in concern.facts}
    return [_named(one, labels.get(one.field.partition(".")[0], "")) for one in problems]


def _named(problem: Problem, fact: str) -> Problem:
    if not fact:
        return problem
    text = _("{fact}: {sentence}").format(fact=fact, sentence=problem.text)
    return Problem(problem.step, problem.field, text)
