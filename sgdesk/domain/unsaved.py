"""What is typed in the directory and in Settings while it holds nowhere yet."""

from enum import StrEnum
from typing import TypeVar

import msgspec

from sgdesk.domain.agency import Agency, same_ways
from sgdesk.domain.attachment import RuleDraft
from sgdesk.domain.practice import Practice
from sgdesk.ids import AgencyId, DraftId

ValueT = TypeVar("ValueT", bound=msgspec.Struct)

PRACTICE_ID, RULE_ID = DraftId("practice"), DraftId("files-rule")
_WORDS_OF_CHECK = ("checked_by", "source")
_CHECK_FIELDS = ("checked_on", "checked_on_typed", "checked_method", *_WORDS_OF_CHECK)


class AgencyDraft(msgspec.Struct, kw_only=True):
    """A team of the directory while it is changed; `before` is as it stood then, None for one that
    is not there yet."""

    agency: Agency
    before: Agency | None = None


class CheckDraft(msgspec.Struct, kw_only=True):
    """A check of a team's numbers that is not noted yet."""

    agency: Agency


class PracticeDraft(msgspec.Struct, kw_only=True):
    """The practice while it is changed; `before` is as it stood then."""

    practice: Practice = Practice()
    before: Practice = Practice()


class Deed(StrEnum):
    """What a lead does about the guidance, and gives a reason for."""

    ACCEPT = "accept"
    BACK = "back"
    SWITCH_ON = "switch-on"
    SWITCH_OFF = "switch-off"


class ReasonDraft(msgspec.Struct, kw_only=True):
    """A reason while it is written: `about` is the file's code, the version or the switch."""

    deed: Deed
    about: str
    because: str = ""


Unsaved = AgencyDraft | CheckDraft | PracticeDraft | RuleDraft | ReasonDraft

FLOWS: dict[str, type[msgspec.Struct]] = {
    "agency": AgencyDraft,
    "agency-check": CheckDraft,
    "practice": PracticeDraft,
    "files-rule": RuleDraft,
    "guidance-reason": ReasonDraft,
}


def flow_of(draft: Unsaved) -> str:
    """Return the flow of a draft."""
    return next(flow for flow, kind in FLOWS.items() if isinstance(draft, kind))


def id_of(draft: Unsaved) -> DraftId:
    """Return the id of a draft: there is one for each thing that can be changed."""
    match draft:
        case AgencyDraft():
            return agency_draft_id(draft.agency.id)
        case CheckDraft():
            return check_draft_id(draft.agency.id)
        case PracticeDraft():
            return PRACTICE_ID
        case ReasonDraft():
            return reason_id(draft.deed, draft.about)
        case RuleDraft():
            return RULE_ID


def agency_draft_id(agency: AgencyId) -> DraftId:
    """Return the id of the draft in which a team is changed."""
    return DraftId(f"agency-{agency}")


def check_draft_id(agency: AgencyId) -> DraftId:
    """Return the id of the draft in which a team's numbers are checked."""
    return DraftId(f"check-{agency}")


def reason_id(deed: Deed, about: str) -> DraftId:
    """Return the id of the draft of a reason."""
    return DraftId(f"{deed}-{about}")


def typed_over(now: ValueT, before: ValueT, typed: ValueT) -> ValueT:
    """Return what stands there now, with what was typed since `before` in its place."""
    changed = {
        name: getattr(typed, name)
        for name in typed.__struct_fields__
        if getattr(typed, name) != getattr(before, name)
    }
    return msgspec.structs.replace(now, **changed)


def with_check(now: Agency, typed: Agency) -> Agency:
    """Return a team as it stands now, with the check that was typed.

    A number that was changed since it was typed was not checked: when and how are asked anew.
    """
    kept = _CHECK_FIELDS if same_ways(now, typed) else _WORDS_OF_CHECK
    return msgspec.structs.replace(now, **{name: getattr(typed, name) for name in kept})
