"""What must be answered about necessity and proportion: both risks, and whether to name anyone."""

from sgdesk.domain.answers import YesNo
from sgdesk.domain.bounds import TEXT, too_long
from sgdesk.domain.flows.engine import Problem, found
from sgdesk.domain.flows.share_checks import chosen, lengths, written
from sgdesk.domain.sharing.decision import SharingDraft
from sgdesk.domain.sharing.reasons import Necessity
from sgdesk.text import _


def necessity_problems(draft: SharingDraft, shared: bool) -> list[Problem]:
    """Return what is missing in the weighing; naming is only asked where something goes."""
    necessity = draft.necessity
    checks = [
        ("risk_of_sharing", written(necessity.risk_of_sharing, _("Weigh the risk of sharing."))),
        (
            "risk_of_not_sharing",
            written(necessity.risk_of_not_sharing, _("Weigh the risk of not sharing.")),
        ),
    ]
    if shared:
        checks += _naming(necessity)
    checks += [
        (f"principles.{number}", too_long(text, TEXT))
        for number, text in necessity.principles.items()
    ]
    return found("necessary", "necessity.", checks + lengths(necessity))


def _naming(necessity: Necessity) -> list[tuple[str, str | None]]:
    named = _("Say whether it could be done without naming anyone.")
    checks = [("without_naming", chosen(necessity.without_naming, named))]
    if necessity.without_naming is YesNo.YES:
        why = _(
            "It could be done without naming anyone, and this names them. Make the advice call"
            " first, or say why they are named all the same."
        )
        checks.append(("naming_needed_because", written(necessity.naming_needed_because, why)))
    return checks
