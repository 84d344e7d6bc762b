"""Flow 2, Share information: its steps, and what must be put right before anything is sent."""

import copy
from collections.abc import Callable, Sequence
from datetime import date

from sgdesk.domain.agency import Agency
from sgdesk.domain.concern import Concern
from sgdesk.domain.flows.engine import Problem, Step, found
from sgdesk.domain.flows.settled_basis import settled_basis
from sgdesk.domain.flows.settled_consent import settled_consent
from sgdesk.domain.flows.share_checks import chosen, lengths, written
from sgdesk.domain.flows.share_consent import consent_problems
from sgdesk.domain.flows.share_necessary import necessity_problems
from sgdesk.domain.flows.share_purpose import purpose_problems
from sgdesk.domain.flows.share_refusal import refusal_problems
from sgdesk.domain.flows.share_settled import settled_necessity, settled_purpose
from sgdesk.domain.freshness import AMBER_DAYS, is_too_old
from sgdesk.domain.guidance import Guidance
from sgdesk.domain.identity import date_problem, past_problem, time_problem
from sgdesk.domain.practice import Practice
from sgdesk.domain.sharing.basis import basis_problems
from sgdesk.domain.sharing.decision import Decision, Sharing, SharingDraft
from sgdesk.domain.sharing.minimum import is_held_back, minimum_problems
from sgdesk.domain.sharing.recipient_rules import recipient_checks, route_checks
from sgdesk.domain.sharing.refusal import NotSharing
from sgdesk.domain.sharing.stops import stop_problems
from sgdesk.domain.sharing.taken_over import again_problems, open_problems, sent_before
from sgdesk.text import _

_DECIDE = [
    Step("purpose", "Purpose", "Decide"),
    Step("consent", "Consent and openness", "Decide"),
    Step("basis", "Lawful basis", "Decide"),
    Step("necessary", "Necessary, proportionate", "Decide"),
    Step("recipient", "Recipient", "Who and how"),
    Step("route", "Route", "Who and how"),
    Step("minimum", "Only what they need", "What"),
    Step("conditions", "Conditions", "What"),
    Step("preview", "Check and preview", "What"),
]
_SEND = [
    Step("send", "Send or print", "Send and file"),
    Step("clinical", "Clinical record", "Send and file"),
    Step("follow", "Follow-up", "Send and file"),
]
_DO_NOT_SHARE = [
    Step("purpose", "Purpose", "Decide"),
    Step("consent", "Consent and openness", "Decide"),
    Step("necessary", "Necessary, proportionate", "Decide"),
    Step("not-sharing", "Why not, or not yet", "Decide"),
    Step("preview", "Check and preview", "What"),
]


class ShareInformation:
    """The flow for one concern, as of one day, under one version of the guidance."""

    name = "share"
    title = "Share information"

    def __init__(
        self,
        today: date,
        concern: Concern,
        practice: Practice,
        guidance: Guidance,
        earlier: Sequence[Sharing] = (),
    ) -> None:
        self._today = today
        self._concern = concern
        self._practice = practice
        self._guidance = guidance
        self._earlier = tuple(earlier)
        self._rules: dict[str, Callable[[SharingDraft], list[Problem]]] = {
            "purpose": lambda draft: purpose_problems(draft, concern, today),
            "consent": lambda draft: consent_problems(draft, today),
            "basis": lambda draft: basis_problems(draft, concern, practice, guidance),
            "necessary": lambda draft: necessity_problems(draft, is_shared(draft.decision)),
            "recipient": self._recipient,
            "route": self._route,
            "minimum": lambda draft: minimum_problems(draft, concern),
            "conditions": self._conditions,
            "not-sharing": lambda draft: refusal_problems(draft, today),
            "preview": self._everything_before,
            "clinical": self._clinical,
        }

    @property
    def guidance(self) -> Guidance:
        """The guidance that this flow goes by: that of the concern's nation."""
        return self._guidance

    @property
    def earlier(self) -> tuple[Sharing, ...]:
        """What was decided about this concern before, the first first."""
        return self._earlier

    def path(self, draft: SharingDraft) -> list[Step]:
        """Return the steps. A recorded decision can no longer be changed: what follows is left."""
        if draft.decided:
            return list(_SEND) if is_shared(draft.decision) else [_SEND[1], _SEND[2]]
        return list(_DECIDE) + list(_SEND) if is_shared(draft.decision) else list(_DO_NOT_SHARE)

    def problems(self, draft: SharingDraft, *steps: str) -> list[Problem]:
        """Return what must be put right in these steps, or on the whole path."""
        wrong: list[Problem] = []
        for step in steps or [step.id for step in self.path(draft) if step.id != "preview"]:
            rule = self._rules.get(step)
            wrong += rule(draft) if rule else []
            wrong += stop_problems(draft, self._concern, step) if is_shared(draft.decision) else []
            wrong += open_problems(step, draft, self._earlier, self._concern)
            if step == "minimum":
                wrong += again_problems(draft, self._earlier)
        return wrong

    def settled(self, draft: SharingDraft) -> SharingDraft:
        """Return a copy without the answers to questions that no longer apply."""
        settled = copy.deepcopy(draft)
        settled.purpose = settled_purpose(settled.purpose)
        settled.consent = settled_consent(settled.consent, self._concern.person.kind)
        settled.basis = settled_basis(settled.basis, self._guidance, self._practice)
        settled.necessity = settled_necessity(settled.necessity)
        if sent_before(settled, self._earlier) is None:
            settled.again_because = ""
        if is_shared(draft.decision):
            settled.not_sharing = NotSharing()
            stays = any(is_held_back(choice) for choice in settled.choices.values())
            settled.decision = Decision.SHARE_IN_PART if stays else Decision.SHARE
        return settled

    def _everything_before(self, draft: SharingDraft) -> list[Problem]:
        steps = [step.id for step in self.path(draft)]
        before = steps[: steps.index("preview")] if "preview" in steps else []
        wrong = self.problems(draft, *before) if before else []
        return wrong if _has_recipient(draft) else _recipient_first(draft, self._concern, wrong)

    def _recipient(self, draft: SharingDraft) -> list[Problem]:
        to = draft.recipient
        checks = [
            ("agency_id", written(to.organisation, _("Choose who receives this."))),
            ("kind", written(to.kind + to.role, _("Say what kind of team or role receives it."))),
            ("address_used", written(to.address_used, _("Give the number or address used."))),
            ("checked_how", written(to.checked_how, _("Say how the address was checked."))),
            ("checked_on", date_problem(to.checked_on, to.checked_on_typed)),
            ("checked_on", past_problem(to.checked_on, self._today)),
            ("checked_on", chosen(to.checked_on, _("Say when the address was checked."))),
            ("checked_on", self._stale(to.checked_on)),
        ]
        checks += recipient_checks(to, self._concern)
        return found("recipient", "recipient.", checks + lengths(to))

    def _stale(self, checked_on: date | None) -> str | None:
        if checked_on is None or not is_too_old(checked_on, self._today):
            return None
        return _("Checked more than {days} days ago. Check the address again and say when.").format(
            days=AMBER_DAYS
        )

    def _route(self, draft: SharingDraft) -> list[Problem]:
        checks = [("kind", chosen(draft.route.kind, _("Choose how it goes.")))]
        checks += route_checks(draft.route, draft.recipient)
        return found("route", "route.", checks + lengths(draft.route))

    def _conditions(self, draft: SharingDraft) -> list[Problem]:
        conditions = draft.conditions
        checks = [("use", written(conditions.use, _("Say what it may be used for.")))]
        protected = self._concern.person.address_protected
        if protected and not conditions.not_to_disclose.strip():
            checks.append(
                (
                    "not_to_disclose",
                    _("The address is protected. Say to whom it must not be disclosed."),
                )
            )
        return found("conditions", "conditions.", checks + lengths(conditions))

    def _clinical(self, draft: SharingDraft) -> list[Problem]:
        entry = draft.clinical
        checks = [
            ("made_on", date_problem(entry.made_on, entry.made_on_typed)),
            ("made_on", past_problem(entry.made_on, self._today)),
            ("made_at", time_problem(entry.made_at, entry.made_at_typed)),
        ]
        return found("clinical", "clinical.", checks + lengths(entry))


def _has_recipient(draft: SharingDraft) -> bool:
    to = draft.recipient
    return bool(f"{to.organisation}{to.kind}{to.role}".strip()) or not is_shared(draft.decision)


def _recipient_first(
    draft: SharingDraft, concern: Concern, wrong: Sequence[Problem]
) -> list[Problem]:
    """Return the problems with one line for all that can only be answered for a recipient."""
    text = _("Choose who receives this. Which facts go is proposed for them.")
    undecided = {f"{fact.id}.reason" for fact in concern.facts if fact.id not in draft.choices}
    waits = undecided | {"choices"}
    found: list[Problem] = []
    for one in wrong:
        if one.field == "recipient.agency_id":
            found.append(Problem(one.step, one.field, text))
        elif one.step != "recipient" and not (one.step == "minimum" and one.field in waits):
            found.append(one)
    return found


def is_shared(decision: Decision) -> bool:
    """Return whether something goes."""
    return decision in (Decision.SHARE, Decision.SHARE_IN_PART)


def route_reminder(draft: SharingDraft, agency: Agency | None) -> str:
    """Return what is said beside a route that the agency does not prefer, or nothing."""
    kind = draft.route.kind
    if agency is None or agency.preferred is None or kind in (None, agency.preferred):
        return ""
    return _("{agency} prefers another route. Say why this one.").format(agency=agency.name)
