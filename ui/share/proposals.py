"""New proposals beside what somebody has already decided about a fact."""

from collections.abc import Callable, Mapping

import msgspec
from PySide6.QtCore import QObject

from sgdesk.domain.sharing.decision import Choice
from sgdesk.domain.sharing.sentences import SentenceChoice
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import FactId
from sgdesk.text import _
from ui.share.case import ShareCase


def propose_missing(case: ShareCase, on_proposed: Callable[[], None], owner: QObject) -> None:
    """Propose what became known since, such as a number of the police; what was decided stays."""
    draft, kind = case.draft, case.draft.recipient.kind
    missing = [fact.id for fact in case.concern.facts if fact.id not in draft.choices]
    if not kind or not draft.choices or not missing or draft.decided:
        return

    def on_found(found: dict[FactId, Choice]) -> None:
        if draft.recipient.kind == kind:
            draft.choices = found | draft.choices
            on_proposed()

    def on_failed(error: UserError | SituationError) -> None:
        case.asker.tell(_("The facts could not be proposed"), error.text)

    case.runner.run(
        lambda: case.desk.sharings.proposals(case.concern, kind), on_found, on_failed, owner
    )


def merged(
    decided: Mapping[FactId, Choice], proposed: Mapping[FactId, Choice]
) -> dict[FactId, Choice]:
    """Return the proposals, keeping each choice that a person changed, with its reason."""
    return {
        fact_id: _kept(decided[fact_id], choice)
        if fact_id in decided and _was_changed(decided[fact_id])
        else choice
        for fact_id, choice in proposed.items()
    }


def _was_changed(choice: Choice) -> bool:
    parts = any(part.goes != part.proposed or part.reason.strip() for part in choice.parts)
    return choice.goes != choice.proposed or bool(choice.reason.strip()) or parts


def _kept(old: Choice, new: Choice) -> Choice:
    proposed = {(part.field, part.text): part for part in new.parts}
    parts = tuple(_part_kept(one, proposed.get((one.field, one.text))) for one in old.parts)
    return msgspec.structs.replace(
        old, proposed=new.proposed, proposed_because=new.proposed_because,
        parts=parts or new.parts,
    )  # fmt: skip


def _part_kept(old: SentenceChoice, new: SentenceChoice | None) -> SentenceChoice:
    is_held, because = (not new.proposed, new.proposed_because) if new else (False, "")
    was_chosen = old.goes != old.proposed or old.reason.strip()
    return msgspec.structs.replace(
        old, goes=old.goes if was_chosen else not is_held, proposed=not is_held,
        proposed_because=because,
    )  # fmt: skip
