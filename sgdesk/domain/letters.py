"""Letters to an agency that has not answered, or with whom the practice does not agree."""

from enum import StrEnum

import msgspec

from sgdesk.domain.paper import Imprint
from sgdesk.domain.practice import Practice, User
from sgdesk.ids import ConcernId, SharingId
from sgdesk.text import _


class LetterKind(StrEnum):
    """What a letter is for. A disagreement is taken up stage by stage (LAW 3.4); the usual ladder
    has four, an agency's own may have more."""

    CHASE = "chase"
    PRACTITIONERS = "stage-1"
    MANAGERS = "stage-2"
    SENIORS = "stage-3"
    CHAIR = "stage-4"
    FIFTH = "stage-5"
    SIXTH = "stage-6"
    SEVENTH = "stage-7"
    EIGHTH = "stage-8"


LETTER_WORDS = {
    LetterKind.CHASE: "Asking for an answer",
    LetterKind.PRACTITIONERS: "Disagreement, stage 1: whoever decided on it",
    LetterKind.MANAGERS: "Disagreement, stage 2: their manager, with our safeguarding adviser",
    LetterKind.SENIORS: "Disagreement, stage 3: senior safeguarding professionals",
    LetterKind.CHAIR: "Disagreement, stage 4: the chair of the partnership, board or committee",
    LetterKind.FIFTH: "Disagreement, stage 5",
    LetterKind.SIXTH: "Disagreement, stage 6",
    LetterKind.SEVENTH: "Disagreement, stage 7",
    LetterKind.EIGHTH: "Disagreement, stage 8",
}


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """One letter as it is printed. `about` are the lines that say which case; `paragraphs` and
    `asks` are the practice's own words by now; `sources` are what it leans on; `stage` is how the
    agency's own ladder names the stage, where it has one."""

    imprint: Imprint
    practice: Practice
    sender: User
    kind: LetterKind
    to: tuple[str, ...]
    about: tuple[tuple[str, str], ...]
    paragraphs: tuple[str, ...]
    asks: tuple[str, ...]
    sources: tuple[str, ...] = ()
    stage: str = ""
    demonstration: bool = False


class LetterDraft(msgspec.Struct, kw_only=True):
    """A letter as it is written. Paragraphs of `happened` stand apart by an empty line; each line
    of `asks` is one thing that is asked; `stage` is how the agency's own ladder names it."""

    id: str = ""
    concern_id: ConcernId
    sharing_id: SharingId
    kind: LetterKind = LetterKind.CHASE
    to: str = ""
    happened: str = ""
    asks: str = ""
    stage: str = ""


def letter_checks(draft: LetterDraft) -> list[tuple[str, str | None]]:
    """Return for each field that a letter needs what is missing in it, or None."""
    wanted = (
        ("to", _("Write to whom the letter goes.")),
        ("happened", _("Write what happened.")),
        ("asks", _("Write what you ask them to do.")),
    )
    return [
        (field, None if getattr(draft, field).strip() else sentence) for field, sentence in wanted
    ]
