"""Flow 2, Share information: its steps, and what must be put right before anything is sent."""

import copy
from collections.abc import Callable
from datetime import date, timedelta

import msgspec

from sgdesk.domain.agency import Agency
from sgdesk.domain.answers import YesNo
from sgdesk.domain.bounds import LINE, TEXT, too_long
from sgdesk.domain.concern import Concern
from sgdesk.domain.flows.engine import Problem, Step, found
from sgdesk.domain.flows.share_settled import settled_basis, settled_consent, settled_necessity
from sgdesk.domain.guidance import Guidance
from sgdesk.domain.identity import date_problem, past_problem, time_problem
from sgdesk.domain.practice import Practice
from sgdesk.domain.sharing.basis import basis_problems
from sgdesk.domain.sharing.decision import Agreement, Decision, NotSharing, SharingDraft
from sgdesk.domain.sharing.minimum import minimum_problems
from sgdesk.domain.sharing.purpose import purpose_problem
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
_LONGEST_CHECK_DAYS = 90
_LATEST_REVIEW_DAYS = 366


class ShareInformation:
    """The flow for one concern, as of one day, under one version of the guidance."""

    name = "share"
    title = "Share information"

    def __init__(
        self, today: date, concern: Concern, practice: Practice, guidance: Guidance
    ) -> None:
        self._today = today
        self._concern = concern
        self._practice = practice
        self._guidance = guidance
        self._rules: dict[str, Callable[[SharingDraft], list[Problem]]] = {
            "purpose": self._purpose,
            "consent": self._consent,
            "basis": lambda draft: basis_problems(draft, concern, practice, guidance),
            "necessary": self._necessary,
            "recipient": self._recipient,
            "route": self._route,
            "minimum": lambda draft: minimum_problems(draft, concern),
            "conditions": self._conditions,
            "not-sharing": self._not_sharing,
            "preview": self._everything_before,
            "clinical": self._clinical,
        }

    @property
    def guidance(self) -> Guidance:
        """The guidance that this flow goes by: that of the concern's nation."""
        return self._guidance

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
        return wrong

    def settled(self, draft: SharingDraft) -> SharingDraft:
        """Return a copy without the answers to questions that no longer apply."""
        settled = copy.deepcopy(draft)
        settled.consent = settled_consent(settled.consent)
        settled.basis = settled_basis(settled.basis, self._guidance)
        settled.necessity = settled_necessity(settled.necessity)
        if is_shared(draft.decision):
            settled.not_sharing = NotSharing()
            stays = any(not choice.goes for choice in settled.choices.values())
            settled.decision = Decision.SHARE_IN_PART if stays else Decision.SHARE
        return settled

    def _everything_before(self, draft: SharingDraft) -> list[Problem]:
        steps = [step.id for step in self.path(draft)]
        before = steps[: steps.index("preview")] if "preview" in steps else []
        return self.problems(draft, *before) if before else []

    def _purpose(self, draft: SharingDraft) -> list[Problem]:
        checks = [("so_that", purpose_problem(draft.purpose.so_that))]
        checks += _lengths(draft.purpose)
        return found("purpose", "purpose.", checks)

    def _consent(self, draft: SharingDraft) -> list[Problem]:
        consent = draft.consent
        checks: list[tuple[str, str | None]] = [
            ("family_told", _chosen(consent.family_told, _("Say whether the family was told."))),
            ("agreement", _chosen(consent.agreement, _("Say whether agreement was sought."))),
            ("told_on", date_problem(consent.told_on, consent.told_on_typed)),
            ("told_on", past_problem(consent.told_on, self._today)),
            ("told_at", time_problem(consent.told_at, consent.told_at_typed)),
        ]
        if consent.family_told is YesNo.YES:
            checks.append(("told_who", _written(consent.told_who, _("Say who was told."))))
        if consent.family_told is YesNo.NO:
            reason = "".join(consent.not_told_reasons) + consent.not_told_note
            checks.append(
                ("not_told_reasons", _written(reason, _("Say why the family was not told.")))
            )
        if consent.agreement is Agreement.NOT_SOUGHT:
            reason = "".join(consent.not_sought_reasons) + consent.not_sought_note
            checks.append(
                ("not_sought_reasons", _written(reason, _("Say why agreement was not sought.")))
            )
        return found("consent", "consent.", checks + _lengths(consent))

    def _necessary(self, draft: SharingDraft) -> list[Problem]:
        necessity = draft.necessity
        checks = [
            (
                "risk_of_sharing",
                _written(necessity.risk_of_sharing, _("Weigh the risk of sharing.")),
            ),
            (
                "risk_of_not_sharing",
                _written(necessity.risk_of_not_sharing, _("Weigh the risk of not sharing.")),
            ),
        ]
        if is_shared(draft.decision):
            named = _("Say whether it could be done without naming anyone.")
            checks.append(("without_naming", _chosen(necessity.without_naming, named)))
        checks += [
            (f"principles.{number}", too_long(text, TEXT))
            for number, text in necessity.principles.items()
        ]
        return found("necessary", "necessity.", checks + _lengths(necessity))

    def _recipient(self, draft: SharingDraft) -> list[Problem]:
        to = draft.recipient
        checks = [
            ("agency_id", _written(to.organisation, _("Choose who receives this."))),
            ("address_used", _written(to.address_used, _("Give the number or address used."))),
            ("checked_how", _written(to.checked_how, _("Say how the address was checked."))),
            ("checked_on", date_problem(to.checked_on, to.checked_on_typed)),
            ("checked_on", past_problem(to.checked_on, self._today)),
            ("checked_on", _chosen(to.checked_on, _("Say when the address was checked."))),
            ("checked_on", self._stale(to.checked_on)),
        ]
        return found("recipient", "recipient.", checks + _lengths(to))

    def _stale(self, checked_on: date | None) -> str | None:
        if checked_on is None or self._today - checked_on <= timedelta(days=_LONGEST_CHECK_DAYS):
            return None
        return _("Checked more than {days} days ago. Check the address again and say when.").format(
            days=_LONGEST_CHECK_DAYS
        )

    def _route(self, draft: SharingDraft) -> list[Problem]:
        checks = [("kind", _chosen(draft.route.kind, _("Choose how it goes.")))]
        return found("route", "route.", checks + _lengths(draft.route))

    def _conditions(self, draft: SharingDraft) -> list[Problem]:
        conditions = draft.conditions
        checks = [("use", _written(conditions.use, _("Say what it may be used for.")))]
        protected = self._concern.person.address_protected
        if protected and not conditions.not_to_disclose.strip():
            checks.append(
                (
                    "not_to_disclose",
                    _("The address is protected. Say to whom it must not be disclosed."),
                )
            )
        return found("conditions", "conditions.", checks + _lengths(conditions))

    def _not_sharing(self, draft: SharingDraft) -> list[Problem]:
        why = draft.not_sharing
        checks = [
            ("reasons", _written(why.reasons, _("Give the reasons."))),
            ("harm", _written(why.harm, _("Say what harm could follow."))),
            ("agreed_by", _written(why.agreed_by, _("Say who agreed to this."))),
            ("review_on", date_problem(why.review_on, why.review_on_typed)),
            ("review_on", _chosen(why.review_on, _("Choose when this is reviewed."))),
        ]
        if why.review_on is not None and why.review_on < self._today:
            checks.append(("review_on", _("The review date has passed. Choose a later one.")))
        if why.review_on is not None and (why.review_on - self._today).days > _LATEST_REVIEW_DAYS:
            late = _("This is more than a year away. Choose an earlier day; it can be moved again.")
            checks.append(("review_on", late))
        return found("not-sharing", "not_sharing.", checks + _lengths(why))

    def _clinical(self, draft: SharingDraft) -> list[Problem]:
        entry = draft.clinical
        checks = [
            ("made_on", date_problem(entry.made_on, entry.made_on_typed)),
            ("made_on", past_problem(entry.made_on, self._today)),
            ("made_at", time_problem(entry.made_at, entry.made_at_typed)),
        ]
        return found("clinical", "clinical.", checks + _lengths(entry))


def is_shared(decision: Decision) -> bool:
    """Return whether something goes."""
    return decision in (Decision.SHARE, Decision.SHARE_IN_PART)


def route_reminder(draft: SharingDraft, agency: Agency | None) -> str:
    """Return what is said beside a route that the agency does not prefer, or nothing."""
    kind = draft.route.kind
    if agency is None or agency.preferred is None or kind in (None, agency.preferred):
        return ""
    return _("{agency} prefers another route. Say why this one.").format(agency=agency.name)


def _chosen(value: object, sentence: str) -> str | None:
    return sentence if value is None else None


def _written(text: str, sentence: str) -> str | None:
    return None if text.strip() else sentence


def _lengths(part: msgspec.Struct) -> list[tuple[str, str | None]]:
    short = ("organisation", "person", "role", "address_used", "checked_how")
    return [
        (field, too_long(value, LINE if field in short else TEXT))
        for field, value in msgspec.structs.asdict(part).items()
        if isinstance(value, str)
    ]
