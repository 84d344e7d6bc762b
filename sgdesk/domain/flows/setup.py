"""Flow 8, Set up this desk: its steps, and what must be put right in each."""

from collections.abc import Callable
from pathlib import PurePath

import msgspec

from sgdesk.domain.answers import Nation, YesNo
from sgdesk.domain.bounds import LINE, too_long
from sgdesk.domain.flows.engine import Problem, Step, found
from sgdesk.domain.identity import name_problem
from sgdesk.domain.practice import Policy, Practice, PracticeStatus
from sgdesk.text import _

PassphraseProblem = Callable[[str, tuple[str, ...]], str | None]

_STEPS = [
    Step("practice", "The practice", "Who"),
    Step("lead", "You, the lead", "Who"),
    Step("deputy", "Your deputy", "Who"),
    Step("place", "Where the records live", "Keys"),
    Step("recovery", "The recovery sheet", "Keys"),
    Step("backup", "A second place for backups", "Ready"),
    Step("policies", "Policies", "Ready"),
    Step("agencies", "First agencies", "Ready"),
]
BEFORE_THE_STORE = ("practice", "lead", "deputy", "place", "recovery")
POLICIES = ("appropriate_policy", "impact_assessment", "privacy_notice")


class Newcomer(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who will have a passphrase at this desk; its words are never shown by repr."""

    name: str = ""
    profession: str = ""
    registration: str = ""
    phone: str = ""
    passphrase: str = ""
    passphrase_again: str = ""

    def __repr__(self) -> str:
        return "Newcomer()"


class SetupDraft(msgspec.Struct, kw_only=True):
    """A desk being set up. It is kept nowhere until the recovery words were typed back; from then
    on `is_live`, and each step saves what it asks.

    `nation` and `status` are None until the lead chooses: a practice has both from its first day,
    and neither is ours to guess.
    """

    practice: Practice = Practice()
    nation: Nation | None = None
    status: PracticeStatus | None = None
    lead: Newcomer = Newcomer()
    has_deputy: YesNo | None = None
    deputy: Newcomer = Newcomer()
    folder: str = ""
    place_accepted: bool = False
    place_concern: str = ""
    typed_words: str = ""
    is_live: bool = False
    has_backup: bool = False
    has_agency: bool = False

    def __repr__(self) -> str:
        return "SetupDraft()"


class SetUp:
    """The flow. `passphrase_problem` says what to do about a passphrase beside people's names."""

    name = "setup"
    title = "Set up this desk"

    def __init__(self, passphrase_problem: PassphraseProblem) -> None:
        self._passphrase_problem = passphrase_problem
        self._rules: dict[str, Callable[[SetupDraft], list[Problem]]] = {
            "practice": self._practice,
            "lead": lambda draft: self._newcomer("lead", draft.lead, draft),
            "deputy": self._deputy,
            "place": self._place,
            "recovery": self._recovery,
            "policies": self._policies,
        }

    def path(self, draft: SetupDraft) -> list[Step]:
        """Return the eight steps; every desk leads through all of them."""
        return list(_STEPS)

    def waiting(self, draft: SetupDraft) -> dict[str, str]:
        """Return what was not done yet, in a few words for each such step; it may be left so."""
        policies = [getattr(draft.practice, field) for field in POLICIES]
        open_steps = {
            "recovery": (not draft.is_live, _("not typed back yet")),
            "backup": (not draft.has_backup, _("not made yet")),
            "policies": (all(one == Policy() for one in policies), _("left empty")),
            "agencies": (not draft.has_agency, _("none added yet")),
        }
        return {step: text for step, (waits, text) in open_steps.items() if waits}

    def problems(self, draft: SetupDraft, *steps: str) -> list[Problem]:
        """Return what must be put right in these steps, or in all."""
        wanted = steps or tuple(step.id for step in _STEPS)
        return [
            problem for step in wanted if (rule := self._rules.get(step)) for problem in rule(draft)
        ]

    def settled(self, draft: SetupDraft) -> SetupDraft:
        """Return a copy without a deputy's answers where there is none."""
        if draft.has_deputy is YesNo.YES:
            return msgspec.structs.replace(draft)
        return msgspec.structs.replace(draft, deputy=Newcomer())

    def _practice(self, draft: SetupDraft) -> list[Problem]:
        problems = practice_problems("practice", draft.practice)
        chosen = [
            ("nation", None if draft.nation else _("Choose the nation whose rules apply.")),
            ("status", None if draft.status else _("Choose which kind of practice this is.")),
        ]
        return problems + found("practice", "practice.", chosen)

    def _deputy(self, draft: SetupDraft) -> list[Problem]:
        if draft.has_deputy is None:
            asked = _("Say whether somebody stands in when you are away.")
            return [Problem("deputy", "has_deputy", asked)]
        if draft.has_deputy is not YesNo.YES:
            return []
        problems = self._newcomer("deputy", draft.deputy, draft)
        if draft.deputy.name.strip() and _same(draft.deputy.name, draft.lead.name):
            text = _("The deputy is somebody else than the lead. Write their name.")
            problems.append(Problem("deputy", "deputy.name", text))
        return problems

    def _newcomer(self, step: str, person: Newcomer, draft: SetupDraft) -> list[Problem]:
        checks = [
            ("name", None if person.name.strip() else _("Write the name in full.")),
            ("name", name_problem(person.name)),
            ("profession", None if person.profession.strip() else _("Write the profession.")),
            (
                "passphrase",
                self._passphrase_problem(person.passphrase, (person.name, draft.practice.name)),
            ),
            ("passphrase_again", _differs(person)),
        ]
        checks += [
            (field, too_long(getattr(person, field), LINE))
            for field in ("name", "profession", "registration", "phone")
        ]
        return found(step, f"{step}.", checks)

    def _place(self, draft: SetupDraft) -> list[Problem]:
        folder = draft.folder.strip()
        if not folder or not PurePath(folder).is_absolute():
            return [Problem("place", "folder", _("Choose a folder for the records."))]
        if draft.place_concern and not draft.place_accepted:
            text = _("Choose another folder, or tick that you know what this one means.")
            return [Problem("place", "place_accepted", text)]
        return []

    def _recovery(self, draft: SetupDraft) -> list[Problem]:
        if draft.is_live:
            return []
        text = _("Type the words of the recovery sheet back. Only then the records are safe.")
        return [Problem("recovery", "typed_words", text)]

    def _policies(self, draft: SetupDraft) -> list[Problem]:
        return policy_problems("policies", draft.practice)


def practice_problems(step: str, practice: Practice) -> list[Problem]:
    """Return what must be put right about how the practice introduces itself."""
    checks = [
        ("name", None if practice.name.strip() else _("Write the name of the practice.")),
        (
            "authority",
            None
            if practice.authority.strip()
            else _("Write the local authority, or the Trust, you belong to."),
        ),
    ]
    checks += [
        (field, too_long(getattr(practice, field), LINE))
        for field in ("name", "address", "postcode", "phone", "email", "authority")
    ]
    return found(step, "practice.", checks)


def policy_problems(step: str, practice: Practice) -> list[Problem]:
    """Return what must be put right about the policies; none of them has to be there."""
    return [
        problem
        for field in POLICIES
        for problem in found(step, f"{field}.", _policy_checks(getattr(practice, field)))
    ]


def _policy_checks(policy: Policy) -> list[tuple[str, str | None]]:
    return [
        ("reference", too_long(policy.reference, LINE)),
        ("version", too_long(policy.version, LINE)),
    ]


def _differs(person: Newcomer) -> str | None:
    if person.passphrase == person.passphrase_again:
        return None
    return _("The two passphrases differ. Type the second one again.")


def _same(one: str, other: str) -> bool:
    return one.split() == other.split() or one.casefold().split() == other.casefold().split()
