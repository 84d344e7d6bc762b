"""Only what they need: every fact goes or stays with a reason, and enough remains (LAW 5, P3)."""

from collections.abc import Mapping

from sgdesk.domain.bounds import TEXT, too_long
from sgdesk.domain.concern import Concern
from sgdesk.domain.facts.kinds import Fact
from sgdesk.domain.facts.words import label, sentence
from sgdesk.domain.flows.engine import Problem
from sgdesk.domain.sharing.decision import Choice, SharingDraft
from sgdesk.domain.sharing.proposal import nothing_of_it_goes
from sgdesk.domain.sharing.protected import guards, stops_in
from sgdesk.domain.sharing.sentences import SentenceChoice, in_part
from sgdesk.ids import FactId
from sgdesk.text import _

_STEP = "minimum"


def minimum_problems(draft: SharingDraft, concern: Concern) -> list[Problem]:
    """Return the facts that lack a choice or a reason, and a pack too thin to act on."""
    chosen = [(fact, draft.choices.get(fact.id)) for fact in concern.facts]
    wrong = [
        Problem(_STEP, f"{fact.id}.reason", text)
        for fact, choice in chosen
        if (text := _fact_problem(fact, choice, concern)) is not None
    ]
    if not any(choice is not None and choice.goes for _fact, choice in chosen):
        text = _("Nothing goes. Choose at least one fact, or decide not to share.")
        wrong.append(Problem(_STEP, "choices", text))
    return wrong + _file_problems(draft)


def unexplained(
    choices: Mapping[FactId, Choice], proposals: Mapping[FactId, Choice]
) -> list[Problem]:
    """Return the facts that go without a reason, though this recipient does not need them, and
    those with a sentence that should stay.

    A choice may have been proposed for a recipient of another kind.
    """
    return [
        Problem(_STEP, f"{fact_id}.reason", _essential())
        for fact_id, proposed in proposals.items()
        if (choice := choices.get(fact_id)) is not None
        and choice.goes
        and not choice.reason.strip()
        and (not proposed.goes or _goes_too_far(choice, proposed))
    ]


def is_held_back(choice: Choice) -> bool:
    """Return whether the fact, or a sentence of it, stays."""
    return not choice.goes or any(not part.goes for part in choice.parts)


def needs_reason(choice: Choice) -> bool:
    """Return whether somebody has still to say why this goes, or why it stays."""
    if not choice.reason.strip() and any(map(_part_needs_reason, _open_parts(choice))):
        return True
    is_as_proposed = choice.goes == choice.proposed and bool(choice.proposed_because.strip())
    return not (choice.reason.strip() or is_as_proposed)


def _goes_too_far(choice: Choice, proposed: Choice) -> bool:
    explained = {
        (one.field, one.text) for one in choice.parts if not one.goes or one.reason.strip()
    }
    return any(
        not one.goes and (one.field, one.text) not in explained for one in proposed.parts
    )  # fmt: skip


def _open_parts(choice: Choice) -> tuple[SentenceChoice, ...]:
    return choice.parts if choice.goes else ()


def _part_needs_reason(part: SentenceChoice) -> bool:
    return part.goes != part.proposed and not part.reason.strip()


def _file_problems(draft: SharingDraft) -> list[Problem]:
    return [
        Problem(_STEP, f"{file_id}.reason", text)
        for file_id, why in draft.files.items()
        if (text := _essential() if not why.strip() else too_long(why, TEXT)) is not None
    ]


def _fact_problem(fact: Fact, choice: Choice | None, concern: Concern) -> str | None:
    if choice is None:
        return _("Decide whether this fact goes or stays.")
    if choice.goes and guards(concern):
        text = _stopped(in_part(fact, choice.parts), concern)
        if text is not None:
            return text
    if nothing_of_it_goes(fact, choice):
        return _("No sentence of this goes. Take the tick away, and say why it stays.")
    if needs_reason(choice):
        if choice.goes == choice.proposed:
            return _("Say why, for each sentence that you chose otherwise than proposed.")
        return _essential() if choice.goes else _("Say why this stays.")
    reasons = (choice.reason, *(part.reason for part in choice.parts))
    return next(filter(None, (too_long(reason, TEXT) for reason in reasons)), None)


def _stopped(fact: Fact, concern: Concern) -> str | None:
    found = stops_in(f"{label(fact)}\n{sentence(fact)}", concern)
    if not found:
        return None
    return _(
        "{why} It stands in this, so it cannot go. Keep back the sentence with it, or the whole"
        " fact, and tell them the rest by telephone."
    ).format(why=found[0].why)


def _essential() -> str:
    return _("Say why it is essential that this goes.")
